create or replace function sales.list_parties(
  role text,
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
  from sales.find_codes(list_parties.role, search, after_way, after_code, amount) f
  cross join lateral (
    select *
    from sales.whole_customer c
    where list_parties.role = 'customer'
      and c.code = f.code
    union all
    select *
    from sales.whole_supplier s
    where list_parties.role = 'supplier'
      and s.code = f.code
    limit 1
  ) w
  order by f.place
$$;

comment on function sales.list_parties(text, text, text, text, integer) is
  'Returns a page of customers or suppliers, which `role` names, as sales.find_codes() finds them: at most '
  '`amount` that come after the way and code given.';
