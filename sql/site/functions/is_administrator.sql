create or replace function djet.is_administrator(
  name text
)
returns boolean
language sql
stable
as $$
  select exists (
    select from djet.users u
    join djet.membership m on m.user_id = u.id
    where u.name = is_administrator.name
      and m.role = 'administrator'
  )
$$;

comment on function djet.is_administrator is 'Returns true if a user has the role administrator.';
