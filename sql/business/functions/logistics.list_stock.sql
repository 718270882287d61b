create or replace function logistics.list_stock(
  search text default null,
  in_warehouse text default null,
  is_out boolean default null,
  after_product text default null,
  after_warehouse text default null,
  amount integer default 50
)
returns table (product text, name text, warehouse text, quantity numeric, reserved numeric, free numeric)
language plpgsql
stable
set jit = off
set plan_cache_mode = force_custom_plan
set enable_seqscan = off
as $$
#variable_conflict use_column
begin
  if search is null then
    return query
    select
      h.product_code, p.name, h.place_code, trim_scale(h.quantity), trim_scale(h.reserved),
      trim_scale(h.quantity - h.reserved)
    from logistics.on_hand h
    join sales.product p on p.code = h.product_code
    where (in_warehouse is null or h.place_code = in_warehouse)
      and (is_out is null or (h.quantity = h.reserved) = is_out)
      and (after_product is null or h.product_code >= after_product)
      and (after_product is null or (h.product_code, h.place_code) > (after_product, coalesce(after_warehouse, '')))
    order by h.product_code, h.place_code
    limit amount;
    return;
  end if;

  -- Each part is a walk along an index, over what the search finds alone.
  return query
  select
    f.code, f.name, h.place_code, trim_scale(h.quantity), trim_scale(h.reserved), trim_scale(h.quantity - h.reserved)
  from (
    select p.code, p.name
    from sales.product p
    where starts_with(p.code, search)
    union
    select p.code, p.name
    from sales.product p
    where starts_with(p.code, upper(search))
    union
    select p.code, p.name
    from sales.product p
    where starts_with((lower(p.name) collate "C"), lower(search))
    order by code
  ) f
  cross join lateral (
    select *
    from logistics.on_hand h
    where h.product_code = f.code
      and (in_warehouse is null or h.place_code = in_warehouse)
      and (is_out is null or (h.quantity = h.reserved) = is_out)
    order by h.place_code
    offset 0
  ) h
  where after_product is null
    or (f.code, h.place_code) > (after_product, coalesce(after_warehouse, ''))
  order by f.code, h.place_code
  limit amount;
end
$$;

comment on function logistics.list_stock(text, text, boolean, text, text, integer) is
  'Returns a page of what is on hand, by product and warehouse: at most `amount` that come after the ones '
  'given. `search` is the beginning of the code, in capitals or not, or of the name in any case; `is_out` '
  'picks what has nothing free, or what has. A null parameter matches all.';
