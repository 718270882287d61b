create or replace function jobmachine.held_by(
  worker integer
)
returns table (
  id bigint,
  attempt integer
)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select j.id, j.attempt
  from jobmachine.job j
  where j.worker = held_by.worker
$$;

comment on function jobmachine.held_by is
  'Returns the jobs that a worker has claimed, each with its attempt. A worker that has lost the answer to a
claim calls it, and releases those that it knows nothing of.';
