create or replace function jobmachine.make_day(
  parent text,
  day date
)
returns void
language plpgsql
as $$
declare
  part constant text := make_day.parent || to_char(make_day.day, '_YYYYMMDD');
begin
  if (make_day.day between '0001-01-01' and '9999-12-31') is not true then
    raise exception 'no partition can be made for the day %', coalesce(make_day.day::text, 'null')
    using errcode = 'DJ400', hint = 'Its name has the four digits of a year from 1 to 9999: check the server''s clock.';
  end if;
  -- One at a time: a second caller waits, since it needs the day as well, and then finds it made.
  perform
  from jobmachine.lock l
  where l.name = 'history'
  for update;
  if to_regclass('jobmachine.' || part) is not null then
    return;
  end if;

  -- The table is made alone and then attached: unlike "partition of", that waits for no reader or writer, nor
  -- do they wait for it.
  execute format(
    'create table jobmachine.%I (like jobmachine.%I including defaults including constraints including storage)',
    part, make_day.parent);
  execute format(
    'alter table jobmachine.%I attach partition jobmachine.%I for values from (%L) to (%L)',
    make_day.parent, part, make_day.day::timestamp at time zone 'UTC', (make_day.day + 1)::timestamp at time zone 'UTC');
end
$$;

comment on function jobmachine.make_day is
  'Makes the partition of a day, unless it exists. Raises DJ400 for a day outside of the years 1 to 9999. Used
by keep_days.';
