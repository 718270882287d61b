create or replace function jobmachine.choose(
  queue text,
  amount integer,
  floors bigint[]
)
returns bigint[]
language plpgsql
-- Forbidden plans cost so much that even a claim of one job would be compiled.
set jit = off
-- Whoever keeps a limit locked must not keep a worker from its other queues.
set lock_timeout = '500ms'
set enable_seqscan = off
set enable_bitmapscan = off
set enable_sort = off
as $$
declare
  room integer := choose.amount;
  rule jobmachine.queue_limit;
  use jobmachine.queue_use;
  uses jobmachine.queue_use[] := '{}';
  keyed jobmachine.queue_limit;
  turn text;
  keys text[];
  running_keys text[];
  chosen bigint[];
begin
  -- Claims under one limit decide one after the other. The order keeps them from waiting for each other.
  for rule in
    select l.*
    from jobmachine.limits_of(choose.queue) l
    order by l.queue
  loop
    -- The newest version of the row comes first, however many older ones an old snapshot keeps.
    select u.*
    into use
    from jobmachine.queue_use u
    where u.queue = rule.queue
    order by u.number desc
    limit 1
    for update;
    select coalesce(array_agg(j.id), '{}'), coalesce(array_agg(j.limit_key), '{}')
    into use.jobs, keys
    from jobmachine.job j
    where j.id = any (use.jobs)
      and j.worker is not null;
    uses := uses || use;
    room := least(room, rule.running - cardinality(keys), jobmachine.tokens(rule.rate, use.full_at));
    if rule.key is not null then
      keyed := rule;
      turn := use.last_key;
      running_keys := keys;
    end if;
  end loop;
  if room <= 0 then
    return '{}';
  elsif keyed.key is not null then
    chosen := jobmachine.choose_by_key(choose.queue, keyed, turn, room, running_keys);
  else
    chosen := jobmachine.choose_in_line(choose.queue, room, choose.floors);
  end if;
  chosen := jobmachine.fitting(chosen);
  if cardinality(chosen) = 0 then
    return '{}';
  end if;
  foreach use in array uses loop
    update jobmachine.queue_use u
    set
      number = default,
      full_at = coalesce(jobmachine.full_after(l.rate, u.full_at, cardinality(chosen)), u.full_at),
      last_key = coalesce(
        (select j.limit_key from jobmachine.job j where j.id = chosen[cardinality(chosen)]), u.last_key),
      -- running() also finds those of a queue with keys by it: they begin anywhere in their line.
      jobs = case when coalesce(l.running::text, l.key) is not null then use.jobs || chosen else '{}' end
    from jobmachine.queue_limit l
    where u.queue = use.queue
      and u.number = use.number
      and l.queue = use.queue;
  end loop;
  return chosen;
end
$$;

comment on function jobmachine.choose is
  'Locks and returns up to amount jobs of a queue with limits, as many as may begin now, and counts them. Raises
lock_not_available if somebody else keeps a limit locked for half a second. Used by claim.';
