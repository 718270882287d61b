create or replace function jobmachine.workers()
returns table (
  id integer,
  host text,
  pid integer,
  queues text[],
  slots integer,
  started_at timestamptz,
  seen_at timestamptz,
  is_alive boolean
)
language sql
stable
as $$
  select
    w.id, w.host, w.pid, w.queues, w.slots, w.started_at, w.seen_at,
    w.id::bigint in (
      select l.objid::bigint
      from pg_locks l
      where l.locktype = 'advisory'
        and l.database = (select d.oid from pg_database d where d.datname = current_database())
        and l.classid = 'jobmachine.worker'::regclass
        and l.objsubid = 2
        and l.mode = 'ExclusiveLock'
        and l.granted)
  from jobmachine.worker w
  order by w.id
$$;

comment on function jobmachine.workers is
  'The workers, and whether each one''s session still holds its lock. One that does not is rescued soon.';
