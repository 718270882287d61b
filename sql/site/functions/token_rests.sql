create or replace function djet.token_rests(
  token text,
  at timestamptz default now()
)
returns boolean
language sql
stable
as $$
  select exists (
    select
    from djet.token t
    join djet.users u on u.id = t.user_id
    where t.token_hash = djet.token_hash(token)
      and t.expires_at > at
      and u.disabled_at is null
      and djet.awaited(u.id, t.created_at) is not null
  )
$$;

comment on function djet.token_rests is
  'Returns true if an API token would be good but for the second factor that a role of its user needs, and '
  'that they have yet to set up.';
