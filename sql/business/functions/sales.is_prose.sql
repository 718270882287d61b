create or replace function sales.is_prose(value text)
returns boolean
language sql
immutable
as $$
  select value is null
    or value = btrim(value, ' ')
      and value !~ (
        -- The characters of sales.is_plain() without the joiners and selectors that scripts and emoji need.
        e'[\\u0001-\\u001F\\u007F-\\u00A0\\u00AD\\u061C\\u1680\\u180E\\u2000-\\u200B\\u200E\\u200F\\u2028-\\u202F'
        || e'\\u205F-\\u206F\\u2800\\u3000\\u3164\\uFEFF\\uFFFD]')
$$;

comment on function sales.is_prose(text) is
  'Returns true if a text can be a description as it is: as sales.is_plain(), but with the joiners and '
  'selectors of scripts and emoji. The programs make it so before they ask.';
