create or replace function djet.roles_of(
  name text
)
returns text[]
language sql
stable
as $$
  select coalesce(
    (
      select array(select jsonb_array_elements_text(a.roles))
      from djet.all_users a
      where a.name = roles_of.name
        and a.disabled_at is null
    ),
    '{everyone}'
  )
$$;

comment on function djet.roles_of is
  'Returns the roles with which a user acts: those that were granted, users and everyone. A stranger, or a '
  'disabled user, has everyone alone.';
