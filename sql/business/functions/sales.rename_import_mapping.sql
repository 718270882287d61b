create or replace function sales.rename_import_mapping(id bigint, name text)
returns void
language plpgsql
set lock_timeout = '10s'
as $$
declare
  refusal text := sales.text_refusal(left(rename_import_mapping.name, 101), 'name', 100);
begin
  if refusal is not null then
    raise exception using errcode = 'DJ400', message = refusal;
  end if;
  update sales.import_mapping m
  set name = rename_import_mapping.name
  where m.id = rename_import_mapping.id;
  if not found then
    raise exception using
      errcode = 'DJ404', message = format('there is no mapping %s, or it was removed', rename_import_mapping.id);
  end if;
exception when unique_violation then
  raise exception using
    errcode = 'DJ409',
    message = format('there is another mapping “%s”', rename_import_mapping.name),
    hint = 'Choose another name, or remove that one first.';
end
$$;

comment on function sales.rename_import_mapping(bigint, text) is
  'Renames a mapping. Raises DJ400 for a name that is none, DJ404 if there is no such mapping, and DJ409 if '
  'another one of the same import has the name.';
