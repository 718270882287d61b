create or replace function jobmachine.running()
returns setof jobmachine.job
language sql
stable
set enable_seqscan = off
set enable_bitmapscan = off
set enable_sort = off
as $$
  with head as materialized (  -- fence: the lines are read once
    select first.*
    from jobmachine.lines() line
    cross join lateral (
      select j.*
      from jobmachine.job j
      where j.queue = line.queue
        and j.priority = line.priority
        and j.position is not null
      order by j.position
      limit 5000
    ) as first
    where first.worker is not null
  )
  select head.*
  from head
  union all
  -- In a queue with keys, jobs are claimed anywhere in the line.
  select j.*
  from jobmachine.job j
  where j.id = any (array(select unnest(u.jobs) from jobmachine.queue_use u))
    and j.worker is not null
    and j.id not in (select head.id from head)
$$;

comment on function jobmachine.running is
  'Returns the jobs that workers run at present. An index on the worker would make each claim dearer; but
claimed jobs stand at the head of their line, of which the first 5000 are looked at, or in the list of their
limit.';
