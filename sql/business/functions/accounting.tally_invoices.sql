create or replace function accounting.tally_invoices()
returns trigger
language plpgsql
set jit = off
as $$
begin
  insert into accounting.month_total as t (kind, month, total, invoice_count)
  select kind, issued_on - (extract(day from issued_on)::integer - 1), sum(total), count(*)
  from added
  group by 1, 2
  order by 1, 2
  on conflict (kind, month) do update
  set total = t.total + excluded.total,
    invoice_count = t.invoice_count + excluded.invoice_count;

  insert into accounting.tax_total as t (kind, day, category, rate, invoice_count, net, tax)
  select kind, issued_on, 'O', 0, count(*), sum(total), 0
  from added
  where tax is null
  group by 1, 2
  order by 1, 2
  on conflict (kind, day, category, rate) do update
  set invoice_count = t.invoice_count + excluded.invoice_count,
    net = t.net + excluded.net;
  return null;
end
$$;

comment on function accounting.tally_invoices() is
  'Trigger: adds new invoices and credit notes to the totals of their months, once per statement, and those '
  'that are outside of tax to the totals of the taxes.';

create or replace trigger tally_invoices
after insert on accounting.invoice
referencing new table as added
for each statement
execute function accounting.tally_invoices();

comment on trigger tally_invoices on accounting.invoice is
  'Keeps the totals of the months, and of what is outside of tax.';
