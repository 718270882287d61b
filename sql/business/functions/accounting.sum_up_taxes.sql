create or replace function accounting.sum_up_taxes()
returns trigger
language plpgsql
set jit = off
as $$
begin
  insert into accounting.invoice_tax (invoice_id, category, rate, net, tax)
  select invoice_id, tax_category, tax_rate, sum(amount), round(sum(amount) * tax_rate, 2)
  from added
  where tax_category <> 'O'
  group by invoice_id, tax_category, tax_rate;
  return null;
end
$$;

comment on function accounting.sum_up_taxes() is
  'Trigger: sums up the lines of new invoices by category and rate, and rounds the tax on each sum once '
  '(BR-S-08 and BR-S-09 of EN 16931-1, and their like of the other categories).';

create or replace trigger sum_up_taxes
after insert on accounting.invoice_line
referencing new table as added
for each statement
execute function accounting.sum_up_taxes();

comment on trigger sum_up_taxes on accounting.invoice_line is 'Keeps the taxes of the invoices.';
