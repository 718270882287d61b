create or replace function jobmachine.require_group(
  "group" bigint
)
returns void
language plpgsql
as $$
declare
  ended timestamptz;
begin
  -- Keeps the group from ending before the commit. The counts can change meanwhile.
  select g.ended_at
  into ended
  from jobmachine.job_group g
  where g.id = require_group."group"
  for key share;
  if not found then
    raise exception 'there is no group %', require_group."group"
    using errcode = 'DJ409', hint = 'Name the group of a job that lives, or make another group.';
  elsif ended is null then
    return;
  end if;
  -- The newest first: those that have just joined live.
  perform
  from jobmachine.member m
  join jobmachine.job j on j.id = m.job
  where m.group_id = require_group."group"
  order by m.job desc
  limit 1;
  if not found then
    raise exception 'the group % has ended', require_group."group"
    using errcode = 'DJ409', hint = 'A group can grow as long as one of its jobs lives: make another one.';
  end if;
  -- Its jobs are counted anew.
  insert into jobmachine.group_tally (group_id)
  values (require_group."group");
end
$$;

comment on function jobmachine.require_group is
  'Raises DJ409 unless a group can grow: it has not ended, or one of its jobs was retried since and lives. One
that has not ended does not end before the commit. Used by join_group and make_group.';
