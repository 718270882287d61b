create or replace function jobmachine.take_over(
  job bigint,
  instead_of bigint
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '10s'
as $$
begin
  -- Most jobs have no dependents.
  if not exists (
    select from jobmachine.dependency d where d.needs = take_over.instead_of and d.lost_at is not null)
  then
    return;
  end if;
  -- Takes the tally alone, before any row is locked, as retry_many does: jobs that come back are taken off
  -- it.
  perform jobmachine.lock_tally(alone => true);
  if exists (select from jobmachine.job j where j.id = take_over.instead_of) then
    return;
  end if;
  update jobmachine.dependency d
  set needs = take_over.job
  where d.needs = take_over.instead_of
    and d.lost_at is not null;
  perform jobmachine.revive(array[take_over.job]);
exception when lock_not_available then
  raise exception 'jobs that ended because job % ended have been locked by another session for 10 seconds',
    take_over.instead_of
  using errcode = 'DJ503', hint = 'Try again; if it persists, look for a transaction that was left open.';
end
$$;

comment on function jobmachine.take_over is
  'Lets the jobs that ended because one failed or was cancelled come back and wait for another, which does the
same again. Raises DJ503 if the ended jobs are being counted or retried, or these are kept locked, for longer
than 10 seconds.';
