create or replace function jobmachine.finish_file(
  file bigint
)
returns bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  whole bigint;
begin
  update jobmachine.file f
  set
    is_complete = true,
    created_at = now()
  where f.id = finish_file.file
    and not f.is_complete
    and jobmachine.may_change_file(f.maker, f.is_complete)
  returning f.size into whole;
  if not found then
    perform jobmachine.refuse_file(finish_file.file);
  end if;
  return whole;
end
$$;

comment on function jobmachine.finish_file is
  'Completes a file that begin_file began, and returns its length in bytes. Raises DJ404 if it is complete or
gone, and DJ403 if another login began it.';
