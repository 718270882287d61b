create or replace function djet.unmasked(
  password text,
  one text
)
returns text
language sql
immutable
as $$
  select translate(lower(unmasked.password), '@4830$57+9|!1', 'aabeossttgli' || unmasked.one)
$$;

comment on function djet.unmasked is
  'Returns a password, in lower case, with the letters for which people put digits and signs; 1 becomes '
  '`one`, an i or an l.';
