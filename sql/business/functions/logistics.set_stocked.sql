create or replace function logistics.set_stocked(product text, is_stocked boolean)
returns void
language plpgsql
as $$
#variable_conflict use_column
declare
  there record;
begin
  if not exists (select from sales.product p where p.code = set_stocked.product) then
    raise exception using
      errcode = 'DJ404',
      message = format('there is no product %s', left(set_stocked.product, 64));
  end if;
  if set_stocked.is_stocked then
    perform logistics.lock_stock(array[set_stocked.product], array['main']);
    return;
  end if;
  perform logistics.lock_stock(array_agg(h.product_code), array_agg(h.place_code))
  from logistics.on_hand h
  where h.product_code = set_stocked.product;
  select *
  into there
  from logistics.on_hand h
  where h.product_code = set_stocked.product
    and h.quantity > 0
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ409',
      message = format('%s of product %s are at %s', trim_scale(there.quantity), there.product_code, there.place_code),
      hint = 'Ship them, or count them as 0, before the product is no longer stocked.';
  end if;
  delete from logistics.on_hand h
  where h.product_code = set_stocked.product;
end
$$;

comment on function logistics.set_stocked(text, boolean) is
  'Makes a product one that is stocked, or one that is delivered without stock. Raises DJ404 for an unknown '
  'product, and DJ409 if some of it is on hand.';
