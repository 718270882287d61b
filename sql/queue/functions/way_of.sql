create or replace function jobmachine.way_of(
  filter jsonb
)
returns table (
  direction text,
  bound text,
  beyond text
)
language sql
immutable
as $$
  select
    case when said.is_oldest then 'asc' else 'desc' end,
    case when said.is_oldest then '<' else '>=' end,
    case when said.is_oldest then '>' else '<' end
  from (select coalesce(way_of.filter ->> 'order' = 'oldest', false) as is_oldest) as said
$$;

comment on function jobmachine.way_of is
  'Returns how a filter wants ended jobs in order, in SQL: the direction of the order, the operator of the
time at which it stops, and that of what lies beyond a job. They come newest end first, or oldest if order is
oldest. Used by look_by_time and look_by_bucket.';
