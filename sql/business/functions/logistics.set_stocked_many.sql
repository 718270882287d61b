create or replace function logistics.set_stocked_many(products text[], are_stocked boolean[])
returns void
language plpgsql
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
begin
  -- What is stocked already is not locked: whoever saves a product does not wait for those who ship it.
  perform logistics.lock_stock(array_agg(w.product), array_agg('main'::text))
  from unnest(products, are_stocked) w (product, is_stocked)
  where w.is_stocked
    and not logistics.is_stocked(w.product);

  delete from logistics.on_hand h
  using unnest(products, are_stocked) w (product, is_stocked)
  where h.product_code = w.product
    and h.quantity = 0
    and not w.is_stocked;
end
$$;

comment on function logistics.set_stocked_many(text[], boolean[]) is
  'Makes each of these products, which are known and named once, one that is stocked or not. The caller has '
  'locked those that shall not be, and has asked logistics.stocked_refusal(): one that got goods meanwhile '
  'stays stocked.';
