create or replace function jobmachine.beat(
  worker integer,
  retention interval default '14 days'
)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
-- The session is the worker's life, and its client gives it up if a beat takes ten seconds.
set lock_timeout = '2s'
as $$
declare
  kept constant interval := case
    when beat.retention is not null then least(greatest(beat.retention, interval '1 day'), interval '1000 years')
  end;
  chore text;
  lines text[];
begin
  update jobmachine.worker w
  set
    beat = nextval('jobmachine.worker_beat_seq'),
    seen_at = now()
  where w.id = beat.worker
  returning w.queues into lines;
  if not found then
    raise exception 'worker % is not registered', beat.worker
    using errcode = 'DJ409', hint = 'Register it first; one that was struck off registers again.';
  end if;

  -- First, and without a lock that anybody could mind: without today's partitions no job can end, and none be rescued.
  perform jobmachine.keep_days();
  perform jobmachine.strike_off(beat.worker);
  foreach chore in array array['settle', 'drop_abandoned', 'drop_steps', 'drop_files'] loop
    begin
      case chore
        when 'settle' then perform jobmachine.settle();
        when 'drop_abandoned' then perform jobmachine.drop_abandoned();
        when 'drop_steps' then perform jobmachine.drop_steps(now() - kept);
        when 'drop_files' then perform jobmachine.drop_files(date_trunc('day', now() - kept, 'UTC'));
      end case;
    exception when others then
      raise warning '% is left for the next beat: %', chore, sqlerrm using errcode = sqlstate;
    end;
  end loop;
  -- Last: what it locks stays locked until the beat is over, and no job can end meanwhile.
  perform jobmachine.keep_days(kept);
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
  'A worker''s chores, once a minute: it says that it is there, keeps the days of the history, rescues the jobs of workers
that died unwatched, lets jobs go on that waited for others which ended unseen, and removes old files, and uploads that were given
up. What fails of it is a warning, and keeps nothing else from being done. Less than a day of retention counts as one. Returns whether there is work in its queues, which it should
have been rung for. A worker that is not registered gets DJ409.';
