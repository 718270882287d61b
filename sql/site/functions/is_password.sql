create or replace function djet.is_password(
  password text,
  hash text
)
returns boolean
language plpgsql
stable
as $$
declare
  found_hash text;
begin
  -- Without a hash the work is done all the same: its time must not tell whether there is such a user.
  execute format('select %I.crypt($1, $2)', djet.pgcrypto())
  into found_hash
  using
    djet.condensed_password(password),
    coalesce(hash, format('$2a$%s$abcdefghijklmnopqrstuu', lpad(djet.password_cost()::text, 2, '0')));
  return coalesce(found_hash = hash, false);
end
$$;

comment on function djet.is_password is
  'Whether a password is the one of a hash. It takes as long if the hash is null, and is false.';
