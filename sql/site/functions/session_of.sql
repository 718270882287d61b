create or replace function djet.session_of(
  token text,
  at timestamptz default now()
)
returns table (
  session_id bigint,
  csrf text,
  is_stale boolean,
  id bigint,
  name text,
  full_name text,
  roles jsonb,
  awaits text,
  tenants text[],
  language text
)
language sql
stable
as $$
  select
    s.id, s.csrf, s.seen_at < at - interval '1 minute', u.id, u.name, u.full_name, a.roles,
    djet.awaited(u.id, s.second_factor_at), u.tenants, u.language
  from djet.session s
  join djet.users u on u.id = s.user_id
  join djet.all_users a on a.id = u.id
  where s.token_hash = djet.token_hash(token)
    and s.seen_at > at - interval '12 hours'
    and s.expires_at > at
    and u.disabled_at is null
$$;

comment on function djet.session_of is
  'Returns the session of a token and its user; no row if it has ended, or its user is disabled. is_stale is '
  'true if it was last seen more than a minute ago: see_session() is due. As long as it awaits something, '
  'nobody is signed in: see awaited().';
