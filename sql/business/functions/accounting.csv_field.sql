create or replace function accounting.csv_field(value text)
returns text
language sql
immutable
as $$
  select case
    when value is null then ''
    -- A spreadsheet would take it for a formula; the apostrophe makes it a text.
    when value ~ '^[=+@\t\r\n＝＋－＠-]' then '"''' || replace(value, '"', '""') || '"'
    when value ~ '[",\r\n]' then '"' || replace(value, '"', '""') || '"'
    else value
  end
$$;

comment on function accounting.csv_field(text) is
  'Returns a text as a field of a CSV file by RFC 4180: quoted where it must be; null is empty. A text that '
  'a spreadsheet would take for a formula gets an apostrophe before it: texts come from whoever may place an '
  'order.';
