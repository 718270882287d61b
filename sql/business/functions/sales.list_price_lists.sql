create or replace function sales.list_price_lists(
  search text default null,
  after_way text default null,
  after_code text default null,
  amount integer default 50
)
returns table (code text, name text, currency text, valid_from date, valid_to date, way text)
language sql
stable
as $$
  select l.code, l.name, l.currency, l.valid_from, l.valid_to, f.way
  from sales.find_codes('price_list', search, after_way, after_code, amount) f
  join sales.price_list l on l.code = f.code
  order by f.place
$$;

comment on function sales.list_price_lists(text, text, text, integer) is
  'Returns a page of the lists of prices, as sales.find_codes() finds them: at most `amount` that come after '
  'the way and code given.';
