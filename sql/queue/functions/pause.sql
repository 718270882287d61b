create or replace function jobmachine.pause(
  queue text,
  by_whom text default null
)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  insert into jobmachine.queue as q (name, paused_at, paused_by)
  values (pause.queue, now(), pause.by_whom)
  on conflict (name) do update set paused_at = now(), paused_by = excluded.paused_by
  where q.paused_at is null;
  return found;
exception when check_violation then
  raise exception '“%” is not a queue''s name', pause.queue
  using errcode = 'DJ400', hint = 'Use up to 30 of a–z, 0–9, _ and -, parts joined by dots.';
end
$$;

comment on function jobmachine.pause is
  'Lets no worker claim from a queue any more; running jobs go on. Returns false if it was paused already.
Raises DJ400 if it cannot be the name of a queue.';
