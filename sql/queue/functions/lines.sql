create or replace function jobmachine.lines()
returns table (
  queue text,
  priority smallint
)
language sql
stable
set enable_seqscan = off
set enable_bitmapscan = off
set enable_sort = off
as $$
  with recursive line as (
    (
      select j.queue, j.priority
      from jobmachine.job j
      order by j.queue, j.priority
      limit 1
    )
    union all
    select next.queue, next.priority
    from line
    cross join lateral (
      select j.queue, j.priority
      from jobmachine.job j
      where (j.queue, j.priority) > (line.queue, line.priority)
      order by j.queue, j.priority
      limit 1
    ) as next
  )
  select line.queue, line.priority
  from line
$$;

comment on function jobmachine.lines is
  'Returns the queues and priorities that have live jobs. It skips from one to the next: millions of jobs cost
as little as a few.';
