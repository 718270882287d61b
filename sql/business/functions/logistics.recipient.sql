create or replace function logistics.recipient(order_id bigint)
returns table (name text, address jsonb)
language sql
stable
as $$
  select
    c.name,
    accounting.with_country(
      coalesce(o.delivery_address, c.delivery_address, o.invoice_address, c.invoice_address),
      coalesce(m.country, c.country_code))
  from sales.order o
  left join sales.whole_customer c on c.code = o.customer
  left join sales.country_name m on m.name = lower(o.country)
  where o.id = order_id
$$;

comment on function logistics.recipient(bigint) is
  'Returns to whom the goods of an order go: the customer''s name, and the address of delivery, or else that '
  'of the invoice.';
