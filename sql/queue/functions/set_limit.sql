create or replace function jobmachine.set_limit(
  queue text,
  running integer default null,
  key text default null,
  key_running integer default null,
  rate text default null,
  key_rate text default null,
  by_whom text default null
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '10s'
as $$
declare
  other jobmachine.queue_limit;
  has_new_key boolean;
begin
  if coalesce(set_limit.running::text, set_limit.key, set_limit.rate, set_limit.key_running::text, set_limit.key_rate) is null
  then
    raise exception 'a limit of running jobs, a rate or a key is missing'
    using errcode = 'DJ400', hint = 'Remove the limits of a queue by drop_limit.';
  end if;
  perform jobmachine.check_limit(
    set_limit.queue, set_limit.running, set_limit.key, set_limit.key_running, set_limit.key_rate, set_limit.by_whom);
  -- Two limits of one branch are set one after the other.
  lock table jobmachine.queue_limit in share row exclusive mode;
  select l.*
  into other
  from jobmachine.queue_limit l
  where l.key is not null
    and set_limit.key is not null
    and l.queue <> set_limit.queue
    and (l.queue = any (jobmachine.branch_of(set_limit.queue)) or set_limit.queue = any (jobmachine.branch_of(l.queue)));
  if found then
    raise exception 'the queue “%” has a key: a queue below or above it cannot have one as well', other.queue
    using errcode = 'DJ409', hint = format('Limit the keys in one of the two: remove the limits of “%s” first.', other.queue);
  end if;

  has_new_key := set_limit.key is distinct from (
    select l.key
    from jobmachine.queue_limit l
    where l.queue = set_limit.queue);
  insert into jobmachine.queue_limit as l (queue, running, key, key_running, rate, key_rate, set_by)
  values (
    set_limit.queue, set_limit.running, set_limit.key, set_limit.key_running,
    jobmachine.parse_rate(set_limit.rate), jobmachine.parse_rate(set_limit.key_rate), set_limit.by_whom)
  on conflict on constraint queue_limit_pkey do update set
    set_at = now(),
    running = excluded.running,
    key = excluded.key,
    key_running = excluded.key_running,
    rate = excluded.rate,
    key_rate = excluded.key_rate,
    set_by = excluded.set_by;
  -- Nobody else adds the row, under the lock of the table.
  insert into jobmachine.queue_use (queue)
  select set_limit.queue
  where not exists (select from jobmachine.queue_use u where u.queue = set_limit.queue);
  -- Waits for the claims under it: what they take counts.
  perform
  from jobmachine.queue_use u
  where u.queue = set_limit.queue
  for update;
  update jobmachine.queue_use u
  set
    number = default,
    walks = '{}',
    -- A bucket is never further from full than empty, at the new rate.
    full_at = coalesce(jobmachine.full_after(jobmachine.parse_rate(set_limit.rate), u.full_at, 0), 'epoch'),
    jobs = array(
      select r.id
      from jobmachine.running() r
      where r.queue = set_limit.queue
        or starts_with(r.queue, set_limit.queue || '.'))
  where u.queue = set_limit.queue;
  update jobmachine.key_use k
  set full_at = coalesce(jobmachine.full_after(jobmachine.parse_rate(set_limit.key_rate), k.full_at, 0), 'epoch')
  where k.queue = set_limit.queue;
  if has_new_key then
    perform jobmachine.renew_keys(set_limit.queue);
  end if;
  perform jobmachine.ring_branch(set_limit.queue);
exception when lock_not_available then
  raise exception 'the limits of the queue “%” are kept locked by another session', set_limit.queue
  using errcode = 'DJ503', hint = 'Try again; if it persists, look for a transaction that was left open.';
end
$$;

comment on function jobmachine.set_limit is
  'Sets the limits of a queue, which hold for it and all queues below it together, in place of those that it
had. running: the most jobs at once, from 1 to 1,000,000. key: the argument whose values take turns, such as
customer or order.customer. key_running: the most jobs of one key at once. rate, key_rate: how many begin in a
time, in all and of one key, such as 10/s or 500/h burst 20. Raises DJ400 for values that no limit can have,
DJ409 if a queue above or below it has a key, and DJ503 if somebody else keeps the limits locked for 10
seconds. A claim that begins after the commit obeys the limits, and counts the jobs that run. While a queue
had no limits, its claims locked nothing: what one takes that is under way at the commit runs beside what the
limits allow, and counts from the next call on that sets the limits.';
