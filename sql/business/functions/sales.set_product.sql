create or replace function sales.set_product(fields jsonb)
returns setof sales.whole_product
language plpgsql
as $$
declare
  plain jsonb := sales.plain_product(fields);
  refusal text := sales.product_refusal(plain);
begin
  if refusal is not null then
    raise exception using
      errcode = 'DJ400',
      message = refusal,
      hint = 'Correct the field and set the product again.';
  end if;
  perform sales.write_product(plain);
  if plain ->> 'isStocked' is not null then
    perform logistics.set_stocked(plain ->> 'code', (plain ->> 'isStocked')::boolean);
  end if;
  return query
  select p.*
  from sales.whole_product p
  where p.code = plain ->> 'code';
end
$$;

comment on function sales.set_product(jsonb) is
  'Creates or changes a product and returns it. `fields` is a json object of code, name, unit, taxClass, '
  'isStocked, isActive, supplier and category. A field that is not there stays as it is, one that is null '
  'is emptied. Raises DJ400, naming the field, for what cannot be one, and DJ409 if it shall not be stocked '
  'while some of it is on hand.';
