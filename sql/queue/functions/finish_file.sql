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
  returning f.size into whole;
  if not found then
    raise exception using
      errcode = 'DJ404',
      message = 'the upload was given up: its bytes came too slowly';
  end if;
  return whole;
end
$$;

comment on function jobmachine.finish_file is
  'Completes a file that begin_file began, and returns its length in bytes. Raises DJ404 if it is complete or gone.';
