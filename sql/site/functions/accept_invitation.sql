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
  found_user djet.users;
  new_hash text;
begin
  -- Comes before the lock, since hashing takes long, and only for an invitation that is good.
  select u.*
  into found_user
  from djet.invitation i
  join djet.users u on u.id = i.user_id
  where i.token_hash = djet.token_hash(token)
    and i.expires_at > at
    and u.disabled_at is null;
  if found then
    perform djet.check_password(password, found_user.name);
    new_hash := djet.password_hash(accept_invitation.password);
  end if;

  -- Locks the user before the invitation, as those do who replace or withdraw it.
  select u.*
  into found_user
  from djet.invitation i
  join djet.users u on u.id = i.user_id
  where i.token_hash = djet.token_hash(token)
    and i.expires_at > at
    and u.disabled_at is null
    -- The user may have been granted more since than the inviter, who knows the link, may do.
    and djet.covers(i.invited_by, djet.roles_of(u.name))
    and djet.covers_tenants(i.invited_by, u.tenants)
  for update of u;
  if found then
    delete from djet.invitation i
    where i.user_id = found_user.id
      and i.token_hash = djet.token_hash(token);
  end if;
  if not found then
    raise exception using
      errcode = 'DJ404',
      message = 'this invitation is no longer valid: it was used, was replaced, or is older than 24 hours',
      hint = 'Ask for another one.';
  end if;

  update djet.users u
  set password = new_hash, password_set_at = at
  where u.id = found_user.id;
  -- Somebody who had the old password may have had any of these.
  delete from djet.session s where s.user_id = found_user.id;
  delete from djet.token t where t.user_id = found_user.id;
  perform djet.enter_audit(found_user.name, 'invitation.accept', found_user.name, '{}', address, at);
  return djet.start_session(found_user.id, address, agent, at);
end
$$;

comment on function djet.accept_invitation is
  'Sets the password of an invited user, ends their sessions and API tokens, uses the invitation up, and '
  'starts a session, whose token it returns. Raises DJ400 for the password, and then the invitation stays '
  'good; DJ404 for its token.';
