create or replace function djet.has_administrator()
returns boolean
language sql
stable
as $$
  select exists (
    select from djet.membership m
    join djet.users u on u.id = m.user_id
    where m.role = 'administrator'
      and u.disabled_at is null
      and u.password is not null
  )
$$;

comment on function djet.has_administrator is 'Returns true if there is an administrator who can sign in.';
