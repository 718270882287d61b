-- In PL/pgSQL, which keeps its plan, as other functions call it for each of many orders.
create or replace function accounting.invoiced_lines(of_order bigint)
returns table (line_number bigint, quantity numeric, amount numeric)
language plpgsql
stable
set jit = off
set enable_hashjoin = on
as $$
#variable_conflict use_column
begin
  return query
  select
    coalesce(
      l.order_line,
      -- Old invoices, which do not name the lines of the order, have all of them. They alone read this
      -- list, once.
      (
        (
          select array_agg(o.line_number order by o.line_number)
          from sales.order b
          join sales.order_line o on o.order_number = b.number
          where b.id = of_order
        )
      )[l.line_number]
    ),
    sum(l.quantity),
    sum(l.amount)
  from accounting.invoice i
  join accounting.invoice_line l on l.invoice_id = i.id
  where i.order_id = of_order
  group by 1;
end
$$;

comment on function accounting.invoiced_lines(bigint) is
  'Returns what is invoiced of the lines of an order: the sums over all its invoices.';
