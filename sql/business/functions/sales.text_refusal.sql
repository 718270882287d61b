create or replace function sales.text_refusal(value text, field text, longest integer)
returns text
language sql
immutable
as $$
  select field || ': ' || case
    when btrim(value) = '' then 'is empty; leave it out, or name it in clear to remove it'
    when char_length(value) > longest then format('has more than %s characters', longest)
    when not sales.is_plain(value) then
      'has blanks around it, a character that nobody sees, or another form than NFC'
    when sales.is_spreadsheet_error(value) then 'is an error of a spreadsheet; write what it should be'
  end
$$;

comment on function sales.text_refusal(text, text, integer) is
  'Returns the reason, which begins with the field''s name, why a text cannot be a code or a name of at '
  'most so many characters; null if it can, or is null.';
