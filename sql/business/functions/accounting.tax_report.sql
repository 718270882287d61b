create or replace function accounting.tax_report(from_day date default null, to_day date default null)
returns table (category text, name text, rate numeric, invoice_count bigint, net numeric, tax numeric)
language sql
stable
as $$
  select s.category, c.name, case when s.category <> 'O' then trim_scale(s.rate) end, s.invoice_count, s.net, s.tax
  from (
    select t.category, t.rate, sum(t.invoice_count)::bigint as invoice_count, sum(t.net) as net, sum(t.tax) as tax
    from accounting.tax_total t
    where (from_day is null or t.day >= from_day)
      and (to_day is null or t.day <= to_day)
    group by t.category, t.rate
  ) s
  join accounting.tax_category c on c.code = s.category
  order by s.category = 'S' desc, s.category = 'O', s.rate desc, s.category
$$;

comment on function accounting.tax_report(date, date) is
  'Returns, for each category and rate, the number of the invoices and credit notes that bear a day from the '
  'first to the last, and their sums, net and tax; credit notes are taken off. Null days mean from the '
  'beginning, to the end.';
