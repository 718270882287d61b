create or replace function djet.change_node(
  id bigint,
  title text default null,
  "position" integer default null,
  in_menu boolean default null,
  columns jsonb default null,
  redirect_to text default null,
  redirect_status integer default null,
  by text default null,
  token bigint default null
)
returns djet.node
language plpgsql
as $$
#variable_conflict use_column
declare
  was djet.node;
  changed djet.node;
  address text;
begin
  perform djet.lock_tree();
  was := djet.one_node(change_node.id);
  perform djet.demand_right(was.id, 'manage', by, token);
  address := nullif(coalesce(change_node.redirect_to, was.redirect_to), '');
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
  -- A node without its redirect shows its own content again.
  if was.columns <> changed.columns or was.redirect_to is not null and changed.redirect_to is null then
    perform djet.guard_exposure(changed.basetype, changed.columns, by, token);
    perform djet.guard_strangers(changed.id, '{}', by);
  end if;
  return changed;
end
$$;

comment on function djet.change_node is
  'Changes a node, and returns it; null parameters leave it as it is. Only the `columns` that are named '
  'change, and one that is null is taken away. An empty `redirect_to` ends the redirect. Raises DJ400, '
  'DJ404, and DJ403 if `by` may not change it, or not expose what it would show.';
