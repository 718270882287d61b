create or replace function sales.import_gather(import text, part integer)
returns void
language sql
set jit = off
set enable_seqscan = off
as $$
  with gathered as (
    delete from sales.import_line l
    using sales.import_order o
    where o.import = import_gather.import
      and o.last_part = import_gather.part
      and o.first_part < o.last_part
      and o.refusal is null
      and l.import = o.import
      and l.order_number = o.number
    returning l.*
  )
  insert into sales.order_line (
    line_number, quantity, unit_price, discount, amount, order_number, product_code, description
  )
  select
    line_number, quantity, unit_price, discount, round(quantity * unit_price * (1 - coalesce(discount, 0)), 2),
    order_number, product_code, description
  from gathered
$$;

comment on function sales.import_gather(text, integer) is
  'Books the lines of orders that lie in several parts of a file and end in this one.';
