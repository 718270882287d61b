create or replace function djet.condensed_password(
  password text
)
returns text
language plpgsql
stable
as $$
begin
  return encode(sha256(convert_to('djet.password:' || djet.normal_password(password), 'UTF8')), 'base64');
end
$$;

comment on function djet.condensed_password is
  'Returns a password as bcrypt gets it. Bcrypt looks at 72 bytes, so that a long one is condensed by sha256 '
  'first; the prefix keeps hashes that leaked elsewhere from being of use here. Raises DJ400 for one that is '
  'too long.';
