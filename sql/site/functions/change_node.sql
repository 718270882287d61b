create or replace function djet.change_node(
  id bigint,
  title text default null,
  "position" integer default null,
  in_menu boolean default null,
  columns jsonb default null,
  redirect_to text default null,
  redirect_status integer default null
)
returns djet.node
language plpgsql
as $$
#variable_conflict use_column
declare
  changed djet.node;
  address text;
begin
  perform djet.lock_tree();
  changed := djet.one_node(change_node.id);
  address := nullif(coalesce(change_node.redirect_to, changed.redirect_to), '');
  update djet.node n
  set
    title = coalesce(change_node.title, n.title),
    position = coalesce(change_node.position, n.position),
    in_menu = coalesce(change_node.in_menu, n.in_menu),
    columns = jsonb_strip_nulls(
      djet.declared_columns(n.basetype, n.columns) || coalesce(change_node.columns, '{}')),
    redirect_to = address,
    redirect_status =
      case when address is not null then coalesce(change_node.redirect_status, n.redirect_status, 308) end
  where n.id = change_node.id
  returning n.* into changed;
  return changed;
end
$$;

comment on function djet.change_node is
  'Changes what a node says, and returns it; what is null stays. Of `columns` those that are named are changed, and one that is
null is taken away. An empty `redirect_to` ends the redirect. Raises DJ400, DJ404.';
