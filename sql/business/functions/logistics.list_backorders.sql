create or replace function logistics.list_backorders(
  of_product text default null,
  after_id bigint default 0,
  after_line bigint default 0,
  amount integer default 50,
  before_id bigint default null
)
returns table (
  order_id bigint,
  order_number text,
  ordered_on date,
  customer text,
  line_number bigint,
  product text,
  description text,
  ordered numeric,
  shipped numeric,
  reserved numeric,
  missing numeric
)
language plpgsql
stable
set jit = off
set plan_cache_mode = force_custom_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set max_parallel_workers_per_gather = 0
as $$
#variable_conflict use_column
begin
  return query
  select
    o.id, o.number, o.ordered_on, o.customer, d.number, d.product, d.description, d.ordered, d.shipped,
    d.reserved, d.missing
  from logistics.open_order open
  join sales.order o on o.id = open.order_id
  join sales.order_line l on l.order_number = o.number
  -- Most lines could get all that they want: these are passed over without a look at their moves.
  cross join lateral (
    select sum(h.quantity - h.reserved) as free
    from logistics.on_hand h
    where h.product_code = l.product_code
  ) s
  cross join lateral (
    select *
    from logistics.delivery_line d
    where d.order_number = l.order_number
      and d.number = l.line_number
    offset 0
  ) d
  where s.free < l.quantity
    and (of_product is null or l.product_code = of_product)
    and d.missing > 0
    and open.order_id >= after_id
    and (before_id is null or open.order_id < before_id)
    and (open.order_id, d.number) > (after_id, after_line)
  order by open.order_id, d.number
  limit list_backorders.amount;
end
$$;

comment on function logistics.list_backorders(text, bigint, bigint, integer, bigint) is
  'Returns a page of the lines of orders that lack goods, in the order in which they were booked: at most '
  '`amount` that come after the order id and line given, of orders with an id below `before_id`: see '
  'logistics.next_to_look(). `missing` is what the line could not get from any warehouse though it got all '
  'that is not reserved.';
