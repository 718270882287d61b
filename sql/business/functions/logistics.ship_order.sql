create or replace function logistics.ship_order(
  order_id bigint,
  shipped_at timestamptz,
  lines jsonb default null,
  warehouse text default null,
  is_partial boolean default false,
  carrier text default null,
  tracking_number text default null,
  key text default null
)
returns setof logistics.whole_parcel
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
  needs logistics.need[];
  refusal text;
  parcel logistics.parcel;
begin
  earlier := sales.claim_key(
    ship_order.key,
    jsonb_build_array(
      'ship', ship_order.order_id, ship_order.lines, ship_order.warehouse, ship_order.is_partial,
      ship_order.carrier, ship_order.tracking_number),
    'parcel'
  );
  if earlier is not null then
    return query
    select w.*
    from logistics.whole_parcel w
    where w.code = earlier;
    return;
  end if;

  refusal := coalesce(
    logistics.text_refusal('the carrier', carrier, 100),
    logistics.text_refusal('the tracking number', tracking_number, 100)
  );
  if refusal is not null then
    raise exception using errcode = 'DJ400', message = refusal;
  end if;

  booked := logistics.lock_order(ship_order.order_id);
  needs := logistics.order_needs(booked.number, lines, warehouse, are_reserved => false);
  if needs is null then
    raise exception using
      errcode = 'DJ409',
      message = format('order %s has been shipped completely', booked.number);
  end if;
  needs := logistics.grant_needs(needs, is_partial);
  -- Fees go along with goods: a parcel has none alone while the goods of the order are missing.
  if not (
    select coalesce(bool_or(n.granted > 0) filter (where n.is_stocked), true)
    from unnest(needs) n
  ) then
    raise exception using
      errcode = 'DJ409',
      message = format('nothing of order %s can be shipped now', booked.number),
      hint = 'Receive the goods that are missing first.';
  end if;

  -- The reservations go before the goods: never is more reserved than there is.
  with used as (
    select n.line_number, least(n.granted, n.reserved) as quantity, n.granted >= n.reserved as is_used_up
    from unnest(needs) n
    where n.granted > 0
      and n.reserved > 0
  ),
  used_up as (
    delete from logistics.reservation r
    using used u
    where r.order_number = booked.number
      and r.line_number = u.line_number
      and u.is_used_up
  )
  update logistics.reservation r
  set quantity = r.quantity - u.quantity
  from used u
  where r.order_number = booked.number
    and r.line_number = u.line_number
    and not u.is_used_up;

  insert into logistics.parcel (shipped_at, shipped_on, order_number, carrier, tracking_number)
  values (
    ship_order.shipped_at, sales.shop_day(ship_order.shipped_at), booked.number, ship_order.carrier,
    ship_order.tracking_number
  )
  returning *
  into parcel;

  with event as (
    insert into logistics.transfer (happened_at, parcel_id, kind, order_number)
    values (ship_order.shipped_at, parcel.id, 'ship', booked.number)
    returning id
  )
  insert into logistics.move (
    transfer_id, line_number, position, quantity, product_code, from_place, to_place, order_number
  )
  select
    e.id,
    n.line_number,
    row_number() over (order by n.line_number),
    n.granted,
    n.product,
    case when n.is_stocked then n.place else 'suppliers' end,
    'customers',
    booked.number
  from unnest(needs) n
  cross join event e
  where n.granted > 0;

  delete from logistics.open_order o
  where o.order_id = booked.id
    and not exists (
      select
      from logistics.delivery_line d
      where d.order_number = booked.number
        and d.left_to_ship > 0
    );

  update sales.placement
  set made = parcel.code
  where key = ship_order.key;

  return query
  select w.*
  from logistics.whole_parcel w
  where w.id = parcel.id;
end
$$;

comment on function logistics.ship_order(bigint, timestamptz, jsonb, text, boolean, text, text, text) is
  'Ships an order in one parcel, all that is left or the `lines` (a json array of objects of line and quantity), '
  'and returns the parcel. What is reserved for the order is used up first. A null `warehouse` is the one where '
  'the line has a reservation, or main. If `is_partial`, as much as there is, and what is not stocked only along '
  'with goods. The same under the same `key` again ships nothing. Raises DJ400, DJ404, and DJ409 for more than is '
  'left to ship, or than is there.';
