create or replace function djet.see_server(
  id bigint,
  at timestamptz default now()
)
returns void
language sql
volatile
as $$
  update djet.server s
  set seen_at = at
  where s.id = see_server.id
$$;

comment on function djet.see_server is
  'Notes that a web server still serves the site. It is called every minute; a server without it for three '
  'counts as gone.';
