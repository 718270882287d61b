create or replace function jobmachine.group_number(
  "group" jsonb
)
returns bigint
language plpgsql
immutable
as $$
begin
  if (jsonb_typeof(group_number."group") = 'number' and group_number."group"::text ~ '^[1-9][0-9]{0,17}$') is not true then
    raise exception 'the group of a job must be the number of a group, not %', left(group_number."group"::text, 100)
    using errcode = 'check_violation', constraint = 'job_terms_have_their_shape', table = 'job';
  end if;
  return group_number."group"::bigint;
end
$$;

comment on function jobmachine.group_number is
  'Returns the number of the group that the environment of a job names. Raises check_violation for what is no
number. Used by join_group and make_group.';
