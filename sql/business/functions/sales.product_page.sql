create or replace function sales.product_page(after_code text, amount integer)
returns table (last text, entries bigint, csv text)
language sql
stable
as $$
  select
    max(r.code),
    count(*),
    string_agg(
      concat_ws(
        ',',
        accounting.csv_field(r.code),
        accounting.csv_field(r.name),
        coalesce(r.unit, ''),
        coalesce(r.tax_class, ''),
        r.is_stocked,
        r.is_active,
        accounting.csv_field(r.supplier),
        accounting.csv_field(r.category)
      ) || e'\r\n',
      '' order by r.code
    )
  from (
    select *
    from sales.whole_product
    where code > after_code
    order by code
    limit amount
  ) r
  having count(*) > 0
$$;

comment on function sales.product_page(text, integer) is
  'Returns the next `amount` products after a code, as the text of CSV lines in the order of their codes '
  '(code, name, unit, tax class, stocked, active, supplier, category), with the last code and the count; no '
  'row when there are none.';
