create or replace function djet.sign_out(
  token text,
  address text default null,
  at timestamptz default now()
)
returns void
language plpgsql
volatile
as $$
declare
  name text;
begin
  delete from djet.session s
  using djet.users u
  where s.token_hash = djet.token_hash(token)
    and u.id = s.user_id
  returning u.name into name;
  if name is not null then
    perform djet.enter_audit(name, 'sign-out', name, '{}', address, at);
  end if;
end
$$;

comment on function djet.sign_out is
  'Ends the session of a token. Nothing happens if it is unknown or has ended already.';
