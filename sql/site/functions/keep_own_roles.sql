create or replace function djet.keep_own_roles(
  name text,
  by text
)
returns void
language plpgsql
immutable
as $$
begin
  if name = by then
    raise exception using
      errcode = 'DJ403',
      message = 'nobody changes their own roles',
      hint = 'Ask somebody else who manages users.';
  end if;
end
$$;

comment on function djet.keep_own_roles is
  'Raises DJ403 if somebody changes their own roles, even as an administrator.';
