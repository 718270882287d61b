create or replace function jobmachine.run_schedule(
  name text
)
returns bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  entry jobmachine.schedule := jobmachine.require_schedule(run_schedule.name);
begin
  return jobmachine.offload_scheduled(entry, now());
end
$$;

comment on function jobmachine.run_schedule is
  'Makes a job of a schedule now, even if it is paused, and returns the job''s id. The next due time stays.
Raises DJ404 if there is none of this name.';
