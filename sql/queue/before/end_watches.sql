-- A watch of a version before 0010 holds the table of workers while it waits, a minute at a time, so that
-- nobody could alter it. This cancels it; its worker watches again when it is rung, which the migration does.
do $$
declare
  watch record;
begin
  -- Watches hold no table since 0010.
  if to_regclass('jobmachine.lock') is not null then
    return;
  end if;
  for watch in
    select l.pid, a.query = '<insufficient privilege>' as is_hidden
    from pg_locks l
    join pg_stat_activity a on a.pid = l.pid
    where l.locktype = 'relation'
      and l.database = (select d.oid from pg_database d where d.datname = current_database())
      and l.relation = to_regclass('jobmachine.worker')
      and l.pid <> pg_backend_pid()
      and (a.query like '%jobmachine%.watch(%' or a.query = '<insufficient privilege>')
  loop
    -- Each watch stands alone: one that may not be cancelled stops no other.
    begin
      if watch.is_hidden then
        raise insufficient_privilege;
      end if;
      perform pg_cancel_backend(watch.pid);
    exception when insufficient_privilege then
      raise warning 'session % may watch for another login''s worker, and cannot be ended: stop workers of older versions first',
        watch.pid
      using hint = 'Or migrate as a superuser, or as a member of pg_signal_backend and pg_read_all_stats.';
    end;
  end loop;
end
$$;
