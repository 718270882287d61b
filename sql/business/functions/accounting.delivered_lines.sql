create or replace function accounting.delivered_lines(of_order text)
returns jsonb
language sql
stable
as $$
  select coalesce(jsonb_object_agg(m.line_number, m.quantity), '{}')
  from (
    select m.line_number, sum(m.quantity) as quantity
    from logistics.move m
    where m.order_number = of_order
      and m.to_place = 'customers'
    group by m.line_number
  ) m
$$;

comment on function accounting.delivered_lines(text) is
  'Returns how many were shipped of each line of an order, as an object by the lines'' numbers. What came '
  'back counts as well: a credit note undoes its invoice.';
