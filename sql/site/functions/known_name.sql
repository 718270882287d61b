create or replace function djet.known_name(
  name text
)
returns text
language sql
stable
as $$
  select coalesce((select u.name from djet.users u where u.name = lower(btrim(known_name.name))), '')
$$;

comment on function djet.known_name is
  'Returns a typed name if it is a user''s, otherwise an empty text: people type their password into the '
  'wrong field, and it must not be kept.';
