create or replace function djet.declared_columns(
  basetype text,
  columns jsonb
)
returns jsonb
language sql
stable
as $$
  select coalesce(jsonb_object_agg(held.key, held.value), '{}')
  from jsonb_each(columns) held
  join djet.basetype b on b.name = declared_columns.basetype
  where exists (select from jsonb_array_elements(b.columns) c where c ->> 'name' = held.key);
$$;

comment on function djet.declared_columns is
  'Returns those columns that the basetype still has: a newer engine may declare fewer than the nodes hold.';
