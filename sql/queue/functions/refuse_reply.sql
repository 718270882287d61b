create or replace function jobmachine.refuse_reply(
  what text
)
returns void
language plpgsql
as $$
begin
  raise exception '% is longer than % bytes', refuse_reply.what, jobmachine.reply_limit()
  using errcode = 'program_limit_exceeded', hint = 'Store long values as a file, and pass its number.';
end
$$;

comment on function jobmachine.refuse_reply is
  'Raises program_limit_exceeded for a reply, or a step''s value, that is too long. Used by reply,
reply_or_raise and keep_step.';
