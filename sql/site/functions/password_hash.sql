create or replace function djet.password_hash(
  password text
)
returns text
language plpgsql
volatile
as $$
declare
  hash text;
begin
  execute format('select %1$I.crypt($1, %1$I.gen_salt(''bf'', $2))', djet.pgcrypto())
  into hash
  using djet.condensed_password(password), djet.password_cost();
  return hash;
end
$$;

comment on function djet.password_hash is 'Returns the bcrypt hash of a password, under a salt of its own.';
