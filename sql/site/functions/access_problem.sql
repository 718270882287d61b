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
    return format('“%s” cannot be a role: take up to 60 of a–z, 0–9, _, dot and -, a letter first', left(role, 80));
  end if;
  select r into unknown
  from unnest(rights) r
  where r is null or r not in ('view', 'use', 'operate', 'arguments', 'manage')
  limit 1;
  if found then
    return format('“%s” is no right; there are: view, use, operate, arguments, manage', left(unknown, 60));
  end if;
  if role = 'everyone' and not rights <@ array['view', 'use'] then
    return 'everyone can be given view and use alone: nobody operates or manages without having signed in';
  end if;
  if role = 'administrator' and not rights @> array['view', 'manage'] then
    return 'the administrator keeps view and manage everywhere: without them nobody could mend the rules';
  end if;
  return null;
end
$$;

comment on function djet.access_problem is
  'Returns the reason, for people, why a role cannot have these rights; null if it can.';
