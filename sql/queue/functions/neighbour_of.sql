create or replace function jobmachine.neighbour_of(
  worker integer,
  out id integer,
  out beat bigint,
  out lease interval,
  out silence interval,
  out grace interval,
  out key_class integer,
  out key_number integer,
  out session integer,
  out login oid
)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  -- A worker without a session knows nothing: all others may have lost theirs by the same cause. It watches
  -- when it is back.
  if jobmachine.is_alive(neighbour_of.worker) then
    select
      w.id, w.beat, w.lease, case when me.watched_beat = w.beat then me.silence else interval '0' end,
      jobmachine.grace_of(w.id, me.id), w.key_class, w.key_number, w.session, w.login
    into id, beat, lease, silence, grace, key_class, key_number, session, login
    from jobmachine.worker me
    join jobmachine.worker w on w.id <> me.id
    where me.id = neighbour_of.worker
    order by w.id > me.id desc, w.id
    limit 1;
  end if;
  -- The look is undone, and its locks on the tables with it: a worker that waits for a death must not keep
  -- anybody from altering them.
  raise exception 'undone' using errcode = 'DJ000';
exception when sqlstate 'DJ000' then
  return;
end
$$;

comment on function jobmachine.neighbour_of is
  'Returns the worker that this one watches, which has the next higher number or else is the first: its last
sign of life, its lease, how long it has been silent before the watcher, how long it may yet come back, and
its session. All are null if there is nobody, or the watcher has no session itself. No table stays locked
behind it.';
