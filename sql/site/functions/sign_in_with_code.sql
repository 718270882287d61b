create or replace function djet.sign_in_with_code(
  token text,
  code text,
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
  proof text;
begin
  select u.*
  into found_user
  from djet.session s
  join djet.users u on u.id = s.user_id
  where s.token_hash = djet.token_hash(token)
    and s.expires_at > at
    and djet.awaited(u.id, s.second_factor_at) = 'code'
    and u.disabled_at is null
  for no key update of u;
  if not found then
    return null;
  end if;
  proof := djet.prove_code(found_user.id, code, at);
  if proof is null then
    perform djet.enter_audit(null, 'sign-in.refused', found_user.name, '{"awaits": "code"}', address, at);
    return null;
  end if;

  perform djet.forgive_sign_in(found_user.name, address, at, 'code');
  -- The session that proved the password alone ends here.
  delete from djet.session s where s.token_hash = djet.token_hash(token);
  perform djet.enter_audit(
    found_user.name, 'sign-in', found_user.name, jsonb_build_object('secondFactor', proof), address, at);
  return djet.start_session(found_user.id, address, agent, at, at);
end
$$;

comment on function djet.sign_in_with_code is
  'Ends a sign-in that awaits a code: starts the session proper, and returns its token. Returns null if the '
  'code is wrong, or was used before, or the token''s session does not await one. To be called after '
  'begin_sign_in(what => ''code'') has committed.';
