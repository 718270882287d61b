create or replace function djet.set_access(
  node bigint,
  role text,
  rights text[],
  by text default null,
  token bigint default null
)
returns void
language plpgsql
as $$
#variable_conflict use_column
declare
  place djet.node;
  problem text;
  before jsonb;
begin
  perform djet.lock_tree();
  place := djet.one_node(set_access.node);
  perform djet.demand_right(place.id, 'manage', by, token);
  if set_access.rights is null and set_access.role = 'administrator' and place.parent is null then
    raise exception using
      errcode = 'DJ409',
      message = 'the administrator''s rule at the root cannot be changed: without it nobody could repair the rules';
  end if;
  problem := case when set_access.rights is not null then djet.access_problem(set_access.role, set_access.rights) end;
  if problem is not null then
    raise exception using
      errcode = 'DJ400',
      message = problem;
  end if;
  if set_access.role = 'everyone' and not djet.is_unlimited(by, token) then
    raise exception using
      errcode = 'DJ403',
      message = 'only an administrator can set the rights of everyone';
  end if;

  before := djet.branch_rules(place.id);
  if set_access.rights is null then
    delete from djet.access a
    where a.node = set_access.node
      and a.role = set_access.role;
  else
    insert into djet.access (node, role, rights)
    values (set_access.node, set_access.role, set_access.rights)
    on conflict (node, role) do update
    set rights = excluded.rights;
  end if;
  perform djet.guard_gains(place.id, before, by, token);
end
$$;

comment on function djet.set_access is
  'Lets a role do this, and no more, at a node and below. Empty `rights` allow nothing; null takes the rule '
  'away, so that the next one above decides. Raises DJ400, DJ404, DJ403 if `by` would give rights that they '
  'do not have there, or to everyone without being an administrator, or DJ409 for taking the '
  'administrator''s rule from the root.';
