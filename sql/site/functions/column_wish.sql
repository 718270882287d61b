create or replace function djet.column_wish(
  type text
)
returns text
language sql
immutable
as $$
  select case type
    when 'text' then 'a text of at most 1000 characters, all on one line'
    when 'longtext' then 'a text of at most 1000000 characters'
    when 'number' then 'a number'
    when 'boolean' then 'true or false'
    when 'function' then 'the name of a model function'
    when 'queue' then 'the name of a queue'
    when 'path' then 'a path that begins with one slash'
    else 'of a type that exists'
  end;
$$;

comment on function djet.column_wish is
  'Returns the description, for people, of the values that a column of this type takes.';
