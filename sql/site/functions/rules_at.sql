create or replace function djet.rules_at(
  node bigint
)
returns jsonb
language sql
stable
as $$
  with recursive way (id, parent, distance) as (
    select n.id, n.parent, 0
    from djet.node n
    where n.id = rules_at.node
    union all
    select n.id, n.parent, w.distance + 1
    from way w
    join djet.node n on n.id = w.parent
  )
  select coalesce(jsonb_object_agg(nearest.role, to_jsonb(nearest.rights)), '{}')
  from (
    select distinct on (a.role) a.role, a.rights
    from way w
    join djet.access a on a.node = w.id
    order by a.role, w.distance
  ) nearest
$$;

comment on function djet.rules_at is
  'Returns the rules in force at a node: for each role the rights of the nearest rule on the way up to the '
  'root, as an object.';
