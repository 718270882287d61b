create or replace function sales.end_order(order_id bigint, status text)
returns setof sales.whole_order
language plpgsql
as $$
#variable_conflict use_column
declare
  booked sales.order := sales.lock_order(end_order.order_id);
begin
  update sales.order
  set status = end_order.status
  where id = booked.id
    and status <> end_order.status;
  return query
  select w.*
  from sales.whole_order w
  where w.id = booked.id;
end
$$;

comment on function sales.end_order(bigint, text) is
  'Cancels or closes an order, by the status cancelled or closed, and returns it: what is reserved for it is '
  'free again. One that is so already is returned as it is. Raises DJ404 if there is no such order, and '
  'DJ409 where sales.keep_orders() refuses.';
