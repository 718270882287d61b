create or replace function jobmachine.fail(
  worker integer,
  id bigint,
  attempt integer,
  error jsonb,
  delay interval default null,
  attempt_limit integer default null
)
returns jobmachine.status
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  failed jobmachine.job;
  lost text;
  reason jsonb := jobmachine.plain_error(fail.error);
  pause interval := jobmachine.plain_delay(fail.delay);
begin
  select j.*
  into failed
  from jobmachine.job j
  where j.id = fail.id
    and j.worker = fail.worker
    and j.attempt = fail.attempt
  for update;
  if not found then
    -- The commit of its reply may have gone through, with the answer lost on the way: then nothing is stale.
    if not exists (
      select from jobmachine.history h
      where h.id = fail.id and h.attempt = fail.attempt and h.worker = fail.worker and h.status = 'finished')
    then
      perform jobmachine.note_refusal('fail');
    end if;
    return null;
  end if;

  if not failed.limit_is_given and fail.attempt_limit is not null then
    failed.attempt_limit := jobmachine.give_limit(failed, greatest(fail.attempt_limit, 1));
  end if;
  perform jobmachine.ensure_today();
  begin
    insert into jobmachine.attempt (job, started_at, worker, attempt, error)
    values (failed.id, failed.claimed_at, failed.worker, failed.attempt, reason);
  exception when others then
    -- The job goes on without a record of the attempt, rather than stay with its worker.
    raise warning 'attempt % of job % is not noted: %', failed.attempt, failed.id, sqlerrm using errcode = sqlstate;
  end;

  if exists (select from jobmachine.cancellation c where c.job = failed.id) then
    perform jobmachine.end_job(failed.id, 'cancelled', null);
    return 'cancelled';
  elsif pause is null or failed.attempt >= failed.attempt_limit then
    perform jobmachine.end_job(failed.id, 'error', reason);
    if reason ->> 'type' = 'unknown-kind' then
      -- Whoever offloads may name any schedule there. A report waits for nobody: another one will pause it.
      select s.name
      into lost
      from jobmachine.schedule s
      where s.name = failed.environment #>> '{schedule,name}'
        and s.kind = failed.kind
        and s.queue = failed.queue
      for update skip locked;
      perform jobmachine.suspend_schedule(lost, reason ->> 'message');
    end if;
    return 'error';
  end if;

  update jobmachine.job j
  set
    worker = null,
    claimed_at = null,
    position = null,
    run_at = clock_timestamp() + pause,
    progress = null,
    error = reason
  where j.id = failed.id;
  perform jobmachine.leave_limits(array[failed.queue]);
  return 'scheduled';
end
$$;

comment on function jobmachine.fail is
  'Notes a failed attempt. The job is tried again after delay; it ends as error if delay is null or its
attempts are used up, and as cancelled if somebody wants that. attempt_limit is the handler''s, which counts
unless the offload named one. An error is an object with a type and a message; one of another shape becomes
the message of an unknown one, and more than 8 kB is cut. Returns the job''s status, or null if the fence
refused the report.';
