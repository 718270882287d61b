create or replace function sales.lock_order(order_id bigint)
returns sales.order
language plpgsql
set lock_timeout = '10s'
as $$
declare
  booked sales.order;
begin
  select *
  into booked
  from sales.order o
  where o.id = lock_order.order_id
  for no key update;
  if not found then
    raise exception using
      errcode = 'DJ404',
      message = format('there is no order with the id %s', lock_order.order_id);
  end if;
  return booked;
exception when lock_not_available then
  raise exception 'others book order id % for more than 10 seconds', lock_order.order_id
  using errcode = 'DJ503', hint = 'Try again when they have ended.';
end
$$;

comment on function sales.lock_order(bigint) is
  'Locks an order until the transaction ends, and returns it. Raises DJ404 if there is none, and DJ503 after '
  '10 seconds.';
