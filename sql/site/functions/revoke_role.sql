create or replace function djet.revoke_role(
  name text,
  role text,
  by text default null,
  address text default null,
  at timestamptz default now()
)
returns void
language plpgsql
volatile
as $$
declare
  found_user djet.users;
begin
  perform djet.require_role(revoke_role.role);
  perform djet.guard_user(revoke_role.name, by, revoke_role.role);
  found_user := djet.require_user(revoke_role.name);
  if revoke_role.role = 'administrator' then
    perform djet.keep_an_administrator(found_user.name);
  end if;
  perform djet.keep_own_roles(found_user.name, by);
  delete from djet.membership m
  where m.user_id = found_user.id
    and m.role = revoke_role.role;
  if found then
    perform djet.enter_audit(
      by, 'role.revoke', found_user.name, jsonb_build_object('role', revoke_role.role), address, at);
  end if;
end
$$;

comment on function djet.revoke_role is
  'Takes a role from a user. Raises DJ403 as grant_role() does, DJ404, and DJ409 for the last administrator.';
