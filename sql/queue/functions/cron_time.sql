create or replace function jobmachine.cron_time(
  rule jobmachine.cron,
  earliest time
)
returns time
language plpgsql
immutable
as $$
declare
  minutes integer[] := (cron_time.rule).minutes;
  seconds integer[] := (cron_time.rule).seconds;
  h integer := extract(hour from cron_time.earliest);
  m integer := extract(minute from cron_time.earliest);
  s integer := extract(second from cron_time.earliest);
begin
  if h = any ((cron_time.rule).hours) then
    if m = any (minutes) and s <= seconds[cardinality(seconds)] then
      return make_time(h, m, (select min(second) from unnest(seconds) as second where second >= s));
    end if;
    if m < minutes[cardinality(minutes)] then
      return make_time(h, (select min(minute) from unnest(minutes) as minute where minute > m), seconds[1]);
    end if;
  end if;
  return make_time(
    (select min(hour) from unnest((cron_time.rule).hours) as hour where hour > h), minutes[1], seconds[1]);
end
$$;

comment on function jobmachine.cron_time is
  'Returns the first time of a day that a rule admits, from a time onwards; null if there is none. Used by
next_wall_time.';
