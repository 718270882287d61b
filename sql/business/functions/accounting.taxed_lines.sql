create or replace function accounting.taxed_lines(
  of_order text,
  category text,
  invoiced jsonb,
  delivered jsonb,
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
      when l.tax_category = 'S' then case l.tax_class when 'reduced' then reduced else standard end
      when l.tax_category <> 'O' then 0
    end
  from (
    select
      l.line_number, l.quantity, l.unit_price, l.discount, l.amount, l.product_code, p.tax_class,
      coalesce(l.description, p.name) as description,
      case
        when taxed_lines.category = 'S' then accounting.tax_category_of(p.tax_class, seller, seller)
        else taxed_lines.category
      end as tax_category
    from accounting.due_lines(of_order, invoiced, delivered) l
    join sales.product p on p.code = l.product_code
  ) l
$$;

comment on function accounting.taxed_lines(text, text, jsonb, jsonb, text, numeric, numeric) is
  'Returns the lines of an order as its next invoice has them, with category and rate of tax: see '
  'accounting.due_lines(). `category` is that of the order; if it is S, the classes of the products decide, '
  'and the two rates of the seller''s country.';
