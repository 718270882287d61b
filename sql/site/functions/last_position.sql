create or replace function djet.last_position(
  parent bigint
)
returns integer
language sql
stable
as $$
  select least(coalesce(max(n.position) + 1, 1), 1000000)
  from djet.node n
  where n.parent is not distinct from last_position.parent;
$$;

comment on function djet.last_position is 'Returns the position behind all children of a node.';
