create or replace function jobmachine.retry_job(
  id bigint,
  patience interval default null
)
returns jobmachine.status
language plpgsql
set lock_timeout = '10s'
as $$
declare
  back bigint[];
  line text;
begin
  if retry_job.patience is not null then
    perform set_config('lock_timeout', ceil(extract(epoch from retry_job.patience) * 1000)::text, true);
  end if;
  -- Waits while the job's minute is being counted: otherwise the job would be counted and not be taken off.
  -- Comes before any row is locked: a transaction that is alone with the tally may want the same row.
  perform jobmachine.lock_tally();
  perform jobmachine.check_inputs(retry_job.id);
  perform jobmachine.retake_key(retry_job.id);

  -- A job whose needs have failed is retried without them.
  if not exists (select from jobmachine.job j where j.id = retry_job.id) then
    delete from jobmachine.dependency d
    where d.job = retry_job.id
      and not exists (select from jobmachine.job j where j.id = d.needs);
  end if;
  back := array(select jobmachine.bring_back(array[retry_job.id], false));
  perform jobmachine.revive(back);

  if cardinality(back) = 0 then
    update jobmachine.job j
    set
      position = nextval('jobmachine.job_id_seq'),
      run_at = now()
    where j.id = retry_job.id
      and j.position is null
      and j.waiting_for = 0
    returning j.queue into line;
    perform jobmachine.ring(line), pg_notify('jobmachine.' || line || '.' || retry_job.id, '')
    where line is not null;
  end if;
  return (select j.status from jobmachine.jobs j where j.id = retry_job.id limit 1);
exception when lock_not_available then
  raise exception 'job %, or one beside it, is kept locked by another session', retry_job.id
  using errcode = 'DJ503', hint = 'Try again; if it persists, look for a transaction that was left open.';
end
$$;

comment on function jobmachine.retry_job is
  'Does what retry does. patience: the longest wait for each lock, 10 seconds by default. Used by retry and '
  'retry_many.';
