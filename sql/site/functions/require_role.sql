create or replace function djet.require_role(
  name text
)
returns void
language plpgsql
stable
as $$
begin
  if name in ('everyone', 'users') then
    raise exception using
      errcode = 'DJ409',
      message = format('everybody has the role “%s”: it cannot be granted or revoked', name);
  end if;
  if not exists (select from djet.role r where r.name = require_role.name) then
    raise exception using
      errcode = 'DJ404',
      message = format(
        'there is no role “%s”; there are: %s',
        left(name, 60),
        (select string_agg(r.name, ', ' order by r.name) from djet.role r where r.name not in ('everyone', 'users'))
      );
  end if;
end
$$;

comment on function djet.require_role is
  'Raises DJ404, which names the existing roles, unless this one exists; DJ409 for those that everybody has.';
