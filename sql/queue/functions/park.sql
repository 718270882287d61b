create or replace function jobmachine.park(
  worker integer,
  id bigint,
  attempt integer,
  signal text
)
returns jobmachine.status
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  -- Locks the job: the signal has come by now, or its sender finds the job parked.
  outcome constant jobmachine.status := jobmachine.snooze(park.worker, park.id, park.attempt, null);
begin
  if outcome is distinct from 'scheduled' then
    return outcome;
  end if;
  update jobmachine.job j
  set run_at = w.ends_at
  from jobmachine.awaited_signal w
  where j.id = park.id
    and w.job = park.id
    and w.name = park.signal;
  if found then
    return 'scheduled';
  end if;
  -- It came after the job had looked.
  update jobmachine.job j
  set position = nextval('jobmachine.job_id_seq')
  where j.id = park.id;
  return 'entered';
end
$$;

comment on function jobmachine.park is
  'Puts off a job until a signal comes that it has asked for by await_signal, or until that wait is over. The
attempt does not count. The job joins the line at once if the signal has come since, and ends as cancelled if
somebody wants that. Returns its status, or null if the fence refused the report.';
