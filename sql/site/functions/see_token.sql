create or replace function djet.see_token(
  id bigint,
  at timestamptz default now()
)
returns void
language sql
volatile
as $$
  update djet.token t
  set used_at = at
  where t.id = see_token.id
    and (t.used_at is null or t.used_at < at - interval '1 minute')
$$;

comment on function djet.see_token is
  'Notes that an API token is in use, at most once a minute, so that reads stay reads.';
