create or replace function jobmachine.resume(
  queue text
)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '10s'
as $$
begin
  delete from jobmachine.queue q
  where q.name = resume.queue
    and q.paused_at is not null;
  if not found then
    return false;
  end if;
  perform jobmachine.ring_branch(resume.queue);
  return true;
exception when lock_not_available then
  raise exception 'the queue “%” is kept locked by another session', resume.queue
  using errcode = 'DJ503', hint = 'Try again; if it persists, look for a transaction that was left open.';
end
$$;

comment on function jobmachine.resume is
  'Lets workers claim from a paused queue again, and rings it and those below it. Returns false if it was not
paused. Raises DJ503 if somebody else keeps it locked for 10 seconds.';
