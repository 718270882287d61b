create or replace function sales.price_of(
  product text,
  day date,
  list text default null,
  currency text default null
)
returns numeric
language sql
stable
as $$
  select trim_scale(p.unit_price)
  from sales.price p
  join sales.price_list l on l.code = p.list
  where p.product = price_of.product
    and p.from_day <= price_of.day
    and price_of.day between l.valid_from and coalesce(l.valid_to, 'infinity')
    and (price_of.list is null or l.code = price_of.list)
    and (price_of.currency is null or l.currency = price_of.currency)
  order by l.valid_from desc, l.code, p.from_day desc
  limit 1
$$;

comment on function sales.price_of(text, date, text, text) is
  'Returns the price of one of a product on a day: by its list, or else by the list in that currency that '
  'has begun last. In a list, the latest price that has begun holds. Null if there is none. Without a list '
  'and a currency, any list will do.';
