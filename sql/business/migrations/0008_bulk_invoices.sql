-- Orders are invoiced many at a time.

-- accounting.check_invoice_lines() looks for the invoices, once per statement: a look for each line was a
-- quarter of the time that an invoice took.
alter table accounting.invoice_line
drop constraint invoice_line_invoice_id_fkey;

-- A row of a series has many dead versions while invoices are issued. Each invoice looked through them all.
alter table accounting.invoice
drop constraint invoice_kind_fkey,
add constraint invoice_kind_is_known check (kind in ('invoice', 'credit-note'));

-- Numbers are drawn many at a time. So that none is left out, all of them must be used by the commit.
-- Its body is in functions/accounting.check_numbers.sql.
create function accounting.check_numbers()
returns trigger
language plpgsql
as $$
begin
  return null;
end
$$;

create constraint trigger check_numbers
after update on accounting.number_series
deferrable initially deferred
for each row
execute function accounting.check_numbers();

comment on trigger check_numbers on accounting.number_series is
  'Refuses to commit a number that was drawn and not used.';
