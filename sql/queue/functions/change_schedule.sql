create or replace function jobmachine.change_schedule(
  name text,
  changes jsonb,
  by_whom text default null
)
returns timestamptz
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  entry jobmachine.schedule := jobmachine.require_schedule(change_schedule.name);
begin
  entry := jobmachine.schedule_with(entry, change_schedule.changes);
  entry.changed_at := now();
  entry.changed_by := change_schedule.by_whom;
  return jobmachine.keep_schedule(entry);
end
$$;

comment on function jobmachine.change_schedule is
  'Changes a schedule by hand, and returns its next due time. changes: an object with the new values of rule,
zone, kind, arguments, queue, priority, missed, overlap, user, tenant, locale, unique (the unique_rule),
limitKey (the limit_key) and terms, each as in add_schedule. null takes one of the last six away, and within
terms a term; those that terms does not name stay.
Times are seconds, such as 90, or texts, such as "90s", "10m", "12h", "7d" or "1 hour 30 minutes". From then
on its part''s declaration changes nothing. Raises DJ404 if there is none of this name, and DJ400 for values
that no schedule can have.';
