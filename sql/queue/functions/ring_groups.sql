create or replace function jobmachine.ring_groups(
  groups jsonb[]
)
returns void
language plpgsql
-- Its caller joins many ended jobs by a hash. Here that would read all live jobs.
set enable_seqscan = off
set enable_nestloop = on
set enable_hashjoin = off
set enable_mergejoin = off
as $$
begin
  perform jobmachine.ring(line.queue, 'later')
  from (
    with recursive around(id) as (
      select one."group"::bigint
      from unnest(ring_groups.groups) as one("group")
      where jsonb_typeof(one."group") = 'number'
      union
      select g.outer_group
      from around a
      join jobmachine.job_group g on g.id = a.id
      where g.outer_group is not null
    )
    select distinct j.queue
    from around a
    join jobmachine.job_group g on g.id = a.id
    join jobmachine.job j on j.id = g.then_job
  ) as line;
end
$$;

comment on function jobmachine.ring_groups is
  'Rings the queues of the jobs that wait for groups, or for those around them, one of whose jobs has ended
without a worker: somebody must look whether it was the last. Used by end_each.';
