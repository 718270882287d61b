create or replace function sales.order_refusal(number text, lines sales.placed_line[])
returns text
language sql
immutable
as $$
  select case
    when btrim(number) = '' then 'the order number is empty'
    when char_length(number) > 64 then 'the order number has more than 64 characters'
    when coalesce(cardinality(lines), 0) = 0 then format('order %s has no lines', number)
    else (
      select format('line %s: %s', l.place, r.reason)
      from unnest(lines) l
      cross join lateral (
        select case
          when coalesce(btrim(l.product), '') = '' then 'the product code is missing'
          when char_length(l.product) > 64 then 'the product code has more than 64 characters'
          when char_length(l.description) > 1000 then 'the description has more than 1000 characters'
          when l.quantity is null then 'the quantity is missing'
          when l.unit_price is null then 'the price is missing'
          when l.quantity = 0 then 'the quantity is 0'
          when l.quantity < 0 and number not like 'C%' then
            'the quantity is negative, but the number does not start with C, so this is not a return'
          when l.unit_price < 0 then 'the price is negative'
          when greatest(abs(l.quantity), l.unit_price) >= 100000000 then
            'quantity or price is not below 100,000,000'
          when l.quantity <> round(l.quantity, 4) or l.unit_price <> round(l.unit_price, 4) then
            'quantity or price has more than 4 decimals'
        end as reason
      ) r
      where r.reason is not null
      order by l.place
      limit 1
    )
  end
$$;

comment on function sales.order_refusal(text, sales.placed_line[]) is
  'Why this cannot be booked as an order, as a sentence for people; null if it can. The rules of the import.';
