create or replace function djet.remove_second_factor(
  name text,
  code text,
  session bigint default null,
  address text default null,
  at timestamptz default now()
)
returns boolean
language plpgsql
volatile
as $$
declare
  found_user djet.users := djet.require_user(remove_second_factor.name);
begin
  if djet.prove_code(found_user.id, code, at) is null then
    perform djet.enter_audit(found_user.name, 'second-factor.refused', found_user.name, '{}', address, at);
    return false;
  end if;
  perform djet.forgive_sign_in(found_user.name, address, at, 'code');
  delete from djet.second_factor f where f.user_id = found_user.id;
  delete from djet.session s
  where s.user_id = found_user.id
    and s.id is distinct from remove_second_factor.session;
  update djet.session s
  set second_factor_at = null
  where s.id = remove_second_factor.session
    and s.user_id = found_user.id;
  perform djet.enter_audit(found_user.name, 'second-factor.remove', found_user.name, '{}', address, at);
  return true;
end
$$;

comment on function djet.remove_second_factor is
  'Removes one''s own second factor for whoever has a code of it, and ends all other sessions. Returns false '
  'if the code is wrong. A user whose role needs one must set up another before anything else. To be called '
  'after prove_password(), and after begin_sign_in(what => ''code'') has committed. Raises DJ404.';
