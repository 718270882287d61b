create or replace function djet.enable_user(
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
  perform djet.guard_user(enable_user.name, by);
  found_user := djet.require_user(enable_user.name);
  if found_user.disabled_at is null then
    return;
  end if;
  update djet.users u
  set disabled_at = null
  where u.id = found_user.id;
  perform djet.enter_audit(by, 'user.enable', found_user.name, '{}', address, at);
end
$$;

comment on function djet.enable_user is
  'Lets a disabled user sign in again, with the password they had. Raises DJ403, DJ404.';
