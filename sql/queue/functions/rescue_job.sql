create or replace function jobmachine.rescue_job(
  job bigint,
  death jsonb
)
returns void
language plpgsql
as $$
declare
  held jobmachine.job;
begin
  select j.*
  into held
  from jobmachine.job j
  where j.id = rescue_job.job;

  insert into jobmachine.attempt (job, started_at, worker, attempt, error)
  values (held.id, held.claimed_at, held.worker, held.attempt, rescue_job.death);
  if exists (select from jobmachine.cancellation c where c.job = held.id) then
    perform jobmachine.end_job(held.id, 'cancelled', null);
    perform pg_notify('jobmachine.' || held.queue || '.' || held.id, '');
  elsif held.attempt >= greatest(held.attempt_limit, 5)
    and not exists (select from jobmachine.step s where s.job = held.id and s.attempt > held.attempt - 5)
  then
    -- The job kills its workers: it is parked rather than given to the next one, unless it gets on by steps.
    perform jobmachine.end_job(held.id, 'error', rescue_job.death);
    perform pg_notify('jobmachine.' || held.queue || '.' || held.id, '');
  else
    update jobmachine.job j
    set
      worker = null,
      claimed_at = null,
      progress = null,
      error = rescue_job.death,
      position = nextval('jobmachine.job_id_seq')
    where j.id = held.id;
    perform jobmachine.ring(held.queue);
    perform jobmachine.leave_limits(array[held.queue]);
  end if;
end
$$;

comment on function jobmachine.rescue_job is
  'Notes that a job''s worker died, and brings the job back to the line, or ends it. Used by rescue.';
