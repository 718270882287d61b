create or replace function accounting.list_payments(
  of_customer text default null,
  from_day date default null,
  to_day date default null,
  before_day date default null,
  before_id bigint default null,
  most integer default 50
)
returns table (
  id bigint,
  entry_id bigint,
  day date,
  amount numeric,
  customer text,
  account text,
  reference text,
  prepaid numeric,
  is_reversed boolean
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
    p.id, e.id, p.day, p.amount, p.customer, p.account, p.reference, - least(i.open, 0),
    exists (select from accounting.entry r where r.reverses = e.id)
  from (
    select *
    from accounting.payment p
    where (of_customer is null or p.customer = of_customer)
      and (from_day is null or p.day >= from_day)
      and (to_day is null or p.day <= to_day)
      and (before_day is null or (p.day, p.id) < (before_day, before_id))
    order by p.day desc, p.id desc
    limit most
  ) p
  join accounting.entry e on e.source = 'payment' and e.source_id = p.id
  join accounting.open_item i on i.entry_id = e.id
  order by p.day desc, p.id desc;
end
$$;

comment on function accounting.list_payments(text, date, date, date, bigint, integer) is
  'Returns a page of payments, latest first: at most `most` that come after the day and id given. `prepaid` '
  'is what settles nothing yet. A null parameter matches all.';
