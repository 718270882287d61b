create or replace function jobmachine.snooze(
  worker integer,
  id bigint,
  attempt integer,
  delay interval
)
returns jobmachine.status
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  line text;
begin
  -- The attempt does not count, but its number is not given again: by it the fence tells this attempt from
  -- the next one of the same worker. The limit rises by one instead.
  update jobmachine.job j
  set
    worker = null,
    claimed_at = null,
    position = null,
    run_at = clock_timestamp() + coalesce(jobmachine.plain_delay(snooze.delay), interval '0'),
    progress = null,
    attempt_limit = least(j.attempt_limit, 2147483646) + 1,
    environment = jsonb_build_object('attempts', least(j.attempt_limit, 999999999)) || j.environment
  where j.id = snooze.id
    and j.worker = snooze.worker
    and j.attempt = snooze.attempt
  returning j.queue into line;
  if not found then
    perform jobmachine.note_refusal('snooze');
    return null;
  elsif exists (select from jobmachine.cancellation c where c.job = snooze.id) then
    perform jobmachine.end_job(snooze.id, 'cancelled', null);
    return 'cancelled';
  end if;
  perform jobmachine.leave_limits(array[line]);
  return 'scheduled';
end
$$;

comment on function jobmachine.snooze is
  'Puts off a job that its worker cannot do yet: it runs again after delay, at once if that is null, and the
attempt does not count. A job that somebody wants cancelled ends as cancelled instead. Returns its status, or
null if the fence refused the report.';
