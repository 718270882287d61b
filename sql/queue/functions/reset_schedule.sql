create or replace function jobmachine.reset_schedule(
  name text
)
returns timestamptz
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  entry jobmachine.schedule := jobmachine.require_schedule(reset_schedule.name);
begin
  if entry.declared is null then
    raise exception 'no part declares the schedule “%”', entry.name
    using errcode = 'DJ409', hint = 'Change it instead.';
  end if;
  -- Whoever changed it is not the one on whose behalf it runs any more.
  entry.environment := '{}';
  entry := jobmachine.schedule_with(entry, entry.declared);
  entry.changed_at := null;
  entry.changed_by := null;
  return jobmachine.keep_schedule(entry);
end
$$;

comment on function jobmachine.reset_schedule is
  'Gives a schedule back what its part declares, in place of what somebody chose by hand, and returns its next
due time. Raises DJ404 if there is none of this name, and DJ409 if no part declares it.';
