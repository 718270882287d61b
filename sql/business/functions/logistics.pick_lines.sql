create or replace function logistics.pick_lines(order_ids bigint[])
returns table (
  warehouse text,
  product text,
  description text,
  quantity numeric,
  order_id bigint,
  order_number text,
  line_number bigint
)
language sql
stable
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
  select
    r.place_code,
    r.product_code,
    coalesce(l.description, p.name),
    trim_scale(r.quantity),
    o.id,
    o.number,
    r.line_number
  from sales.order o
  join logistics.reservation r on r.order_number = o.number
  join sales.order_line l on l.order_number = r.order_number and l.line_number = r.line_number
  join sales.product p on p.code = r.product_code
  where o.id = any (order_ids)
  order by r.place_code, r.product_code, o.id, r.line_number
$$;

comment on function logistics.pick_lines(bigint[]) is
  'Returns what is reserved for orders, by warehouse and product: the way of whoever fetches it.';
