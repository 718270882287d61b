create or replace function accounting.with_country(address jsonb, country_code text)
returns jsonb
language sql
immutable
as $$
  select nullif(jsonb_strip_nulls(jsonb_build_object('countryCode', country_code)) || coalesce(address, '{}'), '{}')
$$;

comment on function accounting.with_country(jsonb, text) is
  'Returns an address with this country if it names none; null if nothing is known of it.';
