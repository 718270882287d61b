create or replace function jobmachine.running()
returns setof jobmachine.job
language sql
stable
set enable_seqscan = off
set enable_bitmapscan = off
set enable_sort = off
as $$
  select head.*
  from jobmachine.lines() line
  cross join lateral (
    select j.*
    from jobmachine.job j
    where j.queue = line.queue
      and j.priority = line.priority
      and j.position is not null
    order by j.position
    limit 5000
  ) as head
  where head.worker is not null
$$;

comment on function jobmachine.running is
  'Returns the jobs that workers run at present. An index on the worker would make each claim dearer; but
claimed jobs stand at the head of their line, of which the first 5000 are looked at.';
