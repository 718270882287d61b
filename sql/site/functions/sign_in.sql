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
  known djet.users;
  found_user djet.users;
  awaited text;
begin
  perform djet.check_typed(sign_in.name, sign_in.password);
  -- The work comes before any lock: otherwise attempts at a known name would wait for each other, and those
  -- at an unknown one would not. If the hash changes meanwhile, it begins anew.
  for attempt in 1..3 loop
    select u.*
    into known
    from djet.users u
    where u.name = lower(btrim(sign_in.name));
    exit when not djet.is_password(sign_in.password, known.password) or known.disabled_at is not null;
    -- A password that changes from now on, or a user who is disabled, ends this session or prevents it. Not
    -- for share: two who then write the password's new hash would wait for each other.
    select u.*
    into found_user
    from djet.users u
    where u.id = known.id
      and u.password = known.password
      and u.disabled_at is null
    for no key update;
    exit when found;
  end loop;

  if found_user.id is null then
    perform djet.enter_audit(
      null, 'sign-in.refused', coalesce(known.name, ''),
      case when known.disabled_at is not null then '{"disabled": true}'::jsonb else '{}' end, address, at);
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
  awaited := djet.awaited(found_user.id, null);
  perform djet.enter_audit(
    found_user.name, case when awaited is null then 'sign-in' else 'sign-in.begin' end, found_user.name,
    case when awaited is null then '{}' else jsonb_build_object('awaits', awaited) end, address, at);
  return djet.start_session(found_user.id, address, agent, at);
end
$$;

comment on function djet.sign_in is
  'Starts a session for whoever knows the password, and returns its token; the session `replaced` ends. '
  'Where a second factor is due, the session is nobody''s until that is proved, or set up. Returns null if '
  'the password is wrong, there is no such user, or they are disabled: neither the answer nor its time tells '
  'which, however many ask at a time. To be called after begin_sign_in() has committed.';
