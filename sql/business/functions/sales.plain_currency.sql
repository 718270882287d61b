create or replace function sales.plain_currency(code text)
returns text
language plpgsql
stable
as $$
declare
  plain text := upper(btrim(left(plain_currency.code, 64)));
begin
  if plain is not null and not exists (select from sales.currency c where c.code = plain) then
    raise exception using
      errcode = 'DJ400',
      message = format('currency: ISO 4217 has no currency %s', left(plain, 20));
  end if;
  return (
    select nullif(plain, s.currency)
    from sales.shop s
  );
end
$$;

comment on function sales.plain_currency(text) is
  'Returns a currency as orders keep it: in capitals, and null for the shop''s own. Raises DJ400 for one '
  'that does not exist.';
