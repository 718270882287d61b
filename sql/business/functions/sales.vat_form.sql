create or replace function sales.vat_form(prefix text)
returns text
language sql
immutable
as $$
  select case replace(prefix, 'XI', 'GB')
    when 'AT' then 'U[0-9]{8}'
    when 'BE' then '[01][0-9]{9}'
    when 'BG' then '[0-9]{9,10}'
    when 'CHE' then '[0-9]{9}'
    when 'CY' then '(?!12)[0-9]{8}[A-Z]'
    when 'CZ' then '[0-8][0-9]{7}|[0-9]{9,10}'
    when 'DE' then '[1-9][0-9]{8}'
    when 'DK' then '[1-9][0-9]{7}'
    when 'EE' then '[0-9]{9}'
    when 'EL' then '[0-9]{9}'
    when 'ES' then '[0-9KLMXYZ][0-9]{7}[A-Z]|[ABCDEFGHJNPQRSUVW][0-9]{7}[0-9A-J]'
    when 'FI' then '[0-9]{8}'
    when 'FR' then '[0-9A-HJ-NP-Z]{2}[0-9]{9}'
    when 'GB' then '[0-9]{9}|[0-9]{12}|GD[0-4][0-9]{2}|HA[5-9][0-9]{2}|GD8888[0-4][0-9]{4}|HA8888[5-9][0-9]{4}'
    when 'HR' then '[0-9]{11}'
    when 'HU' then '[0-9]{8}'
    when 'IE' then '[0-9]{7}[A-W][A-IW]?|[0-9][A-Z+*][0-9]{5}[A-W]'
    when 'IT' then '[0-9]{11}'
    when 'LT' then '[0-9]{7}1[0-9]|[0-9]{10}1[0-9]'
    when 'LU' then '[0-9]{8}'
    when 'LV' then '[0-9]{11}'
    when 'MT' then '[1-9][0-9]{7}'
    when 'NL' then '[0-9]{9}B[0-9]{2}'
    when 'NO' then '[0-9]{9}MVA'
    when 'PL' then '[0-9]{10}'
    when 'PT' then '[1-9][0-9]{8}'
    when 'RO' then '[1-9][0-9]{1,9}'
    when 'SE' then '[0-9]{10}01'
    when 'SI' then '[1-9][0-9]{7}'
    when 'SK' then '[1-9][0-9][2-47-9][0-9]{7}'
  end
$$;

comment on function sales.vat_form(text) is
  'Returns the form of a country''s VAT ids behind the prefix, as a regular expression; null for other '
  'prefixes.';
