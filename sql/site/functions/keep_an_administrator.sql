create or replace function djet.keep_an_administrator(
  name text
)
returns void
language plpgsql
volatile
as $$
declare
  found_user djet.users := djet.require_user(keep_an_administrator.name);
begin
  if found_user.disabled_at is not null or not djet.is_administrator(found_user.name) then
    return;
  end if;
  if not exists (
    select from djet.membership m
    join djet.users u on u.id = m.user_id
    where m.role = 'administrator'
      and u.disabled_at is null
      and (u.password is not null or found_user.password is null)
      and u.id <> found_user.id
  ) then
    raise exception using
      errcode = 'DJ409',
      message = format(
        case
          when found_user.password is null then 'the user “%s” is the last administrator'
          else 'the user “%s” is the last administrator who can sign in'
        end,
        found_user.name),
      hint = 'Make somebody else an administrator first.';
  end if;
end
$$;

comment on function djet.keep_an_administrator is
  'Raises DJ409 for the last administrator: if there is no other one who can sign in, or, for one who is '
  'only invited, no other one at all. Raises DJ404 for an unknown user.';
