create or replace function djet.prove_password(
  name text,
  password text,
  address text default null,
  at timestamptz default now()
)
returns boolean
language plpgsql
volatile
as $$
declare
  known djet.users;
begin
  perform djet.check_typed(prove_password.name, prove_password.password);
  select u.*
  into known
  from djet.users u
  where u.name = prove_password.name;
  if not djet.is_password(prove_password.password, known.password) or known.disabled_at is not null then
    perform djet.enter_audit(
      known.name, 'password.refused', coalesce(known.name, ''), '{}', address, at);
    return false;
  end if;
  perform djet.forgive_sign_in(known.name, address, at);
  return true;
end
$$;

comment on function djet.prove_password is
  'Returns true if somebody who is signed in knows their password. To be called after begin_sign_in() has '
  'committed.';
