create or replace function djet.leave_server(
  id bigint
)
returns void
language sql
volatile
as $$
  delete from djet.server s
  where s.id = leave_server.id
$$;

comment on function djet.leave_server is 'Forgets a web server that stops.';
