create or replace function sales.import_finish(import text)
returns table (
  orders bigint,
  returns bigint,
  sales_total numeric,
  returns_total numeric,
  net_total numeric,
  rejected bigint
)
language sql
stable
set jit = off
set enable_seqscan = off
as $$
  select
    count(*) filter (where o.kind = 'order'),
    count(*) filter (where o.kind = 'return'),
    coalesce(sum(o.total) filter (where o.kind = 'order'), 0.00),
    coalesce(sum(o.total) filter (where o.kind = 'return'), 0.00),
    coalesce(sum(o.total), 0.00),
    (select count(*) from sales.import_reject r where r.import = import_finish.import)
  from sales.import_order o
  where o.import = import_finish.import
    and o.refusal is null
$$;

comment on function sales.import_finish(text) is
  'Returns how many orders and returns an import has booked, their totals, and how many lines it has '
  'rejected.';
