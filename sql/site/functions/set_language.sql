create or replace function djet.set_language(
  name text,
  language text,
  by text default null,
  address text default null,
  at timestamptz default now()
)
returns void
language plpgsql
volatile
as $$
declare
  found_user djet.users;
  tag text := nullif(btrim(set_language.language), '');
begin
  if by is distinct from set_language.name then
    perform djet.guard_user(set_language.name, by);
  end if;
  found_user := djet.require_user(set_language.name);
  if length(tag) > 35 or tag !~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$' then
    raise exception using
      errcode = 'DJ400',
      message = format('“%s” is not a language', left(tag, 35)),
      hint = 'Use a tag such as da or pt-BR.';
  end if;
  if found_user.language is not distinct from tag then
    return;
  end if;
  update djet.users u
  set language = tag
  where u.id = found_user.id;
  perform djet.enter_audit(
    by, 'user.language', found_user.name,
    jsonb_build_object('language', tag, 'was', found_user.language), address, at);
end
$$;

comment on function djet.set_language is
  'Sets the language of a user''s pages, by its tag; null for that which their browser asks for. Raises '
  'DJ400 for a text that is no tag; DJ403 for a user who may more than `by`; DJ404.';
