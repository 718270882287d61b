create or replace function jobmachine.assert_held(
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
  -- The lock makes a transaction that takes the job away wait for this commit, and the next attempt finds
  -- what it did.
  perform
  from jobmachine.job j
  where j.id = assert_held.id
    and j.worker = assert_held.worker
    and j.attempt = assert_held.attempt
  for share;
  if not found then
    raise exception 'job % is no longer worker %''s in attempt %', assert_held.id, assert_held.worker, assert_held.attempt
    using errcode = 'DJF01', hint = 'Another worker has it, or it was cancelled: the work of this attempt is undone.';
  end if;
end
$$;

comment on function jobmachine.assert_held is
  'Keeps a job with its worker until the end of the transaction, which does something for the job. Raises
DJF01, so that the transaction cannot commit, if the job is no longer this worker''s in this attempt. It comes
last: while it holds, the job cannot be rescued from a frozen worker.';
