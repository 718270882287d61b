create or replace function jobmachine.watch(
  worker integer,
  patience interval default '60 seconds'
)
returns integer
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  limits constant interval := least(greatest(watch.patience, interval '0'), interval '5 minutes');
  neighbour record;
  wait record;
  rescued integer;
begin
  neighbour := jobmachine.neighbour_of(watch.worker);
  if neighbour.grace > interval '0' then
    perform pg_sleep_for(neighbour.grace);
    neighbour := jobmachine.neighbour_of(watch.worker);
  end if;
  if neighbour.id is null then
    return null;
  end if;

  wait := jobmachine.await_end(
    neighbour.key_class, neighbour.key_number, neighbour.session, neighbour.login,
    least(limits, neighbour.lease - neighbour.silence));
  -- From here on it touches tables, and waits for no lock for long.
  perform set_config('lock_timeout', '5s', true);
  if wait.has_ended then
    if not jobmachine.is_alive(watch.worker) then
      return null;
    end if;
  elsif coalesce(
    jobmachine.note_silence(watch.worker, neighbour.id, neighbour.beat, wait.waited) < neighbour.lease, true)
  then
    return 0;
  end if;

  -- The beat excludes a worker that has stopped by itself, has come back, or was heard of at last.
  rescued := jobmachine.rescue(neighbour.id, neighbour.beat);
  if rescued is null then
    return 0;
  end if;
  -- The worker may have died between a commit and the ring behind it, which the server leaves out when nobody
  -- hears its answer.
  perform pg_notify('djet:look', '');
  return rescued;
end
$$;

comment on function jobmachine.watch is
  'Waits until the next worker dies (the one with the next higher number, or else the first), and rescues its
jobs: each worker is watched by another, and a death is known at once, without polling. A worker whose session
lives on, but that has given no sign of life for its lease, is taken for dead, too; that is found at the end
of a wait, at most one patience later. No table is locked while it waits. Returns how many jobs were rescued,
0 if nobody died within the patience or the next one stopped by itself, null if there is nobody to watch.';
