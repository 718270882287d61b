create or replace function jobmachine.rank(
  worker integer
)
returns table (
  rank integer,
  others integer
)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select
    count(*) filter (where o.id < w.id)::integer,
    count(*)::integer
  from jobmachine.worker w
  join jobmachine.worker o on o.id <> w.id and o.queues && w.queues
  where w.id = rank.worker
$$;

comment on function jobmachine.rank is
  'Returns how many workers that share a queue with this one registered before it, and how many share one in
all. Workers that hear the same ring look in this order.';
