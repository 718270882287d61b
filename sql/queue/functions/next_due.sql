create or replace function jobmachine.next_due(
  rule text,
  zone text,
  after timestamptz
)
returns timestamptz
language plpgsql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  step constant interval := jobmachine.schedule_interval(next_due.rule);
  cron jobmachine.cron;
  follows_clock boolean;
  at timestamptz := date_trunc('second', next_due.after);
  ahead interval;
  earliest timestamp;
  hit timestamp;
  due timestamptz;
  change timestamptz;
begin
  if next_due.zone is null then
    perform jobmachine.known_zone(null);
  elsif (next_due.after between '0001-01-01Z' and '200000-01-01Z') is not true then
    raise exception 'no due time comes after %: name a time from the year 1 to the year 200,000',
      coalesce(next_due.after::text, 'null')
    using errcode = 'DJ400';
  end if;
  if step is not null then
    return next_due.after + step;
  end if;
  cron := jobmachine.parse_cron(next_due.rule);
  -- A rule of every hour follows the time that passes, others the clock on the wall.
  follows_clock := cardinality(cron.hours) < 24;
  ahead := jobmachine.zone_offset(next_due.zone, at);
  earliest := (at at time zone next_due.zone) + interval '1 second';
  if follows_clock then
    -- An hour that comes twice counts once.
    change := jobmachine.zone_change(next_due.zone, at - interval '1 day', at);
    if change is not null then
      earliest := greatest(
        earliest, (change at time zone 'UTC') + jobmachine.zone_offset(next_due.zone, at - interval '1 day'));
    end if;
  end if;

  loop
    hit := jobmachine.next_wall_time(cron, earliest);
    if hit is null then
      return null;
    end if;
    due := (hit - ahead) at time zone 'UTC';
    -- Nothing is admitted in between, whatever the clocks do.
    if due > at + interval '3 days' then
      at := due - interval '1 day';
      ahead := jobmachine.zone_offset(next_due.zone, at);
      due := (hit - ahead) at time zone 'UTC';
    end if;
    change := jobmachine.zone_change(next_due.zone, at, due);
    if change is null then
      return due;
    end if;
    earliest := change at time zone next_due.zone;
    if follows_clock then
      -- A time that does not exist comes at the end of the gap.
      if hit <= earliest and earliest > (change at time zone 'UTC') + ahead then
        return change;
      end if;
      earliest := greatest(earliest, hit);
    end if;
    at := change;
    ahead := jobmachine.zone_offset(next_due.zone, change);
  end loop;
end
$$;

comment on function jobmachine.next_due is
  'Returns the first due time of a rule after a time; null if there is none. When clocks are set, a fixed time
that does not exist comes at the end of the gap, and one that exists twice comes once, at the first; a rule of
every hour follows the time that passes. Raises DJ400 for a rule that it does not understand, and for a time
that is not from the year 1 to the year 200,000.';
