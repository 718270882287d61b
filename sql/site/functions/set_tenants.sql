create or replace function djet.set_tenants(
  name text,
  tenants text[],
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
  perform djet.guard_user(set_tenants.name, by);
  found_user := djet.require_user(set_tenants.name);
  perform djet.check_tenants(set_tenants.tenants);
  if djet.tenants_of(by) <> '{}' then
    raise exception using
      errcode = 'DJ403',
      message = 'you are confined to tenants: you cannot set the tenants of users',
      hint = 'Ask a user who is confined to none.';
  end if;
  if found_user.tenants = set_tenants.tenants then
    return;
  end if;
  update djet.users u
  set tenants = set_tenants.tenants
  where u.id = found_user.id;
  perform djet.enter_audit(
    by, 'user.confine', found_user.name,
    jsonb_build_object('tenants', set_tenants.tenants, 'was', found_user.tenants), address, at);
end
$$;

comment on function djet.set_tenants is
  'Confines a user to tenants, in place of those before; to none if there are none. Raises DJ400; DJ403 for '
  'a user who may more than `by`, and if `by` is confined; DJ404.';
