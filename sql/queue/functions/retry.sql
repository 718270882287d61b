create or replace function jobmachine.retry(
  id bigint
)
returns jobmachine.status
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return jobmachine.retry_job(retry.id);
end
$$;

comment on function jobmachine.retry is
  'Brings a job that failed or was cancelled back to the line, with as many attempts as it had at first, and
with it those that ended because it did, which wait for it again; lets a scheduled one run now. Returns the
job''s status, which is entered if it was brought back, or waiting if it needs others that live. Null if there
is no such job. Raises DJ409, and changes nothing, if a file that it was given is no longer stored,
unique_violation if another job has its key, and DJ503 if somebody else keeps it, or one beside it, locked for
10 seconds.';
