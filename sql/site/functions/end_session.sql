create or replace function djet.end_session(
  id bigint,
  name text,
  by text default null,
  address text default null,
  at timestamptz default now()
)
returns void
language plpgsql
volatile
as $$
begin
  if by is distinct from end_session.name then
    perform djet.guard_user(end_session.name, by);
  end if;
  delete from djet.session s
  using djet.users u
  where s.id = end_session.id
    and u.id = s.user_id
    and u.name = end_session.name;
  if not found then
    raise exception using errcode = 'DJ404', message = 'there is no such session';
  end if;
  perform djet.enter_audit(by, 'session.end', end_session.name, '{}', address, at);
end
$$;

comment on function djet.end_session is
  'Ends one session of a user. Raises DJ403 for a user who has more rights than `by`, DJ404 if they have no '
  'such session.';
