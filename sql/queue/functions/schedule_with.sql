create or replace function jobmachine.schedule_with(
  entry jobmachine.schedule,
  changes jsonb
)
returns jobmachine.schedule
language plpgsql
as $$
declare
  unknown text;
begin
  if coalesce(jsonb_typeof(schedule_with.changes), 'null') <> 'object' then
    raise exception 'the values of a schedule must be an object, such as {"rule": "@daily"}' using errcode = 'DJ400';
  end if;
  select key
  into unknown
  from jsonb_object_keys(schedule_with.changes) as key
  where key not in (
    'rule', 'zone', 'kind', 'arguments', 'queue', 'priority', 'missed', 'overlap', 'user', 'locale', 'unique')
  limit 1;
  if found then
    raise exception 'a schedule has no “%”', left(unknown, 60)
    using errcode = 'DJ400',
      hint = 'Use rule, zone, kind, arguments, queue, priority, missed, overlap, user, locale and unique.';
  end if;
  begin
    entry := jsonb_populate_record(entry, schedule_with.changes - '{user,locale,unique}'::text[]);
  exception when data_exception then
    raise exception 'a schedule''s priority must be a number from 0 to 9' using errcode = 'DJ400';
  end;
  if schedule_with.changes ? 'kind' then
    -- Another function has its own rule.
    entry.environment := entry.environment - 'unique';
  end if;
  entry.environment := jsonb_strip_nulls(
    coalesce(entry.environment, '{}') || jsonb_build_object(
      'user', coalesce(schedule_with.changes -> 'user', entry.environment -> 'user'),
      'locale', coalesce(schedule_with.changes -> 'locale', entry.environment -> 'locale'),
      'unique', coalesce(schedule_with.changes -> 'unique', entry.environment -> 'unique')));
  return entry;
end
$$;

comment on function jobmachine.schedule_with is
  'Returns a schedule with other values. Raises DJ400 for names of values that no schedule has. Used by
change_schedule and declare_schedules.';
