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
      ((jobmachine.note_clock() - greatest(keep_days.retention, interval '1 day')) at time zone 'UTC')::date);
  end if;
exception when lock_not_available then
  -- Somebody is reading the history: the next beat tries again.
  return;
end
$$;

comment on function jobmachine.keep_days is
  'Makes partitions for today and the next seven days, and drops the days that are older than the retention.
Without one nothing is dropped; less than a day counts as one. It counts from the time of note_clock.';
