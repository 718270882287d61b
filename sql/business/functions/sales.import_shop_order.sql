create or replace function sales.import_shop_order(fields jsonb)
returns text
language plpgsql
as $$
declare
  freight numeric := fields ->> 'freight';
  new_lines jsonb;
begin
  select jsonb_agg(l.fields order by l.line)
  into new_lines
  from pg_temp.shop_line l
  where l.number = import_shop_order.fields ->> 'number';
  if freight <> 0 then
    new_lines := coalesce(new_lines, '[]') || jsonb_build_object(
      'product', 'FREIGHT', 'description', 'Freight', 'quantity', 1, 'unitPrice', freight);
  end if;

  perform sales.place_order(
    fields ->> 'number',
    fields ->> 'customer',
    fields ->> 'country',
    (fields ->> 'orderedOn')::date,
    coalesce(new_lines, '[]'),
    currency => fields ->> 'currency',
    delivery_address => jsonb_build_object(
      'lines', array_remove(array[fields ->> 'deliveryLine1', fields ->> 'deliveryLine2'], null),
      'postcode', fields ->> 'deliveryPostcode',
      'city', fields ->> 'deliveryCity',
      'region', fields ->> 'deliveryRegion',
      'countryCode', sales.country_of(fields ->> 'country'))
  );
  return null;
exception
  when sqlstate 'DJ400' or sqlstate 'DJ409' then
    return sqlerrm;
end
$$;

comment on function sales.import_shop_order(jsonb) is
  'Books an order of a file with its lines in shop_line, and with its freight as a line of the product '
  'FREIGHT; returns null, or the reason, as a sentence for people, why it cannot be booked.';
