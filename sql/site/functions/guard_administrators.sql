create or replace function djet.guard_administrators(
  name text,
  by text,
  concerns boolean default false
)
returns void
language plpgsql
volatile
as $$
begin
  -- One change of administrators at a time: two of them must not disable each other.
  perform
  from djet.role r
  where r.name = 'administrator'
  for update;
  if by is null or not (concerns or djet.is_administrator(guard_administrators.name)) then
    return;
  end if;
  if not exists (select from djet.users u where u.name = by and u.disabled_at is null)
    or not djet.is_administrator(by)
  then
    raise exception using
      errcode = 'DJ403',
      message = 'only an administrator may make, change or invite an administrator';
  end if;
end
$$;

comment on function djet.guard_administrators is
  'Raises DJ403 if `by` may not touch a user who is an administrator, or, if it `concerns` administrators in any case, anyone. '
  'By null is a command, which may.';
