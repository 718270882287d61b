create or replace function jobmachine.pause(
  queue text,
  by_whom text default null
)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '10s'
as $$
begin
  if length(pause.by_whom) > 200 then
    raise exception 'the name of whoever pauses a queue must have at most 200 letters (got %)', length(pause.by_whom)
    using errcode = 'DJ400';
  end if;
  perform jobmachine.check_queue(pause.queue);
  insert into jobmachine.queue as q (name, paused_at, paused_by)
  values (pause.queue, now(), pause.by_whom)
  on conflict (name) do update set paused_at = now(), paused_by = excluded.paused_by
  where q.paused_at is null;
  return found;
exception when lock_not_available then
  raise exception 'the queue “%” is kept locked by another session', pause.queue
  using errcode = 'DJ503', hint = 'Try again; if it persists, look for a transaction that was left open.';
end
$$;

comment on function jobmachine.pause is
  'Lets no worker claim from a queue, or from one below it, any more; running jobs go on. Returns false if it
was paused already. Raises DJ400 if it cannot be the name of a queue, and if the name of whoever pauses it has
more than 200 letters, and DJ503 if somebody else keeps it locked for 10 seconds.';
