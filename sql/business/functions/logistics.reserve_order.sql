create or replace function logistics.reserve_order(
  order_id bigint,
  lines jsonb default null,
  warehouse text default null,
  is_partial boolean default false
)
returns setof logistics.delivery_line
language plpgsql
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
  booked sales.order := logistics.lock_order(reserve_order.order_id);
  needs logistics.need[];
begin
  needs := logistics.grant_needs(
    logistics.order_needs(booked, lines, warehouse, are_reserved => true), is_partial);

  insert into logistics.reservation as r (line_number, quantity, order_number, product_code, place_code)
  select n.line_number, n.granted, booked.number, n.product, n.place
  from unnest(needs) n
  where n.granted > 0
  on conflict (order_number, line_number) do update
  set quantity = r.quantity + excluded.quantity;

  return query
  select d.*
  from logistics.delivery_line d
  where d.order_number = booked.number
  order by d.number;
end
$$;

comment on function logistics.reserve_order(bigint, jsonb, text, boolean) is
  'Reserves the goods of an order, all that is left or the `lines` (a json array of objects of line and '
  'quantity), and returns how far its lines are. What is reserved already counts; what is not stocked needs '
  'no reservation. A null `warehouse` is the one where the line has a reservation, or main. If `is_partial`, '
  'as much as there is; otherwise all or, with DJ409, nothing. Raises DJ400 and DJ404 as well.';
