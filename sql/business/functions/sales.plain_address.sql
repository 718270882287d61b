create or replace function sales.plain_address(address jsonb)
returns jsonb
language sql
stable
as $$
  select case
    when jsonb_typeof(address) <> 'object' then address
    when p.address - 'lines' = '{}' and coalesce(p.address -> 'lines', '[]') = '[]' then null
    else '{"lines": []}' || p.address
  end
  from (
    select jsonb_strip_nulls(
      address || jsonb_build_object(
        'countryCode',
        coalesce(sales.country_of(left(address ->> 'countryCode', 100)), address ->> 'countryCode'))
    ) as address
  ) p
$$;

comment on function sales.plain_address(jsonb) is
  'Returns an address in the form in which an order keeps it, that of sales.party_address: its country as a code where '
  'sales.country_of() knows it. Null for one that says nothing.';
