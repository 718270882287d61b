create or replace function djet.rights_among(
  rules jsonb,
  roles text[]
)
returns text[]
language sql
immutable
as $$
  select coalesce(array_agg(distinct given.value), '{}')
  from jsonb_each(rules) rule
  cross join jsonb_array_elements_text(rule.value) given(value)
  where rule.key = any (roles)
$$;

comment on function djet.rights_among is
  'Returns the rights that some roles have together by the rules of a node.';
