create or replace function sales.list_suppliers(
  search text default null,
  after_way text default null,
  after_code text default null,
  amount integer default 50
)
returns table (
  code text,
  name text,
  language text,
  email text,
  vat_id text,
  payment_days integer,
  currency text,
  country text,
  country_code text,
  invoice_address jsonb,
  delivery_address jsonb,
  created_at timestamptz,
  way text
)
language sql
stable
as $$
  select w.*, f.way
  from sales.find_codes('supplier', search, after_way, after_code, amount) f
  cross join lateral (
    select *
    from sales.whole_supplier w
    where w.code = f.code
    limit 1
  ) w
  order by f.place
$$;

comment on function sales.list_suppliers(text, text, text, integer) is
  'Returns a page of suppliers, as sales.find_codes() finds them: at most `amount` that come after the way '
  'and code given.';
