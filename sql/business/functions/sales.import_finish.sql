create or replace function sales.import_finish(import text)
returns table (
  orders bigint,
  returns bigint,
  sales_total numeric,
  returns_total numeric,
  net_total numeric,
  rejected bigint,
  "foreign" jsonb
)
language sql
stable
set jit = off
set enable_seqscan = off
as $$
  with booked as (
    select
      o.currency,
      sum(o.line_count) as lines,
      count(*) filter (where o.kind = 'order') as orders,
      count(*) filter (where o.kind = 'return') as returns,
      coalesce(sum(o.total) filter (where o.kind = 'order'), 0.00) as sales_total,
      coalesce(sum(o.total) filter (where o.kind = 'return'), 0.00) as returns_total,
      sum(o.total) as net_total
    from sales.import_order o
    where o.import = import_finish.import
      and o.refusal is null
    group by o.currency
  )
  select
    coalesce(sum(b.orders), 0)::bigint,
    coalesce(sum(b.returns), 0)::bigint,
    coalesce(sum(b.sales_total) filter (where b.currency is null), 0.00),
    coalesce(sum(b.returns_total) filter (where b.currency is null), 0.00),
    coalesce(sum(b.net_total) filter (where b.currency is null), 0.00),
    (select count(*) from sales.import_reject r where r.import = import_finish.import),
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

comment on function sales.import_finish(text) is
  'Returns how many orders and returns an import has booked, their totals in the shop''s own currency, how '
  'many lines it has rejected, and as a json array the counts and totals in each other currency.';
