create or replace function djet.guard_exposure(
  basetype text,
  columns jsonb,
  by text,
  token bigint default null
)
returns void
language plpgsql
stable
as $$
declare
  held text[];
  lacking record;
begin
  if djet.is_unlimited(by, token) then
    return;
  end if;
  held := coalesce(djet.rights_at((select n.id from djet.node n where n.parent is null), by, token), '{}');
  select e.*
  into lacking
  from djet.exposures(guard_exposure.basetype, columns) e
  where not e."right" = any (held)
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ403',
      message = format('exposing %s needs the right “%s” at /, the root', lacking.what, lacking."right"),
      hint = 'Ask a manager of the whole site.';
  end if;
end
$$;

comment on function djet.guard_exposure is
  'Raises DJ403 unless somebody has the rights at the root that it takes to expose what a node of a basetype '
  'shows with these columns: a manager of a branch might otherwise show there what they may not see.';
