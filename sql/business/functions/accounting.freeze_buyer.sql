create or replace function accounting.freeze_buyer()
returns trigger
language plpgsql
as $$
begin
  new.buyer := (
    select b.buyer
    from accounting.buyer b
    where b.customer = new.customer
  );
  return new;
end
$$;

comment on function accounting.freeze_buyer() is
  'Trigger: copies the customer onto an invoice, or credit note, that comes without. '
  'accounting.invoice_orders() copies those of all that it issues at once.';

create or replace trigger freeze_buyer
before insert on accounting.invoice
for each row
when (new.customer is not null and new.buyer is null)
execute function accounting.freeze_buyer();

comment on trigger freeze_buyer on accounting.invoice is
  'An invoice keeps its customer as of its issue.';
