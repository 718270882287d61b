create or replace function djet.check_password(
  password text,
  name text
)
returns void
language plpgsql
stable
as $$
declare
  refusal text;
begin
  perform djet.check_typed(check_password.name, check_password.password);
  refusal := case
    when length(password) < 10 then 'a password has at least 10 characters'
    when (select count(distinct c) from regexp_split_to_table(password, '') c) < 4
      then 'the password has fewer than 4 different characters'
    when djet.is_simple(password) then 'the password is a simple sequence, or the same over and over again'
    when djet.is_common(password) then 'the password is one of those that are tried first, or hardly more than such a one'
    when exists (
      select
      from djet.users u
      cross join unnest(array[u.name, split_part(u.name, '@', 1), u.full_name] || string_to_array(u.full_name, ' ')) own
      where u.name = check_password.name
        and djet.is_built_on(check_password.password, own)
    ) then 'the password holds your name'
    when exists (
      select
      from djet.node n
      where n.parent is null
        and djet.is_built_on(check_password.password, n.title)
    ) then 'the password holds the name of this site'
  end;
  if refusal is not null then
    raise exception using
      errcode = 'DJ400',
      message = refusal,
      hint = 'A few words that nobody would put together are easy to keep and hard to guess.';
  end if;
end
$$;

comment on function djet.check_password is
  'Raises DJ400 if a password is too short or too long, a simple sequence or repetition, one that guessers '
  'try first, or holds a name of its user or of the site.';
