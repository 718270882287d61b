create or replace function jobmachine.drop_days(
  before date
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '500ms'
as $$
declare
  part text;
begin
  if drop_days.before is null then
    raise exception 'the day before which days are dropped is null'
    using errcode = 'DJ400', hint = 'Name it: drop_days(''2020-01-31'').';
  end if;
  if drop_days.before > (now() at time zone 'UTC')::date - 1 then
    raise exception 'days before % cannot be dropped: yesterday and today are kept', drop_days.before
    using errcode = 'DJ400', hint = 'Use yesterday''s date, in UTC, or an earlier one.';
  end if;
  for part in
    select c.relname
    from pg_inherits i
    join pg_class c on c.oid = i.inhrelid
    where i.inhparent in (
        'jobmachine.history'::regclass, 'jobmachine.attempt'::regclass, 'jobmachine.log'::regclass)
      and jobmachine.day_of(c.relname) < drop_days.before
  loop
    execute format('drop table jobmachine.%I', part);
  end loop;

  delete from jobmachine.tally t
  where t.since < drop_days.before::timestamp at time zone 'UTC';
end
$$;

comment on function jobmachine.drop_days is
  'Drops the days of the history, of failed attempts and of the log before this one, and the tally of that
time. Raises DJ400 for a day later than yesterday, in UTC, and for null.';
