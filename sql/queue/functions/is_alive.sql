create or replace function jobmachine.is_alive(
  worker integer
)
returns boolean
language sql
stable
as $$
  select exists (
    select
    from pg_locks l
    where l.locktype = 'advisory'
      and l.database = (select d.oid from pg_database d where d.datname = current_database())
      and l.classid = 'jobmachine.worker'::regclass
      and l.objid = is_alive.worker::oid
      and l.objsubid = 2
      and l.mode = 'ExclusiveLock'
      and l.granted
  )
$$;

comment on function jobmachine.is_alive is
  'Whether a worker''s session still holds its lock.';
