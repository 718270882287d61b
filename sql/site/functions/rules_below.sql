create or replace function djet.rules_below(
  top bigint
)
returns table (node bigint, path text, rules jsonb)
language sql
stable
as $$
  with recursive
  own (node, rules) as materialized (
    select a.node, jsonb_object_agg(a.role, to_jsonb(a.rights))
    from djet.access a
    group by a.node
  ),
  branch (node, path, rules) as (
    select n.id, n.path, djet.rules_at(n.id)
    from djet.node n
    where n.id = top
    union all
    select n.id, n.path, b.rules || coalesce(o.rules, '{}')
    from branch b
    join djet.node n on n.parent = b.node
    left join own o on o.node = n.id
  )
  select b.node, b.path, b.rules
  from branch b
$$;

comment on function djet.rules_below is
  'Returns the rules in force at each node of a branch, in the form of rules_at().';
