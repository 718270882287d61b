create or replace function sales.set_price(fields jsonb)
returns void
language plpgsql
as $$
declare
  refusal text := sales.price_refusal(fields);
begin
  if refusal is not null then
    raise exception using
      errcode = 'DJ400',
      message = refusal,
      hint = 'Correct the field and set the price again.';
  end if;
  perform sales.write_price(fields);
end
$$;

comment on function sales.set_price(jsonb) is
  'Sets the price of one of a product in a list from a day on. `fields` is a json object of list, product, '
  'from and unitPrice; a unitPrice that is null removes the price of that day. Raises DJ400, naming the '
  'field, for what cannot be one.';
