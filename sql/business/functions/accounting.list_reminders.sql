create or replace function accounting.list_reminders(
  of_customer text default null,
  from_day date default null,
  to_day date default null,
  before_day date default null,
  before_id bigint default null,
  most integer default 50
)
returns table (
  id bigint,
  day date,
  level integer,
  customer text,
  name text,
  title text,
  total numeric,
  fee numeric,
  to_pay numeric
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
    r.id, r.day, r.level, r.customer, c.name, r.title, r.total, r.fee, r.total - r.credit + coalesce(r.fee, 0)
  from (
    select *
    from accounting.reminder r
    where (of_customer is null or r.customer = of_customer)
      and (from_day is null or r.day >= from_day)
      and (to_day is null or r.day <= to_day)
      and (before_day is null or (r.day, r.id) < (before_day, before_id))
    order by r.day desc, r.id desc
    limit most
  ) r
  join sales.customer c on c.code = r.customer
  order by r.day desc, r.id desc;
end
$$;

comment on function accounting.list_reminders(text, date, date, date, bigint, integer) is
  'Returns a page of letters, latest first: at most `most` that come after the day and id given. A null '
  'parameter matches all.';
