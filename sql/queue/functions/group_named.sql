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
  select latest.id
  from (
    select g.id
    from jobmachine.job_group g
    where g.name = group_named.name
    order by g.id desc
    -- To tell the tenants of a group costs a look into each day of the history.
    limit 1000
  ) as latest
  where jobmachine.is_group_of(latest.id, group_named.tenants)
  order by latest.id desc
  limit 1
$$;

comment on function jobmachine.group_named is
  'Returns the number of the latest group of this name, of the tenants if they are given; null if there is
none. It looks at the latest thousand groups of the name.';
