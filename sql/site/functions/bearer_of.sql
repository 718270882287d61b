create or replace function djet.bearer_of(
  token text,
  at timestamptz default now()
)
returns table (
  token_id bigint,
  rights jsonb,
  below text,
  is_stale boolean,
  id bigint,
  name text,
  full_name text,
  roles jsonb,
  tenants text[],
  language text
)
language sql
stable
as $$
  select
    t.id,
    to_jsonb(t.rights),
    t.below,
    t.used_at is null or t.used_at < at - interval '1 minute',
    u.id,
    u.name,
    u.full_name,
    a.roles,
    u.tenants,
    u.language
  from djet.token t
  join djet.users u on u.id = t.user_id
  join djet.all_users a on a.id = u.id
  where t.token_hash = djet.token_hash(token)
    and t.expires_at > at
    and u.disabled_at is null
    and djet.awaited(u.id, t.created_at) is null
$$;

comment on function djet.bearer_of is
  'Returns the user for whom an API token acts, and its limits; no row if it is over or revoked, or the user '
  'is disabled, or has yet to set up the second factor that a role of theirs needs. is_stale is true if its '
  'use was last noted more than a minute ago: see_token() is due.';
