create or replace function djet.change_user(
  name text,
  full_name text,
  by text default null,
  address text default null,
  at timestamptz default now()
)
returns void
language plpgsql
volatile
as $$
declare
  found_user djet.users;
  shown_name text := btrim(change_user.full_name);
begin
  if by is distinct from change_user.name then
    perform djet.guard_user(change_user.name, by);
  end if;
  found_user := djet.require_user(change_user.name);
  perform djet.check_line('full name', shown_name);
  update djet.users u
  set full_name = shown_name
  where u.id = found_user.id;
  perform djet.enter_audit(
    by, 'user.change', found_user.name,
    jsonb_build_object('fullName', shown_name, 'was', found_user.full_name), address, at);
end
$$;

comment on function djet.change_user is
  'Changes the name under which a user is shown. Raises DJ400, DJ403, DJ404.';
