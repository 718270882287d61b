create or replace function accounting.invoice_orders(order_ids bigint[], issue_day date)
returns table (
  refusal_code text,
  refusal text,
  id bigint,
  kind text,
  number bigint,
  order_id bigint,
  order_number text,
  issued_at timestamptz,
  issued_on date,
  customer text,
  country text,
  total numeric,
  tax numeric,
  gross numeric,
  line_count integer
)
language plpgsql
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_material = off
as $$
#variable_conflict use_column
declare
  are_returns boolean;
  rates record;
  due bigint[];
  categories text[];
  corrected bigint[];
  undone_taxes jsonb[];
begin
  -- The locks make a second call wait for the first and then find its invoices. All calls take them in one
  -- order, so that none waits for another that waits for it.
  perform
  from sales.order o
  where o.id = any (order_ids)
  order by o.id
  for no key update;

  select *
  into rates
  from accounting.seller_rates(issue_day);

  -- A credit note names the invoice of the order that its return undoes, which may be issued here as well.
  foreach are_returns in array array[false, true] loop
    -- The category is that of the whole order: S where the classes of its products decide line by line, null
    -- where the invoice does that is corrected.
    select array_agg(d.id), array_agg(d.category), array_agg(d.corrects), array_agg(d.taxes)
    into due, categories, corrected, undone_taxes
    from (
      select
        o.id,
        u.id as corrects,
        case
          when u.tax is not null then null
          when u.id is not null or rates.seller is null then 'O'
          else accounting.tax_category_of(
            null, rates.seller, b.country, rates.is_in_eu, b.is_in_eu, b.is_taxable,
            exists (
              select
              from sales.order_line l
              join logistics.on_hand h on h.product_code = l.product_code
              where l.order_number = o.number
            )
          )
        end as category,
        case
          when u.tax is not null then (
            select jsonb_object_agg(k.key, jsonb_build_array(l.tax_category, l.tax_rate))
            from accounting.invoice_line l
            cross join lateral (values (l.product_code), (case l.line_number when 1 then '' end)) k (key)
            where l.invoice_id = u.id
              and k.key is not null
          )
        end as taxes
      from sales.order o
      left join lateral (
        select max(i.id) as id, max(i.tax) as tax
        from sales.order u
        join accounting.invoice i on i.order_id = u.id
        where u.number = o.return_of
      ) u on true
      left join lateral accounting.buyer_of_order(
        o.customer, o.country, o.delivery_address, rates.seller, issue_day) b on true
      where o.id = any (order_ids)
        and o.is_return = are_returns
        and o.total <> 0
        and o.status = 'confirmed'
        and o.currency is null
        and not exists (select from accounting.invoice i where i.order_id = o.id)
        and (o.return_of is null or u.id is not null)
      order by o.id
    ) d;
    continue when due is null;
    if 'S' = any (categories) and rates.standard is null then
      raise exception using
        errcode = 'DJ409',
        message = format('there is no standard rate of tax in %s on %s', rates.seller, issue_day),
        hint = 'Set it with accounting.set-tax-rate.';
    end if;

    -- From here to the commit nobody else gets a number of this series. Both are locked in one order.
    with issuing as materialized (
      select o.*, d.place, d.corrects, t.tax
      from unnest(due, categories, corrected, undone_taxes)
        with ordinality as d (id, category, corrects, taxes, place)
      join sales.order o on o.id = d.id
      left join lateral (
        select sum(g.tax) as tax
        from (
          select round(sum(l.amount) * l.tax_rate, 2) as tax
          from accounting.taxed_lines(
            o.number, d.category, d.taxes, rates.seller, rates.standard, rates.reduced) l
          where d.category is distinct from 'O'
          group by l.tax_category, l.tax_rate
        ) g
      ) t on true
    ), drawn as (
      update accounting.number_series s
      set last_number = s.last_number + cardinality(due)
      where s.kind = case when are_returns then 'credit-note' else 'invoice' end
      returning s.kind, s.last_number - cardinality(due) as before
    )
    insert into accounting.invoice (
      number, order_id, issued_on, line_count, total, tax, kind, order_number, customer, country, corrects
    )
    select
      d.before + o.place, o.id, issue_day, o.line_count, o.total, o.tax, d.kind, o.number, o.customer, o.country,
      o.corrects
    from issuing o
    cross join drawn d;

    insert into accounting.invoice_line (
      invoice_id, line_number, quantity, unit_price, discount, amount, product_code, description, tax_category,
      tax_rate
    )
    select
      i.id,
      row_number() over (partition by i.id order by l.line_number),
      l.quantity,
      l.unit_price,
      l.discount,
      l.amount,
      l.product_code,
      l.description,
      l.tax_category,
      l.tax_rate
    from unnest(due, categories, undone_taxes) as d (id, category, taxes)
    join accounting.invoice i on i.order_id = d.id
    cross join lateral accounting.taxed_lines(
      i.order_number, d.category, d.taxes, rates.seller, rates.standard, rates.reduced) l;
  end loop;

  return query
  select
    case
      when o.id is null then 'DJ404'
      when i.id is null then 'DJ409'
    end,
    case
      when o.id is null then format('there is no order with the id %s', asked.id)
      when i.id is not null then null
      when o.status = 'quote' then format('order %s cannot be invoiced: it is a quote; confirm it first', o.number)
      when o.status <> 'confirmed' then format('order %s cannot be invoiced: it is %s', o.number, o.status)
      when o.currency is not null then
        format('order %s cannot be invoiced: it is in %s, and the books are not', o.number, o.currency)
      when o.total = 0 then format('order %s cannot be invoiced: its total is 0', o.number)
      else format('return %s cannot be credited before order %s, which it undoes, is invoiced', o.number, o.return_of)
    end,
    i.id, i.kind, i.number, i.order_id, i.order_number, i.issued_at, i.issued_on, i.customer, i.country,
    i.total, i.tax, i.total + coalesce(i.tax, 0), i.line_count
  from unnest(order_ids) with ordinality as asked (id, place)
  left join sales.order o on o.id = asked.id
  left join accounting.invoice i on i.order_id = o.id
  order by asked.place;
end
$$;

comment on function accounting.invoice_orders(bigint[], date) is
  'Returns, for each order in the order asked, its invoice, or its credit note if it is a return: the one '
  'that exists, or a new one with the next number of its series and a frozen copy of the lines, taxed by '
  'accounting.tax_category_of() and the rates of its day; a credit note as the invoice that it corrects. In place of '
  'an invoice it returns a refusal with its code: DJ404 for an unknown order, DJ409 for one that is not confirmed, in '
  'a foreign currency, of a total of 0, or undoes an order that has no invoice. Raises DJ409 if the seller''s country '
  'has no rate of tax on that day.';
