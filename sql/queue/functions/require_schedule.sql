create or replace function jobmachine.require_schedule(
  name text
)
returns jobmachine.schedule
language plpgsql
set lock_timeout = '10s'
as $$
declare
  entry jobmachine.schedule;
begin
  select s.* into entry from jobmachine.schedule s where s.name = require_schedule.name for update;
  if not found then
    raise exception 'there is no schedule “%”', coalesce(left(require_schedule.name, 61), 'null')
    using errcode = 'DJ404', hint = 'List them, and check the name.';
  end if;
  return entry;
exception when lock_not_available then
  raise exception 'the schedule “%” is kept locked by another session', require_schedule.name
  using errcode = 'DJ503', hint = 'Try again; if it persists, look for a transaction that was left open.';
end
$$;

comment on function jobmachine.require_schedule is
  'Returns a schedule, locked until the end of the transaction. Raises DJ404 if there is none of this name,
and DJ503 if somebody else keeps it locked for 10 seconds.';
