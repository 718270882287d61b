create or replace function sales.is_plain(value text)
returns boolean
language sql
immutable
as $$
  select value is null
    or value = btrim(value, ' ')
      and value !~ (
        -- Controls, white space, characters without ink, U+FFFD, and the characters of Unicode's property
        -- Default_Ignorable_Code_Point. PlainText.isUnseen in Swift has the same, and a test compares them.
        e'[\\u0001-\\u001F\\u007F-\\u00A0\\u00AD\\u034F\\u061C\\u115F\\u1160\\u1680\\u17B4\\u17B5\\u180B-\\u180F'
        || e'\\u2000-\\u200F\\u2028-\\u202F\\u205F-\\u206F\\u2800\\u3000\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0'
        || e'\\uFFF0-\\uFFF8\\uFFFD\\U0001BCA0-\\U0001BCA3\\U0001D173-\\U0001D17A\\U000E0000-\\U000E0FFF]')
      -- The time of this grows with the square of the length: callers refuse a long text first.
      and value is nfc normalized
$$;

comment on function sales.is_plain(text) is
  'Returns true if a text can be a number, a code or a name as it is: no blanks around it, no other blank '
  'than a space within, no control and no unseen character, in the normal form NFC. The programs make it so '
  'before they ask. The caller has checked the length.';
