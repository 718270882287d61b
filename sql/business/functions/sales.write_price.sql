create or replace function sales.write_price(fields jsonb)
returns void
language plpgsql
as $$
begin
  if fields ->> 'unitPrice' is null then
    delete from sales.price p
    where p.list = fields ->> 'list'
      and p.product = fields ->> 'product'
      and p.from_day = (fields ->> 'from')::date;
    return;
  end if;
  insert into sales.price (list, product, from_day, unit_price)
  values (
    fields ->> 'list', fields ->> 'product', (fields ->> 'from')::date, (fields ->> 'unitPrice')::numeric)
  on conflict (list, product, from_day) do update
  set unit_price = excluded.unit_price;
end
$$;

comment on function sales.write_price(jsonb) is
  'Sets or removes the price of a product in a list from a day on. The fields have passed '
  'sales.price_refusal().';
