create or replace function djet.keep_an_administrator(
  name text
)
returns void
language plpgsql
volatile
as $$
begin
  if not exists (
    select from djet.membership m
    join djet.users u on u.id = m.user_id
    where m.role = 'administrator'
      and u.disabled_at is null
      and u.password is not null
      and u.name <> keep_an_administrator.name
  ) then
    raise exception using
      errcode = 'DJ409',
      message = format('the user “%s” is the last administrator who can sign in', keep_an_administrator.name),
      hint = 'Make somebody else an administrator first.';
  end if;
end
$$;

comment on function djet.keep_an_administrator is
  'Raises DJ409 unless somebody other than this user is an administrator who can sign in.';
