create or replace function djet.require_user(
  name text
)
returns djet.users
language plpgsql
volatile
as $$
declare
  found_user djet.users;
begin
  select u.*
  into found_user
  from djet.users u
  where u.name = require_user.name
  for update;
  if not found then
    raise exception using
      errcode = 'DJ404',
      message = format('there is no user “%s”', left(require_user.name, 63));
  end if;
  return found_user;
end
$$;

comment on function djet.require_user is
  'Returns a user, locked until the transaction ends. Raises DJ404 if there is none.';
