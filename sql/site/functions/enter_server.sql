create or replace function djet.enter_server(
  address text,
  machine text,
  at timestamptz default now()
)
returns bigint
language plpgsql
volatile
as $$
declare
  server bigint;
begin
  perform djet.check_given(
    enter_server.address is not null and enter_server.machine is not null and at is not null,
    'the address, the machine and the time of a server');
  insert into djet.server (started_at, seen_at, machine, address)
  values (at, at, enter_server.machine, enter_server.address)
  on conflict on constraint server_is_one_at_its_address do update
  set started_at = excluded.started_at, seen_at = excluded.seen_at
  returning id into server;
  return server;
end
$$;

comment on function djet.enter_server is
  'Notes the address at which a web server serves the site, and returns the server''s number.';
