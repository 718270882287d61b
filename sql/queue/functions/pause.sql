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
  if length(pause.by_whom) > 200 then
    raise exception 'the name of whoever pauses a queue must have at most 200 letters (got %)', length(pause.by_whom)
    using errcode = 'DJ400';
  end if;
  if jobmachine.are_queues(array[pause.queue]) is not true then
    raise exception '“%” is not a queue''s name', coalesce(left(pause.queue, 60), 'null')
    using errcode = 'DJ400', hint = 'Use up to 30 of a–z, 0–9, _ and -, parts joined by dots, each beginning with a letter.';
  end if;
  insert into jobmachine.queue as q (name, paused_at, paused_by)
  values (pause.queue, now(), pause.by_whom)
  on conflict (name) do update set paused_at = now(), paused_by = excluded.paused_by
  where q.paused_at is null;
  return found;
end
$$;

comment on function jobmachine.pause is
  'Lets no worker claim from a queue any more; running jobs go on. Returns false if it was paused already.
Raises DJ400 if it cannot be the name of a queue, and if the name of whoever pauses it has more than 200
letters.';
