create or replace function djet.need_second_factor(
  role text,
  needed boolean,
  by text default null,
  address text default null,
  at timestamptz default now()
)
returns void
language plpgsql
volatile
as $$
begin
  if by is not null and not djet.is_administrator(by) then
    raise exception using
      errcode = 'DJ403',
      message = 'only an administrator can set which roles need a second factor';
  end if;
  if need_second_factor.role is distinct from 'users' then
    perform djet.require_role(need_second_factor.role);
  end if;
  update djet.role r
  set needs_second_factor = coalesce(need_second_factor.needed, false)
  where r.name = need_second_factor.role
    and r.needs_second_factor is distinct from coalesce(need_second_factor.needed, false);
  if found then
    perform djet.enter_audit(
      by, 'role.second-factor', need_second_factor.role, jsonb_build_object('needed', need_second_factor.needed),
      address, at);
  end if;
end
$$;

comment on function djet.need_second_factor is
  'Sets the need of a role, or of `users`, which is everybody, for a second factor. A user who has the role '
  'and no factor is asked to set one up before anything else, also in sessions that are open. Raises DJ403 '
  'unless `by` is an administrator, DJ404, and DJ409 for everyone.';
