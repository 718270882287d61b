create or replace function accounting.due_lines(of_order text, invoiced jsonb, delivered jsonb)
returns table (
  line_number bigint,
  quantity numeric,
  unit_price numeric,
  discount numeric,
  amount numeric,
  product_code text,
  description text
)
language sql
stable
as $$
  select
    l.line_number,
    d.upto - d.before,
    l.unit_price,
    l.discount,
    case
      when d.before = 0 and d.upto = l.quantity then l.amount
      else
        round(d.upto * l.unit_price * (1 - coalesce(l.discount, 0)), 2)
        - round(d.before * l.unit_price * (1 - coalesce(l.discount, 0)), 2)
    end,
    l.product_code,
    l.description
  from sales.order_line l
  cross join lateral (
    select coalesce((invoiced ->> l.line_number::text)::numeric, 0) as before
  ) b
  cross join lateral (
    select
      b.before,
      case
        when delivered is null or l.quantity < 0 or l.unit_price < 0 then l.quantity
        else greatest(b.before, least(l.quantity, coalesce((delivered ->> l.line_number::text)::numeric, 0)))
      end as upto
  ) d
  where l.order_number = of_order
    and d.upto <> d.before
$$;

comment on function accounting.due_lines(text, jsonb, jsonb) is
  'Returns what is to be invoiced of the lines of an order, beyond `invoiced`, an object of quantities by '
  'the lines'' numbers: all that is ordered if `delivered` is null, or else what is delivered, and whatever '
  'takes off the total, so that no later invoice is negative. The amount of the pieces from a to b of a line '
  'is that of b of them less that of a of them: so all parts add up to the line to the cent.';
