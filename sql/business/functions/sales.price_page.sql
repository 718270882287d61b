create or replace function sales.price_page(after_mark text, amount integer)
returns table (last text, entries bigint, csv text)
language plpgsql
stable
as $$
#variable_conflict use_column
declare
  mark constant jsonb := coalesce(nullif(after_mark, ''), '["", "", "0001-01-01"]');
  after_list constant text := mark ->> 0;
  after_product constant text := mark ->> 1;
  after_day constant date := mark ->> 2;
begin
  return query
  select
    (array_agg(jsonb_build_array(p.list, p.product, p.from_day)::text order by p.list, p.product, p.from_day))[count(*)],
    count(*),
    string_agg(
      concat_ws(
        ',', accounting.csv_field(p.list), accounting.csv_field(p.product), p.from_day, trim_scale(p.unit_price)
      ) || e'\r\n',
      '' order by p.list, p.product, p.from_day
    )
  from (
    select *
    from sales.price p
    where (p.list, p.product, p.from_day) > (after_list, after_product, after_day)
    order by p.list, p.product, p.from_day
    limit amount
  ) p
  having count(*) > 0;
end
$$;

comment on function sales.price_page(text, integer) is
  'Returns the next `amount` prices after a mark, which is empty for the first ones, as the text of CSV '
  'lines by list, product and day (list, product, from, unit price), with the mark of the last one and the '
  'count; no row when there are none.';
