create or replace function djet.recovery_hash(
  user_id bigint,
  code text
)
returns bytea
language sql
immutable
as $$
  select sha256(convert_to('djet.recovery:' || user_id || ':' || code, 'UTF8'))
$$;

comment on function djet.recovery_hash is
  'Returns the hash that is stored of a recovery code, which is given in lower case and without dashes. 80 '
  'random bits need no slowness.';
