create or replace function sales.list_prices(
  of_list text default null,
  of_product text default null,
  on_day date default null,
  after_list text default null,
  after_product text default null,
  after_day date default null,
  amount integer default 50
)
returns table (list text, product text, from_day date, unit_price numeric, currency text)
language plpgsql
stable
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
begin
  return query
  select p.list, p.product, p.from_day, trim_scale(p.unit_price), l.currency
  from sales.price p
  join sales.price_list l on l.code = p.list
  where (of_list is null or p.list = of_list)
    and (of_product is null or p.product = of_product)
    and (after_list is null or (p.list, p.product, p.from_day) > (after_list, after_product, after_day))
    and (
      on_day is null
      or p.from_day <= on_day
        and l.valid_from <= on_day
        and coalesce(l.valid_to >= on_day, true)
        and not exists (
          select
          from sales.price later
          where later.list = p.list
            and later.product = p.product
            and later.from_day > p.from_day
            and later.from_day <= on_day
        )
    )
  order by p.list, p.product, p.from_day
  limit amount;
end
$$;

comment on function sales.list_prices(text, text, date, text, text, date, integer) is
  'Returns a page of prices by list, product and day: at most `amount` that come after the list, product '
  'and day given. `on_day` leaves only the prices that hold on that day. A null parameter matches all.';
