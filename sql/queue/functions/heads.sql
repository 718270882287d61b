create or replace function jobmachine.heads()
returns table (
  queue text,
  id bigint,
  since timestamptz
)
language sql
stable
set enable_seqscan = off
set enable_bitmapscan = off
set enable_sort = off
as $$
  select distinct on (line.queue) line.queue, head.id, head.run_at
  from jobmachine.lines() line
  cross join lateral (
    (
      select first.id, first.run_at
      from (
        select j.id, j.run_at, j.worker
        from jobmachine.job j
        where j.queue = line.queue
          and j.priority = line.priority
          and j.position is not null
        order by j.position
        limit 5000
      ) as first
      where first.worker is null
      limit 1
    )
    union all
    (
      -- Without a worker nobody gives it a position.
      select j.id, j.run_at
      from jobmachine.job j
      where j.queue = line.queue
        and j.position is null
        and j.waiting_for = 0
        and j.run_at <= now()
      order by j.run_at
      limit 1
    )
  ) as head
  order by line.queue, head.run_at
$$;

comment on function jobmachine.heads is
  'Returns, for each queue, the job at the head of one of its lines that could have run for the longest, and
since when. It looks at the first 5000 jobs of each line: millions cost as little as a few.';
