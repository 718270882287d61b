create or replace function jobmachine.group_named(
  name text
)
returns bigint
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select max(g.id)
  from jobmachine.job_group g
  where g.name = group_named.name
$$;

comment on function jobmachine.group_named is
  'Returns the number of the latest group of this name; null if there is none.';
