create or replace function djet.tenants_of(
  name text
)
returns text[]
language sql
stable
as $$
  select coalesce((select u.tenants from djet.users u where u.name = tenants_of.name), '{}')
$$;

comment on function djet.tenants_of is
  'Returns the tenants to which a user is confined; none for a user who is confined to none, a stranger and '
  'a command.';
