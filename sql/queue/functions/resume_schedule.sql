create or replace function jobmachine.resume_schedule(
  name text
)
returns timestamptz
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  entry jobmachine.schedule := jobmachine.require_schedule(resume_schedule.name);
  upcoming timestamptz;
begin
  if entry.paused_at is null then
    return entry.next_at;
  end if;
  upcoming := jobmachine.next_due(entry.rule, entry.zone, now());
  update jobmachine.schedule s
  set
    paused_at = null,
    paused_by = null,
    paused_why = null,
    next_at = upcoming
  where s.name = entry.name;
  perform jobmachine.ring(entry.queue, 'later');
  return upcoming;
end
$$;

comment on function jobmachine.resume_schedule is
  'Lets a paused schedule make jobs again, and returns its next due time. Times that went by meanwhile are not
made up for. Raises DJ404 if there is none of this name.';
