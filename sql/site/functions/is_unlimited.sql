create or replace function djet.is_unlimited(
  by text,
  token bigint default null
)
returns boolean
language sql
stable
as $$
  select by is null
    or 'administrator' = any (djet.roles_of(by))
    and (
      token is null
      or exists (
        select from djet.token t
        where t.id = token
          and coalesce(t.below, '/') = '/'
          and t.rights @> '{view,use,operate,signal,arguments,manage}'
      )
    )
$$;

comment on function djet.is_unlimited is
  'Returns true if no rule limits what somebody does: a command (null `by`), or an administrator, whose API '
  'token, if one is named, has all rights at the root.';
