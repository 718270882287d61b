-- In PL/pgSQL, which keeps its plan, as other functions call it for each of many orders.
create or replace function accounting.left_to_invoice(of_order bigint)
returns table (ordered numeric, delivered numeric)
language plpgsql
stable
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
  number text;
  invoiced jsonb;
  shipped jsonb;
begin
  select o.number
  into number
  from sales.order o
  where o.id = of_order
    and o.status = 'confirmed'
    and not o.is_return
    and o.currency is null;

  select jsonb_object_agg(l.line_number, l.quantity)
  into invoiced
  from accounting.invoiced_lines(of_order) l;
  shipped := accounting.delivered_lines(number);

  return query
  select
    (select coalesce(sum(l.amount), 0.00) from accounting.due_lines(number, invoiced, null) l),
    (select greatest(coalesce(sum(l.amount), 0), 0.00) from accounting.due_lines(number, invoiced, shipped) l);
end
$$;

comment on function accounting.left_to_invoice(bigint) is
  'Returns how much of an order is left to invoice, of all that is ordered and of what is delivered: 0 for '
  'what is not invoiced, such as a return, a quote or an order in a foreign currency.';
