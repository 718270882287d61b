create or replace function djet.set_access(
  node bigint,
  role text,
  rights text[]
)
returns void
language plpgsql
as $$
#variable_conflict use_column
declare
  place djet.node;
  problem text;
begin
  perform djet.lock_tree();
  place := djet.one_node(set_access.node);
  if set_access.rights is null and set_access.role = 'administrator' and place.parent is null then
    raise exception using
      errcode = 'DJ409',
      message = 'the administrator''s rule at the root stays: without it nobody could mend the rules';
  end if;
  if set_access.rights is null then
    delete from djet.access a
    where a.node = set_access.node
      and a.role = set_access.role;
    return;
  end if;
  problem := djet.access_problem(set_access.role, set_access.rights);
  if problem is not null then
    raise exception using
      errcode = 'DJ400',
      message = problem;
  end if;
  insert into djet.access (node, role, rights)
  values (set_access.node, set_access.role, set_access.rights)
  on conflict (node, role) do update
  set rights = excluded.rights;
end
$$;

comment on function djet.set_access is
  'Lets a role do this, and no more, at a node and below; `rights` empty is nothing, null takes the rule away, so that the next
one above decides. Raises DJ400, DJ404, or DJ409 for taking the administrator''s rule from the root.';
