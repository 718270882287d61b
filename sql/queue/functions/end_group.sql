create or replace function jobmachine.end_group(
  ended jobmachine.job_group
)
returns bigint
language plpgsql
as $$
declare
  line text;
  live bigint;
begin
  update jobmachine.job_group g
  set ended_at = now()
  where g.id = ended.id;

  update jobmachine.job j
  set
    waiting_for = j.waiting_for - 1,
    environment = j.environment || jsonb_build_object('outcome', jobmachine.group_outcome(ended.id)),
    position = case when j.waiting_for = 1 and j.run_at <= now() then nextval('jobmachine.job_id_seq') end
  where j.id = ended.then_job
    and j.waiting_for > 0
  returning j.queue into line;
  perform jobmachine.ring(line, 'later')
  where line is not null;

  with recursive around(id, outer_group, ended_at) as (
    select g.id, g.outer_group, g.ended_at
    from jobmachine.job_group g
    where g.id = ended.outer_group
    union all
    -- One that has ended itself is among the jobs of the next.
    select g.id, g.outer_group, g.ended_at
    from around a
    join jobmachine.job_group g on g.id = a.outer_group
    where a.ended_at is not null
  ), changed as materialized (  -- fence: the counts are added once
    select
      a.id,
      jobmachine.add_counts(
        a.id, ended.jobs, ended.jobs, ended.finished, ended.failed, ended.cancelled, ended.failures) as is_live
    from around a
  )
  select max(changed.id) filter (where changed.is_live)
  into live
  from changed;
  return live;
end
$$;

comment on function jobmachine.end_group is
  'Ends a group: frees the job that waits for it, which is told the outcome, and adds its jobs to those of the
group around it, or, if that has ended, of the next one that lives, which it returns; null if there is none.
Used by settle_group, which has locked both rows.';
