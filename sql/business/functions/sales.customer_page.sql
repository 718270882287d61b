create or replace function sales.customer_page(after_code text, amount integer)
returns table (last_code text, entries bigint, csv text)
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
        accounting.csv_field(r.language),
        accounting.csv_field(r.email),
        coalesce(r.vat_id, ''),
        coalesce(r.payment_days::text, ''),
        coalesce(r.currency, ''),
        accounting.csv_field(r.country),
        coalesce(r.country_code, ''),
        accounting.csv_field(i.lines[1]),
        accounting.csv_field(i.lines[2]),
        accounting.csv_field(i.lines[3]),
        accounting.csv_field(i.postcode),
        accounting.csv_field(i.city),
        accounting.csv_field(i.region),
        coalesce(i.country, ''),
        accounting.csv_field(d.lines[1]),
        accounting.csv_field(d.lines[2]),
        accounting.csv_field(d.lines[3]),
        accounting.csv_field(d.postcode),
        accounting.csv_field(d.city),
        accounting.csv_field(d.region),
        coalesce(d.country, '')
      ) || e'\r\n',
      '' order by r.code
    )
  from (
    select *
    from sales.customer
    where code > after_code
    order by code
    limit amount
  ) r
  left join sales.address i on i.customer = r.code and i.kind = 'invoice'
  left join sales.address d on d.customer = r.code and d.kind = 'delivery'
  having count(*) > 0
$$;

comment on function sales.customer_page(text, integer) is
  'Returns the next `amount` customers after a code, as the text of CSV lines in the order of their codes '
  '(code, name and so on, the parts of the invoice and the delivery address), with the last code and the '
  'count; no row when there are none.';
