create or replace function jobmachine.unknown_kinds()
returns table (
  subject text,
  since timestamptz,
  words jsonb
)
language sql
stable
set enable_seqscan = off
set enable_bitmapscan = off
set enable_sort = off
as $$
  with recursive recent as materialized (
    select (date_trunc('day', now() at time zone 'UTC') - interval '1 day') at time zone 'UTC' as day
  ), pair as (
    (
      select jobmachine.bucket(h.queue, h.kind, h.status) as number, coalesce(h.worker, 0) as worker, h.status
      from jobmachine.history h
      where h.finished_at >= (select r.day from recent r)
      order by 1, 2
      limit 1
    )
    union all
    select next.*
    from pair
    cross join lateral (
      select jobmachine.bucket(h.queue, h.kind, h.status), coalesce(h.worker, 0), h.status
      from jobmachine.history h
      where (jobmachine.bucket(h.queue, h.kind, h.status), coalesce(h.worker, 0)) > (pair.number, pair.worker)
        and h.finished_at >= (select r.day from recent r)
      order by 1, 2
      limit 1
    ) as next
  ), newest as (
    select last.*
    from (select p.* from pair p limit 10000) as p
    cross join lateral (
      select h.queue, h.kind, h.id, h.finished_at, h.error ->> 'type' as type
      from jobmachine.history h
      where jobmachine.bucket(h.queue, h.kind, h.status) = p.number
        and coalesce(h.worker, 0) = p.worker
        and h.finished_at >= (select r.day from recent r)
      order by h.finished_at desc
      limit 1
    ) as last
    where p.status = 'error'
  )
  select
    n.kind, min(n.finished_at),
    jsonb_build_object('queue', min(n.queue), 'ticket', min(n.queue || '.' || n.id))
  from newest n
  where n.type = 'unknown-kind'
  group by n.kind
$$;

comment on function jobmachine.unknown_kinds is
  'Returns the kinds of which a worker that had no handler for them ended a job, yesterday or today. It looks
at the last job of each queue, kind, status and worker, and skips from one to the next: millions of jobs cost
as little as a few. See dead_workers for the columns.';
