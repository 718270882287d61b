create or replace function djet.invite(
  name text,
  by text default null,
  address text default null,
  at timestamptz default now()
)
returns text
language plpgsql
volatile
as $$
declare
  found_user djet.users;
  token text := djet.new_token();
begin
  perform djet.guard_user(invite.name, by);
  found_user := djet.require_user(invite.name);
  if found_user.disabled_at is not null then
    raise exception using
      errcode = 'DJ409',
      message = format('“%s” is disabled', found_user.name),
      hint = 'Enable them first.';
  end if;
  insert into djet.invitation (user_id, created_at, expires_at, token_hash, invited_by)
  values (found_user.id, at, at + interval '24 hours', djet.token_hash(token), by)
  on conflict on constraint invitation_user_id_key do update set
    created_at = excluded.created_at,
    expires_at = excluded.expires_at,
    token_hash = excluded.token_hash,
    invited_by = excluded.invited_by;
  perform djet.enter_audit(by, 'user.invite', found_user.name, '{}', address, at);
  return token;
end
$$;

comment on function djet.invite is
  'Returns a token, now and never again, with which a user may once, within 24 hours, set a password. It '
  'takes the place of an earlier one. Raises DJ403, DJ404, DJ409 for a disabled user.';
