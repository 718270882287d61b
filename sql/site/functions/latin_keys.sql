create or replace function djet.latin_keys(
  password text
)
returns text
language sql
immutable
as $$
  select translate(lower(latin_keys.password), 'йцукенгшщзхъфывапролджэячсмитьбю', 'qwertyuiop[]asdfghjkl;''zxcvbnm,.')
$$;

comment on function djet.latin_keys is
  'Returns a password, in lower case, with the Latin letters on the same keys as its Russian ones: lists of '
  'common passwords have them like that.';
