create or replace function jobmachine.schedule_interval(
  rule text
)
returns interval
language plpgsql
immutable
as $$
declare
  length interval;
begin
  if (left(schedule_interval.rule, 200) ~* '^\s*@every\s') is not true then
    return null;
  end if;
  if length(schedule_interval.rule) > 200 then
    raise exception 'the rule of a schedule must have at most 200 characters (got %)', length(schedule_interval.rule)
    using errcode = 'DJ400';
  end if;
  begin
    length := regexp_replace(schedule_interval.rule, '^\s*@every\s+', '', 'i');
  exception when others then
    length := null;
  end;
  -- Days and months are no lengths: clocks are set.
  if (length >= interval '1 second' and length <= interval '36600 days' and extract(month from length) = 0
    and extract(year from length) = 0 and date_trunc('second', length) = length) is not true
  then
    raise exception '“%” is not an interval of a schedule', left(schedule_interval.rule, 60)
    using errcode = 'DJ400', hint = 'Use whole seconds, minutes, hours or days, such as @every 10 minutes; for months use fields, such as 0 6 1 * *.';
  end if;
  return extract(epoch from length) * interval '1 second';
end
$$;

comment on function jobmachine.schedule_interval is
  'Returns the interval of a rule such as @every 10 minutes, of whole seconds; null for a rule of another
form. Raises DJ400 for an interval that no schedule can have.';
