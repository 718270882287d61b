create or replace function djet.check_password(
  password text,
  name text
)
returns void
language plpgsql
immutable
as $$
declare
  refusal text;
begin
  refusal := case
    when length(password) < 10 then 'a password has at least 10 characters'
    when length(password) > 1000 then 'a password has at most 1000 characters'
    when strpos(lower(password), name) > 0 and length(password) < length(name) + 8
      then 'the password is hardly more than the name'
    when (select count(distinct c) from regexp_split_to_table(password, '') c) < 4
      then 'the password has fewer than 4 different characters'
  end;
  if refusal is not null then
    raise exception using errcode = 'DJ400', message = refusal;
  end if;
end
$$;

comment on function djet.check_password is 'Raises DJ400 if a password is too short, too long or too plain.';
