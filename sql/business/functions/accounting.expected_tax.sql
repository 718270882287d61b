create or replace function accounting.expected_tax(of_order bigint, on_day date)
returns table (net numeric, tax numeric, gross numeric, taxes jsonb)
language plpgsql
stable
set jit = off
as $$
#variable_conflict use_column
declare
  drafts accounting.draft_line[];
begin
  select accounting.draft_invoices(array[o.id], o.is_return, on_day, 'ordered', '{confirmed,quote}')
  into drafts
  from sales.order o
  where o.id = of_order;
  if drafts is null
    or exists (select from unnest(drafts) d where d.tax_category = 'S' and d.tax_rate is null)
  then
    return;
  end if;

  -- Each document rounds by itself.
  return query
  select
    sum(s.net),
    sum(s.tax),
    sum(s.net) + coalesce(sum(s.tax), 0),
    jsonb_agg(
      jsonb_build_object(
        'category', s.category,
        'rate', trim_scale(s.rate),
        'net', s.net,
        'tax', coalesce(s.tax, 0),
        'reason', c.reason,
        'reasonCode', c.reason_code
      )
      order by s.category = 'S' desc, s.rate desc nulls last, s.category
    )
  from (
    select p.category, p.rate, sum(p.net) as net, sum(p.tax) as tax
    from (
      select
        d.document, d.tax_category as category, d.tax_rate as rate, sum(d.amount) as net,
        round(sum(d.amount) * d.tax_rate, 2) as tax
      from unnest(drafts) d
      group by d.document, d.tax_category, d.tax_rate
    ) p
    group by p.category, p.rate
  ) s
  join accounting.tax_category c on c.code = s.category;
end
$$;

comment on function accounting.expected_tax(bigint, date) is
  'Returns the sums that the next invoice of all that is left of an order would have on a day, or the credit '
  'notes of a return, as accounting.draft_invoices() drafts them; a quote counts as confirmed. `taxes` is as '
  'in accounting.whole_invoice, `tax` null outside of tax. No row if nothing is left to invoice, or a rate '
  'is missing.';
