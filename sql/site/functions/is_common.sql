create or replace function djet.is_common(
  password text
)
returns boolean
language sql
stable
as $$
  with typed as (
    select lower(is_common.password) as word, ' 0123456789!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~' as frills
  ),
  cores as (
    select core, replace(word, core, '') as rest
    from typed,
      unnest(array[word, rtrim(word, frills), ltrim(word, frills), btrim(word, frills)]) core
    where length(core) >= 4
    union all
    select letters, translate(word, letters, '')
    from typed, translate(word, frills, '') letters
    where length(letters) >= 4
  )
  select exists (
    select
    from cores
    where (
        exists (
          select
          from djet.common_password c
          where c.password in (core, djet.unmasked(core, 'i'), djet.unmasked(core, 'l'), djet.latin_keys(core))
        )
        or djet.is_simple(core)
      )
      and (length(rest) < 8 or djet.is_simple(rest))
  )
$$;

comment on function djet.is_common is
  'Returns true if a password is one that guessers try first, in any case, with digits for letters or typed '
  'on a Russian keyboard, or such a one, or a simple one, with fewer than 8 digits and signs around it or '
  'between its letters.';
