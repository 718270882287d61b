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
  next bigint := settle_group."group";
  one jobmachine.job_group;
begin
  -- The end of a group may be the end of the one around it.
  while next is not null loop
    -- Counts its jobs only when all that it knew of have ended.
    update jobmachine.job_group g
    set jobs = g.nested + (select count(*) from jobmachine.member m where m.group_id = g.id)
    where g.id = next
      and g.ended_at is null
      and g.finished + g.failed + g.cancelled >= g.jobs
    returning g.* into one;
    if not found
      or one.finished + one.failed + one.cancelled < one.jobs
      or exists (
        select from jobmachine.job_group i where i.outer_group = one.id and i.ended_at is null)
    then
      return true;
    end if;

    -- Whoever adds a job or a group keeps the group locked until the commit: the next look sees it.
    perform
    from jobmachine.job_group g
    where g.id = one.id
    for update skip locked;
    if not found then
      exit;
    end if;
    if jobmachine.is_group_live(one.id) then
      return true;
    end if;
    perform
    from jobmachine.job j
    where j.id = one.then_job
    for update skip locked;
    if not found and exists (select from jobmachine.job j where j.id = one.then_job) then
      exit;
    end if;
    next := jobmachine.end_group(one);
  end loop;
  if next is null then
    return true;
  end if;
  -- Somebody has locked it.
  insert into jobmachine.group_tally (group_id)
  values (next);
  return false;
end
$$;

comment on function jobmachine.settle_group is
  'Ends a group if all of its jobs, and the groups within it, have ended; then the one around it, and so on.
Returns false if somebody is adding to one of them or has locked the job that waits for it: it is to be called
again. Used by settle_groups.';
