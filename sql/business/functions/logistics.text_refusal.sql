create or replace function logistics.text_refusal(name text, value text, most integer)
returns text
language plpgsql
immutable
as $$
begin
  return case
    when btrim(value) = '' then format('%s is empty', name)
    when char_length(value) > most then format('%s has more than %s characters', name, most)
    when not sales.is_plain(value) then
      format('%s has blanks around it, a character that nobody sees, or another form than NFC', name)
  end;
end
$$;

comment on function logistics.text_refusal(text, text, integer) is
  'Returns the reason, as a sentence for people, why a text cannot be booked; null if it can. A missing one '
  'can.';
