create or replace function logistics.lock_stock(products text[], places text[])
returns void
language plpgsql
set jit = off
set lock_timeout = '10s'
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
begin
  if products is null then
    return;
  end if;

  -- All rows in one order, those that are made here first: two callers never wait for each other in a circle.
  insert into logistics.on_hand (product_code, place_code)
  select k.product, k.place
  from unnest(products, places) k (product, place)
  join logistics.place p on p.code = k.place
  where p.kind = 'warehouse'
    and not exists (
      select
      from logistics.on_hand h
      where h.product_code = k.product
        and h.place_code = k.place
    )
  order by k.product collate "C", k.place collate "C"
  on conflict do nothing;

  perform
  from logistics.on_hand h
  where (h.product_code, h.place_code) in (
    select k.product, k.place
    from unnest(products, places) k (product, place)
  )
  order by h.product_code, h.place_code
  for no key update;
exception when lock_not_available then
  raise exception 'others book goods of the same products for more than 10 seconds'
  using errcode = 'DJ503', hint = 'Try again when they have ended.';
end
$$;

comment on function logistics.lock_stock(text[], text[]) is
  'Locks what is on hand of products in places, given in pairs, until the transaction ends, and makes the '
  'rows that a warehouse lacks. Call it once, before anything is written, with all that is to be changed. '
  'Raises DJ503 after 10 seconds.';
