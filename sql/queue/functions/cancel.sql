create or replace function jobmachine.cancel(
  id bigint,
  patience interval default null
)
returns jobmachine.status
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '10s'
as $$
declare
  found_job jobmachine.job;
begin
  if cancel.patience is not null then
    perform set_config(
      'lock_timeout',
      ceil(extract(epoch from least(greatest(cancel.patience, interval '1 ms'), interval '10 s')) * 1000)::text, true);
  end if;
  -- Locks the job's dependencies before the job, as jobs that end meanwhile do.
  perform
  from jobmachine.dependency d
  where d.job = cancel.id
  order by d.needs
  for update;
  select j.*
  into found_job
  from jobmachine.job j
  where j.id = cancel.id
  for update;
  if not found then
    return (select h.status from jobmachine.history h where h.id = cancel.id order by h.finished_at desc limit 1);
  end if;

  if found_job.worker is null then
    perform jobmachine.end_job(found_job.id, 'cancelled', null);
    perform pg_notify('jobmachine.' || found_job.queue || '.' || found_job.id, '');
    return 'cancelled';
  end if;

  update jobmachine.job j
  set cancel_requested = true
  where j.id = found_job.id;
  perform pg_notify('jobmachine:worker.' || found_job.worker, '');
  return 'processing';
exception when lock_not_available then
  raise exception 'job %, or one that waits for it, is kept locked by another session', cancel.id
  using errcode = 'DJ503', hint = 'Try again; if it persists, look for a transaction that was left open.';
end
$$;

comment on function jobmachine.cancel is
  'Cancels a job that does not run yet, or asks the worker of one that runs to stop it. Returns cancelled, or
processing if the worker has been asked, or the status with which the job had ended before. Null if there is
no such job. Raises DJ503 if somebody else keeps the job locked for longer than the patience, which is 10
seconds unless a shorter one is given.';
