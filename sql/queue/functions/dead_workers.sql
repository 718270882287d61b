create or replace function jobmachine.dead_workers(
  patience interval default '2 minutes'
)
returns table (
  subject text,
  since timestamptz,
  words jsonb
)
language sql
stable
as $$
  with busy as materialized (
    select r.worker as id, count(*) as jobs, min(r.claimed_at) as claimed_at
    from jobmachine.running() r
    group by r.worker
  )
  select
    w.id::text, w.seen_at,
    jsonb_build_object('host', w.host, 'pid', w.pid::text, 'jobs', coalesce(b.jobs, 0)::text)
  from jobmachine.workers() w
  left join busy b on b.id = w.id
  where not w.is_alive
    and w.seen_at < now() - dead_workers.patience
  union all
  select b.id::text, b.claimed_at, jsonb_build_object('jobs', b.jobs::text)
  from busy b
  where not exists (select from jobmachine.worker w where w.id = b.id)
    and b.claimed_at < now() - dead_workers.patience
$$;

comment on function jobmachine.dead_workers is
  'Returns the workers whose sessions are gone, and which nobody has struck off, since their last sign of
life; and those that were struck off, whose jobs are still claimed. A fault for djet doctor, as those of the
other functions with the same columns: what is at fault, since when, and the values of the words.';
