create or replace function djet.check_tenants(
  tenants text[]
)
returns void
language plpgsql
immutable
as $$
begin
  if tenants is null then
    raise exception using
      errcode = 'DJ400',
      message = 'the tenants of a user must not be null',
      hint = 'Use {} for a user who is confined to none.';
  end if;
  if cardinality(tenants) > 100 then
    raise exception using
      errcode = 'DJ400',
      message = format('a user may be confined to at most 100 tenants (got %s)', cardinality(tenants));
  end if;
  perform djet.check_line('name of a tenant', each.tenant)
  from unnest(tenants) as each(tenant);
  if exists (select from unnest(tenants) as each(tenant) where length(each.tenant) > 60) then
    raise exception using errcode = 'DJ400', message = 'the name of a tenant must have at most 60 characters';
  end if;
end
$$;

comment on function djet.check_tenants is
  'Raises DJ400 for tenants to which no user can be confined.';
