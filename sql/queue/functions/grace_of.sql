create or replace function jobmachine.grace_of(
  worker integer,
  watcher integer
)
returns interval
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select case
    when me.returned_beat is null or other.beat > me.returned_beat then interval '0'
    -- The bounds hold even if the clock has been set since.
    else least(greatest(me.connected_at + interval '3 seconds' - clock_timestamp(), interval '0'), interval '3 seconds')
  end
  from jobmachine.worker other
  cross join jobmachine.worker me
  where other.id = grace_of.worker
    and me.id = grace_of.watcher
$$;

comment on function jobmachine.grace_of is
  'Returns how long a worker may still be without a session before its watcher takes it for dead. A restart or
a failover of the server ends all sessions at once, and they do not all come back at once: a watcher that has
lost its own session gives three seconds from its return to all that have given no sign of life since.
Otherwise it returns zero. Null if one of them is not registered.';
