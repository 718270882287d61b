-- With the owner's rights: a login that takes orders need not see the moves of goods.
create or replace function sales.returnable_goods(number text)
returns table (product text, quantity numeric)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $$
  with delivered as (
    -- What is left of a closed order is not delivered any more, but it was invoiced. Nor are there moves of
    -- orders that were booked before goods were.
    select l.product_code, l.quantity
    from sales.order o
    join sales.order_line l on l.order_number = o.number
    where o.number = returnable_goods.number
      and l.quantity > 0
      and (
        o.status = 'closed'
        or (
          o.status = 'confirmed'
          and not exists (select from logistics.open_order t where t.order_id = o.id)
          and not exists (select from logistics.move m where m.order_number = o.number)
        )
      )
    union all
    select m.product_code, m.quantity
    from sales.order o
    join logistics.move m on m.order_number = o.number
    where o.number = returnable_goods.number
      and o.status <> 'closed'
      and m.to_place = 'customers'
    union all
    select l.product_code, l.quantity
    from sales.order r
    join sales.order_line l on l.order_number = r.number
    where r.return_of = returnable_goods.number
      and r.status <> 'cancelled'
      and l.quantity < 0
  )
  select d.product_code, trim_scale(sum(d.quantity))
  from delivered d
  group by d.product_code
$$;

comment on function sales.returnable_goods(text) is
  'Returns how many of each product of an order a return may undo: what was delivered, or of a closed order '
  'what was ordered, less what returns that name it undo already.';
