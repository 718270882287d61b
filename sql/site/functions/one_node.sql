create or replace function djet.one_node(
  id bigint
)
returns djet.node
language plpgsql
as $$
declare
  found_node djet.node;
begin
  select * into found_node from djet.node n where n.id = one_node.id for update;
  if found_node.id is null then
    raise exception using
      errcode = 'DJ404',
      message = format('there is no node with the number %s', one_node.id);
  end if;
  return found_node;
end
$$;

comment on function djet.one_node is
  'Returns a node, locked until the transaction ends. Raises DJ404 if there is none.';
