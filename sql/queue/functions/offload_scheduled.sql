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
    attempt_limit => (entry.environment ->> 'attempts')::integer,
    environment => entry.environment - 'attempts'
      -- Nobody is there to be refused.
      || case
        when entry.environment #>> '{unique,otherwise}' = 'refuse'
          then jsonb_build_object('unique', entry.environment -> 'unique' || '{"otherwise": "keep"}')
        else '{}'
      end
      || case
        when entry.environment ? 'expires' then jsonb_build_object(
          'expires',
          jobmachine.time_text(
            offload_scheduled.due + (entry.environment ->> 'expires')::float8 * interval '1 second'))
        else '{}'
      end
      || jsonb_build_object(
        'schedule', jsonb_build_object('name', entry.name, 'due', jobmachine.time_text(offload_scheduled.due))));
begin
  update jobmachine.schedule s
  set
    last_job = job,
    last_at = offload_scheduled.due
  where s.name = entry.name;
  perform jobmachine.ring(entry.queue, case when entry.environment ? 'expires' then 'later' else '' end);
  return job;
end
$$;

comment on function jobmachine.offload_scheduled is
  'Puts a job of a schedule on its queue for a due time, which the job''s environment tells, with the
schedule''s terms. Returns its id, or that of the unique job that is there already. Used by fire_schedule and
run_schedule.';
