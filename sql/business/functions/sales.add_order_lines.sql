create or replace function sales.add_order_lines(number text, lines sales.placed_line[])
returns void
language plpgsql
as $$
#variable_conflict use_column
begin
  insert into sales.order_line (
    line_number, order_number, product_code, quantity, unit_price, discount, amount, description,
    undoes_line
  )
  select
    place, add_order_lines.number, product, quantity, unit_price, discount,
    round(quantity * unit_price * (1 - coalesce(discount, 0)), 2), description, undoes_line
  from unnest(add_order_lines.lines);
end
$$;

comment on function sales.add_order_lines(text, sales.placed_line[]) is
  'Books the lines of an order that is booked with their count and total.';
