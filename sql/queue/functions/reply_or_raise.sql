create or replace function jobmachine.reply_or_raise(
  worker integer,
  ids bigint[],
  attempts integer[],
  replies jsonb[]
)
returns void
language plpgsql
as $$
declare
  accepted bigint[] := array(
    select jobmachine.reply(reply_or_raise.worker, reply_or_raise.ids, reply_or_raise.attempts, reply_or_raise.replies));
  refused bigint;
begin
  if cardinality(accepted) < cardinality(reply_or_raise.ids) then
    select min(one.id)
    into refused
    from unnest(reply_or_raise.ids) as one(id)
    where one.id <> all (accepted);
    raise exception 'job % is no longer worker %''s in the attempt that ends it', refused, reply_or_raise.worker
    using errcode = 'DJF01', hint = 'Another worker has it, or it has been cancelled: what was done for it is undone.';
  end if;
end
$$;

comment on function jobmachine.reply_or_raise(integer, bigint[], integer[], jsonb[]) is
  'Ends jobs with their answers in the transaction that did their work. If the fence refuses one of them, it raises DJF01,
so that the transaction cannot commit.';

create or replace function jobmachine.reply_or_raise(
  worker integer,
  id bigint,
  attempt integer,
  reply jsonb
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform jobmachine.reply_or_raise(
    reply_or_raise.worker, array[reply_or_raise.id], array[reply_or_raise.attempt], array[reply_or_raise.reply]);
end
$$;

comment on function jobmachine.reply_or_raise(integer, bigint, integer, jsonb) is
  'The same for one job.';
