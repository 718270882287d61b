create or replace function sales.plain_party(fields jsonb)
returns jsonb
language plpgsql
stable
as $$
declare
  kind text;
  country text;
begin
  foreach kind in array array['invoiceAddress', 'deliveryAddress'] loop
    country := left(fields -> kind ->> 'countryCode', 100);
    if country is not null then
      fields := jsonb_set(
        fields, array[kind, 'countryCode'], to_jsonb(coalesce(sales.country_of(country), country)));
    end if;
  end loop;
  return fields
    || jsonb_strip_nulls(jsonb_build_object(
      'vatId', sales.plain_vat_id(left(fields ->> 'vatId', 64)),
      'currency', upper(left(fields ->> 'currency', 64)),
      'countryCode', coalesce(
        sales.country_of(left(fields ->> 'countryCode', 100)), left(fields ->> 'countryCode', 100))
    ));
end
$$;

comment on function sales.plain_party(jsonb) is
  'Returns the fields of a customer or supplier in the form in which they are kept: the VAT id without '
  'signs, the currency in capitals, countries as codes where sales.country_of() knows them.';
