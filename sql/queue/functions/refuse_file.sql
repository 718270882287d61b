create or replace function jobmachine.refuse_file(
  file bigint
)
returns void
language plpgsql
as $$
begin
  if exists (
    select
    from jobmachine.file f
    where f.id = refuse_file.file
      and not jobmachine.may_change_file(f.maker, f.is_complete))
  then
    raise exception 'file % is another login''s', refuse_file.file
    using
      errcode = 'DJ403',
      hint = 'Only the login that began a file adds to it, finishes it, or removes it unfinished; then workers may remove it, too.';
  end if;
  raise exception 'there is no unfinished file %', refuse_file.file
  using
    errcode = 'DJ404',
    hint = 'It is finished, or it was removed: an upload is given up after an hour without data. Begin another one.';
end
$$;

comment on function jobmachine.refuse_file is
  'Raises an error that says why a file cannot be changed: DJ403 if it is another login''s, DJ404 if it is
complete or gone. Used by add_chunk, finish_file and drop_file.';
