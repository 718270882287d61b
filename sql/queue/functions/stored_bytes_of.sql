create or replace function jobmachine.stored_bytes_of(
  owner text
)
returns bigint
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select coalesce(sum(f.size + 4096), 0)::bigint
  from jobmachine.file f
  where f.owner = stored_bytes_of.owner
$$;

comment on function jobmachine.stored_bytes_of is
  'Returns the bytes that the files of a user take together, including those that are still being stored. Each
file counts 4096 besides its own, so that empty ones count.';
