-- With the owner's rights: a login that takes orders need not see invoices and goods.
create or replace function sales.keep_orders()
returns trigger
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  refusal text;
  way_out text;
begin
  if (new.id, new.number, new.kind, new.created_at) is distinct from (old.id, old.number, old.kind, old.created_at)
    or (old.status <> 'quote' and (
      new.ordered_on, new.line_count, new.total, new.customer, new.country, new.currency, new.return_of,
      new.invoice_address, new.delivery_address
    ) is distinct from (
      old.ordered_on, old.line_count, old.total, old.customer, old.country, old.currency, old.return_of,
      old.invoice_address, old.delivery_address
    ))
  then
    raise exception using
      errcode = 'DJ409',
      message = 'booked rows of sales.order cannot be changed',
      detail = format('Order %s is %s.', old.number, old.status),
      hint = 'Undo an order with a return, and an invoice with a credit note.';
  end if;

  if new.status = old.status then
    return new;
  elsif (old.status, new.status) not in (
    ('quote', 'confirmed'), ('quote', 'cancelled'), ('confirmed', 'cancelled'), ('confirmed', 'closed'))
  then
    raise exception using
      errcode = 'DJ409',
      message = format('order %s is %s: it cannot become %s', old.number, old.status, new.status),
      hint = 'A quote is confirmed or cancelled, a confirmed order is cancelled or closed.';
  end if;

  if new.status = 'confirmed' and (new.line_count::bigint, new.total) is distinct from (
    select (count(*), sum(l.amount))
    from sales.order_line l
    where l.order_number = new.number
  ) then
    raise exception using
      errcode = '23514',
      message = format('the lines of order %s do not add up to its line count and total', new.number);
  end if;

  if old.status = 'confirmed' then
    select case
      when new.status = 'closed' and w.is_invoiced and w.is_due then 'is not invoiced as far as it is delivered'
      when new.status = 'closed' and w.is_invoiced then null
      when new.status = 'closed' and not w.is_shipped then 'is neither shipped nor invoiced'
      when new.status = 'closed' then 'is not invoiced'
      when w.is_shipped and w.is_invoiced then 'is shipped and invoiced'
      when w.is_shipped then 'is shipped'
      when w.is_invoiced and old.kind = 'return' then 'is credited'
      when w.is_invoiced then 'is invoiced'
    end, case
      when new.status = 'closed' and w.is_shipped then 'Invoice it first: a closed order is not invoiced any more.'
      when new.status = 'closed' then 'Cancel it.'
      when old.kind = 'return' then 'Place an order of the same goods instead, and invoice that.'
      when w.is_shipped and w.is_invoiced then
        'Return the lines that come back, which credits them; close the order to give up the rest.'
      when w.is_shipped then
        'Invoice it, then return the lines that come back, which credits them.'
      else 'Close the order, then return its lines: that credits its invoices, which are never deleted.'
    end
    into refusal, way_out
    from (
      select
        exists (select from logistics.move m where m.order_number = old.number) as is_shipped,
        (new.status = 'closed' and old.total = 0)
          or exists (select from accounting.invoice i where i.order_id = old.id) as is_invoiced,
        new.status = 'closed' and (select l.delivered from accounting.left_to_invoice(old.id) l) > 0 as is_due
    ) w;
    if refusal is not null then
      raise exception using
        errcode = 'DJ409',
        message = format(
          '%s %s %s: it cannot be %s', old.kind, old.number, refusal, new.status),
        hint = way_out;
    end if;
  end if;
  return new;
end
$$;

comment on function sales.keep_orders() is
  'Trigger: lets a quote change, be confirmed or cancelled, and a confirmed order be cancelled while it is '
  'neither shipped nor invoiced, or closed when it is invoiced as far as it is delivered, or free; all else '
  'is refused (DJ409).';

create or replace trigger keep_orders
before update on sales.order
for each row
execute function sales.keep_orders();

comment on trigger keep_orders on sales.order is 'Orders stay as they were confirmed.';
