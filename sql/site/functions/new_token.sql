create or replace function djet.new_token()
returns text
language plpgsql
volatile
as $$
declare
  bytes bytea;
begin
  execute format('select %I.gen_random_bytes(32)', djet.pgcrypto()) into bytes;
  return translate(encode(bytes, 'base64'), '+/=', '-_');
end
$$;

comment on function djet.new_token is
  'Returns a secret of 256 bits from the system''s generator, as 43 characters that an address may contain.';
