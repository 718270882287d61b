create or replace function jobmachine.group_counts(
  "group" bigint
)
returns table (
  jobs bigint,
  finished bigint,
  failed bigint,
  cancelled bigint,
  failures bigint[]
)
language sql
stable
as $$
  with recursive around(source, id) as (
    select distinct t.group_id, t.group_id
    from jobmachine.group_tally t
    union all
    select a.source, g.outer_group
    from around a
    join jobmachine.job_group g on g.id = a.id
    where g.ended_at is not null
      and g.outer_group is not null
      and a.id <> group_counts."group"
  ), uncounted as materialized (
    select a.source as id
    from around a
    where a.id = group_counts."group"
  )
  select
    g.nested + own.amount + coalesce(grown.amount, 0),
    g.finished + coalesce(t.finished, 0), g.failed + coalesce(t.failed, 0), g.cancelled + coalesce(t.cancelled, 0),
    g.failures || t.failures
  from jobmachine.job_group g
  cross join lateral (
    select count(*) as amount
    from jobmachine.member m
    where m.group_id = g.id
  ) as own
  cross join lateral (
    select sum(i.nested - i.jobs + (select count(*) from jobmachine.member m where m.group_id = i.id)) as amount
    from uncounted u
    join jobmachine.job_group i on i.id = u.id
    where i.id <> g.id
  ) as grown
  cross join lateral (
    select
      sum(t.finished) as finished, sum(t.failed) as failed, sum(t.cancelled) as cancelled,
      array(
        select failure.id
        from uncounted f
        join jobmachine.group_tally e on e.group_id = f.id
        cross join unnest(e.failures) as failure(id)
      ) as failures
    from uncounted u
    join jobmachine.group_tally t on t.group_id = u.id
  ) as t
  where g.id = group_counts."group"
$$;

comment on function jobmachine.group_counts is
  'Returns the number of the jobs of a group and of ended groups within it, how many have finished, failed and
been cancelled, and jobs that failed: what settle has counted, and what it has yet to. Used by group_status,
group_outcome and settle_group.';
