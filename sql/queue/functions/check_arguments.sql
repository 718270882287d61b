create or replace function jobmachine.check_arguments(
  arguments jsonb
)
returns void
language plpgsql
as $$
declare
  bytes constant integer := octet_length(check_arguments.arguments::text);
begin
  if bytes > jobmachine.arguments_limit() then
    raise exception 'a job''s arguments are longer than % bytes', jobmachine.arguments_limit()
    using errcode = 'DJ400', hint = 'Store long values as a file, and pass its number.';
  end if;
  if jobmachine.is_inflated(check_arguments.arguments, bytes) then
    raise exception 'the numbers in a job''s arguments have too many digits (% bytes of text in all)', bytes
    using errcode = 'DJ400', hint = 'Pass a number of hundreds of digits as a text.';
  end if;
end
$$;

comment on function jobmachine.check_arguments is
  'Raises DJ400 for arguments that are longer than a worker can take, or whose numbers have digits out of
proportion. No shorter text than 64 kB needs this check. Used by offload, offload_each, offload_many and
check_schedule.';
