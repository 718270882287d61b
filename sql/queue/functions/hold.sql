create or replace function jobmachine.hold(
  worker integer,
  id bigint,
  attempt integer
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  -- Locked, so that whoever takes the job away waits for this commit, and the next attempt finds what it did.
  perform
  from jobmachine.job j
  where j.id = hold.id
    and j.worker = hold.worker
    and j.attempt = hold.attempt
  for share;
  if not found then
    raise exception 'job % is no longer worker %''s in attempt %', hold.id, hold.worker, hold.attempt
    using errcode = 'DJF01', hint = 'Another worker has it, or it has been cancelled: what was done for it is undone.';
  end if;
end
$$;

comment on function jobmachine.hold is
  'Keeps a job with its worker until the end of the transaction, to which something done for the job belongs. If the job is no
longer this worker''s in this attempt it raises DJF01, so that the transaction cannot commit. It comes last: as long as it
holds, a worker that is frozen cannot be rescued from.';
