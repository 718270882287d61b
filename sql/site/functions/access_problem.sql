create or replace function djet.access_problem(
  role text,
  rights text[]
)
returns text
language plpgsql
immutable
as $$
declare
  unknown text;
begin
  if role is null or length(role) > 60 or role !~ '^[a-z][a-z0-9_.-]*$' then
    return format('“%s” is not a role''s name: use up to 60 of a–z, 0–9, _, dot and -, a letter first', left(role, 80));
  end if;
  select r into unknown
  from unnest(rights) r
  where r is null or r not in ('view', 'use', 'operate', 'signal', 'arguments', 'manage')
  limit 1;
  if found then
    return format('“%s” is not a right; there are: view, use, operate, signal, arguments, manage', left(unknown, 60));
  end if;
  if role = 'everyone' and not rights <@ array['view', 'use'] then
    return 'everyone can have the rights view and use only: to operate or manage takes signing in';
  end if;
  if role = 'administrator' and not rights @> array['view', 'manage'] then
    return 'the administrator must keep view and manage everywhere: without them nobody could repair the rules';
  end if;
  return null;
end
$$;

comment on function djet.access_problem is
  'Returns the reason, for people, why a role cannot have these rights; null if it can.';
