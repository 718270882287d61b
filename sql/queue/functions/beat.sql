create or replace function jobmachine.beat(
  worker integer,
  retention interval default '14 days',
  finished interval default null,
  error interval default null,
  cancelled interval default null
)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
-- A client gives its session up, and with it the worker's life, if a beat takes ten seconds.
set lock_timeout = '2s'
as $$
declare
  lines text[];
begin
  update jobmachine.worker w
  set
    beat = nextval('jobmachine.worker_beat_seq'),
    seen_at = now()
  where w.id = beat.worker;
  if not found then
    raise exception 'worker % is not registered', beat.worker
    using errcode = 'DJW01', hint = 'Register it first; a worker that was struck off must register again.';
  end if;

  lines := jobmachine.find_queues(beat.worker);
  -- Comes first, under no lock that disturbs anybody: without today's partitions no job can end, and none be
  -- rescued.
  perform jobmachine.keep_days();
  perform jobmachine.strike_off(beat.worker);
  perform jobmachine.do_chores(beat.worker, beat.retention, beat.finished, beat.error, beat.cancelled);
  -- Comes last: its locks last until the beat is over, and no job can end meanwhile.
  perform jobmachine.keep_days(
    jobmachine.longest_retention(beat.retention, beat.finished, beat.error, beat.cancelled));
  return exists (
    select
    from unnest(lines) as line(queue)
    where not jobmachine.is_paused(line.queue)
      and (
        exists (
          select from jobmachine.job j where j.queue = line.queue and j.position is not null and j.worker is null)
        or exists (
          select from jobmachine.job j
          where j.queue = line.queue and j.position is null and j.waiting_for = 0 and j.run_at <= now())
        or exists (
          select from jobmachine.schedule s
          where s.queue = line.queue and s.next_at <= now() and s.paused_at is null and s.retired_at is null))
  );
end
$$;

comment on function jobmachine.beat is
  'Does a worker''s chores, once a minute: notes its sign of life, keeps the days of the history, rescues the
jobs of workers that died unwatched, frees jobs whose needs ended unseen, repeats requests to cancel, gives
their keys to jobs that lack them, and removes old jobs, files, steps and abandoned uploads. A chore that
fails is a warning, and stops no other. retention: how long ended jobs are kept, a day at least; null is for
ever. finished, error and cancelled: how long those of that status are; null is as long as the others. Returns
true if there is work in its queues, for which it should have been rung. Raises DJW01 if the worker is not
registered.';
