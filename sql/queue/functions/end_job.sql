create or replace function jobmachine.end_job(
  job bigint,
  status jobmachine.status,
  error jsonb
)
returns void
language plpgsql
as $$
begin
  -- A job that comes back waits again for those that live then.
  update jobmachine.dependency d
  set
    lost_at = now(),
    is_settled = true
  where d.job = end_job.job;
  perform jobmachine.end_each(array[end_job.job], end_job.status, array[end_job.error]);
  perform jobmachine.lose(array[end_job.job], end_job.status);
  -- The jobs that end with it keep their files: they may come back.
  perform jobmachine.drop_inputs(array[end_job.job]);
  delete from jobmachine.cancellation c
  where c.job = end_job.job;
end
$$;

comment on function jobmachine.end_job is
  'Ends a live job without a reply, and its dependents with it. Used by cancel, fail, release, rescue_job and
snooze.';
