create or replace function jobmachine.parse_cron(
  rule text
)
returns jobmachine.cron
language plpgsql
immutable
as $$
declare
  fields text[];
  days text[];
  parsed jobmachine.cron;
begin
  fields := regexp_split_to_array(lower(btrim(left(parse_cron.rule, 201), e' \t')), '[ \t]+');
  if cardinality(fields) = 1 then
    fields := string_to_array(
      case fields[1]
        when '@hourly' then '0 * * * *'
        when '@daily' then '0 0 * * *'
        when '@midnight' then '0 0 * * *'
        when '@weekly' then '0 0 * * 0'
        when '@monthly' then '0 0 1 * *'
        when '@yearly' then '0 0 1 1 *'
        when '@annually' then '0 0 1 1 *'
        else fields[1]
      end,
      ' ');
  end if;
  if length(parse_cron.rule) > 200 or cardinality(fields) not in (5, 6) or parse_cron.rule is null then
    raise exception '“%” is not the rule of a schedule', coalesce(left(parse_cron.rule, 60), 'null')
    using errcode = 'DJ400', hint = 'Use five fields, minute hour day month weekday, such as 30 6 * * 1-5, and a sixth one for '
      'seconds; or @hourly, @daily, @weekly, @monthly or @yearly; or @every 10 minutes.';
  end if;
  days := string_to_array(fields[3], ',');
  parsed.has_last_day := 'l' = any (days);
  days := array_remove(days, 'l');
  parsed.minutes := jobmachine.cron_field(fields[1], 'minute', 0, 59);
  parsed.hours := jobmachine.cron_field(fields[2], 'hour', 0, 23);
  parsed.days := case
    when cardinality(days) = 0 and parsed.has_last_day then '{}'
    else jobmachine.cron_field(array_to_string(days, ','), 'day', 1, 31)
  end;
  parsed.months := jobmachine.cron_field(
    fields[4], 'month', 1, 12, '{jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec}');
  parsed.weekdays := jobmachine.cron_field(fields[5], 'weekday', 0, 7, '{sun,mon,tue,wed,thu,fri,sat}');
  -- A field that lists all is no restriction beside one that begins with a *.
  parsed.has_any_day := fields[3] = '*' or cardinality(parsed.days) = 31 and fields[5] like '%*%';
  parsed.has_any_weekday := fields[5] = '*' or cardinality(parsed.weekdays) = 7 and fields[3] like '%*%';
  parsed.seconds := jobmachine.cron_field(coalesce(fields[6], '0'), 'second', 0, 59);
  return parsed;
end
$$;

comment on function jobmachine.parse_cron is
  'Reads a rule of five fields of cron: minute, hour, day of the month (L is the last one), month and weekday
(0 and 7 are Sunday), and a sixth one for seconds; or @hourly, @daily, @weekly, @monthly, @yearly. If day and
weekday are both restricted, either will do, as in cron. Raises DJ400 for another rule, and says which part.';
