create or replace function jobmachine.begin_file(
  name text,
  mime_type text,
  owner text default null
)
returns bigint
language sql
security definer
set search_path = pg_catalog, pg_temp
as $$
  insert into jobmachine.file (name, mime_type, owner, maker, is_complete)
  values (begin_file.name, begin_file.mime_type, begin_file.owner, session_user, false)
  returning id
$$;

comment on function jobmachine.begin_file is
  'Begins a file whose chunks may come in transactions of their own, and returns its number. Nobody sees it before
finish_file, and no other login may add to it.';
