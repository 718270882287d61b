create or replace function sales.address_refusal(customer text, country text)
returns text
language plpgsql
immutable
as $$
begin
  return case
    when btrim(customer) = '' then 'the customer''s code is empty: leave it out for a walk-in'
    when char_length(customer) > 64 then 'the customer''s code has more than 64 characters'
    when not sales.is_plain(customer) then
      'the customer''s code has blanks around it, a character that nobody sees, or another form than NFC'
    when sales.is_spreadsheet_error(customer) then
      'the customer''s code is an error of a spreadsheet; write what it should be'
    when btrim(country) = '' then 'the country is empty: leave it out if it is not known'
    when char_length(country) > 100 then 'the country has more than 100 characters'
    when not sales.is_plain(country) then
      'the country has blanks around it, a character that nobody sees, or another form than NFC'
    when sales.is_spreadsheet_error(country) then
      'the country is an error of a spreadsheet; write what it should be'
  end;
end
$$;

comment on function sales.address_refusal(text, text) is
  'Returns the reason, as a sentence for people, why nobody can be ordered for like this; null if they can. '
  'Both may be null.';
