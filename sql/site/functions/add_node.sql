create or replace function djet.add_node(
  path text,
  basetype text,
  title text,
  "position" integer default null,
  in_menu boolean default true,
  columns jsonb default '{}',
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
  above text;
  above_id bigint;
  added djet.node;
begin
  perform djet.lock_tree();
  -- Checks the length first: the time of the patterns grows with the path, or its square.
  if length(add_node.path) > 500 then
    raise exception using
      errcode = 'DJ400',
      message = 'a node''s path has at most 500 characters';
  end if;
  if add_node.path is null or add_node.path !~ '^/' then
    raise exception using
      errcode = 'DJ400',
      message = format('“%s” is not a path: it must begin with a slash', add_node.path);
  end if;
  if add_node.path <> '/' then
    above := coalesce(nullif(regexp_replace(add_node.path, '/[^/]*$', ''), ''), '/');
    select n.id into above_id from djet.node n where n.path = above;
    if above_id is null then
      raise exception using
        errcode = 'DJ404',
        message = format('there is no node %s to put %s under', above, add_node.path);
    end if;
  end if;

  perform djet.demand_right(above_id, 'manage', by, token);
  perform djet.guard_exposure(add_node.basetype, coalesce(add_node.columns, '{}'), by, token);
  insert into djet.node (
    parent, name, basetype, title, position, in_menu, columns, redirect_to, redirect_status)
  values (
    above_id,
    regexp_replace(add_node.path, '^.*/', ''),
    add_node.basetype,
    add_node.title,
    coalesce(add_node.position, djet.last_position(above_id)),
    coalesce(add_node.in_menu, true),
    coalesce(add_node.columns, '{}'),
    nullif(add_node.redirect_to, ''),
    case when add_node.redirect_to <> '' then coalesce(add_node.redirect_status, 308) end)
  returning * into added;
  perform djet.guard_strangers(added.id, '{}', by);
  return added;
end
$$;

comment on function djet.add_node is
  'Adds a node and returns it; its parent must exist. A null `position` puts it behind its siblings. Raises '
  'DJ400 for what cannot be a node, DJ403 if `by`, with an API token if one is named, may not put it there, '
  'DJ404 for a parent or basetype that does not exist, DJ409 for a path that is taken and for a second node '
  'of a singleton basetype.';
