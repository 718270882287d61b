create or replace function jobmachine.add_counts(
  "group" bigint,
  jobs numeric,
  nested numeric,
  finished numeric,
  failed numeric,
  cancelled numeric,
  failures bigint[]
)
returns boolean
language plpgsql
as $$
declare
  is_live boolean;
begin
  update jobmachine.job_group g
  set
    jobs = g.jobs + add_counts.jobs,
    nested = g.nested + add_counts.nested,
    finished = g.finished + add_counts.finished,
    failed = g.failed + add_counts.failed,
    cancelled = g.cancelled + add_counts.cancelled,
    failures = (g.failures || add_counts.failures)[1:100]
  where g.id = add_counts."group"
  returning g.ended_at is null into is_live;
  return is_live;
end
$$;

comment on function jobmachine.add_counts is
  'Adds to the counts of a group, and returns true if it has not ended. nested: those of the jobs that are of
groups within it. Used by settle_groups and end_group.';
