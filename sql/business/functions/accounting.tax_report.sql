create or replace function accounting.tax_report(from_day date default null, to_day date default null)
returns table (category text, name text, rate numeric, invoice_count bigint, net numeric, tax numeric)
language sql
stable
as $$
  with issued as (
    select i.id, i.total, i.tax
    from accounting.invoice i
    where (from_day is null or i.issued_on >= from_day)
      and (to_day is null or i.issued_on <= to_day)
  )
  select s.category, c.name, trim_scale(s.rate), s.invoice_count, s.net, s.tax
  from (
    select t.category, t.rate, count(*) as invoice_count, sum(t.net) as net, sum(t.tax) as tax
    from issued i
    join accounting.invoice_tax t on t.invoice_id = i.id
    group by t.category, t.rate
    union all
    select 'O', null, count(*), sum(i.total), 0.00
    from issued i
    where i.tax is null
    having count(*) > 0
  ) s
  join accounting.tax_category c on c.code = s.category
  order by s.category = 'S' desc, s.rate desc nulls last, s.category
$$;

comment on function accounting.tax_report(date, date) is
  'Returns, for each category and rate, the number of the invoices and credit notes that bear a day from the first to '
  'the last, and their sums, net and tax; credit notes are taken off. Null days mean from the beginning, to the end.';
