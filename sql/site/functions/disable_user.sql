create or replace function djet.disable_user(
  name text,
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
  perform djet.guard_user(disable_user.name, by);
  found_user := djet.require_user(disable_user.name);
  if found_user.disabled_at is not null then
    return;
  end if;
  perform djet.keep_an_administrator(found_user.name);

  update djet.users u
  set disabled_at = at
  where u.id = found_user.id;
  delete from djet.session s where s.user_id = found_user.id;
  delete from djet.token t where t.user_id = found_user.id;
  delete from djet.invitation i where i.user_id = found_user.id;
  perform djet.enter_audit(by, 'user.disable', found_user.name, '{}', address, at);
end
$$;

comment on function djet.disable_user is
  'Keeps a user out from now on, and deletes their sessions, API tokens and invitation. Raises DJ403, DJ404, '
  'and DJ409 for the last administrator.';
