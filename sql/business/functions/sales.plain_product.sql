create or replace function sales.plain_product(fields jsonb)
returns jsonb
language sql
immutable
as $$
  select fields - 'isDiscontinued'
    || jsonb_strip_nulls(jsonb_build_object(
      'unit', upper(left(fields ->> 'unit', 64)),
      'taxClass', lower(left(fields ->> 'taxClass', 64)),
      'isStocked', sales.plain_boolean(fields ->> 'isStocked'),
      'isActive', coalesce(
        sales.plain_boolean(fields ->> 'isActive'),
        to_jsonb(not sales.plain_boolean(fields ->> 'isDiscontinued')::boolean),
        fields -> 'isDiscontinued'
      )
    ))
$$;

comment on function sales.plain_product(jsonb) is
  'Returns the fields of a product in the form in which they are kept: the unit in capitals, yes and no as '
  'booleans. A product that is discontinued is not active.';
