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
  'How many bytes the files of a user take together, those included that are still being stored: 4096 for each file besides its
own, so that empty ones count.';
