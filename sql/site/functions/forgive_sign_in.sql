create or replace function djet.forgive_sign_in(
  name text,
  address text,
  at timestamptz,
  what text default 'account'
)
returns void
language plpgsql
volatile
as $$
declare
  keys text[] := djet.sign_in_keys(name, address, at, what);
begin
  delete from djet.sign_in_failure f
  where f.key = keys[1];
  -- Forgives this attempt only: otherwise one good account of one's own would pay for guesses at others.
  update djet.sign_in_failure f
  set failures = greatest(f.failures - 1, 0), wait_until = '-infinity'
  where f.key = keys[2];
end
$$;

comment on function djet.forgive_sign_in is
  'Takes back the failure as which a good attempt was counted: forgets all failures of the account, and this '
  'one of the address.';
