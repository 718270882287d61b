create or replace function jobmachine.wake(
  job bigint,
  signal text
)
returns void
language plpgsql
as $$
declare
  deadline timestamptz;
  line text;
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
    and j.run_at = deadline
  returning j.queue into line;
  perform jobmachine.ring(line), pg_notify('jobmachine.' || line || '.' || wake.job, '')
  where line is not null;
end
$$;

comment on function jobmachine.wake is
  'Ends the wait of a job for a signal that has come, and gives the job a position in the line if it is parked on
that signal. Used by signal.';
