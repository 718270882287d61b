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
  -- As logistics.delivery_line has it, but with one look at the moves of an order and one at the stock of
  -- a line.
  cross join lateral (
    select
      trim_scale(sum(l.quantity)) as ordered,
      trim_scale(sum(l.reserved)) as reserved,
      trim_scale(sum(l.shipped)) as shipped,
      trim_scale(sum(l.returned)) as returned,
      trim_scale(sum(
        case
          when s.is_stocked then greatest(l.quantity - l.shipped - l.reserved - s.free, 0)
          else 0
        end
      )) as missing,
      coalesce(
        bool_or(l.reserved > 0 or coalesce(s.has_free, false)) filter (where s.is_stocked and l.quantity > l.shipped),
        bool_or(l.quantity > l.shipped)
      ) as is_shippable
    from (
      select
        l.product_code, l.quantity, coalesce(m.shipped, 0) as shipped, coalesce(m.returned, 0) as returned,
        coalesce(r.quantity, 0) as reserved,
        -- The place that logistics.ship_orders() ships from.
        coalesce(r.place_code, 'main') as place
      from sales.order_line l
      left join (
        select
          m.line_number,
          sum(m.quantity) filter (where m.to_place = 'customers') as shipped,
          sum(m.quantity) filter (where m.from_place = 'customers') as returned
        from logistics.move m
        where m.order_number = o.number
        group by m.line_number
      ) m on m.line_number = l.line_number
      left join (
        select *
        from logistics.reservation r
        where r.order_number = o.number
      ) r on r.line_number = l.line_number
      where l.order_number = o.number
        and l.quantity > 0
    ) l
    cross join lateral (
      select
        count(*) > 0 as is_stocked,
        coalesce(sum(h.quantity - h.reserved), 0) as free,
        bool_or(h.quantity > h.reserved) filter (where h.place_code = l.place) as has_free
      from logistics.on_hand h
      where h.product_code = l.product_code
    ) s
  ) d
  order by o.id;
end
$$;

comment on function logistics.list_to_ship(bigint, integer) is
  'Returns a page of the orders of which something is to be shipped, in the order in which they were booked: '
  'at most `amount` with an id above the one given. The quantities are sums over their lines; `missing` '
  'counts all warehouses. `is_shippable` says that one line at least has goods where they are reserved for '
  'it, or else in main, or that nothing but fees is left: then logistics.ship_orders() ships something.';
