create or replace function accounting.tally_taxes()
returns trigger
language plpgsql
set jit = off
as $$
begin
  insert into accounting.tax_total as t (kind, day, category, rate, invoice_count, net, tax)
  select i.kind, i.issued_on, a.category, a.rate, count(*), sum(a.net), sum(a.tax)
  from added a
  -- In this form it is a look into the key's index: see accounting.post_invoices().
  cross join lateral (
    select i.kind, i.issued_on
    from accounting.invoice i
    where i.id between a.invoice_id and a.invoice_id
    order by i.id
    limit 1
  ) i
  group by 1, 2, 3, 4
  order by 1, 2, 3, 4
  on conflict (kind, day, category, rate) do update
  set invoice_count = t.invoice_count + excluded.invoice_count,
    net = t.net + excluded.net,
    tax = t.tax + excluded.tax;
  return null;
end
$$;

comment on function accounting.tally_taxes() is
  'Trigger: adds the taxes of new invoices and credit notes to the totals of their days, once per statement.';

create or replace trigger tally_taxes
after insert on accounting.invoice_tax
referencing new table as added
for each statement
execute function accounting.tally_taxes();

comment on trigger tally_taxes on accounting.invoice_tax is 'Keeps the totals of the taxes.';
