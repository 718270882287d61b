create or replace function sales.country_of(name text)
returns text
language sql
stable
as $$
  select n.country
  from sales.country_name n
  where n.name = lower(country_of.name)
$$;

comment on function sales.country_of(text) is
  'Returns the code by ISO 3166-1 of the country that a text means: a code, a name in English or in the '
  'country''s own language, EIRE, USA and the like. Null where that is not sure, as for Channel Islands.';
