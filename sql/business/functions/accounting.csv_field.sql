create or replace function accounting.csv_field(value text)
returns text
language sql
immutable
as $$
  select case
    when value is null then ''
    when value ~ '[",\r\n]' then '"' || replace(value, '"', '""') || '"'
    else value
  end
$$;

comment on function accounting.csv_field(text) is
  'A value as a field of a CSV file by RFC 4180: quoted where it must be; null is empty.';
