create or replace function sales.plain_row(kind text, fields jsonb)
returns jsonb
language sql
stable
as $$
  select case
    when kind = 'product' then sales.plain_product(fields)
    when kind = 'tax-rate' then accounting.plain_tax_rate(fields)
    when kind in ('price', 'category', 'order-line', 'order') then fields
    else sales.plain_party(sales.party_of_row(kind, fields))
  end
$$;

comment on function sales.plain_row(text, jsonb) is
  'Returns the fields of a row in their plain form, as sales.row_refusal() judges them and '
  'sales.import_rows() books them.';
