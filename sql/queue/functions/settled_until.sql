create or replace function jobmachine.settled_until()
returns timestamptz
language sql
stable
as $$
  -- A job's end is the time at which it is written, under a lock on the history which is held until the
  -- commit. A transaction that may still add to a minute that is over therefore holds that lock, and began
  -- before the minute's end. The beginning of other roles' transactions is hidden: those are taken to be as
  -- short as Djet's own.
  select date_trunc('minute', least(
    now() - interval '1 second',
    min(coalesce(a.xact_start, case when a.pid is null then '-infinity' else now() - interval '10 seconds' end))), 'UTC')
  from pg_locks l
  left join pg_stat_activity a on a.pid = l.pid
  where l.locktype = 'relation'
    and l.database = (select d.oid from pg_database d where d.datname = current_database())
    and l.relation = 'jobmachine.history'::regclass
    and l.mode = 'RowExclusiveLock'
    and l.granted
    and l.pid is distinct from pg_backend_pid()
$$;

comment on function jobmachine.settled_until is
  'Returns the minute up to which nothing can be added to the history any more. Open transactions that have
ended jobs are waited for, however long they last. Used by roll_up.';
