create or replace function jobmachine.group_status(
  "group" bigint,
  tenants text[] default null
)
returns table (
  id bigint,
  name text,
  jobs bigint,
  finished bigint,
  failed bigint,
  cancelled bigint,
  made_at timestamptz,
  ended_at timestamptz,
  outer_group bigint,
  "then" text
)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select
    g.id, g.name,
    g.nested + (select count(*) from jobmachine.member m where m.group_id = g.id),
    g.finished + coalesce(t.finished, 0), g.failed + coalesce(t.failed, 0), g.cancelled + coalesce(t.cancelled, 0),
    g.made_at, g.ended_at, g.outer_group, jobmachine.ticket_of(g.then_job)
  from jobmachine.job_group g
  cross join lateral (
    select sum(t.finished) as finished, sum(t.failed) as failed, sum(t.cancelled) as cancelled
    from jobmachine.group_tally t
    where t.group_id = g.id
  ) as t
  where g.id = group_status."group"
    and jobmachine.is_group_of(g.id, group_status.tenants)
$$;

comment on function jobmachine.group_status is
  'Returns the counts of a group: its jobs, and those that have finished, failed and been cancelled; the others live.
Groups within it are counted once they have ended. then is the ticket of the job that waits for all of them. No row if
there is no such group of the tenants; null for all.';
