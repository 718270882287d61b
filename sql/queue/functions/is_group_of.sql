create or replace function jobmachine.is_group_of(
  "group" bigint,
  tenants text[]
)
returns boolean
language sql
stable
as $$
  select is_group_of.tenants is null
    or coalesce(
      (
        select j.environment ->> 'tenant' = any (is_group_of.tenants)
        from jobmachine.jobs j
        where j.id = coalesce(
          (select g.then_job from jobmachine.job_group g where g.id = is_group_of."group"),
          (select min(m.job) from jobmachine.member m where m.group_id = is_group_of."group"))
        limit 1
      ), false)
$$;

comment on function jobmachine.is_group_of is
  'Returns true if a group belongs to one of these tenants: the job after it does or, without one, its first
job. True for null, which is all tenants. Used by group_status and group_named.';
