create or replace function accounting.plain_tax_rate(fields jsonb)
returns jsonb
language sql
stable
as $$
  select fields || jsonb_strip_nulls(jsonb_build_object(
    'country', coalesce(sales.country_of(left(fields ->> 'country', 100)), fields ->> 'country'),
    'class', lower(left(fields ->> 'class', 64)),
    -- A share is below 1, so that a comma in it can only be a decimal sign.
    'rate', case
      when fields ->> 'rate' ~ '^[0-9]{0,2}[.,]?[0-9]{1,6}$' then
        trim_scale(replace(fields ->> 'rate', ',', '.')::numeric)::text
      when fields ->> 'rate' ~ '^[0-9]{1,2}([.,][0-9]{1,4})? ?%$' then
        trim_scale(replace(rtrim(fields ->> 'rate', ' %'), ',', '.')::numeric / 100)::text
    end
  ))
$$;

comment on function accounting.plain_tax_rate(jsonb) is
  'Returns the fields of a rate of tax in the form in which they are kept: the country as a code where '
  'sales.country_of() knows it, and a rate such as 19 % or 0,19 as 0.19. A rate that is no number stays as '
  'it is.';
