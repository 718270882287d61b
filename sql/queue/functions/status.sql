create or replace function jobmachine.status(
  id bigint
)
returns setof jobmachine.jobs
language sql
stable
as $$
  select j.*
  from jobmachine.jobs j
  where j.id = status.id
$$;

comment on function jobmachine.status is
  'Returns all that is known of one job, live or ended. No row if it does not exist, or no longer.';
