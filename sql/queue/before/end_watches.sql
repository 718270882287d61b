-- A watch of a version before 0010 holds the table of workers for as long as it waits, a minute at a time, so that nobody
-- could alter it. It is cancelled; its worker watches again when it is rung, which the migration does.
do $$
begin
  perform pg_cancel_backend(l.pid)
  from pg_locks l
  join pg_stat_activity a on a.pid = l.pid
  where l.locktype = 'relation'
    and l.database = (select d.oid from pg_database d where d.datname = current_database())
    and l.relation = to_regclass('jobmachine.worker')
    and l.pid <> pg_backend_pid()
    and a.query like '%jobmachine%.watch(%';
exception when insufficient_privilege then
  raise warning 'the watches of other logins'' workers cannot be ended: stop workers of older versions first'
  using hint = 'Or migrate as a superuser, or as a member of pg_signal_backend.';
end
$$;
