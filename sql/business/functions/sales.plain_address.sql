create or replace function sales.plain_address(address jsonb)
returns jsonb
language plpgsql
stable
as $$
declare
  country text := address ->> 'countryCode';
begin
  if address is null or jsonb_typeof(address) <> 'object' then
    return address;
  end if;
  address := jsonb_strip_nulls(
    address || jsonb_build_object('countryCode', coalesce(sales.country_of(left(country, 100)), country)));
  return case
    when address - 'lines' <> '{}' or coalesce(address -> 'lines', '[]') <> '[]' then '{"lines": []}' || address
  end;
end
$$;

comment on function sales.plain_address(jsonb) is
  'Returns an address in the form in which an order keeps it, that of sales.party_address: its country as a '
  'code where sales.country_of() knows it. Null for one that says nothing.';
