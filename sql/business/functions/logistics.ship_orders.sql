create or replace function logistics.ship_orders(
  order_ids bigint[],
  moment timestamptz,
  by_carrier text default null
)
returns table (
  refusal_code text,
  refusal text,
  id bigint,
  code text,
  order_id bigint,
  order_number text,
  customer text,
  shipped_at timestamptz,
  shipped_on date,
  carrier text,
  tracking_number text
)
language plpgsql
set lock_timeout = '10s'
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
  fault text := logistics.text_refusal('the carrier', by_carrier, 100);
  needs logistics.need[];
  first_id bigint;
  whole bigint[];
begin
  if fault is not null then
    raise exception using errcode = 'DJ400', message = fault;
  end if;

  -- All calls lock the orders by id, and then logistics.grant_needs() locks the goods of all of them in one
  -- order. So none waits for another that waits for it, though they ship the same products.
  begin
    perform
    from sales.order o
    where o.id = any (order_ids)
    order by o.id
    for no key update;
  exception when lock_not_available then
    raise exception 'others book goods of one of % orders for more than 10 seconds', cardinality(order_ids)
    using errcode = 'DJ503', hint = 'Try again when they have ended.';
  end;

  select array_agg(
    (
      o.id, d.number, o.number, d.product, coalesce(d.reserved_at, 'main'), d.is_stocked, d.left_to_ship, d.reserved, 0
    )::logistics.need
  )
  into needs
  from sales.order o
  join logistics.delivery_line d on d.order_number = o.number
  where o.id = any (order_ids)
    and not o.is_return
    and o.status = 'confirmed'
    and d.left_to_ship > 0;
  needs := logistics.grant_needs(needs, is_partial => true);

  -- Fees go along with goods: an order gets none alone while its goods are missing.
  select
    array_agg(n.need) filter (where n.has_goods),
    array_agg(distinct n.order_id) filter (where n.has_goods and n.is_whole)
  into needs, whole
  from (
    select
      n::logistics.need as need,
      n.order_id,
      coalesce(bool_or(n.granted > 0) filter (where n.is_stocked) over (partition by n.order_id), true) as has_goods,
      bool_and(n.granted = n.wanted) over (partition by n.order_id) as is_whole
    from unnest(needs) n
  ) n;

  select min(p.id)
  into first_id
  from logistics.book_parcels(needs, moment, by_carrier, null) p;
  delete from logistics.open_order o
  where o.order_id = any (whole);

  return query
  select
    case
      when o.id is null then 'DJ404'
      when p.id is null and (o.is_return or o.status <> 'confirmed') then 'DJ409'
    end,
    case
      when o.id is null then format('there is no order with the id %s', asked.id)
      when p.id is null and o.is_return then format('%s is a return: it is not shipped', o.number)
      when p.id is null and o.status <> 'confirmed' then format('order %s is %s: it is not shipped', o.number, o.status)
    end,
    p.id, p.code, o.id, o.number, o.customer, p.shipped_at, p.shipped_on, p.carrier, p.tracking_number
  from unnest(order_ids) with ordinality asked (id, place)
  left join sales.order o on o.id = asked.id
  left join lateral (
    select *
    from logistics.parcel p
    where p.order_number = o.number
      and p.id >= first_id
    limit 1
  ) p on true
  order by asked.place;
end
$$;

comment on function logistics.ship_orders(bigint[], timestamptz, text) is
  'Ships of each order as much as there is, in one parcel each, and returns for each in the order asked its '
  'parcel: the goods that are reserved for it, and what nobody has reserved in main, older orders first; '
  'what is not stocked along with goods. The parcel is null where nothing can be shipped. A refusal and its '
  'code stand in its place: DJ404 for an unknown order, DJ409 for a return and an order that is not '
  'confirmed. Raises DJ400 for an empty or long carrier, and DJ503 after 10 seconds.';
