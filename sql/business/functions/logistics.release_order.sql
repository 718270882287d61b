create or replace function logistics.release_order(order_id bigint)
returns setof logistics.delivery_line
language plpgsql
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
  booked sales.order := logistics.lock_order(release_order.order_id);
begin
  delete from logistics.reservation r
  where r.order_number = booked.number;

  return query
  select d.*
  from logistics.delivery_line d
  where d.order_number = booked.number
  order by d.number;
end
$$;

comment on function logistics.release_order(bigint) is
  'Gives back what is reserved for an order, and returns how far its lines are. Raises DJ404 if there is no '
  'such order, and DJ409 for a return.';
