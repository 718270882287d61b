create or replace function djet.reset_second_factor(
  name text,
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
begin
  if by = reset_second_factor.name then
    raise exception using
      errcode = 'DJ403',
      message = 'remove your own second factor on your account page, with your password and a code';
  end if;
  perform djet.guard_user(reset_second_factor.name, by);
  found_user := djet.require_user(reset_second_factor.name);
  delete from djet.second_factor f where f.user_id = found_user.id;
  if not found then
    raise exception using
      errcode = 'DJ409',
      message = format('“%s” has no second factor', found_user.name);
  end if;
  delete from djet.session s where s.user_id = found_user.id;
  perform djet.enter_audit(by, 'second-factor.reset', found_user.name, '{}', address, at);
end
$$;

comment on function djet.reset_second_factor is
  'Removes the second factor of somebody who has lost their device, and ends their sessions. Raises DJ403, '
  'also for one''s own, DJ404, and DJ409 if they have none.';
