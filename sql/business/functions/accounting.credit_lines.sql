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
    select
      l.line_number, l.undoes_line, abs(l.quantity) as quantity, sign(l.quantity) as sign, l.unit_price,
      coalesce(l.discount, 0) as discount,
      sum(abs(l.quantity)) over (partition by l.undoes_line order by l.line_number) as upto
    from sales.order_line l
    where l.order_number = of_return
      and l.undoes_line is not null
  ),
  issued as (
    select
      i.id, i.part, l.line_number, abs(l.quantity) as quantity, l.unit_price, coalesce(l.discount, 0) as discount,
      l.product_code, l.tax_category, l.tax_rate, coalesce(l.order_line, n.line_number) as order_line
    from sales.order u
    join accounting.invoice i on i.order_id = u.id
    join accounting.invoice_line l on l.invoice_id = i.id
    left join lateral (
      select o.line_number, row_number() over (order by o.line_number) as place
      from sales.order_line o
      where o.order_number = undone
    ) n on l.order_line is null and n.place = l.line_number
    where u.number = undone
  ),
  credited as (
    select c.corrects, l.corrects_line, abs(sum(l.quantity)) as quantity
    from accounting.invoice c
    join accounting.invoice_line l on l.invoice_id = c.id
    where c.corrects in (select s.id from issued s)
      and l.corrects_line is not null
    group by c.corrects, l.corrects_line
  ),
  -- Each line of the order is a row of pieces, from 0 to what was ordered: an invoice has some that follow
  -- each other, and credit notes take them back from the first one on.
  free as (
    select
      s.id, s.line_number, s.order_line, s.unit_price, s.discount, s.tax_category, s.tax_rate,
      s.quantity - coalesce(c.quantity, 0) as quantity,
      sum(s.quantity) over w - s.quantity + coalesce(c.quantity, 0) as before,
      sum(s.quantity - coalesce(c.quantity, 0)) over w as upto
    from issued s
    left join credited c on c.corrects = s.id and c.corrects_line = s.line_number
    window w as (partition by s.order_line order by s.part)
  ),
  taken as (
    select
      w.line_number, f.id, f.line_number as corrects_line, w.sign * p.quantity as quantity, f.tax_category,
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
  other as (
    select l.line_number, f.id, l.quantity, l.amount, l.product_code
    from sales.order_line l
    cross join (
      select coalesce((select min(t.id) from taken t), (select min(s.id) from issued s)) as id
    ) f
    where l.order_number = of_return
      and l.undoes_line is null
      and f.id is not null
  ),
  together as (
    select t.id, t.corrects_line, t.line_number, t.quantity, t.amount, t.tax_category, t.tax_rate
    from taken t
    union all
    select o.id, null, o.line_number, o.quantity, o.amount, s.tax_category, s.tax_rate
    from other o
    cross join lateral (
      select s.tax_category, s.tax_rate
      from issued s
      where s.id = o.id
      order by s.product_code = o.product_code desc, s.line_number
      limit 1
    ) s
  )
  select
    t.id, t.corrects_line, t.line_number, t.quantity, l.unit_price, l.discount, t.amount, l.product_code,
    coalesce(l.description, p.name), t.tax_category, t.tax_rate
  from (
    select t.*, sum(t.amount) over (partition by t.id) as total
    from together t
  ) t
  join sales.order_line l on l.order_number = of_return and l.line_number = t.line_number
  join sales.product p on p.code = l.product_code
  where t.total <> 0
    and (select coalesce(sum(w.quantity), 0) from wanted w) = (select coalesce(sum(abs(t.quantity)), 0) from taken t)
$$;

comment on function accounting.credit_lines(text, text) is
  'Returns the lines of the credit notes of a return that undoes an order, one credit note for each invoice: each '
  'line with the line that it corrects, at its price, discount, category and rate, invoices from the first one on. '
  'No row while one of its lines is not invoiced as far as it comes back. A return of other prices is credited at '
  'these. A credit note of a total of 0 is left out.';
