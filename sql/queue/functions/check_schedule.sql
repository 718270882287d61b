create or replace function jobmachine.check_schedule(
  entry jobmachine.schedule
)
returns void
language plpgsql
as $$
begin
  if (length(entry.name) <= 60 and entry.name ~ '^[a-z][a-z0-9_.-]*$') is not true then
    raise exception '“%” is not a schedule''s name', coalesce(left(entry.name, 61), 'null')
    using errcode = 'DJ400', hint = 'Use up to 60 of a–z, 0–9, _, - and dots, a letter first.';
  end if;
  perform jobmachine.check_job(entry.queue, entry.kind, entry.priority, null, null);
  if entry.arguments is null or entry.environment is null then
    perform jobmachine.refuse_null();
  end if;
  if octet_length(entry.arguments::text) > 65536 then
    perform jobmachine.check_arguments(entry.arguments);
  end if;
  if octet_length(entry.environment::text) > 65000 then
    raise exception 'the environment of the schedule “%” is longer than 65,000 bytes', entry.name
    using errcode = 'DJ400', hint = 'Its jobs take 64 kB, with the name and the due time that are added.';
  end if;
  if entry.environment ? 'attempts'
    and (
      jsonb_typeof(entry.environment -> 'attempts') = 'number'
      and entry.environment ->> 'attempts' ~ '^[1-9][0-9]{0,8}$') is not true
  then
    raise exception 'the attempts of a schedule''s jobs must be a whole number from 1 on' using errcode = 'DJ400';
  end if;
  if entry.environment ? 'expires'
    and (
      jsonb_typeof(entry.environment -> 'expires') = 'number'
      and (entry.environment ->> 'expires')::numeric between 0.001 and 315576000) is not true
  then
    raise exception 'the jobs of a schedule must expire between a millisecond and ten years after their due time'
    using errcode = 'DJ400', hint = 'Give the seconds, such as 3600.';
  end if;
  if not jobmachine.is_environment(entry.environment) then
    raise exception 'the environment of the schedule “%” has another shape', entry.name
    using errcode = 'DJ400', hint = 'Use an object with texts as user and locale, such as {"user": "ada"}.';
  end if;
  perform jobmachine.check_terms(entry.environment - 'expires');
  if entry.environment ? 'unique' then
    perform jobmachine.check_unique(entry.environment -> 'unique');
  end if;
  if (entry.missed in ('last', 'all', 'none')) is not true then
    raise exception 'missed must be last, all or none (got “%”)', coalesce(left(entry.missed, 60), 'null')
    using errcode = 'DJ400';
  end if;
  if (entry.overlap in ('skip', 'allow')) is not true then
    raise exception 'overlap must be skip or allow (got “%”)', coalesce(left(entry.overlap, 60), 'null')
    using errcode = 'DJ400';
  end if;
  if length(entry.changed_by) > 200 then
    raise exception 'the name of whoever changes a schedule must have at most 200 letters (got %)', length(entry.changed_by)
    using errcode = 'DJ400';
  end if;
end
$$;

comment on function jobmachine.check_schedule is
  'Raises DJ400, or check_violation for what no job can have, for values that no schedule can have. Used by
keep_schedule.';
