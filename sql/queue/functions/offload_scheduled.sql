create or replace function jobmachine.offload_scheduled(
  entry jobmachine.schedule,
  due timestamptz
)
returns bigint
language plpgsql
as $$
declare
  job bigint := jobmachine.offload(
    entry.kind, entry.arguments, entry.queue, entry.priority, run_at => offload_scheduled.due, ring => false,
    environment => entry.environment
      -- Nobody is there to be refused.
      || case
        when entry.environment #>> '{unique,otherwise}' = 'refuse'
          then jsonb_build_object('unique', entry.environment -> 'unique' || '{"otherwise": "keep"}')
        else '{}'
      end || jsonb_build_object(
      'schedule',
      jsonb_build_object(
        'name', entry.name,
        'due', to_char(offload_scheduled.due at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))));
begin
  update jobmachine.schedule s
  set
    last_job = job,
    last_at = offload_scheduled.due
  where s.name = entry.name;
  perform jobmachine.ring(entry.queue);
  return job;
end
$$;

comment on function jobmachine.offload_scheduled is
  'Puts a job of a schedule on its queue for a due time, which the job''s environment tells, and returns its id, or
that of the unique job that is there already.
Used by fire_schedule and run_schedule.';
