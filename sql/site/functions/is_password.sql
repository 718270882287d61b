create or replace function djet.is_password(
  password text,
  hash text
)
returns boolean
language plpgsql
stable
as $$
declare
  condensed text := djet.condensed_password(password);
  cost integer := djet.password_cost();
  found_hash text;
begin
  -- Without a hash the work is done all the same: its time must not tell whether there is such a user.
  execute format('select %I.crypt($1, $2)', djet.pgcrypto())
  into found_hash
  using condensed, coalesce(hash, format('$2a$%s$abcdefghijklmnopqrstuu', lpad(cost::text, 2, '0')));
  -- Of a hash that took less work the rest is done, too: 2^c + 2^c + 2^(c+1) + … = 2^cost.
  for missing in coalesce(substr(hash, 5, 2)::integer, cost)..cost - 1 loop
    execute format('select %I.crypt($1, $2)', djet.pgcrypto())
    using condensed, format('$2a$%s$abcdefghijklmnopqrstuu', lpad(missing::text, 2, '0'));
  end loop;
  return coalesce(found_hash = hash, false);
end
$$;

comment on function djet.is_password is
  'Whether a password is the one of a hash. It takes as long if the hash is null, and is false; and as long for a hash that was '
  'made with less work than is done today. To be called before anything is locked: it takes a tenth of a second.';
