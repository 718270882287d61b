create or replace function djet.remove_node(
  id bigint,
  branch boolean default false,
  by text default null,
  token bigint default null
)
returns integer
language plpgsql
as $$
#variable_conflict use_column
declare
  top djet.node;
  below integer;
begin
  perform djet.lock_tree();
  top := djet.one_node(remove_node.id);
  if top.parent is null then
    raise exception using
      errcode = 'DJ409',
      message = 'the root cannot be removed';
  end if;
  select count(*) into below from djet.node n where starts_with(n.path, top.path || '/');
  if below > 0 and not branch then
    raise exception using
      errcode = 'DJ409',
      message = format('%s has %s below it', top.path, case when below = 1 then '1 node' else below || ' nodes' end),
      hint = 'Remove or move them first, or remove the whole branch.';
  end if;
  perform djet.demand_right(n.id, 'manage', by, token)
  from djet.node n
  where n.id = top.id
    or starts_with(n.path, top.path || '/');
  delete from djet.node n
  where n.id = top.id
    or starts_with(n.path, top.path || '/');
  return below + 1;
end
$$;

comment on function djet.remove_node is
  'Removes a node, with `branch` also all nodes below it, and returns how many. Raises DJ403 if `by` does '
  'not manage all of them, DJ404, or DJ409 if there are nodes below it and `branch` is false, and for a node '
  'that the site needs.';
