create or replace function djet.move_node(
  id bigint,
  parent bigint default null,
  name text default null,
  "position" integer default null,
  by text default null,
  token bigint default null
)
returns djet.node
language plpgsql
as $$
#variable_conflict use_column
declare
  moved djet.node;
  before jsonb;
begin
  perform djet.lock_tree();
  moved := djet.one_node(move_node.id);
  if moved.parent is null then
    raise exception using
      errcode = 'DJ409',
      message = 'the root cannot be moved';
  end if;
  perform djet.demand_right(moved.id, 'manage', by, token);
  if move_node.parent <> moved.parent then
    perform djet.demand_right(move_node.parent, 'manage', by, token);
    before := djet.branch_rules(moved.id);
  end if;
  update djet.node n
  set
    parent = coalesce(move_node.parent, n.parent),
    name = coalesce(move_node.name, n.name),
    position = coalesce(
      move_node.position,
      case when move_node.parent <> n.parent then djet.last_position(move_node.parent) end,
      n.position)
  where n.id = move_node.id
  returning n.* into moved;
  if before is not null then
    perform djet.guard_gains(moved.id, before, by, token, true);
  end if;
  return moved;
end
$$;

comment on function djet.move_node is
  'Puts a node with its whole branch under another parent, under another name or in another place among its '
  'siblings, and returns it; null parameters leave it as it is, except that under another parent it goes '
  'behind its siblings. Raises DJ400, DJ404, DJ403 if `by` may not move it, or others would see more of the '
  'branch there than `by` may show them, or DJ409 for the root, if the path is taken, or if the parent lies '
  'in the branch itself.';
