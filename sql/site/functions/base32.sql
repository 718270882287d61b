create or replace function djet.base32(
  bytes bytea
)
returns text
language sql
immutable
as $$
  select string_agg(
    substr(
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
      substring(('x' || encode(bytes, 'hex'))::varbit from letter * 5 + 1 for 5)::integer + 1,
      1
    ),
    '' order by letter)
  from generate_series(0, length(bytes) * 8 / 5 - 1) letter
$$;

comment on function djet.base32 is
  'Returns bytes as the letters and digits of RFC 4648, in which devices take secrets; they are a multiple '
  'of 5 bytes, so that no bits are left over.';
