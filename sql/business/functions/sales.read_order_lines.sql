create or replace function sales.read_order_lines(lines jsonb, day date, currency text, return_of text)
returns sales.placed_line[]
language plpgsql
stable
as $$
declare
  -- What is taken back without naming its line is described by the first line of its product.
  firsts jsonb;
begin
  select jsonb_object_agg(o.product_code, o.line_number)
  into firsts
  from (
    select o.product_code, min(o.line_number) as line_number
    from sales.order_line o
    where o.order_number = read_order_lines.return_of
      and o.quantity > 0
    group by o.product_code
  ) o;

  return (
    select array_agg(
      (
        l.place,
        l.line ->> 'product',
        coalesce(nullif(l.line ->> 'description', ''), u.description),
        (l.line ->> 'quantity')::numeric,
        coalesce(
          (l.line ->> 'unitPrice')::numeric,
          case
            when read_order_lines.return_of is null then
              sales.price_of(
                l.line ->> 'product', read_order_lines.day, null, coalesce(read_order_lines.currency, s.currency))
            else u.unit_price
          end
        ),
        nullif(
          coalesce(
            (l.line ->> 'discount')::numeric, case when l.line ->> 'unitPrice' is null then u.discount end),
          0
        ),
        (l.line ->> 'undoesLine')::bigint
      )::sales.placed_line
      order by l.place
    )
    from jsonb_array_elements(read_order_lines.lines) with ordinality l (line, place)
    cross join sales.shop s
    -- A return gives back what was asked for.
    left join lateral (
      select o.description, o.unit_price, o.discount
      from sales.order_line o
      where o.order_number = read_order_lines.return_of
        and o.line_number = coalesce(l.line ->> 'undoesLine', firsts ->> (l.line ->> 'product'))::bigint
        and o.product_code = l.line ->> 'product'
      offset 0
    ) u on true
  );
end
$$;

comment on function sales.read_order_lines(jsonb, date, text, text) is
  'Returns the lines of a json array of objects of product, quantity and perhaps description, unitPrice and '
  'discount. A price that is not there is that of the price lists on the day, or in a return that of the '
  'line it undoes, with its discount; null if there is none. A line of a return may say which line that is: '
  'undoesLine.';
