create or replace function djet.totp(
  secret bytea,
  step bigint,
  digits integer default 6
)
returns text
language plpgsql
stable
as $$
declare
  mac bytea;
  place integer;
  number bigint;
begin
  if (digits between 6 and 8) is not true then
    raise exception using
      errcode = 'DJ400',
      message = format('a one-time code has 6 to 8 digits (got %s)', coalesce(digits::text, 'null'));
  end if;
  execute format('select %I.hmac($1, $2, ''sha1'')', djet.pgcrypto())
  into mac
  using int8send(step), secret;
  place := get_byte(mac, 19) & 15;
  number := ((get_byte(mac, place) & 127)::bigint << 24)
    | (get_byte(mac, place + 1) << 16)
    | (get_byte(mac, place + 2) << 8)
    | get_byte(mac, place + 3);
  return lpad((number % (10 ^ digits)::bigint)::text, digits, '0');
end
$$;

comment on function djet.totp is
  'Returns the one-time code of a secret in a step, which is a half minute counted from 1970 (RFC 6238, by '
  'HMAC-SHA-1, which all devices know). Raises DJ400 unless it has 6 to 8 digits.';
