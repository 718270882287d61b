create or replace function sales.set_currency(code text)
returns text
language plpgsql
set lock_timeout = '10s'
as $$
declare
  new_currency text := upper(btrim(left(set_currency.code, 64)));
  own sales.shop;
begin
  select *
  into own
  from sales.shop
  for update;
  if new_currency is null or not exists (select from sales.currency c where c.code = new_currency) then
    raise exception using
      errcode = 'DJ400',
      message = format('currency: ISO 4217 has no currency %s', left(new_currency, 20));
  elsif own.currency <> new_currency and exists (select from sales.order) then
    raise exception using
      errcode = 'DJ409',
      message = format('the shop has orders in %s: its currency stays', own.currency);
  elsif exists (select from sales.order o where o.currency = new_currency) then
    raise exception using
      errcode = 'DJ409',
      message = format('orders in %s are booked as foreign ones: it cannot become the shop''s own', new_currency);
  end if;
  update sales.shop
  set currency = new_currency;
  return new_currency;
end
$$;

comment on function sales.set_currency(text) is
  'Sets the currency in which the shop keeps its books, and returns its code. Raises DJ400 for a code that '
  'does not exist, and DJ409 if orders would change their meaning.';
