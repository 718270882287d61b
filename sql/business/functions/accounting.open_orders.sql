create or replace function accounting.open_orders(
  after_id bigint,
  amount integer,
  of_what text default 'ordered'
)
returns setof bigint
language plpgsql
stable
-- One look for each order. The other plans begin each page with all invoices there are.
set jit = off
set plan_cache_mode = force_custom_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
begin
  -- Each inner query keeps the dear looks behind the cheap ones.
  if of_what = 'ordered' then
    return query
    select o.id
    from (
      select o.id, o.number, o.return_of
      from accounting.uninvoiced_order u
      join accounting.open_order o on o.id = u.order_id
      where u.order_id > after_id
      order by u.order_id
      offset 0
    ) o
    where o.return_of is null
      or exists (select from accounting.credit_lines(o.number, o.return_of))
    order by o.id
    limit amount;
  else
    return query
    select o.id
    from (
      select o.id, o.number, o.is_return, o.return_of
      from accounting.uninvoiced_order u
      join sales.order o on o.id = u.order_id
      where u.order_id > after_id
      order by u.order_id
      offset 0
    ) o
    where case
      when o.return_of is not null then exists (select from accounting.credit_lines(o.number, o.return_of))
      when o.is_return then true
      when exists (select from logistics.move m where m.order_number = o.number) then
        (select l.delivered from accounting.left_to_invoice(o.id) l) > 0
      else false
    end
    order by o.id
    limit amount;
  end if;
end
$$;

comment on function accounting.open_orders(bigint, integer, text) is
  'Returns the ids of the next `amount` orders and returns after an id, in their order, that '
  'accounting.invoice_orders() would invoice or credit: those of which nothing is invoiced, or, if `of_what` '
  'is delivered, those of which more is delivered than invoiced. Who invoices an order by its deliveries is '
  'not overtaken: the rest of it is not among the first. A null `amount` is all.';
