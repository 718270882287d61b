create or replace function djet.sign_in_keys(
  name text,
  address text,
  at timestamptz default now(),
  what text default 'account'
)
returns text[]
language plpgsql
stable
as $$
declare
  account text := what || ' ' || encode(sha256(convert_to(lower(btrim(name)), 'UTF8')), 'hex');
  place text := djet.address_block(address);
begin
  -- Strangers who fail at somebody's account make strangers wait, and not a user who has signed in from this
  -- address.
  if exists (
    select from djet.audit a
    where a.user_name = lower(btrim(name))
      and a.action = 'sign-in'
      and a.address = sign_in_keys.address
      and a.at > sign_in_keys.at - interval '30 days'
  ) then
    account := account || ' from ' || sign_in_keys.address;
  end if;
  return array[account, 'address ' || place];
end
$$;

comment on function djet.sign_in_keys is
  'Returns the keys under which an attempt to sign in is counted: first the account (apart for an address '
  'from which its user has signed in within 30 days), then the address. Passwords are counted as `account`, '
  'and one-time codes apart from them as `code`: knowing the password must not forgive guesses at the code.';
