create or replace function sales.confirm_order(order_id bigint)
returns setof sales.whole_order
language plpgsql
as $$
#variable_conflict use_column
declare
  booked sales.order := sales.lock_order(confirm_order.order_id);
begin
  if booked.status <> 'confirmed' then
    update sales.order
    set
      status = 'confirmed',
      invoice_address = coalesce(booked.invoice_address, sales.customer_address(booked.customer, 'invoice')),
      delivery_address = coalesce(booked.delivery_address, sales.customer_address(booked.customer, 'delivery'))
    where id = booked.id;
  end if;
  return query
  select w.*
  from sales.whole_order w
  where w.id = booked.id;
end
$$;

comment on function sales.confirm_order(bigint) is
  'Confirms a quote and returns the order, which stays as it is from then on. Addresses of its own that it '
  'lacks are the customer''s of this moment. A confirmed order is returned as it is. Raises DJ404 if there '
  'is no such order, and DJ409 for one that is cancelled or closed.';
