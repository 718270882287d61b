create or replace function jobmachine.refuse_reply(
  what text
)
returns void
language plpgsql
as $$
begin
  raise exception '% is longer than % bytes', refuse_reply.what, jobmachine.reply_limit()
  using errcode = 'program_limit_exceeded', hint = 'Store what is long as a file, and give its number.';
end
$$;

comment on function jobmachine.refuse_reply is
  'Raises that a job''s reply, or what a step of it returned, is too long. A part of reply, reply_or_raise and keep_step.';
