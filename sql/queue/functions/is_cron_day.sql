create or replace function jobmachine.is_cron_day(
  rule jobmachine.cron,
  day date
)
returns boolean
language plpgsql
immutable
as $$
declare
  is_in_month boolean := extract(month from is_cron_day.day)::integer = any ((is_cron_day.rule).months);
  is_day boolean := extract(day from is_cron_day.day)::integer = any ((is_cron_day.rule).days)
    or ((is_cron_day.rule).has_last_day and extract(day from is_cron_day.day + 1) = 1);
  is_weekday boolean := extract(dow from is_cron_day.day)::integer = any ((is_cron_day.rule).weekdays);
begin
  return is_in_month and case
    when (is_cron_day.rule).has_any_day then is_weekday
    when (is_cron_day.rule).has_any_weekday then is_day
    else is_day or is_weekday
  end;
end
$$;

comment on function jobmachine.is_cron_day is
  'Returns true if a rule admits a day. If it restricts days and weekdays, either will do. Used by
next_wall_time.';
