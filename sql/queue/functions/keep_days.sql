create or replace function jobmachine.keep_days(
  retention interval default null
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '500ms'
as $$
declare
  today date := (now() at time zone 'UTC')::date;
  day date;
  parent text;
  part text;
begin
  -- One at a time; whoever comes second has nothing to do.
  if not pg_try_advisory_xact_lock('jobmachine.history'::regclass::oid::bigint) then
    return;
  end if;

  foreach parent in array array['history', 'attempt', 'log'] loop
    for ahead in 0..7 loop
      day := today + ahead;
      part := parent || to_char(day, '_YYYYMMDD');
      continue when to_regclass('jobmachine.' || part) is not null;
      execute format(
        'create table jobmachine.%I partition of jobmachine.%I for values from (%L) to (%L)',
        part, parent, day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
    end loop;
  end loop;

  if keep_days.retention is not null then
    perform jobmachine.drop_days(((now() at time zone 'UTC') - keep_days.retention)::date);
  end if;
exception when lock_not_available then
  -- Somebody reads the history: the next beat will do.
  return;
end
$$;

comment on function jobmachine.keep_days is
  'Sees to it that there are partitions for today and the seven days to come, and that days older than the retention are
gone; without one, none goes.';
