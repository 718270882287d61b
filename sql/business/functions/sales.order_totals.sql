create or replace function sales.order_totals()
returns table (
  lines bigint,
  orders bigint,
  returns bigint,
  sales_total numeric,
  returns_total numeric,
  net_total numeric,
  "foreign" jsonb
)
language sql
stable
as $$
  with booked as (
    select
      currency,
      sum(line_count) as lines,
      count(*) filter (where not is_return) as orders,
      count(*) filter (where is_return) as returns,
      coalesce(sum(total) filter (where not is_return), 0.00) as sales_total,
      coalesce(sum(total) filter (where is_return), 0.00) as returns_total,
      sum(total) as net_total
    from sales.order
    where status in ('confirmed', 'closed')
    group by currency
  )
  select
    coalesce(sum(b.lines) filter (where b.currency is null), 0)::bigint,
    coalesce(sum(b.orders) filter (where b.currency is null), 0)::bigint,
    coalesce(sum(b.returns) filter (where b.currency is null), 0)::bigint,
    coalesce(sum(b.sales_total) filter (where b.currency is null), 0.00),
    coalesce(sum(b.returns_total) filter (where b.currency is null), 0.00),
    coalesce(sum(b.net_total) filter (where b.currency is null), 0.00),
    coalesce(
      jsonb_agg(
        jsonb_build_object(
          'currency', b.currency,
          'lines', b.lines,
          'orders', b.orders,
          'returns', b.returns,
          'salesTotal', b.sales_total,
          'returnsTotal', b.returns_total,
          'netTotal', b.net_total
        )
        order by b.currency
      ) filter (where b.currency is not null),
      '[]'
    )
  from booked b
$$;

comment on function sales.order_totals() is
  'Returns how many lines, orders and returns are booked in the shop''s own currency, and their totals; '
  '`foreign` is a json array of the same for each other currency. Quotes and cancelled orders do not count.';
