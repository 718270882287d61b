create or replace function djet.tokens_of(
  name text,
  at timestamptz default now()
)
returns table (
  id bigint,
  purpose text,
  rights jsonb,
  below text,
  created_at timestamptz,
  expires_at timestamptz,
  used_at timestamptz
)
language sql
stable
as $$
  select t.id, t.purpose, to_jsonb(t.rights), t.below, t.created_at, t.expires_at, t.used_at
  from djet.token t
  join djet.users u on u.id = t.user_id
  where u.name = tokens_of.name
    and t.expires_at > at
  order by t.id desc
$$;

comment on function djet.tokens_of is
  'Returns the API tokens of a user that are good, newest first, without their secrets.';
