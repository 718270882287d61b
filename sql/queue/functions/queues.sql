create or replace function jobmachine.queues()
returns table (
  name text,
  paused_at timestamptz,
  paused_by text,
  workers integer,
  slots bigint
)
language sql
stable
as $$
  select
    known.name,
    max(q.paused_at),
    max(q.paused_by),
    count(w.id)::integer,
    coalesce(sum(w.slots), 0)
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
    select t.queue
    from jobmachine.tally t
    where t.span = 'day'
  ) as known
  left join jobmachine.queue q on q.name = known.name
  left join jobmachine.worker w on known.name = any (w.queues)
  group by known.name
  order by known.name
$$;

comment on function jobmachine.queues is
  'Returns the queues that have live or ended jobs, or workers, or are paused: since when each is paused
and by whom, how many workers claim from it, and how many jobs those run at once, of all their queues
together.';
