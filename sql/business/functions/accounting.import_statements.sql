create or replace function accounting.import_statements(statements jsonb, file text, on_account text, today date)
returns table (
  entries bigint,
  known bigint,
  payments bigint,
  unmatched bigint,
  others bigint
)
language plpgsql
set jit = off
set enable_seqscan = off
set lock_timeout = '30s'
as $$
#variable_conflict use_column
declare
  lines bigint[];
  credits bigint[];
  matches jsonb;
begin
  if on_account is not null
    and not exists (select from accounting.ledger_account a where a.code = on_account and a.is_active) then
    raise exception using
      errcode = 'DJ404',
      message = format('there is no active account %s', left(on_account, 40));
  end if;

  -- All insert in one order, and wait for others who insert the same: what those commit is known then.
  insert into accounting.bank_statement (bank_account, number, from_day, to_day, file)
  select distinct on (s.account collate "C", s.number collate "C") s.account, s.number, s.from_day, s.to_day, file
  from (
    select
      s.one ->> 'account' as account, s.one ->> 'number' as number, (s.one ->> 'from')::date as from_day,
      (s.one ->> 'to')::date as to_day
    from jsonb_array_elements(statements) s (one)
  ) s
  order by s.account collate "C", s.number collate "C"
  on conflict (bank_account, number) do nothing;

  -- The number that the bank gives an entry within a statement does not count: the same entry has another
  -- one in another statement.
  with digested as (
    select
      s.place as statement_place, e.place, s.one ->> 'account' as bank_account, s.one ->> 'number' as number, e.entry,
      encode(
        sha256(
          convert_to(
            case
              when e.entry ->> 'reference' is not null then
                jsonb_build_array(e.entry -> 'reference', e.entry -> 'bookedOn', e.entry -> 'amount')
              else e.entry
            end::text,
            'UTF8')), 'hex') as digest
    from jsonb_array_elements(statements) with ordinality s (one, place)
    cross join lateral jsonb_array_elements(s.one -> 'entries') with ordinality e (entry, place)
  ),
  numbered as (
    select d.*, row_number() over (partition by d.statement_place, d.digest order by d.place) as turn
    from digested d
  ),
  given as materialized (
    select distinct on (n.bank_account collate "C", n.key collate "C") n.*
    from (select n.*, n.digest || '.' || n.turn as key from numbered n) n
    order by n.bank_account collate "C", n.key collate "C", n.statement_place, n.place
  ),
  inserted as (
    insert into accounting.bank_entry (
      statement_id, bank_account, key, booked_on, value_on, amount, is_reversal, reference
    )
    select
      s.id, g.bank_account, g.key, (g.entry ->> 'bookedOn')::date, (g.entry ->> 'valueOn')::date,
      (g.entry ->> 'amount')::numeric, (g.entry ->> 'isReversal')::boolean, g.entry ->> 'reference'
    from given g
    cross join lateral (
      select s.id
      from accounting.bank_statement s
      where s.bank_account = g.bank_account
        and s.number = g.number
      limit 1
    ) s
    order by g.bank_account collate "C", g.key collate "C"
    on conflict (bank_account, key) do nothing
    returning id, bank_account, key
  ),
  lined as (
    insert into accounting.bank_line (
      entry_id, booked_on, place, amount, payer, payer_account, end_to_end, text, named, bare
    )
    select
      i.id, (g.entry ->> 'bookedOn')::date, l.place, (l.line ->> 'amount')::numeric, l.line ->> 'payer',
      l.line ->> 'payerAccount', l.line ->> 'endToEnd', l.line ->> 'text',
      accounting.named_invoices(
        l.line ->> 'text', array(select r.one from jsonb_array_elements_text(l.line -> 'references') r (one))),
      accounting.bare_numbers(concat_ws(' ', l.line ->> 'text', l.line ->> 'endToEnd'))
    from inserted i
    join given g on g.bank_account = i.bank_account and g.key = i.key
    cross join lateral jsonb_array_elements(g.entry -> 'lines') with ordinality l (line, place)
    order by g.statement_place, g.place, l.place
    returning id
  )
  select
    (select count(*) from digested), (select count(*) from inserted), (select array_agg(l.id order by l.id) from lined l)
  into entries, known, lines;
  known := entries - known;

  select array_agg(l.id order by l.id)
  into credits
  from unnest(lines) a (id)
  cross join lateral (select * from accounting.bank_line l where l.id = a.id limit 1) l
  cross join lateral (select e.is_reversal from accounting.bank_entry e where e.id = l.entry_id limit 1) e
  where l.amount > 0
    and not e.is_reversal;
  others := coalesce(cardinality(lines), 0) - coalesce(cardinality(credits), 0);

  with matched as materialized (
    select
      m.*, l.booked_on,
      case when l.booked_on <= b.closed_until then format('The books are closed until %s.', b.closed_until) end as closed
    from accounting.match_lines(credits) m
    cross join lateral (select l.booked_on from accounting.bank_line l where l.id = m.line_id limit 1) l
    cross join accounting.books b
  ),
  waiting as (
    insert into accounting.bank_clearing (line_id, why)
    select m.line_id, coalesce(m.why, m.closed)
    from matched m
    where coalesce(m.why, m.closed) is not null
  )
  select
    jsonb_agg(
      jsonb_build_object('line', m.line_id, 'way', m.way, 'customer', m.customer, 'invoices', m.invoices)
      order by m.booked_on, m.line_id)
  into matches
  from matched m
  where coalesce(m.why, m.closed) is null;
  payments := case when matches is null then 0 else accounting.book_lines(matches, on_account, today) end;
  unmatched := coalesce(cardinality(credits), 0) - payments;
  return next;
exception when lock_not_available then
  raise exception 'another import of the same statement takes more than 30 seconds'
  using errcode = 'DJ503', hint = 'Try again when it has ended.';
end
$$;

comment on function accounting.import_statements(jsonb, text, text, date) is
  'Keeps the entries of bank statements that are not known yet, and books the credits among them as '
  'payments, each by what accounting.match_lines() finds; those that are not sure, or whose day is closed, '
  'get onto the clearing list. `statements` is a json array of objects of account, number, from, to and '
  'entries: objects of bookedOn, valueOn, amount (negative for a debit), isReversal, reference and lines: '
  'objects of amount, payer, payerAccount, endToEnd, references and text. Returns how many entries there are '
  'and were known, how many payments were booked, how many wait on the list, and how many new lines are '
  'debits or reversals. `on_account` is the ledger''s account of the bank; null for the one with that role. '
  'Raises DJ404 for an unknown account, DJ503 after 30 seconds.';
