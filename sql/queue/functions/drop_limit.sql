create or replace function jobmachine.drop_limit(
  queue text
)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '10s'
as $$
begin
  delete from jobmachine.queue_limit l
  where l.queue = drop_limit.queue;
  if not found then
    return false;
  end if;
  perform jobmachine.ring_branch(drop_limit.queue);
  return true;
exception when lock_not_available then
  raise exception 'the limits of the queue “%” are kept locked by another session', drop_limit.queue
  using errcode = 'DJ503', hint = 'Try again; if it persists, look for a transaction that was left open.';
end
$$;

comment on function jobmachine.drop_limit is
  'Removes the limits of a queue, and rings it and those below it. Returns false if it had none.
Raises DJ503 if somebody else keeps them locked for 10 seconds.';
