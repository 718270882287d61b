create or replace function jobmachine.wake(
  job bigint,
  signal text
)
returns void
language plpgsql
as $$
declare
  deadline timestamptz;
begin
  delete from jobmachine.awaited_signal w
  where w.job = wake.job
    and w.name = wake.signal
  returning w.ends_at into deadline;
  update jobmachine.job j
  set
    position = nextval('jobmachine.job_id_seq'),
    run_at = clock_timestamp()
  where j.id = wake.job
    and j.worker is null
    and j.position is null
    and j.waiting_for = 0
    and j.run_at = deadline;
  -- Rings for one that was in the line before, too: claims have passed it by, since the sender keeps it
  -- locked.
  perform jobmachine.ring(j.queue), pg_notify('jobmachine.' || j.queue || '.' || j.id, '')
  from jobmachine.job j
  where j.id = wake.job
    and j.worker is null
    and j.position is not null;
end
$$;

comment on function jobmachine.wake is
  'Ends the wait of a job for a signal that has come, gives the job a position in the line if it is parked on
that signal, and rings for it if it is in the line. Used by signal.';
