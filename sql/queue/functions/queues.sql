create or replace function jobmachine.queues()
returns table (
  name text,
  paused_at timestamptz,
  paused_by text,
  paused_with text,
  workers integer,
  slots bigint,
  "limit" jsonb,
  in_use integer
)
language sql
stable
-- With many queues it costs so much that it would be compiled, which takes longer than it does.
set jit = off
as $$
  select
    known.name,
    q.paused_at,
    q.paused_by,
    case
      when strpos(known.name, '.') > 0 then (
        select min(above.name)
        from jobmachine.queue above
        where above.name = any (jobmachine.branch_of(known.name))
          and above.name <> known.name
          and above.paused_at is not null
      )
    end,
    count(w.id)::integer,
    coalesce(sum(w.slots), 0),
    jsonb_build_object(
      'running', l.running, 'key', l.key, 'runningPerKey', l.key_running, 'rate', l.rate, 'ratePerKey', l.key_rate),
    l.in_use
  from (
    select line.queue as name
    from jobmachine.lines() line
    union
    select q.name
    from jobmachine.queue q
    where q.paused_at is not null
    union
    select unnest(w.queues)
    from jobmachine.worker w
    union
    select l.queue
    from jobmachine.queue_limit l
    union
    select t.queue
    from jobmachine.tally t
    where t.span = 'day'
  ) as known
  left join jobmachine.queue q on q.name = known.name and q.paused_at is not null
  left join jobmachine.limits() l on l.queue = known.name
  left join jobmachine.worker w on known.name = any (w.queues)
    -- A worker of a branch hears of the queue in a moment.
    or strpos(known.name, '.') > 0 and w.branches && jobmachine.branch_of(known.name)
  group by known.name, q.paused_at, q.paused_by, l.running, l.key, l.key_running, l.rate, l.key_rate, l.in_use
  order by known.name
$$;

comment on function jobmachine.queues is
  'Returns the queues that have live or ended jobs, workers or limits, or are paused: since when each is
paused and by whom, and the paused queue above it; how many workers claim from it, and how many jobs those run
at once, of all their queues together; its own limits, an object as in set_limit, and how many jobs run under
them.';
