create or replace function jobmachine.live_jobs_of(
  owner text,
  at_most integer
)
returns integer
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select count(*)::integer
  from (
    select
    from jobmachine.job j
    where j.environment ->> 'user' = live_jobs_of.owner
    limit jobmachine.up_to(live_jobs_of.at_most)
  ) as found
$$;

comment on function jobmachine.live_jobs_of is
  'Returns how many jobs of a user have not ended, counting no further than at_most.';
