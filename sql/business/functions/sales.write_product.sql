create or replace function sales.write_product(fields jsonb)
returns void
language plpgsql
as $$
begin
  insert into sales.product as p (code, name, unit, tax_class, is_active, supplier, category)
  values (
    fields ->> 'code',
    coalesce(fields ->> 'name', fields ->> 'code'),
    fields ->> 'unit',
    fields ->> 'taxClass',
    coalesce((fields ->> 'isActive')::boolean, true),
    fields ->> 'supplier',
    fields ->> 'category'
  )
  on conflict (code) do update
  set
    name = case when fields ? 'name' then excluded.name else p.name end,
    unit = case when fields ? 'unit' then excluded.unit else p.unit end,
    tax_class = case when fields ? 'taxClass' then excluded.tax_class else p.tax_class end,
    is_active = case when fields ? 'isActive' then excluded.is_active else p.is_active end,
    supplier = case when fields ? 'supplier' then excluded.supplier else p.supplier end,
    category = case when fields ? 'category' then excluded.category else p.category end;
end
$$;

comment on function sales.write_product(jsonb) is
  'Creates or changes a product. A field that is not there stays as it is, one that is null is emptied: the '
  'name becomes the code. The fields have passed sales.product_refusal(). logistics.set_stocked() sets '
  'isStocked.';
