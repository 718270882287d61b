create or replace function jobmachine.signal(
  id bigint,
  name text,
  value jsonb default 'null',
  by_whom text default null
)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '10s'
as $$
declare
  ticket constant text := jobmachine.ticket_of(signal.id);
  given constant jsonb := coalesce(signal.value, 'null');
  line text;
  earlier jsonb;
begin
  perform jobmachine.check_signal(signal.name);
  if octet_length(given::text) > 65536 then
    raise exception 'the value of a signal is longer than 64 kB (% bytes)', octet_length(given::text)
    using errcode = 'DJ400', hint = 'Store long values as a file, and send its number.';
  end if;
  begin
    -- Keeps the job from being parked, or told that the wait is over, until the signal is committed.
    select j.queue into line from jobmachine.job j where j.id = signal.id for no key update;
  exception when lock_not_available then
    raise exception 'job % is kept locked by another session', signal.id
    using errcode = 'DJ503', hint = 'Try again; if it persists, look for a transaction that was left open.';
  end;
  if line is null then
    perform jobmachine.refuse_signal(signal.id);
  end if;

  select s.value into earlier from jobmachine.sent_signal s where s.job = signal.id and s.name = signal.name;
  if earlier = given then
    return false;
  elsif earlier is not null then
    raise exception 'the signal “%” of % was sent before, with another value', signal.name, ticket
    using errcode = 'DJ409', hint = 'The first one counts.';
  elsif exists (
    select from jobmachine.awaited_signal w
    where w.job = signal.id and w.name = signal.name and w.timed_out_at is not null)
  then
    raise exception 'the signal “%” comes too late: % waits for it no longer', signal.name, ticket
    using errcode = 'DJ409';
  elsif (select count(*) from jobmachine.sent_signal s where s.job = signal.id) >= 100 then
    raise exception '% has 100 signals already, and keeps no more', ticket using errcode = 'DJ409';
  end if;

  begin
    insert into jobmachine.sent_signal (job, name, value, sent_by)
    values (signal.id, signal.name, given, left(signal.by_whom, 200));
  exception when unique_violation then
    -- The snapshot of this transaction is older, as under repeatable read: it does not see that one.
    raise exception 'the signal “%” of % was sent after this transaction began', signal.name, ticket
    using errcode = 'DJ409', hint = 'The first one counts. To see it, begin another transaction.';
  end;
  perform jobmachine.wake(signal.id, signal.name);
  return true;
end
$$;

comment on function jobmachine.signal is
  'Sends a signal to a live job, and returns true. A job that is parked on it joins the line; any other keeps
it until it asks. Returns false, and changes nothing, if the same signal with the same value was sent before.
Raises DJ400 for a name or a value that no signal has, DJ404 if there is no such job, DJ409 if the job has
ended, waits for this signal no longer, has it with another value or newer than the snapshot of this
transaction, or has 100 of them, and DJ503 if somebody else keeps the job locked for 10 seconds. by_whom: the
person who sends it, up to 200 characters.';
