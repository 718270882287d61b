create or replace function sales.address_fault(address jsonb, field text)
returns text
language plpgsql
stable
as $$
declare
  line_count integer;
  refusal text;
begin
  if address is null then
    return null;
  elsif jsonb_typeof(address) <> 'object' then
    return field || ': is not an address';
  elsif jsonb_typeof(address -> 'lines') not in ('array', 'null') then
    return field || '.lines: is not a list of lines';
  end if;
  line_count := coalesce(jsonb_array_length(nullif(address -> 'lines', 'null')), 0);
  if line_count > 3 then
    return field || '.lines: has more than 3 lines';
  end if;
  for place in 0..line_count - 1 loop
    refusal := coalesce(
      refusal, sales.text_refusal(address -> 'lines' ->> place, format('%s.lines[%s]', field, place), 200));
  end loop;
  refusal := coalesce(
    refusal,
    sales.text_refusal(address ->> 'postcode', field || '.postcode', 20),
    sales.text_refusal(address ->> 'city', field || '.city', 100),
    sales.text_refusal(address ->> 'region', field || '.region', 100)
  );
  if refusal is null and address ->> 'countryCode' is not null then
    perform
    from sales.country c
    where c.code = address ->> 'countryCode';
    if not found then
      return format('%s.countryCode: ISO 3166-1 has no country %s', field, left(address ->> 'countryCode', 20));
    end if;
  end if;
  return refusal;
end
$$;

comment on function sales.address_fault(jsonb, text) is
  'Returns the reason, which begins with the field''s name, why a json object cannot be an address; null if '
  'it can, or is null.';
