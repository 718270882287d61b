create or replace function jobmachine.expire_job(
  job bigint
)
returns void
language plpgsql
as $$
declare
  line text;
begin
  -- Locks the job's dependencies before the job, as cancel does.
  perform
  from jobmachine.dependency d
  where d.job = expire_job.job
  order by d.needs
  for update skip locked;
  select j.queue
  into line
  from jobmachine.job j
  where j.id = expire_job.job
    and j.worker is null
    and j.attempt = 0
    and not j.environment ? 'begun'
  for update skip locked;
  if found then
    perform jobmachine.end_job(
      expire_job.job, 'cancelled',
      jsonb_build_object('type', 'expired', 'message', 'it had not begun by the time at which it expired'));
    perform pg_notify('jobmachine.' || line || '.' || expire_job.job, '');
  elsif exists (
    select from jobmachine.job j
    where j.id = expire_job.job and j.worker is null and j.attempt = 0 and not j.environment ? 'begun')
  then
    -- Somebody has locked it, and may yet leave it as it is.
    update jobmachine.expiry e
    set expires_at = clock_timestamp() + interval '1 second'
    where e.job = expire_job.job;
    return;
  end if;
  delete from jobmachine.expiry e
  where e.job = expire_job.job;
end
$$;

comment on function jobmachine.expire_job is
  'Cancels a job whose time has come, unless it has begun. One whose worker died counts as begun: nobody
knows. Looks again after a second if somebody has locked the job. Used by expire and expire_late.';
