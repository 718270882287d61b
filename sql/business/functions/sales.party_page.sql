create or replace function sales.party_page(role text, after_code text, amount integer)
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
    (
      select code, code as customer, null as supplier, name, language, email, vat_id, payment_days, currency, country, country_code
      from sales.customer
      where party_page.role = 'customer'
        and code > after_code
      order by code
      limit amount
    )
    union all
    (
      select code, null, code, name, language, email, vat_id, payment_days, currency, country, country_code
      from sales.supplier
      where party_page.role = 'supplier'
        and code > after_code
      order by code
      limit amount
    )
  ) r
  left join lateral (
    select *
    from sales.address a
    where (a.customer = r.customer or a.supplier = r.supplier)
      and a.kind = 'invoice'
  ) i on true
  left join lateral (
    select *
    from sales.address a
    where (a.customer = r.customer or a.supplier = r.supplier)
      and a.kind = 'delivery'
  ) d on true
  having count(*) > 0
$$;

comment on function sales.party_page(text, text, integer) is
  'Returns the next `amount` customers or suppliers, which `role` names, after a code, as the text of CSV '
  'lines in the order of their codes (code, name and so on, the parts of the invoice and the delivery '
  'address), with the last code and the count; no row when there are none.';
