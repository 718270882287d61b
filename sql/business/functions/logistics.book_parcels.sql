create or replace function logistics.book_parcels(
  needs logistics.need[],
  shipped_at timestamptz,
  carrier text,
  tracking_number text
)
returns setof logistics.parcel
language plpgsql
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
  refusal text := sales.day_refusal(book_parcels.shipped_at, 'shippedAt');
begin
  if refusal is not null then
    raise exception using errcode = 'DJ400', message = refusal;
  end if;
  -- The reservations go before the goods: never is more reserved than there is.
  with used as (
    select n.order_number, n.line_number, least(n.granted, n.reserved) as quantity, n.granted >= n.reserved as is_used_up
    from unnest(needs) n
    where n.granted > 0
      and n.reserved > 0
  ),
  used_up as (
    delete from logistics.reservation r
    using used u
    where r.order_number = u.order_number
      and r.line_number = u.line_number
      and u.is_used_up
  )
  update logistics.reservation r
  set quantity = r.quantity - u.quantity
  from used u
  where r.order_number = u.order_number
    and r.line_number = u.line_number
    and not u.is_used_up;

  return query
  with parcels as (
    insert into logistics.parcel (shipped_at, shipped_on, order_number, carrier, tracking_number)
    select
      book_parcels.shipped_at, sales.shop_day(book_parcels.shipped_at), n.order_number, book_parcels.carrier,
      book_parcels.tracking_number
    from unnest(needs) n
    where n.granted > 0
    group by n.order_id, n.order_number
    order by n.order_id
    returning *
  ),
  events as (
    insert into logistics.transfer (happened_at, parcel_id, kind, order_number)
    select p.shipped_at, p.id, 'ship', p.order_number
    from parcels p
    order by p.id
    returning id
  ),
  -- The ids are in the order of the orders: a look into an array for each line, not a join.
  placed as (
    select array_agg(e.id order by e.id) as events
    from events e
  ),
  moved as (
    insert into logistics.move (
      transfer_id, line_number, position, quantity, product_code, from_place, to_place, order_number
    )
    select
      p.events[n.number],
      n.line_number,
      row_number() over (partition by n.order_number order by n.line_number),
      n.granted,
      n.product,
      case when n.is_stocked then n.place else 'suppliers' end,
      'customers',
      n.order_number
    from (
      select n.*, dense_rank() over (order by n.order_id) as number
      from unnest(needs) n
      where n.granted > 0
    ) n
    cross join placed p
  )
  select *
  from parcels;
end
$$;

comment on function logistics.book_parcels(logistics.need[], timestamptz, text, text) is
  'Ships what logistics.grant_needs() has granted, in one parcel for each order, and returns the parcels. '
  'What is reserved for the lines is used up first. Raises DJ400 for a time that is none.';
