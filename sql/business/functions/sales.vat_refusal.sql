create or replace function sales.vat_refusal(vat_id text)
returns text
language plpgsql
stable
as $$
declare
  prefix text := case when vat_id like 'CHE%' then 'CHE' else left(vat_id, 2) end;
  form text := sales.vat_form(prefix);
begin
  if vat_id is null then
    return null;
  elsif char_length(vat_id) > 16 then
    return 'the VAT id has more than 16 characters';
  elsif vat_id !~ '^[A-Z]{2}[A-Z0-9+*]{2,14}$' then
    return 'the VAT id is not a country''s letters and a number, such as DK13585628';
  elsif form is null then
    perform
    from sales.country c
    where c.code = prefix
      and c.vat_prefix is null;
    if not found then
      return format('the VAT id begins with %s, which is the prefix of no country', prefix);
    end if;
  elsif substr(vat_id, length(prefix) + 1) !~ ('^(' || form || ')$') then
    return format('the VAT id has not the form of those that begin with %s', prefix);
  elsif not sales.is_vat_number(prefix, substr(vat_id, length(prefix) + 1)) then
    return 'the check digit of the VAT id is wrong: a character is mistyped';
  end if;
  return null;
end
$$;

comment on function sales.vat_refusal(text) is
  'Returns the reason, as a sentence for people, why a text is no VAT id; null if it is one, or null. The '
  'text is in the form of sales.plain_vat_id(). Those of the European Union, Great Britain, Northern '
  'Ireland, Norway and Switzerland are checked by their form and check digits, others by their letters.';
