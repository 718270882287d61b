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
  insert into jobmachine.member (group_id, job)
  values (wanted, join_group.job);
end
$$;

comment on function jobmachine.join_group is
  'Makes a new job a member of a group. Raises DJ409 if that has ended or does not exist, and check_violation for what
is no number. Used by check_shape.';
