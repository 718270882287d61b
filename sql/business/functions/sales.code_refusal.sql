create or replace function sales.code_refusal(code text, field text)
returns text
language plpgsql
stable
as $$
begin
  if code is null then
    return null;
  end if;
  case field
    when 'currency' then
      perform
      from sales.currency c
      where c.code = code_refusal.code;
    when 'countryCode' then
      perform
      from sales.country c
      where c.code = code_refusal.code;
    when 'unit' then
      perform
      from sales.unit u
      where u.code = code_refusal.code;
    when 'supplier' then
      perform
      from sales.supplier s
      where s.code = code_refusal.code;
  end case;
  if found then
    return null;
  end if;
  return format(
    case field
      when 'currency' then 'currency: ISO 4217 has no currency %s'
      when 'countryCode' then 'countryCode: ISO 3166-1 has no country %s'
      when 'unit' then 'unit: %s is no unit; use a code of sales.unit, such as H87 or KGM'
      when 'supplier' then 'supplier: there is no supplier %s; make it by sales.set-supplier'
    end,
    left(code, case when field = 'supplier' then 64 else 20 end));
end
$$;

comment on function sales.code_refusal(text, text) is
  'Returns the reason, which begins with the field''s name, why a currency, countryCode, unit or supplier '
  'has no such code; null if it has, and for no code.';
