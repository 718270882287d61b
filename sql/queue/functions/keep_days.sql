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
  today constant date := (now() at time zone 'UTC')::date;
  day date;
  parent text;
begin
  foreach parent in array array['history', 'attempt', 'log'] loop
    for ahead in 0..7 loop
      day := today + ahead;
      if to_regclass('jobmachine.' || parent || to_char(day, '_YYYYMMDD')) is null then
        perform jobmachine.make_day(parent, day);
      end if;
    end loop;
  end loop;

  if keep_days.retention is not null then
    perform jobmachine.drop_days(
      ((now() - greatest(keep_days.retention, interval '1 day')) at time zone 'UTC')::date);
  end if;
exception when lock_not_available then
  -- Somebody reads the history: the next beat will do.
  return;
end
$$;

comment on function jobmachine.keep_days is
  'Sees to it that there are partitions for today and the seven days to come, and that days older than the retention are
gone; without one, none goes. Less than a day of retention counts as one.';
