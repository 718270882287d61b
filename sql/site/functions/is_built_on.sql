create or replace function djet.is_built_on(
  password text,
  name text
)
returns boolean
language sql
immutable
as $$
  select exists (
    select
    from unnest(array[lower(password), djet.unmasked(password, 'i'), djet.unmasked(password, 'l')]) typed,
      unnest(array[lower(btrim(name)), replace(lower(btrim(name)), ' ', '')]) own
    where length(own) >= 2
      and strpos(typed, own) > 0
      and (
        length(own) >= 4
        or starts_with(typed, own)
        or own = any (regexp_split_to_array(typed, '[^[:alpha:]]+'))
        or own = any (regexp_split_to_array(typed, '[^[:alnum:]]+'))
        or length(replace(typed, own, '')) < 8
      )
  )
$$;

comment on function djet.is_built_on is
  'Returns true if a password holds a name, in any case and with digits for letters. A name of 2 or 3 '
  'letters may be part of another word (`canada`) behind the password''s beginning, if at least 8 other '
  'characters are there.';
