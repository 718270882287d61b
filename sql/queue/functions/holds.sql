create or replace function jobmachine.holds(
  key_class integer,
  key_number integer,
  session integer,
  login oid
)
returns boolean
language sql
stable
as $$
  select exists (
    select
    from pg_locks l
    cross join pg_stat_get_activity(holds.session) a
    where l.locktype = 'advisory'
      and l.database = (select d.oid from pg_database d where d.datname = current_database())
      and l.classid = holds.key_class::oid
      and l.objid = holds.key_number::oid
      and l.objsubid = 2
      and l.mode = 'ExclusiveLock'
      and l.granted
      and l.pid = holds.session
      and a.usesysid = holds.login
  )
$$;

comment on function jobmachine.holds is
  'Returns true if this session, of this login, holds the lock of this key. The key alone says nothing:
everybody sees it in pg_locks, and may take it when it is free. It reads no table. A caller that has looked
before in its transaction calls pg_stat_clear_snapshot first.';
