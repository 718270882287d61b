create or replace function accounting.account_statement(
  of_account text,
  from_day date default null,
  to_day date default null,
  after_day date default null,
  after_id bigint default null,
  amount integer default 50
)
returns table (
  entry_id bigint,
  day date,
  source text,
  text text,
  invoice_kind text,
  invoice_number bigint,
  customer text,
  change numeric,
  balance numeric
)
language plpgsql
stable
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
  opening numeric;
begin
  select
    coalesce((
      select sum(t.debit - t.credit)
      from accounting.account_total t
      where t.account = of_account
        and t.day < greatest(from_day, after_day)
    ), 0) + coalesce((
      select sum(p.amount)
      from accounting.posting p
      where p.account = of_account
        and p.day = after_day
        and p.entry_id <= after_id
        and (after_day < from_day) is not true
    ), 0)
  into opening;
  return query
  select
    e.id, s.day, e.source, e.text, i.kind, i.number,
    (select min(p.customer) from accounting.posting p where p.entry_id = e.id and p.account = of_account),
    s.change, opening + sum(s.change) over (order by s.day, s.entry_id)
  from (
    select p.day, p.entry_id, sum(p.amount) as change
    from accounting.posting p
    where p.account = of_account
      and (from_day is null or p.day >= from_day)
      and (to_day is null or p.day <= to_day)
      and (after_day is null or (p.day, p.entry_id) > (after_day, after_id))
    group by p.day, p.entry_id
    order by p.day, p.entry_id
    limit account_statement.amount
  ) s
  join accounting.entry e on e.id = s.entry_id
  left join accounting.invoice i on e.source = 'invoice' and i.id = e.source_id
  order by s.day, s.entry_id;
end
$$;

comment on function accounting.account_statement(text, date, date, date, bigint, integer) is
  'Returns a page of the entries that changed an account, earliest first, each with the balance after it: at '
  'most `amount` that come after the day and id given.';
