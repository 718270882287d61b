create or replace function accounting.draft_invoices(
  order_ids bigint[],
  are_returns boolean,
  issue_day date,
  of_what text,
  statuses text[]
)
returns accounting.draft_line[]
language plpgsql
stable
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_material = off
as $$
#variable_conflict use_column
declare
  rates record;
  due bigint[];
  numbers text[];
  parts integer[];
  categories text[];
  invoiced jsonb[];
  delivered jsonb[];
  drafts accounting.draft_line[];
begin
  select *
  into rates
  from accounting.seller_rates(issue_day);

  -- The category is that of the whole order: S where the classes of its products decide line by line.
  select
    array_agg(d.id order by d.id), array_agg(d.number order by d.id), array_agg(d.part order by d.id),
    array_agg(d.category order by d.id), array_agg(d.invoiced order by d.id), array_agg(d.delivered order by d.id)
  into due, numbers, parts, categories, invoiced, delivered
  from (
    select
      o.id,
      o.number,
      i.part + 1 as part,
      case
        when rates.seller is null then 'O'
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
        when i.part > 0 then (
          select jsonb_object_agg(l.line_number, l.quantity)
          from accounting.invoiced_lines(o.id) l
        )
      end as invoiced,
      case when of_what = 'delivered' and not are_returns then accounting.delivered_lines(o.number) end as delivered
    from sales.order o
    cross join lateral (
      select coalesce(max(i.part), 0) as part, coalesce(sum(i.total), 0) as total
      from accounting.invoice i
      where i.order_id = o.id
    ) i
    left join lateral accounting.buyer_of_order(
      o.customer, o.country, o.delivery_address, rates.seller, issue_day) b on true
    where o.id = any (order_ids)
      and o.is_return = are_returns
      and o.return_of is null
      and o.total <> i.total
      and (i.part = 0 or not are_returns)
      and o.status = any (statuses)
      and o.currency is null
  ) d
  -- Each is a document: one without lines would leave a number out.
  where case
    when d.delivered is not null then
      (select sum(l.amount) from accounting.due_lines(d.number, d.invoiced, d.delivered) l) > 0
    when d.invoiced is not null then
      exists (select from accounting.due_lines(d.number, d.invoiced, null))
    else true
  end;

  -- Nothing is sorted: the orders are, and the index has the lines of each in their order. The arguments of
  -- taxed_lines() are no subqueries, which would keep it from becoming a part of this one.
  select
    array_agg(
      (
        d.document, d.order_id, d.corrects, d.line_number, d.part, d.number, d.corrects_line, d.quantity,
        d.unit_price, d.discount, d.amount, d.tax_rate, d.tax_category, d.product_code, d.description
      )::accounting.draft_line
    )
  into drafts
  from (
    select o.document, o.id as order_id, o.part, null::bigint as corrects, null::integer as corrects_line, l.*
    from unnest(due, numbers, parts, categories, invoiced, delivered) with ordinality
      as o (id, number, part, category, invoiced, delivered, document)
    cross join lateral (
      select l.*, row_number() over (order by l.line_number) as number
      from accounting.taxed_lines(
        o.number, o.category, o.invoiced, o.delivered, rates.seller, rates.standard, rates.reduced) l
    ) l
    union all
    select
      coalesce(cardinality(due), 0) + dense_rank() over (order by o.id, c.invoice_id), o.id,
      dense_rank() over (partition by o.id order by c.invoice_id), c.invoice_id, c.corrects_line, c.line_number,
      c.quantity, c.unit_price, c.discount, c.amount, c.product_code, c.description, c.tax_category, c.tax_rate,
      row_number() over (partition by o.id, c.invoice_id order by c.line_number, c.corrects_line)
    from (
      select distinct on (o.return_of) o.id, o.number, o.return_of
      from sales.order o
      where o.id = any (order_ids)
        and are_returns
        and o.return_of is not null
        and o.total <> 0
        and o.status = any (statuses)
        and o.currency is null
        and not exists (select from accounting.invoice i where i.order_id = o.id)
        and exists (select from accounting.credit_lines(o.number, o.return_of))
      order by o.return_of, o.id
    ) o
    cross join lateral accounting.credit_lines(o.number, o.return_of) c
  ) d;
  return drafts;
end
$$;

comment on function accounting.draft_invoices(bigint[], boolean, date, text, text[]) is
  'Returns the lines of the invoices that these orders are due, or of the credit notes that the returns '
  'among them are, taxed by accounting.tax_category_of() and the rates of a day; a credit note as the '
  'invoice that it corrects. Of the returns that undo one order, the first alone has any: the next one sees '
  'what that has credited. Null if there are none. `of_what` is ordered or delivered; orders of other '
  'statuses than these are due nothing. Whoever issues the invoices has called accounting.lock_orders(), and '
  'issues none of lines of category S whose tax_rate is null, as the seller''s country has no rate on that '
  'day.';
