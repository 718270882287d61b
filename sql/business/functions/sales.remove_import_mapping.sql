create or replace function sales.remove_import_mapping(id bigint)
returns void
language plpgsql
set lock_timeout = '10s'
as $$
begin
  delete from sales.import_mapping m
  where m.id = remove_import_mapping.id;
  if not found then
    raise exception using
      errcode = 'DJ404', message = format('there is no mapping %s, or it was removed', remove_import_mapping.id);
  end if;
end
$$;

comment on function sales.remove_import_mapping(bigint) is
  'Removes a mapping. Raises DJ404 if there is no such mapping.';
