create or replace function djet.sign_in(
  name text,
  password text,
  address text default null,
  agent text default null,
  replaced text default null,
  at timestamptz default now()
)
returns text
language plpgsql
volatile
as $$
declare
  found_user djet.users;
begin
  select u.*
  into found_user
  from djet.users u
  where u.name = lower(btrim(sign_in.name))
  -- A password that changes meanwhile, or a user who is disabled, ends this session or prevents it. Not for share: of
  -- two who then write the password's new hash, each would wait for the other.
  for no key update;

  if not djet.is_password(sign_in.password, found_user.password) or found_user.disabled_at is not null then
    perform djet.enter_audit(
      null, 'sign-in.refused', djet.known_name(sign_in.name),
      case when found_user.disabled_at is not null then '{"disabled": true}'::jsonb else '{}' end, address, at);
    return null;
  end if;

  if found_user.password not like format('$2a$%s$%%', lpad(djet.password_cost()::text, 2, '0')) then
    update djet.users u
    set password = djet.password_hash(sign_in.password)
    where u.id = found_user.id;
  end if;
  perform djet.forgive_sign_in(found_user.name, address, at);
  perform djet.forget_ended(at);
  delete from djet.session s where s.token_hash = djet.token_hash(replaced);
  perform djet.enter_audit(found_user.name, 'sign-in', found_user.name, '{}', address, at);
  return djet.start_session(found_user.id, address, agent, at);
end
$$;

comment on function djet.sign_in is
  'Starts a session for whoever knows the password, and returns its token; the session `replaced` ends. Null if the password '
  'is wrong, there is no such user, or they are disabled: which of these, neither the answer nor its time tells. To be called '
  'after begin_sign_in() has committed.';
