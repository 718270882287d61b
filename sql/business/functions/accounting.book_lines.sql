create or replace function accounting.book_lines(matches jsonb, on_account text, today date)
returns bigint
language plpgsql
set jit = off
set enable_seqscan = off
as $$
#variable_conflict use_column
declare
  booked bigint;
begin
  -- One call, which locks what all of them settle in the order in which all lock it.
  with given as materialized (
    select m.*, row_number() over (order by m.place) as number
    from (
      select m.place, (m.one ->> 'line')::bigint as line, m.one ->> 'way' as way, m.one ->> 'text' as text
      from jsonb_array_elements(matches) with ordinality m (one, place)
    ) m
  ),
  answers as materialized (
    select a.id, a.refusal, a.ordinality as number
    from accounting.record_payments(
      (
        select jsonb_agg(
          jsonb_build_object(
            'day', coalesce((m.one ->> 'day')::date, l.booked_on), 'amount', l.amount, 'customer', m.one -> 'customer',
            'account', on_account, 'reference', left(coalesce(l.text, l.payer), 500), 'invoices',
            m.one -> 'invoices')
          order by m.place)
        from jsonb_array_elements(matches) with ordinality m (one, place)
        cross join lateral (select * from accounting.bank_line l where l.id = (m.one ->> 'line')::bigint limit 1) l
      ),
      today) with ordinality a
  ),
  matched as (
    insert into accounting.bank_match (line_id, payment_id, way, text)
    select g.line, a.id, g.way, g.text
    from given g
    join answers a on a.number = g.number and a.refusal is null
    returning line_id
  ),
  refused as (
    insert into accounting.bank_clearing (line_id, why)
    select g.line, a.refusal
    from given g
    join answers a on a.number = g.number and a.refusal is not null
    on conflict (line_id) do nothing
  ),
  cleared as (
    delete from accounting.bank_clearing c
    using matched m
    where c.line_id = m.line_id
  )
  select count(*)
  into booked
  from matched;
  return booked;
end
$$;

comment on function accounting.book_lines(jsonb, text, date) is
  'Books lines as payments, and returns how many. `matches` is a json array of objects of line, way, '
  'customer, invoices, and perhaps day and text. One that cannot be booked gets onto the clearing list with '
  'the reason.';
