create or replace function jobmachine.sort_keys(
  queue text
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform jobmachine.sort_keys_until(sort_keys.queue, null);
end
$$;

comment on function jobmachine.sort_keys is
  'Gives their keys to all jobs of a queue, and of those below it, that have none, since they came by a COPY,
or while the limit was set. Used by those who copy jobs into the table; a beat does what it has time for.';
