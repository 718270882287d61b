create or replace function sales.order_totals()
returns table (
  lines bigint,
  orders bigint,
  returns bigint,
  sales_total numeric,
  returns_total numeric,
  net_total numeric
)
language sql
stable
as $$
  select
    coalesce(sum(line_count), 0),
    count(*) filter (where not is_return),
    count(*) filter (where is_return),
    coalesce(sum(total) filter (where not is_return), 0.00),
    coalesce(sum(total) filter (where is_return), 0.00),
    coalesce(sum(total), 0.00)
  from sales.order
$$;

comment on function sales.order_totals() is
  'Returns how many lines, orders and returns are booked, and their totals.';
