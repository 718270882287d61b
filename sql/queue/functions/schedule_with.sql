create or replace function jobmachine.schedule_with(
  entry jobmachine.schedule,
  changes jsonb
)
returns jobmachine.schedule
language plpgsql
as $$
declare
  -- The values that its environment holds.
  held constant text[] := '{user,tenant,locale,unique,limitKey}';
  unknown text;
begin
  if coalesce(jsonb_typeof(schedule_with.changes), 'null') <> 'object' then
    raise exception 'the values of a schedule must be an object, such as {"rule": "@daily"}' using errcode = 'DJ400';
  end if;
  select key
  into unknown
  from jsonb_object_keys(schedule_with.changes) as key
  where key <> all ('{rule,zone,kind,arguments,queue,priority,missed,overlap,terms}' || held)
  limit 1;
  if found then
    raise exception 'a schedule has no “%”', left(unknown, 60)
    using errcode = 'DJ400',
      hint = 'Use rule, zone, kind, arguments, queue, priority, missed, overlap, terms, ' || array_to_string(held, ', ') || '.';
  end if;
  begin
    entry := jsonb_populate_record(entry, schedule_with.changes - held - 'terms');
  exception when data_exception then
    raise exception 'a schedule''s priority must be a number from 0 to 9' using errcode = 'DJ400';
  end;
  if schedule_with.changes ? 'kind' then
    -- Another function has its own rule and key.
    entry.environment := entry.environment - '{unique,limitKey}'::text[];
  end if;
  if schedule_with.changes -> 'terms' = 'null' then
    entry.environment := entry.environment - jobmachine.schedule_terms();
  elsif schedule_with.changes ? 'terms' then
    entry.environment := coalesce(entry.environment, '{}') || jobmachine.terms_of(schedule_with.changes -> 'terms');
  end if;
  entry.environment := jsonb_strip_nulls(
    coalesce(entry.environment, '{}') || coalesce(
      (
        select jsonb_object_agg(one.key, one.value)
        from jsonb_each(schedule_with.changes) as one
        where one.key = any (held)
      ), '{}'));
  return entry;
end
$$;

comment on function jobmachine.schedule_with is
  'Returns a schedule with other values. Raises DJ400 for names of values that no schedule has. Used by
add_schedule, change_schedule, declare_schedules and reset_schedule.';
