create or replace function sales.list_import_mappings(function text)
returns table (id bigint, name text, changed_at timestamptz, changed_by text)
language sql
stable
as $$
  select m.id, m.name, m.changed_at, m.changed_by
  from sales.import_mapping m
  where m.function = list_import_mappings.function
  order by m.name
  limit 1000
$$;

comment on function sales.list_import_mappings(text) is
  'Returns the mappings of an import by name; there are at most 1,000.';
