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
  -- One at a time; whoever comes second has nothing to do, but needs the day as much.
  perform
  from jobmachine.lock l
  where l.name = 'history'
  for update;
  if to_regclass('jobmachine.' || part) is not null then
    return;
  end if;

  -- Made by itself and then attached: unlike "partition of", that waits for nobody who reads or writes, nor do they for it.
  execute format(
    'create table jobmachine.%I (like jobmachine.%I including defaults including constraints including storage)',
    part, make_day.parent);
  execute format(
    'alter table jobmachine.%I attach partition jobmachine.%I for values from (%L) to (%L)',
    make_day.parent, part, make_day.day::timestamp at time zone 'UTC', (make_day.day + 1)::timestamp at time zone 'UTC');
end
$$;

comment on function jobmachine.make_day is
  'Makes the partition of a day, unless it is there. A part of keep_days.';
