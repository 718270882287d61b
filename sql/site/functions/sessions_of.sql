create or replace function djet.sessions_of(
  name text,
  at timestamptz default now()
)
returns table (
  id bigint,
  created_at timestamptz,
  seen_at timestamptz,
  expires_at timestamptz,
  address text,
  agent text
)
language sql
stable
as $$
  select s.id, s.created_at, s.seen_at, s.expires_at, s.address, s.agent
  from djet.session s
  join djet.users u on u.id = s.user_id
  where u.name = sessions_of.name
    and s.seen_at > at - interval '12 hours'
    and s.expires_at > at
    and djet.awaited(u.id, s.second_factor_at) is distinct from 'code'
  order by s.seen_at desc, s.id desc
$$;

comment on function djet.sessions_of is
  'Returns the sessions of a user that have not ended and await no code, last used first.';
