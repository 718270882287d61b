create or replace function sales.change_order(order_id bigint, fields jsonb)
returns setof sales.whole_order
language plpgsql
as $$
#variable_conflict use_column
declare
  booked sales.order := sales.lock_order(change_order.order_id);
  new_lines sales.placed_line[];
  refusal text;
begin
  if booked.status <> 'quote' then
    raise exception using
      errcode = 'DJ409',
      message = format('order %s is %s: only a quote can be changed', booked.number, booked.status),
      hint = 'Cancel the order and place another one, or undo it with a return.';
  end if;

  if fields ? 'customer' then booked.customer := fields ->> 'customer'; end if;
  if fields ? 'country' then booked.country := fields ->> 'country'; end if;
  if fields ? 'orderedOn' then booked.ordered_on := (fields ->> 'orderedOn')::date; end if;
  if fields ? 'currency' then booked.currency := sales.plain_currency(fields ->> 'currency'); end if;
  if fields ? 'invoiceAddress' then
    booked.invoice_address := sales.plain_address(nullif(fields -> 'invoiceAddress', 'null'));
  end if;
  if fields ? 'deliveryAddress' then
    booked.delivery_address := sales.plain_address(nullif(fields -> 'deliveryAddress', 'null'));
  end if;
  if fields ? 'lines' then
    new_lines := sales.read_order_lines(fields -> 'lines', booked.ordered_on, booked.currency, null);
  end if;

  refusal := coalesce(
    sales.address_refusal(booked.customer, booked.country),
    sales.day_refusal(booked.ordered_on, 'orderedOn'),
    sales.address_fault(booked.invoice_address, 'invoiceAddress'),
    sales.address_fault(booked.delivery_address, 'deliveryAddress'),
    case
      when booked.ordered_on is null then 'orderedOn: is missing'
      when fields ? 'currency' and not fields ? 'lines' then
        'currency: give the lines as well, with their prices in that currency'
    end,
    case when fields ? 'lines' then sales.order_refusal(booked.number, booked.kind, new_lines, booked.ordered_on) end
  );
  if refusal is not null then
    raise exception using
      errcode = 'DJ400',
      message = refusal,
      hint = 'Correct the quote and change it again.';
  end if;

  perform sales.add_order_codes(new_lines, booked.customer, booked.country);
  if fields ? 'lines' then
    select count(*), sum(round(quantity * unit_price * (1 - coalesce(discount, 0)), 2))
    into booked.line_count, booked.total
    from unnest(new_lines);
    delete from sales.order_line
    where order_number = booked.number;
  end if;
  update sales.order
  set
    customer = booked.customer,
    country = booked.country,
    ordered_on = booked.ordered_on,
    currency = booked.currency,
    invoice_address = booked.invoice_address,
    delivery_address = booked.delivery_address,
    line_count = booked.line_count,
    total = booked.total
  where id = booked.id;
  perform sales.add_order_lines(booked.number, new_lines);

  return query
  select w.*
  from sales.whole_order w
  where w.id = booked.id;
end
$$;

comment on function sales.change_order(bigint, jsonb) is
  'Changes a quote and returns it. `fields` is a json object of customer, country, orderedOn, currency, '
  'invoiceAddress, deliveryAddress and lines, which replace all lines. A field that is not there stays as it '
  'is, one that is null is emptied. Raises DJ400 for what cannot be an order, DJ404 if there is no such '
  'order, and DJ409 for one that is no quote.';
