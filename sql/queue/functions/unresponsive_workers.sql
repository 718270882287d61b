create or replace function jobmachine.unresponsive_workers(
  patience interval default '5 minutes'
)
returns table (
  subject text,
  since timestamptz,
  words jsonb
)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  with kept as materialized (
    select h.*
    from jobmachine.heads() h
    where h.since < now() - unresponsive_workers.patience
  ), busy as materialized (
    select r.worker as id
    from jobmachine.running() r
    union
    -- A busy worker has ended one of the last jobs, even if it has none at this moment.
    select latest.worker
    from (
      select h.worker
      from jobmachine.history h
      where h.finished_at >= now() - unresponsive_workers.patience
      order by h.finished_at desc
      limit 10000
    ) as latest
  )
  select
    w.id::text, greatest(k.since, w.started_at),
    jsonb_build_object('host', w.host, 'pid', w.pid::text, 'ticket', k.queue || '.' || k.id)
  from jobmachine.workers() w
  join jobmachine.worker own on own.id = w.id
  cross join lateral (
    select k.*
    from kept k
    where (k.queue = any (w.queues) or own.branches && jobmachine.branch_of(k.queue))
      and jobmachine.can_begin(k.queue)
    order by k.since
    limit 1
  ) as k
  where w.is_alive
    and w.seen_at >= now() - own.lease
    and w.started_at < now() - unresponsive_workers.patience
    and not exists (select from busy b where b.id = w.id)
$$;

comment on function jobmachine.unresponsive_workers is
  'Returns the workers that live and run nothing, while a job of their queues that nothing keeps from
beginning has been at the head of its line for the patience. See dead_workers for the columns.';
