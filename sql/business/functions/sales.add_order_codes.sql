create or replace function sales.add_order_codes(lines sales.placed_line[], customer text, country text)
returns void
language plpgsql
as $$
#variable_conflict use_column
begin
  insert into sales.product (code, name)
  select distinct on (product) product, coalesce(description, product)
  from unnest(add_order_codes.lines)
  order by product, place
  on conflict (code) do nothing;

  insert into sales.customer (code, country)
  select add_order_codes.customer, add_order_codes.country
  where add_order_codes.customer is not null
  on conflict (code) do nothing;
end
$$;

comment on function sales.add_order_codes(sales.placed_line[], text, text) is
  'Books the products and the customer of an order that nobody has named before.';
