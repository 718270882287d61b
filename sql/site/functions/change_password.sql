create or replace function djet.change_password(
  name text,
  present text,
  password text,
  session bigint default null,
  address text default null,
  at timestamptz default now()
)
returns boolean
language plpgsql
volatile
as $$
declare
  found_user djet.users := djet.require_user(change_password.name);
begin
  perform djet.check_password(change_password.password, found_user.name);
  if not djet.is_password(present, found_user.password) then
    perform djet.enter_audit(found_user.name, 'password.refused', found_user.name, '{}', address, at);
    return false;
  end if;
  perform djet.forgive_sign_in(found_user.name, address, at);
  update djet.users u
  set password = djet.password_hash(change_password.password), password_set_at = at
  where u.id = found_user.id;
  delete from djet.session s
  where s.user_id = found_user.id
    and s.id is distinct from session;
  delete from djet.invitation i where i.user_id = found_user.id;
  perform djet.enter_audit(found_user.name, 'password.change', found_user.name, '{}', address, at);
  return true;
end
$$;

comment on function djet.change_password is
  'Changes a password for whoever knows the present one, and ends all other sessions; API tokens stay. False if the '
  'present one is wrong. Raises DJ400 for the new one. To be called after begin_sign_in() has committed.';
