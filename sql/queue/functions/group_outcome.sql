create or replace function jobmachine.group_outcome(
  "group" bigint
)
returns jsonb
language sql
stable
as $$
  select jsonb_build_object(
    'group', g.id, 'name', g.name, 'finished', c.finished, 'failed', c.failed, 'cancelled', c.cancelled,
    'failures', (
      select coalesce(jsonb_agg(failure.ticket order by failure.id), '[]')
      from (
        select distinct h.id, h.queue || '.' || h.id as ticket
        from jobmachine.history h
        where h.id = any (c.failures)
          and h.status = 'error'
        order by h.id
        limit 100
      ) as failure
    ))
  from jobmachine.job_group g
  cross join jobmachine.group_counts(g.id) as c
  where g.id = group_outcome."group"
$$;

comment on function jobmachine.group_outcome is
  'Returns what the job after a group is told: group, name, finished, failed, cancelled, and failures, the
tickets of at most 100 that failed. Used by end_group and bring_back.';
