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
  new_walks jsonb;
  running_keys text[];
  noted integer;
  has_walked boolean := false;
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
    noted := cardinality(use.jobs);
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
      -- A key that a walk has passed may have room by now.
      new_walks := case
        when use.walks <> '{}' and cardinality(use.jobs) < noted then (
          select jsonb_object_agg(walk.key, walk.value || '{"again": true}')
          from jsonb_each(use.walks) as walk)
        else use.walks
      end;
    end if;
  end loop;
  if room <= 0 then
    return '{}';
  elsif keyed.key is not null then
    select by_key.chosen, by_key.walks
    into chosen, new_walks
    from jobmachine.choose_by_key(choose.queue, keyed, turn, room, running_keys, new_walks) as by_key;
    has_walked := exists (
      select from unnest(uses) as one where one.queue = keyed.queue and one.walks is distinct from new_walks);
    -- Whoever claims next goes on: nothing else makes a worker look again at once.
    if has_walked
      and exists (
        select from generate_series(0, 9) as level(priority) where new_walks ? (choose.queue || ' ' || level.priority))
    then
      perform jobmachine.ring(choose.queue, 'later');
    end if;
  else
    chosen := jobmachine.choose_in_line(choose.queue, room, choose.floors);
  end if;
  chosen := jobmachine.fitting(chosen);
  if cardinality(chosen) = 0 and not has_walked then
    return '{}';
  end if;
  foreach use in array uses loop
    update jobmachine.queue_use u
    set
      number = default,
      full_at = coalesce(jobmachine.full_after(l.rate, u.full_at, cardinality(chosen)), u.full_at),
      last_key = coalesce(
        (select j.limit_key from jobmachine.job j where j.id = chosen[cardinality(chosen)]), u.last_key),
      walks = case when u.queue = keyed.queue then new_walks else u.walks end,
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
  'Locks and returns up to amount jobs of a queue with limits, as many as may begin now, and counts them.
Raises lock_not_available if somebody else keeps a limit locked for half a second. Used by claim.';
