create or replace function jobmachine.keep_schedule(
  entry jobmachine.schedule
)
returns timestamptz
language plpgsql
set lock_timeout = '10s'
as $$
declare
  before jobmachine.schedule;
begin
  select s.* into before from jobmachine.schedule s where s.name = entry.name for update;
  entry.created_at := coalesce(before.created_at, now());
  if (before.zone = entry.zone) is not true then
    entry.zone := jobmachine.known_zone(entry.zone);
  end if;
  perform jobmachine.check_schedule(entry);
  -- Times that went by while it was paused or retired are not made up for.
  if (before.rule = entry.rule and before.zone = entry.zone and before.paused_at is null and before.retired_at is null)
    is not true
  then
    entry.next_at := jobmachine.next_due(entry.rule, entry.zone, now());
    if entry.next_at is null then
      raise exception 'the rule “%” never comes', entry.rule
      using errcode = 'DJ400', hint = 'Check the day and the month: 30 2 30 2 * asks for a 30th of February.';
    end if;
  end if;
  delete from jobmachine.schedule s where s.name = entry.name;
  insert into jobmachine.schedule select entry.*;
  -- Workers learn of the next due time. Those of its former queue need not.
  perform jobmachine.ring(entry.queue, 'later');
  return entry.next_at;
exception when lock_not_available then
  raise exception 'the schedule “%” is kept locked by another session', entry.name
  using errcode = 'DJ503', hint = 'Try again; if it persists, look for a transaction that was left open.';
end
$$;

comment on function jobmachine.keep_schedule is
  'Stores a schedule instead of the one of its name, and returns its next due time, which it computes if the
rule is another one or begins to count again. Raises DJ400 for values that no schedule can have, and DJ503 if
somebody else keeps it locked for 10 seconds. Used by those that add and change schedules.';
