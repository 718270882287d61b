create or replace function djet.rights_at(
  node bigint,
  name text,
  token bigint default null
)
returns text[]
language sql
stable
as $$
  select djet.rights_through(token, n.path, djet.rights_among(djet.rules_at(n.id), djet.roles_of(rights_at.name)))
  from djet.node n
  where n.id = rights_at.node
$$;

comment on function djet.rights_at is
  'Returns the rights of a user at a node, or of a program with an API token of theirs.';
