create or replace function djet.revoke_token(
  id bigint,
  name text,
  by text default null,
  address text default null,
  at timestamptz default now()
)
returns void
language plpgsql
volatile
as $$
declare
  purpose text;
begin
  if by is distinct from revoke_token.name then
    perform djet.guard_user(revoke_token.name, by);
  end if;
  delete from djet.token t
  using djet.users u
  where t.id = revoke_token.id
    and u.id = t.user_id
    and u.name = revoke_token.name
  returning t.purpose into purpose;
  if not found then
    raise exception using errcode = 'DJ404', message = 'there is no such token';
  end if;
  perform djet.enter_audit(
    by, 'token.revoke', revoke_token.name,
    jsonb_build_object('token', revoke_token.id, 'purpose', purpose), address, at);
end
$$;

comment on function djet.revoke_token is
  'Revokes an API token of a user. Raises DJ403 for a user who has more rights than `by`, DJ404 if they have '
  'no such token.';
