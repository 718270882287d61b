create or replace function logistics.stocked_refusal(product text)
returns text
language sql
stable
as $$
  select format('%s of product %s are at %s', trim_scale(h.quantity), h.product_code, h.place_code)
  from logistics.on_hand h
  where h.product_code = stocked_refusal.product
    and h.quantity > 0
  order by h.place_code
  limit 1
$$;

comment on function logistics.stocked_refusal(text) is
  'Returns the reason, as a sentence for people, why a product must remain stocked: some of it is on hand. '
  'Null if it need not.';
