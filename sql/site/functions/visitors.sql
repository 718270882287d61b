create or replace function djet.visitors(
  sessions bigint[],
  tokens bigint[],
  at timestamptz default now()
)
returns table (session_id bigint, token_id bigint, ends_at timestamptz, roles jsonb, tenants text[])
language sql
stable
as $$
  select s.id, null::bigint, least(s.expires_at, s.seen_at + interval '12 hours'), a.roles, a.tenants
  from djet.session s
  join djet.all_users a on a.id = s.user_id
  where s.id = any (sessions)
    and s.seen_at > at - interval '12 hours'
    and s.expires_at > at
    and a.disabled_at is null
    and djet.awaited(s.user_id, s.second_factor_at) is null
  union all
  select null, t.id, t.expires_at, a.roles, a.tenants
  from djet.token t
  join djet.all_users a on a.id = t.user_id
  where t.id = any (tokens)
    and t.expires_at > at
    and a.disabled_at is null
    and djet.awaited(t.user_id, t.created_at) is null
$$;

comment on function djet.visitors is
  'Returns those of these sessions and API tokens that are still good, each with its end if nothing happens, '
  'its roles and the tenants to which its user is confined. Those that await a second factor are left out.';
