create or replace function logistics.list_to_ship(after_id bigint default 0, amount integer default 50)
returns table (
  id bigint,
  number text,
  ordered_on date,
  customer text,
  country text,
  ordered numeric,
  reserved numeric,
  shipped numeric,
  returned numeric,
  missing numeric,
  is_shippable boolean
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
    o.id, o.number, o.ordered_on, o.customer, o.country, d.ordered, d.reserved, d.shipped, d.returned, d.missing,
    d.is_shippable
  from (
    select *
    from logistics.open_order
    where order_id > after_id
    order by order_id
    limit amount
  ) open
  join sales.order o on o.id = open.order_id
  cross join lateral (
    select
      trim_scale(sum(d.ordered)) as ordered,
      trim_scale(sum(d.reserved)) as reserved,
      trim_scale(sum(d.shipped)) as shipped,
      trim_scale(sum(d.returned)) as returned,
      trim_scale(sum(d.missing)) as missing,
      coalesce(
        bool_or(d.reserved > 0 or coalesce(h.quantity > h.reserved, false))
          filter (where d.is_stocked and d.left_to_ship > 0),
        bool_or(d.left_to_ship > 0)
      ) as is_shippable
    from logistics.delivery_line d
    -- The place that logistics.ship_orders() ships from.
    left join logistics.on_hand h on h.product_code = d.product and h.place_code = coalesce(d.reserved_at, 'main')
    where d.order_number = o.number
  ) d
  order by o.id;
end
$$;

comment on function logistics.list_to_ship(bigint, integer) is
  'Returns a page of the orders of which something is to be shipped, in the order in which they were booked: at '
  'most `amount` with an id above the one given. The quantities are sums over their lines; `missing` counts all '
  'warehouses. `is_shippable` says that one line at least has goods where they are reserved for it, or else in '
  'main, or that nothing but fees is left: then logistics.ship_orders() ships something.';
