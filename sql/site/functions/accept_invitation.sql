create or replace function djet.accept_invitation(
  token text,
  password text,
  address text default null,
  agent text default null,
  at timestamptz default now()
)
returns text
language plpgsql
volatile
as $$
declare
  invited bigint;
  found_user djet.users;
begin
  delete from djet.invitation i
  where i.token_hash = djet.token_hash(token)
    and i.expires_at > at
  returning user_id into invited;
  select u.*
  into found_user
  from djet.users u
  where u.id = invited
    and u.disabled_at is null
  for update;
  if not found then
    raise exception using
      errcode = 'DJ404',
      message = 'this invitation is not good any more: it was used, replaced, or is older than 24 hours',
      hint = 'Ask for another one.';
  end if;

  perform djet.check_password(password, found_user.name);
  update djet.users u
  set password = djet.password_hash(accept_invitation.password), password_set_at = at
  where u.id = found_user.id;
  delete from djet.session s where s.user_id = found_user.id;
  perform djet.enter_audit(found_user.name, 'invitation.accept', found_user.name, '{}', address, at);
  return djet.start_session(found_user.id, address, agent, at);
end
$$;

comment on function djet.accept_invitation is
  'Sets the password of the user who was invited, ends their sessions, uses the token up, and starts a session, whose token '
  'it returns. Raises DJ400 for the password, and then the token stays good; DJ404 for the token.';
