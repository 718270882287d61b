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
      message = 'you cannot change your own roles',
      hint = 'Ask another user manager.';
  end if;
end
$$;

comment on function djet.keep_own_roles is
  'Raises DJ403 if somebody changes their own roles, even as an administrator.';
