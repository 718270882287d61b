create or replace function jobmachine.end_job(
  job bigint,
  status jobmachine.status,
  error jsonb
)
returns void
language plpgsql
as $$
declare
  waiting bigint;
begin
  with gone as (
    delete from jobmachine.job j
    where j.id = end_job.job
    returning j.*
  )
  insert into jobmachine.history (
    id, run_at, offloaded_at, claimed_at, worker, attempt, attempt_limit, priority, status, queue, kind, arguments,
    environment, error)
  select
    gone.id, gone.run_at, gone.offloaded_at, gone.claimed_at, gone.worker, gone.attempt, gone.attempt_limit,
    gone.priority, end_job.status, gone.queue, gone.kind, gone.arguments, gone.environment, end_job.error
  from gone;

  delete from jobmachine.dependency d
  where d.job = end_job.job;

  -- Who waited for it will never run: it ends now, with the reason, rather than wait for ever.
  for waiting in
    delete from jobmachine.dependency d
    where d.needs = end_job.job
    returning d.job
  loop
    perform jobmachine.end_job(waiting, 'error', jsonb_build_object(
      'type', 'dependency',
      'message', format('job %s, for which it waited, ended as %s', end_job.job, end_job.status)));
    perform pg_notify('jobmachine.' || h.ticket, '')
    from jobmachine.jobs h
    where h.id = waiting;
  end loop;
end
$$;

comment on function jobmachine.end_job is
  'Ends a live job without an answer, and with it those that wait for it. A part of fail, cancel and rescue.';
