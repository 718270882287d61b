create or replace function logistics.lock_order(order_id bigint, may_be_closed boolean default false)
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
      hint = case
        when booked.return_of is null then
          'Receive goods that come back by the number of the order with which they went out.'
        else format('Receive its goods by order %s, which it undoes.', booked.return_of)
      end;
  elsif booked.status in ('quote', 'cancelled') or (booked.status = 'closed' and not may_be_closed) then
    raise exception using
      errcode = 'DJ409',
      message = format(
        'order %s is %s: it is not shipped', booked.number,
        case booked.status when 'quote' then 'a quote' else booked.status end),
      hint = case booked.status when 'quote' then 'Confirm it first.' else 'Place another order.' end;
  end if;
  return booked;
exception when lock_not_available then
  raise exception 'others book goods of order id % for more than 10 seconds', lock_order.order_id
  using errcode = 'DJ503', hint = 'Try again when they have ended.';
end
$$;

comment on function logistics.lock_order(bigint, boolean) is
  'Locks an order until the transaction ends, and returns it: whoever reserves, ships or takes back its '
  'goods begins with this. Raises DJ404 if there is none, DJ409 for a return, a quote or an order that is '
  'cancelled, or closed unless it `may_be_closed`, as goods of such a one come back; and DJ503 after 10 '
  'seconds.';
