create or replace function sales.place_order(
  number text,
  customer text,
  country text,
  ordered_on date,
  lines jsonb,
  key text default null,
  kind text default null
)
returns setof sales.whole_order
language plpgsql
as $$
#variable_conflict use_column
declare
  new_number text;
  new_kind text;
  new_lines sales.placed_line[];
  refusal text;
  taken text;
  earlier text;
begin
  earlier := sales.claim_key(
    place_order.key,
    jsonb_build_array(
      place_order.number, place_order.customer, place_order.country, place_order.ordered_on, place_order.lines)
      || case when place_order.kind is null then '[]' else jsonb_build_array(place_order.kind) end
  );
  if earlier is not null then
    return query
    select w.*
    from sales.whole_order w
    where w.number = earlier;
    return;
  end if;

  new_number := coalesce(place_order.number, sales.draw_number());
  select array_agg(
    (
      l.place, l.line ->> 'product', nullif(l.line ->> 'description', ''), l.line ->> 'quantity',
      l.line ->> 'unitPrice'
    )::sales.placed_line
    order by l.place
  )
  into new_lines
  from jsonb_array_elements(lines) with ordinality l (line, place);

  new_kind := coalesce(place_order.kind, 'order');
  refusal := coalesce(
    sales.address_refusal(place_order.customer, place_order.country),
    sales.order_refusal(new_number, new_kind, new_lines)
  );
  if refusal is not null then
    raise exception using
      errcode = 'DJ400',
      message = refusal,
      hint = 'Correct the order and place it again.';
  end if;

  insert into sales.product (code, name)
  select distinct on (product) product, coalesce(description, product)
  from unnest(new_lines)
  order by product, place
  on conflict (code) do nothing;

  insert into sales.customer (code, country)
  select place_order.customer, place_order.country
  where place_order.customer is not null
  on conflict (code) do nothing;

  loop
    insert into sales.order (ordered_on, line_count, total, number, kind, customer, country)
    select
      place_order.ordered_on,
      count(*),
      sum(round(quantity * unit_price, 2)),
      new_number,
      new_kind,
      place_order.customer,
      place_order.country
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

  insert into sales.order_line (line_number, order_number, product_code, quantity, unit_price, description)
  select place, new_number, product, quantity, unit_price, description
  from unnest(new_lines);

  update sales.placement
  set made = new_number
  where key = place_order.key;

  return query
  select w.*
  from sales.whole_order w
  where w.number = new_number;
end
$$;

comment on function sales.place_order(text, text, text, date, jsonb, text, text) is
  'Books one order, or return, and returns it. A null `number` draws the next free one (D1, D2, …); a null '
  '`customer` is a walk-in; `kind` is order, as null is, or return. `lines` is a json array of objects of '
  'product, quantity, unitPrice and perhaps description. The same order under the same `key` again places '
  'none: the first is returned. Raises DJ400 for what cannot be an order, and DJ409 for a number that exists, '
  'or a key under which another order was placed.';
