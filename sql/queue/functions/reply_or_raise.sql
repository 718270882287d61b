create or replace function jobmachine.reply_or_raise(
  worker integer,
  id bigint,
  attempt integer,
  reply jsonb
)
returns void
language plpgsql
as $$
begin
  perform jobmachine.reply(
    reply_or_raise.worker, array[reply_or_raise.id], array[reply_or_raise.attempt], array[reply_or_raise.reply]);
  if not found then
    raise exception 'job % is no longer worker %''s in attempt %',
      reply_or_raise.id, reply_or_raise.worker, reply_or_raise.attempt
    using errcode = 'DJF01', hint = 'Another worker has it, or it has been cancelled: this attempt is undone.';
  end if;
end
$$;

comment on function jobmachine.reply_or_raise is
  'Ends one job with its answer in the transaction that did its work. If the fence refuses it, it raises DJF01, so that the
transaction cannot commit.';
