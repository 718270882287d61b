create or replace function accounting.month_totals(today date, months integer default 12)
returns table (month date, invoiced numeric, credited numeric, net numeric, invoice_count bigint)
language sql
stable
as $$
  select
    m.month,
    coalesce(sum(t.total) filter (where t.kind = 'invoice'), 0),
    coalesce(- sum(t.total) filter (where t.kind = 'credit-note'), 0),
    coalesce(sum(t.total), 0),
    coalesce(sum(t.invoice_count), 0)::bigint
  from (
    select
      (today - (extract(day from today)::integer - 1) - make_interval(months => back))::date as month
    from generate_series(0, months - 1) back
  ) m
  left join accounting.month_total t on t.month = m.month
  group by m.month
  order by m.month
$$;

comment on function accounting.month_totals(date, integer) is
  'Returns the last `months` months up to the one of a day, earliest first: what was invoiced, what was '
  'credited, the difference, and the number of invoices and credit notes.';
