create or replace function logistics.is_stocked(product text)
returns boolean
language sql
stable
as $$
  select exists (
    select
    from logistics.on_hand h
    where h.product_code = is_stocked.product
  )
$$;

comment on function logistics.is_stocked(text) is
  'Returns true if a product is stocked. It is from its first receipt or count on, or when somebody says so: '
  'logistics.set_stocked().';
