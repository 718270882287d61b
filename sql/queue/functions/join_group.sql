create or replace function jobmachine.join_group(
  job bigint,
  "group" jsonb
)
returns void
language plpgsql
as $$
declare
  wanted constant bigint := jobmachine.group_number(join_group."group");
begin
  -- A job that comes back is in it already.
  if exists (select from jobmachine.member m where m.group_id = wanted and m.job = join_group.job) then
    return;
  end if;
  perform jobmachine.require_group(wanted);
  -- That job waits for this one, and would be waited for. Most jobs wait for none.
  if exists (select from jobmachine.dependency d where d.job = join_group.job) and exists (
    with recursive around(id, then_job, outer_group) as (
      select g.id, g.then_job, g.outer_group
      from jobmachine.job_group g
      where g.id = wanted
      union
      select g.id, g.then_job, g.outer_group
      from around a
      join jobmachine.job_group g on g.id = a.outer_group
    )
    select
    from around a
    join jobmachine.dependency d on d.needs = a.then_job
    where d.job = join_group.job)
  then
    raise exception 'a job cannot be in group % and wait for the job after it', wanted
    using errcode = 'DJ409', hint = 'Offload it without the group, or without waiting for that job.';
  end if;
  insert into jobmachine.member (group_id, job)
  values (wanted, join_group.job);
end
$$;

comment on function jobmachine.join_group is
  'Makes a new job a member of a group. Raises DJ409 if that has ended or does not exist, or if the job waits
for the job after it, and check_violation for what is no number. Used by check_shape.';
