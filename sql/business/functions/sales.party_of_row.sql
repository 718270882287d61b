create or replace function sales.party_of_row(kind text, fields jsonb)
returns jsonb
language plpgsql
stable
as $$
declare
  use text;
  address jsonb;
  earlier jsonb;
begin
  foreach use in array array['invoice', 'delivery'] loop
    select jsonb_object_agg(n.name, fields -> (use || n.column_name))
    into address
    from (
      values ('postcode', 'Postcode'), ('city', 'City'), ('region', 'Region'), ('countryCode', 'CountryCode')
    ) n (name, column_name)
    where fields ? (use || n.column_name);
    if fields ? (use || 'Line1') then
      address := coalesce(address, '{}') || jsonb_build_object(
        'lines', to_jsonb(array_remove(
          array[fields ->> (use || 'Line1'), fields ->> (use || 'Line2'), fields ->> (use || 'Line3')], null)));
    end if;
    continue when address is null;
    -- What the row does not say of the address stays as it is.
    select a.address
    into earlier
    from sales.party_address a
    where a.kind = use
      and (
        party_of_row.kind = 'customer' and a.customer = fields ->> 'code'
        or party_of_row.kind = 'supplier' and a.supplier = fields ->> 'code'
      );
    if earlier is null and address ->> 'countryCode' is null and use = 'invoice' then
      address := address || jsonb_strip_nulls(jsonb_build_object(
        'countryCode', coalesce(fields ->> 'countryCode', sales.country_of(left(fields ->> 'country', 100)))));
    end if;
    fields := fields || jsonb_build_object(use || 'Address', coalesce(earlier, '{}') || address);
  end loop;
  return fields;
end
$$;

comment on function sales.party_of_row(text, jsonb) is
  'Returns the fields of a customer or supplier from those of a row of a file, whose addresses are columns such as '
  'invoiceLine1 and invoicePostcode.';
