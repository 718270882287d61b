create or replace function logistics.receive_goods(
  lines jsonb,
  received_at timestamptz,
  reference text default null,
  warehouse text default null,
  key text default null
)
returns setof logistics.whole_transfer
language plpgsql
as $$
#variable_conflict use_column
declare
  earlier text;
  new_id bigint;
  new_lines logistics.stock_line[];
  target text;
begin
  earlier := sales.claim_key(
    receive_goods.key,
    jsonb_build_array('receive', receive_goods.lines, receive_goods.reference, receive_goods.warehouse),
    'receipt'
  );
  if earlier is not null then
    return query
    select w.*
    from logistics.whole_transfer w
    where w.id = earlier::bigint;
    return;
  end if;

  new_lines := logistics.read_lines(receive_goods.lines, of_order => false);
  target := logistics.require_warehouse(warehouse);
  perform logistics.check_products(new_lines);
  new_id := logistics.book_transfer('receive', received_at, reference, new_lines, 'suppliers', target);

  update sales.placement
  set made = new_id::text
  where key = receive_goods.key;

  return query
  select w.*
  from logistics.whole_transfer w
  where w.id = new_id;
end
$$;

comment on function logistics.receive_goods(jsonb, timestamptz, text, text, text) is
  'Books goods that come from a supplier into a warehouse (null is main), and returns the transfer. `lines` '
  'is a json array of objects of product, quantity and perhaps description, which adds an unknown product. '
  'What is received is stocked from then on. The same under the same `key` again books nothing. Raises '
  'DJ400, DJ404 and, for a key under which something else was booked, DJ409.';
