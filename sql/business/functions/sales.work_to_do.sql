create or replace function sales.work_to_do(today date, most integer default 1000)
returns table (to_ship bigint, to_invoice bigint, overdue bigint, out_of_stock bigint)
language plpgsql
stable
set jit = off
set plan_cache_mode = force_custom_plan
-- Each count follows an index and stops. The other plans begin with whole tables.
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set max_parallel_workers_per_gather = 0
as $$
begin
  return query
  select
    (select count(*) from (select from logistics.open_order limit most + 1) o),
    (
      select count(*)
      from (
        select
        from accounting.open_orders(
          (select coalesce(max(o.id), 0) - 5 * most from sales.order o), most + 1)
        union all
        select
        from accounting.uninvoiced_order u
        join accounting.part_order p on p.id = u.order_id
        where u.order_id > (select coalesce(max(o.id), 0) - 5 * most from sales.order o)
          and case
            when p.invoiced <> p.total then (select l.delivered from accounting.left_to_invoice(p.id) l) > 0
          end
        limit most + 1
      ) o
    ),
    (
      select count(*)
      from (
        select
        from accounting.open_item
        where open <> 0
          and amount > 0
          and due_on < today
        limit most + 1
      ) i
    ),
    (
      select count(*)
      from (
        select
        from (select quantity, reserved from logistics.on_hand limit 50 * most) h
        where quantity = reserved
        limit most + 1
      ) h
    );
end
$$;

comment on function sales.work_to_do(date, integer) is
  'Returns how many orders are to be shipped, orders are to be invoiced (nothing of them is, or more is '
  'delivered than invoiced), invoices are overdue, and products have nothing free in a warehouse. No count '
  'takes long: each stops above `most`, that of the orders to invoice looks at the last orders, five times '
  'as many, and that of the products at fifty times as many.';
