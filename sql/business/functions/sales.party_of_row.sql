create or replace function sales.party_of_row(kind text, fields jsonb)
returns jsonb
language plpgsql
stable
as $$
#variable_conflict use_variable
declare
  use text;
  address jsonb;
  earlier jsonb;
begin
  foreach use in array array['invoice', 'delivery'] loop
    continue when not fields ?| array[
      use || 'Line1', use || 'Postcode', use || 'City', use || 'Region', use || 'CountryCode'];
    select jsonb_object_agg(n.name, fields -> (use || n.column_name))
    into address
    from (
      values ('postcode', 'Postcode'), ('city', 'City'), ('region', 'Region'), ('countryCode', 'CountryCode')
    ) n (name, column_name)
    where fields ? (use || n.column_name);
    address := coalesce(address, '{}');
    if fields ? (use || 'Line1') then
      address := address || jsonb_build_object(
        'lines', to_jsonb(array_remove(
          array[fields ->> (use || 'Line1'), fields ->> (use || 'Line2'), fields ->> (use || 'Line3')], null)));
    end if;
    -- What the row does not say of the address stays as it is.
    if kind = 'customer' then
      select a.address
      into earlier
      from sales.party_address a
      where a.customer = fields ->> 'code'
        and a.kind = use;
    else
      select a.address
      into earlier
      from sales.party_address a
      where a.supplier = fields ->> 'code'
        and a.kind = use;
    end if;
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
  'Returns the fields of a customer or supplier from those of a row of a file, whose addresses are columns '
  'such as invoiceLine1 and invoicePostcode.';
