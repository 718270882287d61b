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
  line_count integer
)
language plpgsql
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
  are_returns boolean;
  due bigint[];
begin
  -- The locks make a second call wait for the first and then find its invoices. All calls take them in one
  -- order, so that none waits for another that waits for it.
  perform
  from sales.order o
  where o.id = any (order_ids)
  order by o.id
  for no key update;

  -- A credit note names the invoice of the order that its return undoes, which may be issued here as well.
  foreach are_returns in array array[false, true] loop
    due := array(
      select o.id
      from sales.order o
      where o.id = any (order_ids)
        and o.is_return = are_returns
        and o.total <> 0
        and o.status = 'confirmed'
        and o.currency is null
        and not exists (select from accounting.invoice i where i.order_id = o.id)
        and (
          o.return_of is null
          or exists (
            select
            from sales.order u
            join accounting.invoice i on i.order_id = u.id
            where u.number = o.return_of
          )
        )
    );
    continue when due = '{}';

    -- From here to the commit nobody else gets a number of this series. Both are locked in one order.
    with issuing as materialized (
      select
        o.*,
        row_number() over (order by o.id) as place,
        case
          when o.return_of is not null then (
            select max(i.id)
            from sales.order u
            join accounting.invoice i on i.order_id = u.id
            where u.number = o.return_of
          )
        end as corrects
      from sales.order o
      where o.id = any (due)
    ), drawn as (
      update accounting.number_series s
      set last_number = s.last_number + cardinality(due)
      where s.kind = case when are_returns then 'credit-note' else 'invoice' end
      returning s.kind, s.last_number - cardinality(due) as before
    )
    insert into accounting.invoice (
      number, order_id, issued_on, line_count, total, kind, order_number, customer, country, corrects
    )
    select
      d.before + o.place, o.id, issue_day, o.line_count, o.total, d.kind, o.number, o.customer, o.country,
      o.corrects
    from issuing o
    cross join drawn d;

    insert into accounting.invoice_line (
      invoice_id, line_number, quantity, unit_price, discount, amount, product_code, description
    )
    select
      i.id,
      row_number() over (partition by i.id order by l.line_number),
      l.quantity,
      l.unit_price,
      l.discount,
      l.amount,
      l.product_code,
      coalesce(l.description, p.name)
    from accounting.invoice i
    join sales.order_line l on l.order_number = i.order_number
    join sales.product p on p.code = l.product_code
    where i.order_id = any (due);
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
    i.total, i.line_count
  from unnest(order_ids) with ordinality as asked (id, place)
  left join sales.order o on o.id = asked.id
  left join accounting.invoice i on i.order_id = o.id
  order by asked.place;
end
$$;

comment on function accounting.invoice_orders(bigint[], date) is
  'Returns, for each order in the order asked, its invoice, or its credit note if it is a return: the one '
  'that exists, or a new one with the next number of its series and a frozen copy of the lines. In place of '
  'an invoice it returns a refusal with its code: DJ404 for an unknown order, DJ409 for one that is not confirmed, in '
  'a foreign currency, of a total of 0, or undoes an order that has no invoice.';
