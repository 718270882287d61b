create or replace function sales.price_refusal(fields jsonb)
returns text
language sql
stable
as $$
  select coalesce(
    case
      when fields ->> 'product' is null then 'product: is missing'
      when fields ->> 'list' is null then 'list: is missing'
      when fields ->> 'from' is null then 'from: is missing'
      when fields ->> 'unitPrice' is null and not fields ? 'unitPrice' then 'unitPrice: is missing'
      when (fields ->> 'unitPrice')::numeric < 0 then 'unitPrice: is negative'
      when (fields ->> 'unitPrice')::numeric >= 100000000 then 'unitPrice: is not below 100,000,000'
      when (fields ->> 'unitPrice')::numeric <> round((fields ->> 'unitPrice')::numeric, 4) then
        'unitPrice: has more than 4 decimals'
      when not exists (select from sales.price_list l where l.code = fields ->> 'list') then
        format('list: there is no price list %s; make it by sales.set-price-list', left(fields ->> 'list', 64))
      when not exists (select from sales.product p where p.code = fields ->> 'product') then
        format('product: there is no product %s', left(fields ->> 'product', 64))
    end,
    sales.day_refusal((fields ->> 'from')::date, 'from')
  )
$$;

comment on function sales.price_refusal(jsonb) is
  'Returns the reason, which begins with the field''s name, why these cannot be fields of a price; null if '
  'they can.';
