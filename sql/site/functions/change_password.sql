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
  known djet.users;
  found_user djet.users;
  new_hash text;
begin
  perform djet.check_password(change_password.password, change_password.name);
  select u.* into known from djet.users u where u.name = change_password.name;
  if not djet.prove_password(change_password.name, present, address, at) then
    return false;
  end if;
  -- Comes before the lock, since hashing takes long and sign-ins of the user wait for it.
  new_hash := djet.password_hash(change_password.password);
  found_user := djet.require_user(change_password.name);
  if found_user.password is distinct from known.password then
    return false;
  end if;
  update djet.users u
  set password = new_hash, password_set_at = at
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
  'Changes a password for whoever knows the present one, and ends all other sessions and the user''s '
  'invitation; API tokens stay. Returns false if the present one is wrong. Raises DJ400 for the new one. To '
  'be called after begin_sign_in() has committed.';
