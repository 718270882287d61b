create or replace function jobmachine.next_wall_time(
  rule jobmachine.cron,
  earliest timestamp
)
returns timestamp
language plpgsql
immutable
as $$
declare
  day date := next_wall_time.earliest::date;
  -- A 29th of February is at most eight years away.
  last_day constant date := day + 8 * 366;
  hit time;
begin
  if jobmachine.is_cron_day(next_wall_time.rule, day) then
    hit := jobmachine.cron_time(next_wall_time.rule, next_wall_time.earliest::time);
    if hit is not null then
      return day + hit;
    end if;
  end if;
  loop
    day := day + 1;
    if not extract(month from day)::integer = any ((next_wall_time.rule).months) then
      day := date_trunc('month', day) + interval '1 month';
    end if;
    if day > last_day then
      return null;
    end if;
    if jobmachine.is_cron_day(next_wall_time.rule, day) then
      return day + jobmachine.cron_time(next_wall_time.rule, '00:00');
    end if;
  end loop;
end
$$;

comment on function jobmachine.next_wall_time is
  'Returns the first time that a rule admits, from a whole second onwards, on a clock that is never set; null
if there is none, as for the 30th of February. Used by next_due.';
