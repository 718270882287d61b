create or replace function jobmachine.remove_schedule(
  name text
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  entry jobmachine.schedule := jobmachine.require_schedule(remove_schedule.name);
begin
  if entry.part is not null and entry.retired_at is null then
    raise exception 'the schedule “%” is declared by the part “%”, which would declare it again', entry.name, entry.part
    using errcode = 'DJ409', hint = 'Pause it instead.';
  end if;
  delete from jobmachine.schedule s where s.name = entry.name;
end
$$;

comment on function jobmachine.remove_schedule is
  'Removes a schedule; its jobs stay. Raises DJ404 if there is none of this name, and DJ409 if a part declares
it.';
