create or replace function djet.end_sessions(
  name text,
  but bigint default null,
  by text default null,
  address text default null,
  at timestamptz default now()
)
returns integer
language plpgsql
volatile
as $$
declare
  found_user djet.users;
  ended integer;
begin
  if by is distinct from end_sessions.name then
    perform djet.guard_user(end_sessions.name, by);
  end if;
  found_user := djet.require_user(end_sessions.name);
  delete from djet.session s
  where s.user_id = found_user.id
    and s.id is distinct from but;
  get diagnostics ended = row_count;
  perform djet.enter_audit(
    by, 'sign-out.everywhere', found_user.name, jsonb_build_object('sessions', ended), address, at);
  return ended;
end
$$;

comment on function djet.end_sessions is
  'Ends all sessions of a user, except `but` if it is given, and returns how many. Raises DJ403 and DJ404.';
