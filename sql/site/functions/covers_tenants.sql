create or replace function djet.covers_tenants(
  by text,
  tenants text[]
)
returns boolean
language sql
stable
as $$
  select djet.tenants_of(by) = '{}'
    or covers_tenants.tenants <> '{}' and covers_tenants.tenants <@ djet.tenants_of(by)
$$;

comment on function djet.covers_tenants is
  'Returns true if somebody sees all the jobs that a user sees who is confined to these tenants.';
