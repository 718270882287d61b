create or replace function logistics.stock_differences()
returns table (product text, place text, moved numeric, quantity numeric, kept numeric, reserved numeric)
language sql
stable
as $$
  with moved as (
    select e.product_code, e.place as place_code, sum(e.change) as quantity
    from (
      select product_code, to_place as place, quantity as change from logistics.move
      union all
      select product_code, from_place, -quantity from logistics.move
    ) e
    join logistics.place p on p.code = e.place
    where p.kind = 'warehouse'
    group by e.product_code, e.place
  ),
  kept as (
    select product_code, place_code, sum(quantity) as quantity
    from logistics.reservation
    group by product_code, place_code
  )
  select
    product_code,
    place_code,
    trim_scale(coalesce(m.quantity, 0)),
    trim_scale(coalesce(h.quantity, 0)),
    trim_scale(coalesce(k.quantity, 0)),
    trim_scale(coalesce(h.reserved, 0))
  from logistics.on_hand h
  full join moved m using (product_code, place_code)
  full join kept k using (product_code, place_code)
  where coalesce(m.quantity, 0) <> coalesce(h.quantity, 0)
    or coalesce(k.quantity, 0) <> coalesce(h.reserved, 0)
  order by product_code, place_code
$$;

comment on function logistics.stock_differences() is
  'Returns where on_hand is not the sum of the moves, or not that of the reservations: no row, unless '
  'somebody has switched the triggers off. It reads all moves.';
