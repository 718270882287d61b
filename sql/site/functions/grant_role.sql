create or replace function djet.grant_role(
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
  perform djet.require_role(grant_role.role);
  perform djet.keep_own_roles(grant_role.name, by);
  perform djet.guard_user(grant_role.name, by, grant_role.role);
  found_user := djet.require_user(grant_role.name);
  insert into djet.membership (user_id, role, granted_at, granted_by)
  values (found_user.id, grant_role.role, at, by)
  on conflict on constraint membership_pkey do nothing;
  if found then
    perform djet.enter_audit(
      by, 'role.grant', found_user.name, jsonb_build_object('role', grant_role.role), address, at);
  end if;
end
$$;

comment on function djet.grant_role is
  'Grants a role to a user. Raises DJ403 for one''s own, for a role that gives more than `by` has, and for a '
  'user who has more; DJ404; DJ409 for a role that all have.';
