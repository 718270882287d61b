create or replace function sales.vat_refusal(vat_id text)
returns text
language plpgsql
stable
as $$
declare
  prefix text := case when vat_id like 'CHE%' then 'CHE' else left(vat_id, 2) end;
  form text := sales.vat_form(prefix);
begin
  return case
    when vat_id is null then null
    when char_length(vat_id) > 16 then 'the VAT id has more than 16 characters'
    when vat_id !~ '^[A-Z]{2}[A-Z0-9+*]{2,14}$' then
      'the VAT id is not a country''s letters and a number, such as DK13585628'
    when form is null and not exists (
      select
      from sales.country c
      where c.code = prefix
        and c.vat_prefix is null
    ) then format('the VAT id begins with %s, which is the prefix of no country', prefix)
    when form is not null and substr(vat_id, length(prefix) + 1) !~ ('^(' || form || ')$') then
      format('the VAT id has not the form of those that begin with %s', prefix)
    when not sales.is_vat_number(prefix, substr(vat_id, length(prefix) + 1)) then
      'the check digit of the VAT id is wrong: a character is mistyped'
  end;
end
$$;

comment on function sales.vat_refusal(text) is
  'Returns the reason, as a sentence for people, why a text is no VAT id; null if it is one, or null. The text is in the '
  'form of sales.plain_vat_id(). Those of the European Union, Great Britain, Northern Ireland, Norway and Switzerland are '
  'checked by their form and check digits, others by their letters.';
