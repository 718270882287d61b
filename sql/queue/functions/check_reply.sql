create or replace function jobmachine.check_reply(
  what text,
  value jsonb
)
returns void
language plpgsql
as $$
declare
  bytes constant integer := octet_length(check_reply.value::text);
begin
  if bytes > jobmachine.reply_limit() then
    raise exception '% is longer than % bytes', check_reply.what, jobmachine.reply_limit()
    using errcode = 'program_limit_exceeded', hint = 'Store long values as a file, and pass its number.';
  end if;
  if jobmachine.is_inflated(check_reply.value, bytes) then
    raise exception 'the numbers in % have too many digits (% bytes of text in all)', check_reply.what, bytes
    using errcode = 'program_limit_exceeded', hint = 'Return a number of hundreds of digits as a text.';
  end if;
end
$$;

comment on function jobmachine.check_reply is
  'Raises program_limit_exceeded for a reply, or a step''s value, that is too long, or whose numbers have
digits out of proportion. No shorter text than 64 kB needs this check. Used by reply, reply_or_raise and
keep_step.';
