create or replace function jobmachine.end_chore(
  worker integer,
  name text,
  run bigint,
  error text default null
)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update jobmachine.chore c
  set
    worker = null,
    free_at = null,
    took = clock_timestamp() - c.started_at,
    error = jobmachine.cut(end_chore.error),
    next_at = greatest(c.started_at + c.every, now())
  where c.name = end_chore.name
    and c.worker = end_chore.worker
    and c.run = end_chore.run;
  return found;
end
$$;

comment on function jobmachine.end_chore is
  'Reports the end of a chore''s run, with its error if it failed: it runs again at its next time. Returns
false, and changes nothing, if another worker has taken the chore over.';
