create or replace function sales.import_finish()
returns table (orders bigint, returns bigint, sales_total numeric, returns_total numeric, net_total numeric)
language plpgsql
set jit = off
set enable_seqscan = off
as $$
begin
  return query
  select
    count(*) filter (where not o.is_return),
    count(*) filter (where o.is_return),
    coalesce(sum(o.total) filter (where not o.is_return), 0.00),
    coalesce(sum(o.total) filter (where o.is_return), 0.00),
    coalesce(sum(o.total), 0.00)
  from pg_temp.order_import_order ours
  cross join lateral (
    select o.is_return, o.total
    from sales.order o
    where o.number = ours.number
    limit 1
  ) o;
end
$$;

comment on function sales.import_finish() is
  'What this transaction''s import has booked: how many orders and returns, and their totals.';
