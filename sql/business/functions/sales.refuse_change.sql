-- One function for all that is booked: what undoes it is said by each trigger.
create or replace function sales.refuse_change()
returns trigger
language plpgsql
as $$
begin
  raise exception using
    errcode = 'DJ409',
    message = format('booked rows of %s.%s cannot be changed', tg_table_schema, tg_table_name),
    detail = format('%s was refused.', lower(tg_op)),
    hint = tg_argv[0];
end
$$;

comment on function sales.refuse_change() is
  'Trigger: refuses to change what is booked (DJ409). Its argument is the hint, which says what undoes it.';

create or replace trigger refuse_change
before truncate on sales.order_line
for each statement
execute function sales.refuse_change(
  'Undo an order with a return, and an invoice with a credit note.');

create or replace trigger refuse_change
before delete or truncate on sales.order
for each statement
execute function sales.refuse_change(
  'Undo an order with a return, and an invoice with a credit note.');

create or replace trigger refuse_change
before delete or truncate on sales.product
for each statement
execute function sales.refuse_change(
  'Undo an order with a return, and an invoice with a credit note.');

create or replace trigger refuse_new_code
before update of code on sales.product
for each statement
execute function sales.refuse_change(
  'Undo an order with a return, and an invoice with a credit note.');

create or replace trigger refuse_change
before delete or truncate on sales.customer
for each statement
execute function sales.refuse_change(
  'Undo an order with a return, and an invoice with a credit note.');

create or replace trigger refuse_new_code
before update of code on sales.customer
for each statement
execute function sales.refuse_change(
  'Undo an order with a return, and an invoice with a credit note.');

comment on trigger refuse_change on sales.order_line is 'Lines are not dropped; sales.keep_lines() says which may change.';
comment on trigger refuse_change on sales.order is 'Orders are cancelled, not deleted; sales.keep_orders() says what may change.';
comment on trigger refuse_change on sales.product is 'Lines name products, so that none goes away.';
comment on trigger refuse_new_code on sales.product is 'Lines name products by code, which never changes.';
comment on trigger refuse_change on sales.customer is 'Orders name customers, so that none goes away.';
comment on trigger refuse_new_code on sales.customer is 'Orders name customers by code, which never changes.';

create or replace trigger refuse_change
before update or delete or truncate on logistics.move
for each statement
execute function sales.refuse_change(
  'Book a transfer that undoes what is wrong: a return, a count or a correction.');

create or replace trigger refuse_change
before update or delete or truncate on logistics.transfer
for each statement
execute function sales.refuse_change(
  'Book a transfer that undoes what is wrong: a return, a count or a correction.');

create or replace trigger refuse_change
before delete or truncate on logistics.parcel
for each statement
execute function sales.refuse_change(
  'Book a transfer that undoes what is wrong: a return, a count or a correction.');

create or replace trigger refuse_other_contents
before update of id, code, order_number, shipped_at, shipped_on on logistics.parcel
for each statement
execute function sales.refuse_change(
  'Book a transfer that undoes what is wrong: a return, a count or a correction.');

create or replace trigger refuse_change
before delete or truncate on logistics.place
for each statement
execute function sales.refuse_change(
  'Book a transfer that undoes what is wrong: a return, a count or a correction.');

create or replace trigger refuse_other_code
before update of code, kind on logistics.place
for each statement
execute function sales.refuse_change(
  'Book a transfer that undoes what is wrong: a return, a count or a correction.');

create or replace trigger refuse_change
before truncate on logistics.reservation
for each statement
execute function sales.refuse_change(
  'Book a transfer that undoes what is wrong: a return, a count or a correction.');

comment on trigger refuse_change on logistics.move is 'Moves stay as they were booked.';
comment on trigger refuse_change on logistics.transfer is 'Transfers stay as they were booked, as their moves do.';
comment on trigger refuse_change on logistics.parcel is 'What was shipped stays shipped.';
comment on trigger refuse_other_contents on logistics.parcel is 'Carrier and tracking number alone may come later.';
comment on trigger refuse_change on logistics.place is 'Moves name places, so that none goes away.';
comment on trigger refuse_other_code on logistics.place is 'Moves name places by code, which never changes.';
comment on trigger refuse_change on logistics.reservation is 'Reservations are deleted, so that on_hand hears of it.';

create or replace trigger keep_booked
before update or delete or truncate on accounting.entry
for each statement
execute function sales.refuse_change(
  'Reverse the entry instead: accounting.reverse_entry().');

create or replace trigger keep_booked
before update or delete or truncate on accounting.posting
for each statement
execute function sales.refuse_change(
  'Reverse the entry instead: accounting.reverse_entry().');

create or replace trigger keep_booked
before update or delete or truncate on accounting.payment
for each statement
execute function sales.refuse_change(
  'Reverse the entry instead: accounting.reverse_entry().');

create or replace trigger keep_booked
before update or delete or truncate on accounting.settlement
for each statement
execute function sales.refuse_change(
  'Reverse the entry instead: accounting.reverse_entry().');

create or replace trigger keep_booked
before update or delete or truncate on accounting.closing
for each statement
execute function sales.refuse_change(
  'Reverse the entry instead: accounting.reverse_entry().');

create or replace trigger keep_booked
before delete or truncate on accounting.open_item
for each statement
execute function sales.refuse_change(
  'Reverse the entry instead: accounting.reverse_entry().');

create or replace trigger keep_item
before update on accounting.open_item
for each row
when (
  (new.entry_id, new.day, new.due_on, new.amount, new.account, new.customer)
  is distinct from (old.entry_id, old.day, old.due_on, old.amount, old.account, old.customer)
)
execute function sales.refuse_change(
  'Reverse the entry instead: accounting.reverse_entry().');

comment on trigger keep_booked on accounting.entry is 'Entries never change.';
comment on trigger keep_booked on accounting.posting is 'Postings never change.';
comment on trigger keep_booked on accounting.payment is 'Payments never change.';
comment on trigger keep_booked on accounting.settlement is 'Settlements never change.';
comment on trigger keep_booked on accounting.closing is 'The record of closed periods never changes.';
comment on trigger keep_booked on accounting.open_item is 'Items stay, though they are settled.';
comment on trigger keep_item on accounting.open_item is 'Nothing of an item changes but how much of it is settled.';

create or replace trigger keep_frozen
before update or delete or truncate on accounting.invoice
for each statement
execute function sales.refuse_change(
  'Undo an invoice by booking a return and issuing its credit note.');

create or replace trigger keep_frozen
before update or delete or truncate on accounting.invoice_line
for each statement
execute function sales.refuse_change(
  'Undo an invoice by booking a return and issuing its credit note.');

create or replace trigger keep_frozen
before update or delete or truncate on accounting.invoice_tax
for each statement
execute function sales.refuse_change(
  'Undo an invoice by booking a return and issuing its credit note.');

create or replace trigger keep_frozen
before update or delete or truncate on accounting.earlier_buyer
for each statement
execute function sales.refuse_change(
  'Undo an invoice by booking a return and issuing its credit note.');

create or replace trigger keep_frozen
before update or delete or truncate on accounting.invoice_document
for each statement
execute function sales.refuse_change(
  'Undo an invoice by booking a return and issuing its credit note.');

create or replace trigger keep_frozen
before delete or truncate on accounting.number_series
for each statement
execute function sales.refuse_change(
  'Undo an invoice by booking a return and issuing its credit note.');

create or replace trigger keep_gapless
before update on accounting.number_series
for each row
when (new.kind <> old.kind or new.last_number < old.last_number)
execute function sales.refuse_change(
  'Undo an invoice by booking a return and issuing its credit note.');

comment on trigger keep_frozen on accounting.invoice is 'Issued invoices never change.';
comment on trigger keep_frozen on accounting.invoice_line is 'The lines of issued invoices never change.';
comment on trigger keep_frozen on accounting.invoice_tax is 'The taxes of issued invoices never change.';
comment on trigger keep_frozen on accounting.earlier_buyer is 'The buyers of invoices never change.';
comment on trigger keep_frozen on accounting.invoice_document is 'A file that somebody may have got never changes.';
comment on trigger keep_frozen on accounting.number_series is 'A series is not dropped or started again.';
comment on trigger keep_gapless on accounting.number_series is
  'A series never goes back. accounting.check_numbers() sees that it leaves none out.';
