create or replace function jobmachine.suspend_schedules_of(
  "user" text,
  why text
)
returns integer
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '10s'
as $$
declare
  amount integer;
begin
  update jobmachine.schedule s
  set
    paused_at = now(),
    paused_by = null,
    paused_why = jobmachine.cut(suspend_schedules_of.why)
  where s.environment ->> 'user' = suspend_schedules_of."user"
    and s.paused_at is null;
  get diagnostics amount = row_count;
  return amount;
exception when lock_not_available then
  raise exception 'a schedule on behalf of “%” is kept locked by another session', suspend_schedules_of."user"
  using errcode = 'DJ503', hint = 'Try again; if it persists, look for a transaction that was left open.';
end
$$;

comment on function jobmachine.suspend_schedules_of is
  'Pauses the schedules on behalf of a user, such as one who is disabled, and returns how many. Raises DJ503
if somebody else keeps one of them locked for 10 seconds.';
