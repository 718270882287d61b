create or replace function accounting.invoice_order(order_id bigint, issue_day date, of_what text default 'ordered')
returns setof accounting.whole_invoice
language plpgsql
as $$
declare
  answer record;
begin
  select *
  into answer
  from accounting.invoice_orders(array[invoice_order.order_id], invoice_order.issue_day, invoice_order.of_what);
  if answer.refusal is not null then
    raise exception using
      errcode = answer.refusal_code,
      message = answer.refusal;
  end if;
  return query
  select w.*
  from accounting.whole_invoice w
  where w.id = answer.id;
end
$$;

comment on function accounting.invoice_order(bigint, date, text) is
  'Returns the last invoice of one order with its lines, as accounting.invoice_orders() finds or issues it. '
  'Raises DJ404 for an unknown order and DJ409 for one that cannot be invoiced.';
