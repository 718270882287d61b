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
  "then" text,
  then_status jobmachine.status
)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select
    g.id, g.name, c.jobs, c.finished, c.failed, c.cancelled, g.made_at, g.ended_at, g.outer_group,
    jobmachine.ticket_of(g.then_job), (select j.status from jobmachine.jobs j where j.id = g.then_job limit 1)
  from jobmachine.job_group g
  cross join jobmachine.group_counts(g.id) as c
  where g.id = group_status."group"
    and jobmachine.is_group_of(g.id, group_status.tenants)
$$;

comment on function jobmachine.group_status is
  'Returns the counts of a group: its jobs, and those that have finished, failed and been cancelled; the
others live. Groups within it are counted once they have ended. A job that is retried lives again, and counts
by its new end, in this group and in those around it. then is the ticket of the job that waits for all of
them, then_status its status: null if that is no longer stored. No row if there is no such group of the
tenants; null for all.';
