create or replace function jobmachine.begin_file(
  name text,
  mime_type text,
  owner text default null
)
returns bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  begun bigint;
begin
  -- Comes before the table's own pattern, whose time grows with the length.
  if length(begin_file.mime_type) > 1000 then
    raise exception 'a file''s type must have at most 1,000 characters (got %)', length(begin_file.mime_type)
    using errcode = 'DJ400', constraint = 'file_mime_type_is_one', table = 'file';
  end if;
  if (length(begin_file.name) between 1 and 255) is not true then
    raise exception 'a file''s name must have 1 to 255 characters (got %)', coalesce(length(begin_file.name), 0)
    using errcode = 'DJ400', constraint = 'file_has_a_name', table = 'file';
  end if;
  if length(begin_file.owner) > 200 then
    raise exception 'the owner of a file must have at most 200 characters (got %)', length(begin_file.owner)
    using errcode = 'DJ400', table = 'file';
  end if;
  insert into jobmachine.file (name, mime_type, owner, maker, is_complete)
  values (begin_file.name, begin_file.mime_type, begin_file.owner, session_user, false)
  returning id into begun;
  return begun;
exception when check_violation or not_null_violation then
  raise exception '“%” is not the type of a file', coalesce(left(begin_file.mime_type, 60), 'null')
  using errcode = 'DJ400', constraint = 'file_mime_type_is_one', table = 'file', hint = 'Such as text/csv.';
end
$$;

comment on function jobmachine.begin_file is
  'Begins a file whose chunks may come in transactions of their own, and returns its number. Nobody sees it
before finish_file, and no other login may add to it. Raises DJ400 for a name, a type or an owner that no file
has.';
