create or replace function jobmachine.suspend_schedule(
  name text,
  why text
)
returns void
language sql
as $$
  update jobmachine.schedule s
  set
    paused_at = now(),
    paused_by = null,
    paused_why = jobmachine.cut(suspend_schedule.why)
  where s.name = suspend_schedule.name
    and s.paused_at is null
$$;

comment on function jobmachine.suspend_schedule is
  'Lets a schedule pause itself. Does nothing if there is none of this name. Used by fire and fail.';
