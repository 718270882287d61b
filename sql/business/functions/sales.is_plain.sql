create or replace function sales.is_plain(value text)
returns boolean
language sql
immutable
as $$
  select value is null
    or value = btrim(value, ' ')
      and value !~ (
        e'[\\u0001-\\u001F\\u007F-\\u00A0\\u00AD\\u061C\\u1680\\u180E\\u2000-\\u200F\\u2028-\\u202F'
        || e'\\u205F-\\u206F\\u2800\\u3000\\u3164\\uFEFF\\uFFFD]')
$$;

comment on function sales.is_plain(text) is
  'Whether a text can be a number, a code or a name as it is: no blanks around it, no other blank than a space within, no '
  'control character and none that nobody sees. The programs make it so before they ask.';
