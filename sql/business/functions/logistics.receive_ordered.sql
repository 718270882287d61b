create or replace function logistics.receive_ordered(received_at timestamptz, reference text default null)
returns setof logistics.whole_transfer
language plpgsql
set jit = off
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
  new_lines logistics.stock_line[];
  new_id bigint;
begin
  select array_agg((l.place, null, l.product, l.quantity, null)::logistics.stock_line order by l.place)
  into new_lines
  from (
    select
      row_number() over (order by w.product) as place,
      w.product,
      w.quantity - coalesce(h.quantity - h.reserved, 0) as quantity
    from (
      select l.product_code as product, sum(l.quantity - s.shipped - s.reserved) as quantity
      from logistics.open_order open
      join sales.order o on o.id = open.order_id
      join sales.order_line l on l.order_number = o.number and l.quantity > 0
      cross join lateral (
        select
          coalesce(sum(m.quantity) filter (where m.to_place = 'customers'), 0) as shipped,
          coalesce(
            (
              select r.quantity
              from logistics.reservation r
              where r.order_number = l.order_number
                and r.line_number = l.line_number
            ), 0) as reserved
        from logistics.move m
        where m.order_number = l.order_number
          and m.line_number = l.line_number
      ) s
      group by l.product_code
    ) w
    left join logistics.on_hand h on h.product_code = w.product and h.place_code = 'main'
    where w.quantity > coalesce(h.quantity - h.reserved, 0)
  ) l;
  if new_lines is null then
    return;
  end if;
  new_id := logistics.book_transfer('receive', received_at, reference, new_lines, 'suppliers', 'main');
  return query
  select w.*
  from logistics.whole_transfer w
  where w.id = new_id;
end
$$;

comment on function logistics.receive_ordered(timestamptz, text) is
  'Books into main, as goods from the suppliers, what the open orders lack of each product, and returns the '
  'transfer; no row if they lack nothing. Raises DJ400 for an empty or long reference.';
