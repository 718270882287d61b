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
  needs := logistics.order_needs(booked, lines, warehouse, are_reserved => false);
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

  select *
  into parcel
  from logistics.book_parcels(needs, ship_order.shipped_at, ship_order.carrier, ship_order.tracking_number);

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
  'Ships an order in one parcel, all that is left or the `lines` (a json array of objects of line and '
  'quantity), and returns the parcel. What is reserved for the order is used up first. A null `warehouse` is '
  'the one where the line has a reservation, or main. If `is_partial`, as much as there is, and what is not '
  'stocked only along with goods. The same under the same `key` again ships nothing. Raises DJ400, DJ404, '
  'and DJ409 for more than is left to ship, or than is there.';
