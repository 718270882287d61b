create or replace function djet.condensed_password(
  password text
)
returns text
language plpgsql
stable
as $$
declare
  normal text := password;
begin
  perform djet.check_typed(null, password);
  if getdatabaseencoding() = 'UTF8' then
    normal := normalize(password, nfkc);
  end if;
  return encode(sha256(convert_to('djet.password:' || normal, 'UTF8')), 'base64');
end
$$;

comment on function djet.condensed_password is
  'Returns a password as bcrypt gets it. Bcrypt looks at 72 bytes, so that a long one is condensed by sha256 '
  'first; the prefix keeps hashes that leaked elsewhere from being of use here; one accent typed in two ways '
  'is one. Raises DJ400 for one that is too long: the normal form of 1,000 characters, accents all of them, '
  'takes 25 ms.';
