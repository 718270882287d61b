create or replace function jobmachine.reseal(
  ids bigint[],
  arguments jsonb[],
  new_arguments jsonb[],
  replies jsonb[],
  new_replies jsonb[]
)
returns integer
language plpgsql
as $$
declare
  live integer;
  ended integer;
begin
  with given as materialized (
    select given.id, given.before, given.after
    from unnest(reseal.ids, reseal.arguments, reseal.new_arguments) as given(id, before, after)
  ), free as materialized (
    select j.id, g.after
    from jobmachine.job j
    join given g on g.id = j.id and g.before = j.arguments
    order by j.id
    for update of j skip locked
  )
  update jobmachine.job j
  set arguments = f.after
  from free f
  where j.id = f.id;
  get diagnostics live = row_count;
  -- Claims have passed by those in the line, since they were locked.
  perform jobmachine.ring(line.queue)
  from (
    select distinct j.queue
    from jobmachine.job j
    where j.id = any (reseal.ids)
      and j.worker is null
      and j.position is not null
  ) as line
  where live > 0;

  update jobmachine.history h
  set arguments = g.new_arguments, reply = g.new_reply
  from unnest(reseal.ids, reseal.arguments, reseal.new_arguments, reseal.replies, reseal.new_replies)
    as g(id, arguments, new_arguments, reply, new_reply)
  where h.id = g.id and h.arguments = g.arguments and h.reply is not distinct from g.reply;
  get diagnostics ended = row_count;
  return live + ended;
end
$$;

comment on function jobmachine.reseal is
  'Gives jobs the same arguments and replies, encrypted anew. A job that has changed meanwhile, or that
somebody keeps locked, is left out. Returns the number of jobs. Only the schema''s owner may call it.';
