create or replace function sales.plain_product(fields jsonb)
returns jsonb
language sql
immutable
as $$
  select fields
    || jsonb_strip_nulls(jsonb_build_object(
      'unit', upper(left(fields ->> 'unit', 64)),
      'taxClass', lower(left(fields ->> 'taxClass', 64)),
      'isStocked', sales.plain_boolean(fields ->> 'isStocked'),
      'isActive', sales.plain_boolean(fields ->> 'isActive')
    ))
$$;

comment on function sales.plain_product(jsonb) is
  'Returns the fields of a product in the form in which they are kept: the unit in capitals, yes and no as booleans.';
