create or replace function djet.invitation_of(
  token text,
  at timestamptz default now()
)
returns table (name text, full_name text, expires_at timestamptz)
language sql
stable
as $$
  select u.name, u.full_name, i.expires_at
  from djet.invitation i
  join djet.users u on u.id = i.user_id
  where i.token_hash = djet.token_hash(token)
    and i.expires_at > at
    and u.disabled_at is null
    and djet.covers(i.invited_by, djet.roles_of(u.name))
    and djet.covers_tenants(i.invited_by, u.tenants)
$$;

comment on function djet.invitation_of is
  'Returns the user whom a token invites, if it is good and their inviter may still do all that they may. '
  'Looking does not use it up: mail programs look at links.';
