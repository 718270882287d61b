create or replace function jobmachine.release(
  worker integer,
  ids bigint[],
  attempts integer[]
)
returns setof bigint
language sql
security definer
set search_path = pg_catalog, pg_temp
as $$
  update jobmachine.job j
  set
    worker = null,
    claimed_at = null,
    attempt = j.attempt - 1,
    progress = null,
    position = nextval('jobmachine.job_id_seq')
  from unnest(release.ids, release.attempts) as one(id, attempt)
  where j.id = one.id
    and j.attempt = one.attempt
    and j.worker = release.worker
  returning j.id
$$;

comment on function jobmachine.release is
  'Hands jobs back to the line unfinished, as a worker does that stops. The attempt does not count.';
