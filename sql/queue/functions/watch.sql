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
  neighbour integer;
  rest interval;
begin
  select w.id
  into neighbour
  from jobmachine.worker w
  where w.id <> watch.worker
  order by w.id > watch.worker desc, w.id
  limit 1;
  -- Who has no session knows nothing: all others may have lost theirs by the same cause. It watches when it is back.
  if not found or not jobmachine.is_alive(watch.worker) then
    return null;
  end if;
  perform pg_sleep_for(jobmachine.grace_of(neighbour, watch.worker));

  -- The neighbour's session holds this lock for as long as it lives. Waiting for it costs nothing and ends at once when
  -- the session is gone. The patience keeps the snapshot of this statement young.
  select w.seen_at + w.lease - clock_timestamp()
  into rest
  from jobmachine.worker w
  where w.id = neighbour;
  if rest > interval '0' then
    perform set_config(
      'lock_timeout', ceil(extract(epoch from least(watch.patience, rest)) * 1000)::integer::text, true);
    begin
      perform pg_advisory_xact_lock_shared('jobmachine.worker'::regclass::oid::integer, neighbour);
    exception when lock_not_available then
      return 0;
    end;
  end if;
  -- One that stops by itself strikes itself off in the transaction in which it lets go of the lock.
  perform
  from jobmachine.worker w
  where w.id = neighbour
  for update;
  if not found then
    return 0;
  end if;
  -- It may have died between a commit and the ring behind it, which the server leaves out when nobody hears its answer.
  perform pg_notify('djet:look', '');
  return jobmachine.rescue(neighbour);
end
$$;

comment on function jobmachine.watch is
  'Waits until the next worker dies (the one with the next higher number, or else the first), and rescues its jobs: so each
worker is watched by another, and a death is known at once, without polling. One whose session lives on, but that has been silent
for longer than its lease, is taken for dead, too. Returns how many jobs were rescued, 0 if
nobody died within the patience or the next one stopped by itself, null if there is nobody to watch.';
