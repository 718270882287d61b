create or replace function accounting.credit_lines(of_return text, undone text)
returns table (
  invoice_id bigint,
  corrects_line integer,
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
set jit = off
set enable_hashjoin = on
set enable_mergejoin = on
as $$
  with wanted as (
    select *
    from accounting.wanted_pieces(of_return)
  ),
  free as (
    select *
    from accounting.invoiced_pieces(undone)
  ),
  taken as (
    select
      w.line_number, f.invoice_id as id, f.line_number as corrects_line, w.sign * p.quantity as quantity, f.tax_category,
      f.tax_rate,
      w.sign * case
        when (w.unit_price, w.discount) = (f.unit_price, f.discount) then
          round((p.before + p.quantity) * w.unit_price * (1 - w.discount), 2)
          - round(p.before * w.unit_price * (1 - w.discount), 2)
        else round(p.quantity * w.unit_price * (1 - w.discount), 2)
      end as amount
    from wanted w
    join free f on f.order_line = w.undoes_line
    cross join lateral (
      select
        least(w.upto, f.upto) - greatest(w.upto - w.quantity, f.upto - f.quantity) as quantity,
        f.before + greatest(w.upto - w.quantity - f.upto + f.quantity, 0) as before
    ) p
    where p.quantity > 0
  ),
  -- What undoes no line, such as a fee, stands on the first of the credit notes, taxed as its product was.
  fees as (
    select coalesce((select min(t.id) from taken t), (select min(f.invoice_id) from free f)) as id
  ),
  taxes as materialized (
    select
      jsonb_object_agg(f.product_code, f.tax) as by_product,
      (array_agg(f.tax order by f.line_number))[1] as first
    from (
      select distinct on (f.product_code)
        f.product_code, f.line_number, jsonb_build_object('category', f.tax_category, 'rate', f.tax_rate) as tax
      from fees
      join free f on f.invoice_id = fees.id
      order by f.product_code, f.line_number
    ) f
  ),
  together as (
    select t.id, t.corrects_line, t.line_number, t.quantity, t.amount, t.tax_category, t.tax_rate
    from taken t
    union all
    select fees.id, null, l.line_number, l.quantity, l.amount, l.tax ->> 'category', (l.tax ->> 'rate')::numeric
    from fees
    cross join (
      select l.*, coalesce(x.by_product -> l.product_code, x.first) as tax
      from sales.order_line l
      cross join taxes x
      where l.order_number = of_return
        and l.undoes_line is null
    ) l
    where fees.id is not null
  )
  select
    t.id, t.corrects_line, t.line_number, t.quantity, l.unit_price, l.discount, t.amount, l.product_code,
    coalesce(l.description, p.name), t.tax_category, t.tax_rate
  from (
    select t.*, sum(t.amount) over (partition by t.id) as total
    from together t
  ) t
  cross join lateral (
    select *
    from sales.order_line l
    where l.order_number = of_return
      and l.line_number = t.line_number
    offset 0
  ) l
  join sales.product p on p.code = l.product_code
  where t.total <> 0
    and (select coalesce(sum(w.quantity), 0) from wanted w) = (select coalesce(sum(abs(t.quantity)), 0) from taken t)
$$;

comment on function accounting.credit_lines(text, text) is
  'Returns the lines of the credit notes of a return that undoes an order, one credit note for each invoice: '
  'each line with the line that it corrects, at its price, discount, category and rate, invoices from the '
  'first one on. No row while one of its lines is not invoiced as far as it comes back. A return of other '
  'prices is credited at these. A credit note of a total of 0 is left out.';
