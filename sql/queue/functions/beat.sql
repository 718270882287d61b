create or replace function jobmachine.beat(
  worker integer,
  retention interval default '14 days'
)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  lines text[];
begin
  update jobmachine.worker w
  set seen_at = now()
  where w.id = beat.worker
  returning w.queues into lines;

  -- A worker may have died between a commit and the ring behind it, which the server leaves out when nobody hears its answer.
  perform jobmachine.rescue(w.id), pg_notify('djet:look', '')
  from jobmachine.worker w
  where w.id <> beat.worker
    and jobmachine.grace_of(w.id, beat.worker) = interval '0'
    and (w.seen_at < now() - w.lease or not jobmachine.is_alive(w.id));

  perform jobmachine.drop_abandoned();
  perform jobmachine.drop_steps(now() - beat.retention);
  perform jobmachine.drop_files(date_trunc('day', now() - beat.retention, 'UTC'));
  -- Last: what it locks stays locked until the beat is over, and no job can end meanwhile.
  perform jobmachine.keep_days(beat.retention);
  return exists (
    select
    from unnest(lines) as line(queue)
    where not jobmachine.is_paused(line.queue)
      and (
        exists (
          select from jobmachine.job j where j.queue = line.queue and j.position is not null and j.worker is null)
        or exists (
          select from jobmachine.job j
          where j.queue = line.queue and j.position is null and j.waiting_for = 0 and j.run_at <= now()))
  );
end
$$;

comment on function jobmachine.beat is
  'A worker''s chores, once a minute: it says that it is there, rescues the jobs of workers that died unwatched or are silent for longer than their lease, keeps
the days of the history, and removes old files, and uploads that were given up. Returns whether there is work in its queues, which it
should have been rung for.';
