create or replace function accounting.invoice_order(order_id bigint, issue_day date)
returns setof accounting.whole_invoice
language plpgsql
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
  booked sales.order;
  new_id bigint;
begin
  -- The lock makes a second call wait for the first and then find its invoice.
  select *
  into booked
  from sales.order o
  where o.id = invoice_order.order_id
  for no key update;
  if not found then
    raise exception using
      errcode = 'DJ404',
      message = format('there is no order with the id %s', invoice_order.order_id);
  end if;

  return query
  select w.*
  from accounting.whole_invoice w
  where w.order_id = booked.id;
  if found then
    return;
  end if;

  if booked.total = 0 then
    raise exception using
      errcode = 'DJ409',
      message = format('order %s cannot be invoiced: its total is 0', booked.number);
  end if;

  -- The number comes last: from here to the commit, nobody else gets one of this kind.
  with series as (
    update accounting.number_series
    set last_number = last_number + 1
    where kind = case when booked.is_return then 'credit-note' else 'invoice' end
    returning kind, last_number
  )
  insert into accounting.invoice (
    number, order_id, issued_on, line_count, total, kind, order_number, customer, country
  )
  select
    last_number, booked.id, issue_day, booked.line_count, booked.total, kind, booked.number,
    booked.customer, booked.country
  from series
  returning id into new_id;

  insert into accounting.invoice_line (
    invoice_id, line_number, quantity, unit_price, amount, product_code, description
  )
  select
    new_id,
    row_number() over (order by l.line_number),
    l.quantity,
    l.unit_price,
    l.amount,
    l.product_code,
    coalesce(l.description, p.name)
  from sales.order_line l
  join sales.product p on p.code = l.product_code
  where l.order_number = booked.number;

  return query
  select w.*
  from accounting.whole_invoice w
  where w.id = new_id;
end
$$;

comment on function accounting.invoice_order(bigint, date) is
  'Returns the invoice of an order, or the credit note of a return: the one that exists, or a new one with '
  'the next number of its series and a frozen copy of the lines. Raises DJ404 for an unknown order and DJ409 '
  'for a total of 0.';
