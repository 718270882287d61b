create or replace function jobmachine.require_schedule(
  name text
)
returns jobmachine.schedule
language plpgsql
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
end
$$;

comment on function jobmachine.require_schedule is
  'Returns a schedule, locked until the end of the transaction. Raises DJ404 if there is none of this name.';
