create or replace function sales.is_plain(value text)
returns boolean
language sql
immutable
as $$
  select value is null or (value = btrim(value, e' \t\r\n\u00A0\u200B\uFEFF') and value !~ e'[\x01-\x1f\x7f]')
$$;

comment on function sales.is_plain(text) is
  'Whether a text can be a number, a code or a name as it is: no blanks around it, and no control character. '
  'The programs make it so before they ask.';
