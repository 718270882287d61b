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
  due bigint[];
begin
  -- The locks make a second call wait for the first and then find its invoices. All calls take them in one
  -- order, so that none waits for another that waits for it.
  perform
  from sales.order o
  where o.id = any (order_ids)
  order by o.id
  for no key update;

  due := array(
    select o.id
    from sales.order o
    where o.id = any (order_ids)
      and o.total <> 0
      and not exists (select from accounting.invoice i where i.order_id = o.id)
  );

  if due <> '{}' then
    -- From here to the commit nobody else gets a number of these series. They, too, are locked in one order.
    perform
    from accounting.number_series s
    where s.kind in (
      select case when o.is_return then 'credit-note' else 'invoice' end
      from sales.order o
      where o.id = any (due)
    )
    order by s.kind
    for no key update;

    with issuing as materialized (
      select
        o.*,
        case when o.is_return then 'credit-note' else 'invoice' end as series,
        row_number() over (partition by o.is_return order by o.id) as place
      from sales.order o
      where o.id = any (due)
    ), drawn as (
      update accounting.number_series s
      set last_number = s.last_number + asked.amount
      from (
        select series, count(*) as amount
        from issuing
        group by series
      ) asked
      where s.kind = asked.series
      returning s.kind, s.last_number - asked.amount as before
    )
    insert into accounting.invoice (
      number, order_id, issued_on, line_count, total, kind, order_number, customer, country
    )
    select
      d.before + o.place, o.id, issue_day, o.line_count, o.total, d.kind, o.number, o.customer, o.country
    from issuing o
    join drawn d on d.kind = o.series;

    insert into accounting.invoice_line (
      invoice_id, line_number, quantity, unit_price, amount, product_code, description
    )
    select
      i.id,
      row_number() over (partition by i.id order by l.line_number),
      l.quantity,
      l.unit_price,
      l.amount,
      l.product_code,
      coalesce(l.description, p.name)
    from accounting.invoice i
    join sales.order_line l on l.order_number = i.order_number
    join sales.product p on p.code = l.product_code
    where i.order_id = any (due);
  end if;

  return query
  select
    case
      when o.id is null then 'DJ404'
      when i.id is null then 'DJ409'
    end,
    case
      when o.id is null then format('there is no order with the id %s', asked.id)
      when i.id is null then format('order %s cannot be invoiced: its total is 0', o.number)
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
  'an invoice it returns a refusal with its code: DJ404 for an unknown order, DJ409 for a total of 0.';
