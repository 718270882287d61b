create or replace function logistics.set_stocked(product text, is_stocked boolean)
returns void
language plpgsql
as $$
#variable_conflict use_column
declare
  refusal text;
begin
  if not exists (select from sales.product p where p.code = set_stocked.product) then
    raise exception using
      errcode = 'DJ404',
      message = format('there is no product %s', left(set_stocked.product, 64));
  end if;
  if not set_stocked.is_stocked then
    perform logistics.lock_stock(array_agg(h.product_code), array_agg(h.place_code))
    from logistics.on_hand h
    where h.product_code = set_stocked.product;
    refusal := logistics.stocked_refusal(set_stocked.product);
    if refusal is not null then
      raise exception using
        errcode = 'DJ409',
        message = refusal,
        hint = 'Ship them, or count them as 0, before the product is no longer stocked.';
    end if;
  end if;
  perform logistics.set_stocked_many(array[set_stocked.product], array[set_stocked.is_stocked]);
end
$$;

comment on function logistics.set_stocked(text, boolean) is
  'Makes a product one that is stocked, or one that is delivered without stock. Raises DJ404 for an unknown '
  'product, and DJ409 if some of it is on hand.';
