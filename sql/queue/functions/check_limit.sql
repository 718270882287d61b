create or replace function jobmachine.check_limit(
  queue text,
  running integer,
  key text,
  key_running integer,
  key_rate text,
  by_whom text
)
returns void
language plpgsql
as $$
declare
  wrong integer;
begin
  perform jobmachine.check_queue(check_limit.queue);
  wrong := case
    when check_limit.running not between 1 and 1000000 then check_limit.running
    when check_limit.key_running not between 1 and 1000000 then check_limit.key_running
  end;
  if wrong is not null then
    raise exception 'a limit of running jobs must be from 1 to 1,000,000 (got %)', wrong
    using errcode = 'DJ400', hint = 'Pause the queue if none is to run.';
  end if;
  if check_limit.key <> ':tenant' and (
    length(check_limit.key) > 100 or check_limit.key !~ '^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$') then
    raise exception '“%” is not the name of an argument', left(check_limit.key, 60)
    using errcode = 'DJ400', hint = 'Name an argument of the queue''s functions, such as customer or order.customer, or :tenant.';
  end if;
  if check_limit.key is null and coalesce(check_limit.key_running::text, check_limit.key_rate) is not null then
    raise exception 'a limit for each key needs a key'
    using errcode = 'DJ400', hint = 'Name the argument that is the key, such as customer.';
  end if;
  if length(check_limit.by_whom) > 200 then
    raise exception 'the name of whoever limits a queue must have at most 200 letters (got %)', length(check_limit.by_whom)
    using errcode = 'DJ400';
  end if;
end
$$;

comment on function jobmachine.check_limit is
  'Raises DJ400, with the reason, for values that no limit can have. Used by set_limit.';
