create or replace function jobmachine.live_counts(
  reach integer default 10000
)
returns table (
  queue text,
  status jobmachine.status,
  amount bigint,
  is_exact boolean
)
language plpgsql
set enable_seqscan = off
set enable_bitmapscan = off
set enable_sort = off
as $$
declare
  line record;
  counted record;
begin
  for line in
    select l.queue, l.priority
    from jobmachine.lines() l
  loop
    select
      count(*) as looked,
      count(*) filter (where head.status = 'processing') as processing,
      count(*) filter (where head.status = 'entered') as entered,
      count(*) filter (where head.status = 'scheduled') as scheduled,
      count(*) filter (where head.status = 'waiting') as waiting
    into counted
    from (
      select jobmachine.status_of(j.worker, j.waiting_for, j.position) as status
      from jobmachine.job j
      where j.queue = line.queue
        and j.priority = line.priority
      order by j.position
      limit jobmachine.up_to(live_counts.reach)
    ) as head;

    queue := line.queue;
    is_exact := counted.looked < live_counts.reach;
    if not is_exact then
      counted.entered := greatest(counted.entered, jobmachine.estimate(format(
        'select from jobmachine.job j where j.queue = %L and j.priority = %L and j.worker is null',
        line.queue, line.priority)));
    end if;
    return query
    select line.queue, each.status, each.amount, is_exact or each.status = 'processing'
    from (
      values
        ('processing'::jobmachine.status, counted.processing),
        ('entered', counted.entered),
        ('scheduled', counted.scheduled),
        ('waiting', counted.waiting)
    ) as each(status, amount)
    where each.amount > 0;
  end loop;
end
$$;

comment on function jobmachine.live_counts is
  'Returns how many live jobs there are, in a row for each queue, priority and status. Where one queue and
priority has reach jobs or more, the planner estimates those in line, and is_exact is false.';
