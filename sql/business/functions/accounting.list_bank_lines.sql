create or replace function accounting.list_bank_lines(
  in_state text default null,
  from_day date default null,
  to_day date default null,
  before_day date default null,
  before_id bigint default null,
  most integer default 50,
  with_id bigint default null
)
returns table (
  id bigint,
  day date,
  amount numeric,
  bank_account text,
  statement text,
  payer text,
  payer_account text,
  reference text,
  text text,
  state text,
  why text,
  customer text,
  payment_id bigint
)
language plpgsql
stable
set jit = off
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
begin
  return query
  select
    l.id, l.booked_on, l.amount, e.bank_account, s.number, l.payer, l.payer_account, e.reference, l.text,
    case
      when c.line_id is not null then 'to-assign'
      when l.amount < 0 then 'debit'
      when e.is_reversal then 'reversal'
      when m.is_reversed then 'reversed'
      else m.way
    end,
    c.why, m.customer, m.payment_id
  from (
    -- Each part has its own limit: together they would be sorted as a whole.
    (
      select *
      from accounting.bank_line l
      where in_state is null
        and (with_id is null or l.id = with_id)
        and (from_day is null or l.booked_on >= from_day)
        and (to_day is null or l.booked_on <= to_day)
        and (before_day is null or (l.booked_on, l.id) < (before_day, before_id))
      order by l.booked_on desc, l.id desc
      limit most
    )
    union all
    -- The clearing list is short: nobody has to walk through all lines for it.
    select l.*
    from accounting.bank_clearing c
    join accounting.bank_line l on l.id = c.line_id
    where in_state = 'to-assign'
      and (with_id is null or l.id = with_id)
      and (from_day is null or l.booked_on >= from_day)
      and (to_day is null or l.booked_on <= to_day)
      and (before_day is null or (l.booked_on, l.id) < (before_day, before_id))
    order by booked_on desc, id desc
    limit most
  ) l
  join accounting.bank_entry e on e.id = l.entry_id
  join accounting.bank_statement s on s.id = e.statement_id
  left join accounting.bank_clearing c on c.line_id = l.id
  left join lateral (
    select
      m.way, m.payment_id, p.customer,
      exists (
        select
        from accounting.entry x
        join accounting.entry r on r.reverses = x.id
        where x.source = 'payment'
          and x.source_id = m.payment_id
      ) as is_reversed
    from accounting.bank_match m
    left join accounting.payment p on p.id = m.payment_id
    where m.line_id = l.id
    order by m.id desc
    limit 1
  ) m on true
  order by l.booked_on desc, l.id desc;
end
$$;

comment on function accounting.list_bank_lines(text, date, date, date, bigint, integer, bigint) is
  'Returns a page of the lines of bank statements, latest first: at most `most` that come after the day and '
  'id given. `in_state` is to-assign for the clearing list, or null for all. The state of a line is '
  'to-assign, debit, reversal, reversed (its payment was, and it can be assigned again), or the way in which '
  'it was booked.';
