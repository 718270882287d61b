create or replace function sales.find_import_mapping(function text, header text[])
returns table (name text, choices text)
language sql
stable
as $$
  select m.name, m.choices::text
  from sales.import_mapping m
  where m.function = find_import_mapping.function
    and m.header = sales.header_digest(find_import_mapping.header)
  order by m.changed_at desc, m.id desc
  limit 1
$$;

comment on function sales.find_import_mapping(text, text[]) is
  'Returns the mapping that was last saved for files with a header; none if there is none.';
