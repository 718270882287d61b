create or replace function sales.list_products(
  search text default null,
  after_way text default null,
  after_code text default null,
  amount integer default 50
)
returns table (
  code text,
  name text,
  unit text,
  tax_class text,
  is_stocked boolean,
  is_active boolean,
  supplier text,
  category text,
  created_at timestamptz,
  way text
)
language sql
stable
as $$
  select
    p.code, p.name, p.unit, p.tax_class, p.is_stocked, p.is_active, p.supplier, p.category, p.created_at, f.way
  from sales.find_codes('product', search, after_way, after_code, amount) f
  cross join lateral (
    select *
    from sales.whole_product p
    where p.code = f.code
    limit 1
  ) p
  order by f.place
$$;

comment on function sales.list_products(text, text, text, integer) is
  'Returns a page of products, as sales.find_codes() finds them: at most `amount` that come after the way '
  'and code given.';
