create or replace function djet.token_hash(
  token text
)
returns bytea
language sql
immutable
as $$
  select sha256(convert_to(token, 'UTF8'))
$$;

comment on function djet.token_hash is
  'Returns the hash that is stored of a token. It needs no salt and no slowness: 256 random bits cannot be '
  'guessed.';
