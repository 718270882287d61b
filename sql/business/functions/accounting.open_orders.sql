create or replace function accounting.open_orders(after_id bigint, amount integer)
returns setof bigint
language sql
stable
-- One look for each order. The other plans begin each page with all invoices there are.
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
  select id
  from accounting.open_order
  where id > after_id
  order by id
  limit amount
$$;

comment on function accounting.open_orders(bigint, integer) is
  'Returns the ids of the next `amount` open orders after an id, in their order.';
