create or replace function jobmachine.steps(
  job bigint
)
returns table (
  name text,
  value text
)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select s.name, s.value::text
  from jobmachine.step s
  where s.job = steps.job
  order by s.done_at, s.name
$$;

comment on function jobmachine.steps is
  'Returns the steps that a job has done, oldest first, and the value of each.';
