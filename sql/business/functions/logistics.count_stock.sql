create or replace function logistics.count_stock(
  lines jsonb,
  counted_at timestamptz,
  warehouse text default null,
  reference text default null
)
returns setof logistics.whole_transfer
language plpgsql
as $$
#variable_conflict use_column
declare
  new_id bigint;
  new_lines logistics.stock_line[];
  target text;
  wrong record;
begin
  new_lines := logistics.read_lines(count_stock.lines, of_order => false, can_be_0 => true);
  target := logistics.require_warehouse(warehouse);
  perform logistics.check_products(new_lines);
  perform logistics.lock_stock(array_agg(l.product), array_fill(target, array[cardinality(new_lines)]))
  from unnest(new_lines) l;

  select l.place, l.product, l.quantity, h.reserved
  into wrong
  from unnest(new_lines) l
  join logistics.on_hand h on h.product_code = l.product and h.place_code = target
  where l.quantity < h.reserved
  order by l.place
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ409',
      message = format(
        'line %s: %s of product %s are counted, but %s are reserved at %s',
        wrong.place, trim_scale(wrong.quantity), wrong.product, trim_scale(wrong.reserved), target),
      hint = 'Release reservations of the product first, then count again.';
  end if;

  -- What becomes a move is the difference.
  select array_agg(
    (l.place, null, l.product, l.quantity - h.quantity, null)::logistics.stock_line
    order by l.place
  )
  into new_lines
  from unnest(new_lines) l
  join logistics.on_hand h on h.product_code = l.product and h.place_code = target;
  new_id := logistics.book_transfer('count', counted_at, reference, new_lines, 'loss', target);
  return query
  select w.*
  from logistics.whole_transfer w
  where w.id = new_id;
end
$$;

comment on function logistics.count_stock(jsonb, timestamptz, text, text) is
  'Makes what was counted in a warehouse (null is main) what is on hand: the differences go to the losses, '
  'or come from there. Returns the transfer with these moves. What is counted, be it 0, is stocked from then '
  'on. Raises DJ400, DJ404, and DJ409 if more is reserved than was counted.';
