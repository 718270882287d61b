create or replace function jobmachine.group_named(
  name text,
  tenants text[] default null
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
    and jobmachine.is_group_of(g.id, group_named.tenants)
$$;

comment on function jobmachine.group_named is
  'Returns the number of the latest group of this name, of the tenants if they are given; null if there is none.';
