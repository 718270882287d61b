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
  -- Does the work without a hash, too: its time must not tell if there is such a user.
  execute format('select %I.crypt($1, $2)', djet.pgcrypto())
  into found_hash
  using condensed, coalesce(hash, format('$2a$%s$abcdefghijklmnopqrstuu', lpad(cost::text, 2, '0')));
  -- Adds the work that a cheaper hash lacks: 2^c + 2^c + 2^(c+1) + … = 2^cost.
  for missing in coalesce(substr(hash, 5, 2)::integer, cost)..cost - 1 loop
    execute format('select %I.crypt($1, $2)', djet.pgcrypto())
    using condensed, format('$2a$%s$abcdefghijklmnopqrstuu', lpad(missing::text, 2, '0'));
  end loop;
  return coalesce(found_hash = hash, false);
end
$$;

comment on function djet.is_password is
  'Returns true if a password is the one of a hash; false for a null hash. That takes as long, as does a '
  'hash that was made with less work than is done today. To be called before anything is locked: it takes a '
  'tenth of a second.';
