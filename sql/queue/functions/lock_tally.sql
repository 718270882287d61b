create or replace function jobmachine.lock_tally(
  alone boolean default false
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '10s'
as $$
begin
  if lock_tally.alone then
    perform from jobmachine.lock l where l.name = 'tally' for update;
  else
    perform from jobmachine.lock l where l.name = 'tally' for share;
  end if;
exception when lock_not_available then
  raise exception 'another session has been counting or retrying the ended jobs for 10 seconds'
  using errcode = 'DJ503', hint = 'Try again; if it persists, look for a transaction that was left open.';
end
$$;

comment on function jobmachine.lock_tally is
  'Keeps the tally from being counted until the transaction ends; alone, it also keeps out other callers.
Raises DJ503 if that takes more than 10 seconds. Used by recount, retry, retry_many, delete_many and
take_over.';
