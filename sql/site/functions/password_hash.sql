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
  execute format('select %1$I.crypt($1, %1$I.gen_salt(''bf'', 11))', djet.pgcrypto())
  into hash
  using djet.condensed_password(password);
  return hash;
end
$$;

comment on function djet.password_hash is
  'The bcrypt of a password, with 2^11 rounds: about 0.1 s of work for us, and for whoever guesses.';
