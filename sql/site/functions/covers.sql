create or replace function djet.covers(
  by text,
  roles text[]
)
returns boolean
language plpgsql
stable
as $$
declare
  own_roles text[];
begin
  if djet.is_unlimited(by) then
    return true;
  end if;
  own_roles := djet.roles_of(by);
  if not 'users' = any (own_roles) or 'administrator' = any (roles) then
    return false;
  end if;
  return not exists (
    select
    from djet.rules_below((select n.id from djet.node n where n.parent is null)) n
    where not djet.rights_among(n.rules, own_roles) @> djet.rights_among(n.rules, roles)
  );
end
$$;

comment on function djet.covers is
  'Returns true if somebody may do at every node what these roles let one do there; administrators alone '
  'cover `administrator`. A null `by` is a command, which covers all.';
