create or replace function accounting.taxed_lines(
  of_order text,
  category text,
  taxes jsonb,
  seller text,
  standard numeric,
  reduced numeric
)
returns table (
  line_number bigint,
  quantity numeric,
  unit_price numeric,
  discount numeric,
  amount numeric,
  product_code text,
  description text,
  tax_category text,
  tax_rate numeric
)
language sql
stable
as $$
  select
    l.line_number,
    l.quantity,
    l.unit_price,
    l.discount,
    l.amount,
    l.product_code,
    l.description,
    l.tax_category,
    case
      when l.undone is not null then (l.undone ->> 1)::numeric
      when l.tax_category = 'S' then case l.tax_class when 'reduced' then reduced else standard end
      when l.tax_category <> 'O' then 0
    end
  from (
    select
      l.line_number, l.quantity, l.unit_price, l.discount, l.amount, l.product_code, p.tax_class, u.undone,
      coalesce(l.description, p.name) as description,
      case
        when u.undone is not null then u.undone ->> 0
        when taxed_lines.category = 'S' then accounting.tax_category_of(p.tax_class, seller, seller)
        else taxed_lines.category
      end as tax_category
    from sales.order_line l
    join sales.product p on p.code = l.product_code
    cross join lateral (
      select coalesce(taxes -> l.product_code, taxes -> '') as undone
    ) u
    where l.order_number = of_order
  ) l
$$;

comment on function accounting.taxed_lines(text, text, jsonb, text, numeric, numeric) is
  'Returns the lines of an order as its invoice has them, with category and rate of tax. `category` is that of the '
  'order; if it is S, the classes of the products decide, and the two rates of the seller''s country. For a credit note '
  'it is null, and `taxes` are what the invoice has that it corrects: an object of pairs of category and rate by the '
  'codes of the products; the one named "" is that of any other product.';
