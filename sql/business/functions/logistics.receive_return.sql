create or replace function logistics.receive_return(
  order_id bigint,
  lines jsonb,
  received_at timestamptz,
  warehouse text default null,
  reference text default null,
  key text default null,
  return_number text default null
)
returns setof logistics.whole_transfer
language plpgsql
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
  booked sales.order;
  earlier text;
  new_id bigint;
  new_lines logistics.stock_line[];
  refusal text := coalesce(
    sales.day_refusal(received_at, 'receivedAt'), logistics.text_refusal('the reference', reference, 200));
  target text;
  wrong record;
begin
  earlier := sales.claim_key(
    receive_return.key,
    jsonb_build_array(
      'return', receive_return.order_id, receive_return.lines, receive_return.warehouse, receive_return.reference),
    'return'
  );
  if earlier is not null then
    return query
    select w.*
    from logistics.whole_transfer w
    where w.id = earlier::bigint;
    return;
  end if;

  if refusal is not null then
    raise exception using errcode = 'DJ400', message = refusal;
  end if;
  new_lines := logistics.read_lines(receive_return.lines, of_order => true);
  target := logistics.require_warehouse(warehouse);
  booked := logistics.lock_order(receive_return.order_id, may_be_closed => true);

  select l.line_number, l.quantity, d.order_number, d.shipped, d.returned
  into wrong
  from unnest(new_lines) l
  left join lateral (
    select d.*
    from logistics.delivery_line d
    where d.order_number = booked.number
      and d.number = l.line_number
    offset 0
  ) d on true
  where d.order_number is null
    or l.quantity > d.shipped - d.returned
  order by l.place
  limit 1;
  if wrong.order_number is null and found then
    raise exception using
      errcode = 'DJ404',
      message = sales.line_refusal(booked.number, wrong.line_number),
      hint = 'logistics.find-delivery lists the lines. An imported order keeps the line numbers of its file.';
  end if;
  if wrong.order_number is not null then
    raise exception using
      errcode = 'DJ409',
      message = format(
        'line %s: %s come back, but %s were delivered and %s came back before', wrong.line_number,
        trim_scale(wrong.quantity), trim_scale(wrong.shipped), trim_scale(wrong.returned)),
      hint = 'Take back no more than was delivered; book the rest as goods received.';
  end if;

  insert into logistics.transfer (happened_at, kind, order_number, reference, return_number)
  values (received_at, 'return', booked.number, receive_return.reference, receive_return.return_number)
  returning id into new_id;

  insert into logistics.move (
    transfer_id, line_number, position, quantity, product_code, from_place, to_place, order_number
  )
  select
    new_id,
    l.line_number,
    row_number() over (order by l.place),
    l.quantity,
    o.product_code,
    'customers',
    case when logistics.is_stocked(o.product_code) then target else 'suppliers' end,
    booked.number
  from unnest(new_lines) l
  cross join lateral (
    select o.product_code
    from sales.order_line o
    where o.order_number = booked.number
      and o.line_number = l.line_number
    offset 0
  ) o;

  update sales.placement
  set made = new_id::text
  where key = receive_return.key;

  return query
  select w.*
  from logistics.whole_transfer w
  where w.id = new_id;
end
$$;

comment on function logistics.receive_return(bigint, jsonb, timestamptz, text, text, text, text) is
  'Books goods that a customer sends back into a warehouse (null is main), and returns the transfer. `lines` '
  'is a json array of objects of line and quantity; `return_number` is the return by which they come, if '
  'there is one: sales.return_lines() places it as well. The same under the same `key` again books nothing. '
  'Raises DJ400, DJ404, and DJ409 for more than was delivered and has not come back.';
