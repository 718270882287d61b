create or replace function jobmachine.oldest_waits()
returns table (
  queue text,
  seconds double precision
)
language sql
stable
set enable_seqscan = off
set enable_bitmapscan = off
set enable_sort = off
as $$
  select line.queue, max(extract(epoch from now() - first.since))::double precision
  from jobmachine.lines() line
  cross join lateral (
    select greatest(j.run_at, j.offloaded_at) as since
    from jobmachine.job j
    where j.queue = line.queue
      and j.priority = line.priority
      and j.position >= 0
      and j.worker is null
    order by j.position
    limit 1
  ) as first
  group by line.queue
$$;

comment on function jobmachine.oldest_waits is
  'Returns how long the job that is next in line has been able to run, of each queue with jobs in line; of
several priorities, the longest. It looks at the first job of each line: millions cost as little as a few.';
