create or replace function djet.revoke_tokens(
  name text,
  by text default null,
  address text default null,
  at timestamptz default now()
)
returns integer
language plpgsql
volatile
as $$
declare
  found_user djet.users;
  revoked integer;
begin
  if by is distinct from revoke_tokens.name then
    perform djet.guard_user(revoke_tokens.name, by);
  end if;
  found_user := djet.require_user(revoke_tokens.name);
  delete from djet.token t
  where t.user_id = found_user.id;
  get diagnostics revoked = row_count;
  if revoked > 0 then
    perform djet.enter_audit(
      by, 'token.revoke-all', found_user.name, jsonb_build_object('tokens', revoked), address, at);
  end if;
  return revoked;
end
$$;

comment on function djet.revoke_tokens is
  'Revokes all API tokens of a user, and returns how many. Raises DJ403 and DJ404.';
