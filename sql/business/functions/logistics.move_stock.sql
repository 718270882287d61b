create or replace function logistics.move_stock(
  lines jsonb,
  moved_at timestamptz,
  from_warehouse text,
  to_warehouse text,
  reference text default null
)
returns setof logistics.whole_transfer
language plpgsql
as $$
#variable_conflict use_column
declare
  new_id bigint;
  new_lines logistics.stock_line[];
  missing record;
begin
  new_lines := logistics.read_lines(move_stock.lines, of_order => false);
  perform logistics.require_warehouse(from_warehouse), logistics.require_warehouse(to_warehouse);
  if from_warehouse = to_warehouse then
    raise exception using
      errcode = 'DJ400',
      message = format('the goods are at %s already', from_warehouse),
      hint = 'Name two warehouses.';
  end if;
  perform logistics.check_products(new_lines);
  perform logistics.lock_stock(
    array_agg(l.product) || array_agg(l.product),
    array_fill(from_warehouse, array[cardinality(new_lines)])
      || array_fill(to_warehouse, array[cardinality(new_lines)])
  )
  from unnest(new_lines) l;

  select l.place, l.product, l.wanted - (h.quantity - h.reserved) as quantity
  into missing
  from (
    select l.place, l.product, sum(l.quantity) over (partition by l.product order by l.place) as wanted
    from unnest(new_lines) l
  ) l
  join logistics.on_hand h on h.product_code = l.product and h.place_code = from_warehouse
  where l.wanted > h.quantity - h.reserved
  order by l.place
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ409',
      message = format(
        'line %s: %s of product %s are missing at %s',
        missing.place, trim_scale(missing.quantity), missing.product, from_warehouse),
      hint = 'What is reserved for orders stays where it is: release it, or move fewer.';
  end if;

  new_id := logistics.book_transfer('relocate', moved_at, reference, new_lines, from_warehouse, to_warehouse);
  return query
  select w.*
  from logistics.whole_transfer w
  where w.id = new_id;
end
$$;

comment on function logistics.move_stock(jsonb, timestamptz, text, text, text) is
  'Books goods from one warehouse into another, and returns the transfer. Raises DJ400 and DJ404, and DJ409 '
  'if there is not so much that nobody has reserved.';
