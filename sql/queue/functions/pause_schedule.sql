create or replace function jobmachine.pause_schedule(
  name text,
  by_whom text default null,
  why text default null
)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  entry jobmachine.schedule := jobmachine.require_schedule(pause_schedule.name);
begin
  if length(pause_schedule.by_whom) > 200 then
    raise exception 'the name of whoever pauses a schedule must have at most 200 letters (got %)', length(pause_schedule.by_whom)
    using errcode = 'DJ400';
  end if;
  update jobmachine.schedule s
  set
    paused_at = now(),
    paused_by = pause_schedule.by_whom,
    paused_why = jobmachine.cut(pause_schedule.why)
  where s.name = entry.name
    and s.paused_at is null;
  return found;
end
$$;

comment on function jobmachine.pause_schedule is
  'Lets a schedule make no jobs until it is resumed. Returns false if it was paused already. Raises DJ404 if
there is none of this name.';
