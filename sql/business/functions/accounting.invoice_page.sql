create or replace function accounting.invoice_page(of_kind text, after_number bigint, amount integer)
returns table (last_number bigint, invoices bigint, csv text)
language sql
stable
as $$
  select
    max(i.number),
    count(*),
    string_agg(
      concat_ws(
        ',',
        i.number,
        i.kind,
        i.issued_on,
        accounting.csv_field(i.order_number),
        accounting.csv_field(i.customer),
        accounting.csv_field(i.country),
        i.line_count,
        i.total,
        coalesce(i.tax, 0.00),
        i.total + coalesce(i.tax, 0)
      ) || e'\r\n',
      '' order by i.number
    )
  from (
    select *
    from accounting.invoice
    where kind = of_kind
      and number > after_number
    order by number
    limit amount
  ) i
  having count(*) > 0
$$;

comment on function accounting.invoice_page(text, bigint, integer) is
  'Returns the next `amount` invoices of a kind after a number, as the text of CSV lines in number order '
  '(number, kind, day of issue, order, customer, country, lines, total, tax, gross), with the last number '
  'and the count; no row when there are none.';
