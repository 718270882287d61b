create or replace function logistics.check_products(lines logistics.stock_line[])
returns void
language plpgsql
set jit = off
set enable_seqscan = off
as $$
declare
  unknown record;
begin
  insert into sales.product (code, name)
  select distinct on (product) product, description
  from unnest(lines)
  where description is not null
  order by product, place
  on conflict (code) do nothing;

  select l.place, l.product
  into unknown
  from unnest(lines) l
  where not exists (select from sales.product p where p.code = l.product)
  order by l.place
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ404',
      message = format('line %s: there is no product %s', unknown.place, unknown.product),
      hint = 'Correct the code, or give the line a description: then the product is added.';
  end if;
end
$$;

comment on function logistics.check_products(logistics.stock_line[]) is
  'Adds the products that lines describe and nobody knows. Raises DJ404, with the number of the line, for '
  'one that is neither known nor described.';
