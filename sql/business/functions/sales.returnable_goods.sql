create or replace function sales.returnable_goods(number text)
returns table (product text, quantity numeric)
language sql
stable
set enable_seqscan = off
as $$
  select d.product, trim_scale(sum(d.quantity))
  from (
    select l.product, l.delivered as quantity
    from sales.returnable_lines(returnable_goods.number) l
    where l.ordered > 0
    union all
    select l.product_code, l.quantity
    from sales.order r
    join sales.order_line l on l.order_number = r.number
    where r.return_of = returnable_goods.number
      and r.status <> 'cancelled'
      and l.quantity < 0
  ) d
  group by d.product
$$;

comment on function sales.returnable_goods(text) is
  'Returns how many of each product of an order a return may undo: what was delivered, or of a closed order '
  'invoiced, less what returns that name it undo already, be it by its lines or not.';
