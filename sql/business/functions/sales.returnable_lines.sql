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
  shipped as (
    select m.line_number, sum(m.quantity) as quantity
    from logistics.move m
    where m.order_number = returnable_lines.number
      and m.to_place = 'customers'
    group by m.line_number
  ),
  invoiced as (
    select i.line_number, i.quantity
    from undone u
    cross join lateral accounting.invoiced_lines(u.id) i
  ),
  returned as (
    select l.undoes_line, abs(sum(l.quantity)) as quantity
    from sales.order r
    join sales.order_line l on l.order_number = r.number
    where r.return_of = returnable_lines.number
      and r.status <> 'cancelled'
      and l.undoes_line is not null
    group by l.undoes_line
  )
  select
    l.line_number,
    l.product_code,
    trim_scale(l.quantity),
    trim_scale(
      case
        when l.quantity < 0 then coalesce(- i.quantity, 0)
        when u.is_elsewhere then l.quantity
        -- What is left of a closed order is not delivered any more, but it may be invoiced.
        when u.is_closed then greatest(s.quantity, i.quantity, 0)
        else coalesce(s.quantity, 0)
      end
    ),
    trim_scale(coalesce(r.quantity, 0))
  from undone u
  join sales.order_line l on l.order_number = u.number
  left join shipped s on s.line_number = l.line_number
  left join invoiced i on i.line_number = l.line_number
  left join returned r on r.undoes_line = l.line_number
$$;

comment on function sales.returnable_lines(text) is
  'Returns how many of each line of an order were ordered and delivered, and how many of these returns that name the '
  'line take back. What is invoiced counts as delivered in a closed order, and of a line with a negative quantity, '
  'such as a rebate: delivered and returned are never negative.';
