create or replace function jobmachine.fail(
  worker integer,
  id bigint,
  attempt integer,
  error jsonb,
  delay interval default null
)
returns jobmachine.status
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  failed jobmachine.job;
begin
  select j.*
  into failed
  from jobmachine.job j
  where j.id = fail.id
    and j.worker = fail.worker
    and j.attempt = fail.attempt
  for update;
  if not found then
    -- Its commit may have gone through, with the answer lost on the way: then it has finished, and nothing is stale.
    if not exists (
      select from jobmachine.history h
      where h.id = fail.id and h.attempt = fail.attempt and h.worker = fail.worker and h.status = 'finished')
    then
      perform jobmachine.note_refusal('fail');
    end if;
    return null;
  end if;

  insert into jobmachine.attempt (job, started_at, worker, attempt, error)
  values (failed.id, failed.claimed_at, failed.worker, failed.attempt, fail.error);

  if failed.cancel_requested then
    perform jobmachine.end_job(failed.id, 'cancelled', null);
    return 'cancelled';
  elsif fail.delay is null or failed.attempt >= failed.attempt_limit then
    perform jobmachine.end_job(failed.id, 'error', fail.error);
    return 'error';
  end if;

  update jobmachine.job j
  set
    worker = null,
    claimed_at = null,
    position = null,
    run_at = clock_timestamp() + fail.delay,
    progress = null,
    error = fail.error
  where j.id = failed.id;
  return 'scheduled';
end
$$;

comment on function jobmachine.fail is
  'Notes a failed attempt. The job is tried again after delay, unless delay is null or its attempts are used up: then it
ends as error. Returns its status, or null if the fence refused the report.';
