create or replace function djet.enter_server(
  address text,
  machine text,
  at timestamptz default now()
)
returns bigint
language sql
volatile
as $$
  insert into djet.server (started_at, seen_at, machine, address)
  values (at, at, enter_server.machine, enter_server.address)
  on conflict on constraint server_is_one_at_its_address do update
  set started_at = excluded.started_at, seen_at = excluded.seen_at
  returning id
$$;

comment on function djet.enter_server is
  'Notes the address at which a web server serves the site, and returns the server''s number.';
