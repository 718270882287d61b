create or replace function djet.guard_user(
  name text,
  by text,
  role text default null
)
returns void
language plpgsql
volatile
as $$
declare
  roles text[];
begin
  -- One change of users' rights at a time: two administrators must not disable each other.
  perform
  from djet.role r
  where r.name = 'administrator'
  for update;
  perform djet.guard_tenants(guard_user.name, by);
  if djet.is_unlimited(by) then
    return;
  end if;
  if guard_user.role is not null and not djet.covers(by, array[guard_user.role]) then
    raise exception using
      errcode = 'DJ403',
      message = format(
        case guard_user.role
          when 'administrator' then 'only an administrator may make an administrator'
          else 'the role “%s” gives rights that you do not have: you cannot grant or revoke it'
        end,
        guard_user.role);
  end if;
  select array(select jsonb_array_elements_text(a.roles))
  into roles
  from djet.all_users a
  where a.name = guard_user.name;
  if not djet.covers(by, coalesce(roles, '{}')) then
    raise exception using
      errcode = 'DJ403',
      message = case
        when 'administrator' = any (roles) then 'only an administrator may make, change or invite an administrator'
        else format('“%s” has rights that you do not have', guard_user.name)
      end,
      hint = 'Ask a user who has them all.';
  end if;
end
$$;

comment on function djet.guard_user is
  'Raises DJ403 if a user may do anything, or sees a job, that `by` may not, or if a role that is to be '
  'granted or revoked gives such a right: a manager of users takes over nobody who has more rights. A null '
  '`by` is a command, which may.';
