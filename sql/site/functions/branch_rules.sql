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
  'The paths of a branch''s nodes and what decides there, by their numbers: what guard_gains() compares with.';
