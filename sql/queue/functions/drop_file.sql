create or replace function jobmachine.drop_file(
  file bigint
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  delete from jobmachine.file f
  where f.id = drop_file.file
    and jobmachine.may_change_file(f.maker, f.is_complete);
  if not found and exists (select from jobmachine.file f where f.id = drop_file.file) then
    perform jobmachine.refuse_file(drop_file.file);
  end if;
end
$$;

comment on function jobmachine.drop_file is
  'Removes a file, which no job may need any more, and its bytes. Nothing happens if it is gone already.
Raises DJ403 if it is another login''s; workers and administrators may also remove finished ones.';
