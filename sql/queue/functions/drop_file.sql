create or replace function jobmachine.drop_file(
  file bigint
)
returns void
language sql
security definer
set search_path = pg_catalog, pg_temp
as $$
  delete from jobmachine.file f
  where f.id = drop_file.file
$$;

comment on function jobmachine.drop_file is 'Removes a file and its bytes, which no job may need any more.';
