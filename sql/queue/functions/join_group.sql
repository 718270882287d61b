create or replace function jobmachine.join_group(
  job bigint,
  "group" jsonb
)
returns void
language plpgsql
as $$
declare
  wanted bigint;
begin
  if (jsonb_typeof(join_group."group") = 'number' and join_group."group"::text ~ '^[1-9][0-9]{0,17}$') is not true then
    raise exception 'the group of a job must be the number of a group, not %', left(join_group."group"::text, 100)
    using errcode = 'check_violation', constraint = 'job_terms_have_their_shape', table = 'job';
  end if;
  wanted := join_group."group"::bigint;
  -- A job that comes back is in it already.
  if exists (select from jobmachine.member m where m.group_id = wanted and m.job = join_group.job) then
    return;
  end if;
  -- Keeps the group from ending before the commit. The counts can change meanwhile.
  perform
  from jobmachine.job_group g
  where g.id = wanted
    and g.ended_at is null
  for key share;
  if not found then
    raise exception 'the group % has ended, or does not exist', wanted
    using errcode = 'DJ409', hint = 'A group can grow as long as one of its jobs lives: make another one.';
  end if;
  insert into jobmachine.member (group_id, job)
  values (wanted, join_group.job);
end
$$;

comment on function jobmachine.join_group is
  'Makes a new job a member of a group. Raises DJ409 if that has ended, and check_violation for what is no number.
Used by check_shape.';
