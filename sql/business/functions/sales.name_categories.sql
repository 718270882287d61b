create or replace function sales.name_categories()
returns void
language plpgsql
as $$
begin
  update sales.product p
  set category = c.name
  from pg_temp.shop_category c
  where c.code = p.category;
end
$$;

comment on function sales.name_categories() is
  'Gives the products whose category is the code of one in shop_category its name instead.';
