create or replace function sales.place_order(
  number text,
  customer text,
  country text,
  ordered_on date,
  lines jsonb,
  key text default null,
  kind text default null,
  status text default null,
  currency text default null,
  return_of text default null,
  invoice_address jsonb default null,
  delivery_address jsonb default null
)
returns setof sales.whole_order
language plpgsql
as $$
#variable_conflict use_column
declare
  new_number text;
  new_kind text;
  new_status text := coalesce(place_order.status, 'confirmed');
  new_currency text := sales.plain_currency(place_order.currency);
  new_customer text := place_order.customer;
  new_country text := place_order.country;
  new_invoice_address jsonb := sales.plain_address(place_order.invoice_address);
  new_delivery_address jsonb := sales.plain_address(place_order.delivery_address);
  new_lines sales.placed_line[];
  undone sales.order;
  refusal text;
  taken text;
  earlier text;
begin
  earlier := sales.claim_key(
    place_order.key,
    jsonb_build_array(
      place_order.number, place_order.customer, place_order.country, place_order.ordered_on, place_order.lines)
      || case when place_order.kind is null then '[]' else jsonb_build_array(place_order.kind) end
      || case
        when num_nonnulls(
          place_order.status, place_order.currency, place_order.return_of, place_order.invoice_address,
          place_order.delivery_address) = 0
        then '[]'
        else jsonb_build_array(
          place_order.status, place_order.currency, place_order.return_of, place_order.invoice_address,
          place_order.delivery_address)
      end
  );
  if earlier is not null then
    return query
    select w.*
    from sales.whole_order w
    where w.number = earlier;
    return;
  end if;

  new_number := coalesce(place_order.number, sales.draw_number());
  new_kind := coalesce(place_order.kind, 'order');
  if place_order.return_of is not null and new_kind = 'return' then
    undone := sales.lock_undone(place_order.return_of, lines);
    new_customer := coalesce(new_customer, undone.customer);
    new_country := coalesce(new_country, undone.country);
    new_currency := coalesce(new_currency, undone.currency);
    new_invoice_address := coalesce(new_invoice_address, undone.invoice_address);
    new_delivery_address := coalesce(new_delivery_address, undone.delivery_address);
  end if;
  new_lines := sales.read_order_lines(
    case when undone.number is null then lines else sales.name_lines(undone.number, lines) end, ordered_on,
    new_currency, undone.number);
  refusal := coalesce(
    sales.address_refusal(new_customer, new_country),
    sales.day_refusal(place_order.ordered_on, 'orderedOn'),
    sales.address_fault(new_invoice_address, 'invoiceAddress'),
    sales.address_fault(new_delivery_address, 'deliveryAddress'),
    case
      when new_status not in ('quote', 'confirmed') then 'a new order is a quote or confirmed'
      when new_status = 'quote' and new_kind = 'return' then 'a return is no quote'
      when place_order.return_of is not null and new_kind <> 'return' then
        'only a return undoes an order: set its kind to "return"'
      when undone.number is not null
        and (new_customer, new_currency) is distinct from (undone.customer, undone.currency)
      then format('order %s, which it undoes, has another customer or currency', undone.number)
    end,
    case
      when undone.number is null and exists (select from unnest(new_lines) l where l.undoes_line is not null) then
        'undoesLine: name the order as well, as returnOf'
    end,
    sales.order_refusal(new_number, new_kind, new_lines, place_order.ordered_on)
  );
  if refusal is not null then
    raise exception using
      errcode = 'DJ400',
      message = refusal,
      hint = 'Correct the order and place it again.';
  end if;

  perform sales.add_order_codes(new_lines, new_customer, new_country);
  if new_status = 'confirmed' then
    new_invoice_address := coalesce(new_invoice_address, sales.customer_address(new_customer, 'invoice'));
    new_delivery_address := coalesce(new_delivery_address, sales.customer_address(new_customer, 'delivery'));
  end if;

  loop
    insert into sales.order (
      ordered_on, line_count, total, number, kind, status, customer, country, currency, return_of, invoice_address,
      delivery_address
    )
    select
      place_order.ordered_on,
      count(*),
      sum(round(quantity * unit_price * (1 - coalesce(discount, 0)), 2)),
      new_number,
      new_kind,
      new_status,
      new_customer,
      new_country,
      new_currency,
      undone.number,
      new_invoice_address,
      new_delivery_address
    from unnest(new_lines)
    on conflict (number) do nothing
    returning number into taken;
    exit when taken is not null or place_order.number is not null;
    -- An import has just booked an order of the number that was drawn.
    new_number := sales.draw_number();
  end loop;
  if taken is null then
    raise exception using
      errcode = 'DJ409',
      message = format('order %s exists already', new_number),
      hint = 'Place the order under another number, or without one.';
  end if;

  perform sales.add_order_lines(new_number, new_lines);

  update sales.placement
  set made = new_number
  where key = place_order.key;

  return query
  select w.*
  from sales.whole_order w
  where w.number = new_number;
end
$$;

comment on function sales.place_order(
  text, text, text, date, jsonb, text, text, text, text, text, jsonb, jsonb) is
  'Books one order, or return, and returns it. A null `number` draws the next free one (D1, D2, …); a null '
  '`customer` is a walk-in; `kind` is order, as null is, or return; `status` is confirmed, as null is, or '
  'quote. `lines` is a json array of objects as sales.read_order_lines() reads them. A null `currency` is '
  'the shop''s own. A return may name the order that it undoes, `return_of`. Addresses that are null are the '
  'customer''s. The same order under the same `key` again places none: the first is returned. Raises DJ400 '
  'for what cannot be an order, DJ404 for an unknown order to undo, and DJ409 for a number that exists, a '
  'key under which another order was placed, or goods that cannot come back. Each line of a return that '
  'names an order undoes one of its lines: the one that it names, or else the first of the product that may '
  'still come back.';
