create or replace function jobmachine.declare_schedules(
  part text,
  schedules jsonb
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '10s'
as $$
declare
  declaration record;
  entry jobmachine.schedule;
  usual constant jsonb :=
    '{"arguments": {}, "zone": "UTC", "queue": "default", "priority": 4, "missed": "last", "overlap": "skip"}';
begin
  if jsonb_typeof(declare_schedules.schedules) is distinct from 'object' then
    raise exception 'the schedules of a part must be an object, with a name for each (got %)',
      coalesce(left(declare_schedules.schedules::text, 60), 'null')
    using errcode = 'DJ400', hint = 'Use {} for none.';
  end if;
  -- In one order, so that two programs that start at the same time do not wait for each other.
  for declaration in
    select
      one.key as name,
      usual || case when jsonb_typeof(one.value) = 'object' then one.value - 'paused' else one.value end as wanted,
      one.value -> 'paused' = 'true' as is_paused
    from jsonb_each(declare_schedules.schedules) as one
    order by one.key
  loop
    select s.* into entry from jobmachine.schedule s where s.name = declaration.name for update;
    continue when entry.part = declare_schedules.part
      and entry.declared = declaration.wanted
      and entry.retired_at is null;
    if entry.name is null and declaration.is_paused then
      entry.paused_at := now();
      entry.paused_why := 'It begins paused. Resume it to use it.';
    end if;
    entry.name := declaration.name;
    entry.part := declare_schedules.part;
    entry.declared := declaration.wanted;
    entry.retired_at := null;
    if entry.changed_at is null then
      -- A user, a locale or a term that is no longer declared goes.
      entry.environment := '{}';
      entry := jobmachine.schedule_with(entry, declaration.wanted);
    elsif entry.kind = declaration.wanted ->> 'kind' then
      -- The key is the function's: no person has chosen it.
      entry.environment := entry.environment - 'limitKey'
        || jsonb_strip_nulls(jsonb_build_object('limitKey', declaration.wanted -> 'limitKey'));
    end if;
    perform jobmachine.keep_schedule(entry);
  end loop;
  update jobmachine.schedule s
  set retired_at = now()
  where s.part = declare_schedules.part
    and s.retired_at is null
    and not declare_schedules.schedules ? s.name;
exception when lock_not_available then
  raise exception 'a schedule of the part “%” is kept locked by another session', declare_schedules.part
  using errcode = 'DJ503', hint = 'Try again; if it persists, look for a transaction that was left open.';
end
$$;

comment on function jobmachine.declare_schedules is
  'Takes over the schedules that a part of a program declares, by name. One that a person changed or added by
hand keeps what the person chose; one that the part no longer declares is retired, not deleted. With "paused":
true a new one waits until somebody resumes it. Workers call it at their start. Raises DJ400 for values that
no schedule can have, and DJ503 if somebody else keeps a schedule locked for 10 seconds.';
