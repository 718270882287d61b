create or replace function sales.address_fault(address jsonb, field text)
returns text
language sql
stable
as $$
  select case
    when jsonb_typeof(address) <> 'object' then field || ': is not an address'
    when jsonb_typeof(address -> 'lines') not in ('array', 'null') then field || '.lines: is not a list of lines'
    when jsonb_array_length(nullif(address -> 'lines', 'null')) > 3 then field || '.lines: has more than 3 lines'
    else coalesce(
      (
        select min(sales.text_refusal(l.line, format('%s.lines[%s]', field, l.place - 1), 200))
        from jsonb_array_elements_text(nullif(address -> 'lines', 'null')) with ordinality l (line, place)
      ),
      sales.text_refusal(address ->> 'postcode', field || '.postcode', 20),
      sales.text_refusal(address ->> 'city', field || '.city', 100),
      sales.text_refusal(address ->> 'region', field || '.region', 100),
      case
        when not exists (select from sales.country c where c.code = address ->> 'countryCode')
          and address ->> 'countryCode' is not null
        then format('%s.countryCode: ISO 3166-1 has no country %s', field, left(address ->> 'countryCode', 20))
      end
    )
  end
$$;

comment on function sales.address_fault(jsonb, text) is
  'Returns the reason, which begins with the field''s name, why a json object cannot be an address; null if it can, or is '
  'null.';
