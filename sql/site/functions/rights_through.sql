create or replace function djet.rights_through(
  token bigint,
  path text,
  rights text[]
)
returns text[]
language sql
stable
as $$
  select case
    when token is null then rights_through.rights
    else coalesce(
      (
        select array_agg(given.value)
        from djet.token t
        cross join unnest(rights_through.rights) given(value)
        where t.id = token
          and given.value = any (t.rights)
          and (t.below is null or t.below = '/' or path = t.below or starts_with(path, t.below || '/'))
      ),
      '{}'
    )
  end
$$;

comment on function djet.rights_through is
  'Returns what is left of somebody''s rights at a path for a program with an API token of theirs; all of '
  'them without a token.';
