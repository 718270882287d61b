create or replace function djet.normal_password(
  password text
)
returns text
language plpgsql
stable
as $$
begin
  perform djet.check_typed(null, password);
  return case
    when getdatabaseencoding() = 'UTF8' then normalize(password, nfkc)
    else password
  end;
end
$$;

comment on function djet.normal_password is
  'Returns a password in its normal form: one accent typed in two ways is one, and a letter of full width is '
  'the letter. Raises DJ400 for one that is too long: the normal form of 1,000 characters, accents all of '
  'them, takes 25 ms.';
