create or replace function djet.check_password(
  password text,
  name text
)
returns void
language plpgsql
stable
as $$
declare
  typed text;
  refusal text;
begin
  perform djet.check_typed(check_password.name);
  -- The normal form can be longer than what was typed.
  typed := left(djet.normal_password(check_password.password), 1000);
  refusal := case
    when length(typed) < 10 then 'a password must have at least 10 characters'
    when (select count(distinct c) from regexp_split_to_table(typed, '') c) < 4
      then 'the password must have at least 4 different characters'
    when djet.is_simple(typed) then 'the password is a simple sequence or repetition'
    when djet.is_common(typed) then 'the password is, or hardly differs from, a common one'
    when exists (
      select
      from djet.users u
      cross join unnest(array[u.name, split_part(u.name, '@', 1), u.full_name] || string_to_array(u.full_name, ' ')) own
      where u.name = check_password.name
        and djet.is_built_on(typed, own)
    ) then 'the password contains your name'
    when exists (
      select
      from djet.node n
      where n.parent is null
        and djet.is_built_on(typed, n.title)
    ) then 'the password contains the name of this site'
  end;
  if refusal is not null then
    raise exception using
      errcode = 'DJ400',
      message = refusal,
      hint = 'A few unrelated words are easy to remember and hard to guess.';
  end if;
end
$$;

comment on function djet.check_password is
  'Raises DJ400 if a password is too short or too long, a simple sequence or repetition, one that guessers '
  'try first, or holds a name of its user or of the site.';
