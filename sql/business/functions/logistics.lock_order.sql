create or replace function logistics.lock_order(order_id bigint)
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
  if booked.is_return then
    raise exception using
      errcode = 'DJ409',
      message = format('%s is a return: it is not shipped', booked.number),
      hint = 'Receive goods that come back by the number of the order with which they went out.';
  end if;
  return booked;
exception when lock_not_available then
  raise exception 'others book goods of order id % for more than 10 seconds', lock_order.order_id
  using errcode = 'DJ503', hint = 'Try again when they have ended.';
end
$$;

comment on function logistics.lock_order(bigint) is
  'Locks an order until the transaction ends, and returns it: whoever reserves, ships or takes back its goods '
  'begins with this. Raises DJ404 if there is none, DJ409 for a return, and DJ503 after 10 seconds.';
