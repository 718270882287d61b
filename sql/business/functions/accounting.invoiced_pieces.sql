-- A function of its own, as it is not inlined: to the planner it has 1,000 rows, whatever statistics say.
create or replace function accounting.invoiced_pieces(of_order text)
returns table (
  invoice_id bigint,
  line_number integer,
  order_line bigint,
  unit_price numeric,
  discount numeric,
  product_code text,
  tax_category text,
  tax_rate numeric,
  quantity numeric,
  before numeric,
  upto numeric
)
language sql
stable
rows 1000
set jit = off
as $$
  with issued as (
    select
      i.id, i.part, l.line_number, abs(l.quantity) as quantity, l.unit_price, coalesce(l.discount, 0) as discount,
      l.product_code, l.tax_category, l.tax_rate,
      coalesce(
        l.order_line,
        -- Old invoices, which do not name the lines of the order, have all of them. They alone read this
        -- list, once.
        (
          (
            select array_agg(o.line_number order by o.line_number)
            from sales.order_line o
            where o.order_number = of_order
          )
        )[l.line_number]
      ) as order_line
    from sales.order u
    join accounting.invoice i on i.order_id = u.id
    join accounting.invoice_line l on l.invoice_id = i.id
    where u.number = of_order
  ),
  -- An object by invoice and line: a join might look at all of them for each line.
  credited as materialized (
    select jsonb_object_agg(format('%s.%s', c.corrects, c.corrects_line), c.quantity) as quantities
    from (
      select c.corrects, l.corrects_line, abs(sum(l.quantity)) as quantity
      from accounting.invoice c
      join accounting.invoice_line l on l.invoice_id = c.id
      where c.corrects = any (array(
          select i.id
          from sales.order u
          join accounting.invoice i on i.order_id = u.id
          where u.number = of_order
        ))
        and l.corrects_line is not null
      group by c.corrects, l.corrects_line
    ) c
  ),
  free as materialized (
    select
      s.*, s.quantity as issued,
      s.quantity - coalesce((c.quantities ->> format('%s.%s', s.id, s.line_number))::numeric, 0) as remaining
    from issued s
    cross join credited c
  )
  select
    f.id,
    f.line_number,
    f.order_line,
    f.unit_price,
    f.discount,
    f.product_code,
    f.tax_category,
    f.tax_rate,
    f.remaining,
    sum(f.issued) over w - f.remaining,
    sum(f.remaining) over w
  from free f
  window w as (partition by f.order_line order by f.part)
$$;

comment on function accounting.invoiced_pieces(text) is
  'Returns the lines of an order''s invoices, as pieces of the order''s lines: each line of the order is a '
  'row of pieces, from 0 to what was ordered. An invoice has some that follow each other, and credit notes '
  'take them back from the first one on. `quantity` is what is not credited yet, and begins behind the piece '
  '`before` of the line; `upto` counts these pieces alone.';
