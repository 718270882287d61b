create or replace function jobmachine.cancelled_of(
  worker integer,
  ids bigint[]
)
returns setof bigint
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select j.id
  from jobmachine.job j
  where j.id = any (cancelled_of.ids)
    and j.worker = cancelled_of.worker
    and exists (select from jobmachine.cancellation c where c.job = j.id)
$$;

comment on function jobmachine.cancelled_of is
  'Returns the ids of those of a worker''s jobs, among these, that somebody wants cancelled.';
