create or replace function accounting.lock_orders(order_ids bigint[])
returns void
language plpgsql
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
begin
  perform
  from sales.order o
  where o.id = any (
    order_ids || array(
      select u.id
      from sales.order r
      join sales.order u on u.number = r.return_of
      where r.id = any (order_ids)
    )
  )
  order by o.id
  for no key update;
end
$$;

comment on function accounting.lock_orders(bigint[]) is
  'Locks orders and returns, and the orders that these undo, until the transaction ends. All calls take the '
  'locks in one order, so that none waits for another that waits for it.';
