create or replace function djet.guard_tenants(
  name text,
  by text
)
returns void
language plpgsql
stable
as $$
begin
  if exists (
    select from djet.users u where u.name = guard_tenants.name and not djet.covers_tenants(by, u.tenants))
  then
    raise exception using
      errcode = 'DJ403',
      message = format('“%s” may see jobs of tenants that you may not see', guard_tenants.name),
      hint = 'Ask a user who is confined to no tenant.';
  end if;
end
$$;

comment on function djet.guard_tenants is
  'Raises DJ403 if `by` is confined to tenants, and a user sees jobs that they do not see: a confined '
  'manager of users, an administrator too, takes over nobody who sees more.';
