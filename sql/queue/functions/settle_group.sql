create or replace function jobmachine.settle_group(
  "group" bigint
)
returns boolean
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
declare
  one jobmachine.job_group;
begin
  -- Counts its jobs only when all that it knew of have ended.
  update jobmachine.job_group g
  set jobs = g.nested + (select count(*) from jobmachine.member m where m.group_id = g.id)
  where g.id = settle_group."group"
    and g.ended_at is null
    and g.finished + g.failed + g.cancelled >= g.jobs
  returning g.* into one;
  if not found
    or one.finished + one.failed + one.cancelled < one.jobs
    or exists (
      select from jobmachine.job_group i where i.outer_group = settle_group."group" and i.ended_at is null)
  then
    return true;
  end if;

  -- Whoever adds a job or a group keeps the group locked until the commit: the next look sees it.
  perform
  from jobmachine.job_group g
  where g.id = one.id
  for update skip locked;
  if found then
    if jobmachine.is_group_live(one.id) then
      return true;
    end if;
    perform
    from jobmachine.job j
    where j.id = one.then_job
    for update skip locked;
    if found or not exists (select from jobmachine.job j where j.id = one.then_job) then
      return jobmachine.end_group(one);
    end if;
  end if;
  insert into jobmachine.group_tally (group_id)
  values (one.id);
  return false;
end
$$;

comment on function jobmachine.settle_group is
  'Ends a group if all of its jobs, and the groups within it, have ended. Returns false if somebody is adding to it or
has locked the job that waits for it: it is to be called again. Used by settle_groups and end_group.';
