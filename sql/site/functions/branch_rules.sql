create or replace function djet.branch_rules(
  top bigint
)
returns jsonb
language sql
stable
as $$
  select jsonb_object_agg(n.node, jsonb_build_object('path', n.path, 'rules', n.rules))
  from djet.rules_below(top) n
$$;

comment on function djet.branch_rules is
  'Returns the paths of a branch''s nodes and the rules in force there, by their numbers, for guard_gains() '
  'to compare with.';
