-- With the owner's rights: a login that takes orders need not see the moves of goods.
create or replace function sales.returnable_lines(number text)
returns table (line_number bigint, product text, ordered numeric, delivered numeric, returned numeric)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
set jit = off
as $$
  with undone as (
    select
      o.id,
      o.number,
      o.status = 'closed' as is_closed,
      -- There are no moves of orders that were booked before goods were.
      o.status = 'confirmed'
        and not exists (select from logistics.open_order t where t.order_id = o.id)
        and not exists (select from logistics.move m where m.order_number = o.number) as is_elsewhere
    from sales.order o
    where o.number = returnable_lines.number
  ),
  -- Brought together by sums, not by joins, which might look at all lines for each line.
  known as (
    select
      l.line_number, l.product_code, l.quantity as ordered, null::numeric as shipped, null::numeric as invoiced,
      null::numeric as returned
    from sales.order_line l
    where l.order_number = returnable_lines.number
    union all
    select m.line_number, null, null, m.quantity, null, null
    from logistics.move m
    where m.order_number = returnable_lines.number
      and m.to_place = 'customers'
    union all
    select i.line_number, null, null, null, i.quantity, null
    from undone u
    cross join lateral accounting.invoiced_lines(u.id) i
    union all
    select l.undoes_line, null, null, null, null, l.quantity
    from sales.order r
    join sales.order_line l on l.order_number = r.number
    where r.return_of = returnable_lines.number
      and r.status <> 'cancelled'
      and l.undoes_line is not null
  ),
  line as (
    select
      k.line_number, min(k.product_code) as product, sum(k.ordered) as ordered, sum(k.shipped) as shipped,
      sum(k.invoiced) as invoiced, abs(sum(k.returned)) as returned
    from known k
    group by k.line_number
  )
  select
    l.line_number,
    l.product,
    trim_scale(l.ordered),
    trim_scale(
      case
        when l.ordered < 0 then coalesce(- l.invoiced, 0)
        when u.is_elsewhere then l.ordered
        -- What is left of a closed order is not delivered any more, but it may be invoiced.
        when u.is_closed then greatest(l.shipped, l.invoiced, 0)
        else coalesce(l.shipped, 0)
      end
    ),
    trim_scale(coalesce(l.returned, 0))
  from line l
  cross join undone u
  where l.product is not null
$$;

comment on function sales.returnable_lines(text) is
  'Returns how many of each line of an order were ordered and delivered, and how many of these returns that '
  'name the line take back. What is invoiced counts as delivered in a closed order, and of a line with a '
  'negative quantity, such as a rebate: delivered and returned are never negative.';
