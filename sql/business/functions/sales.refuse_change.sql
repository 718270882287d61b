-- One function for all that is booked, in every schema: what undoes it is said by each trigger.
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

do $$
declare
  of_order constant text := 'Undo an order with a return, and an invoice with a credit note.';
  of_move constant text := 'Book a transfer that undoes what is wrong: a return, a count or a correction.';
  of_entry constant text := 'Reverse the entry instead: accounting.reverse_entry().';
  of_invoice constant text := 'Undo an invoice by booking a return and issuing its credit note.';
  one record;
begin
  for one in
    select *
    from (
      values
        (of_order, 'sales.order_line', 'refuse_change', 'truncate',
          'Lines are not dropped; sales.keep_lines() says which may change.'),
        (of_order, 'sales.order', 'refuse_change', 'delete or truncate',
          'Orders are cancelled, not deleted; sales.keep_orders() says what may change.'),
        (of_order, 'sales.product', 'refuse_change', 'delete or truncate',
          'Lines name products, so that none goes away.'),
        (of_order, 'sales.product', 'refuse_new_code', 'update of code',
          'Lines name products by code, which never changes.'),
        (of_order, 'sales.customer', 'refuse_change', 'delete or truncate',
          'Orders name customers, so that none goes away.'),
        (of_order, 'sales.customer', 'refuse_new_code', 'update of code',
          'Orders name customers by code, which never changes.'),
        (of_move, 'logistics.move', 'refuse_change', 'update or delete or truncate',
          'Moves stay as they were booked.'),
        (of_move, 'logistics.transfer', 'refuse_change', 'update or delete or truncate',
          'Transfers stay as they were booked, as their moves do.'),
        (of_move, 'logistics.parcel', 'refuse_change', 'delete or truncate',
          'Parcels that were shipped stay shipped.'),
        (of_move, 'logistics.parcel', 'refuse_other_contents',
          'update of id, code, order_number, shipped_at, shipped_on',
          'Carrier and tracking number alone may come later.'),
        (of_move, 'logistics.place', 'refuse_change', 'delete or truncate',
          'Moves name places, so that none goes away.'),
        (of_move, 'logistics.place', 'refuse_other_code', 'update of code, kind',
          'Moves name places by code, which never changes.'),
        (of_move, 'logistics.reservation', 'refuse_change', 'truncate',
          'Reservations are deleted, so that on_hand hears of it.'),
        (of_entry, 'accounting.entry', 'keep_booked', 'update or delete or truncate',
          'Entries never change.'),
        (of_entry, 'accounting.posting', 'keep_booked', 'update or delete or truncate',
          'Postings never change.'),
        (of_entry, 'accounting.payment', 'keep_booked', 'update or delete or truncate',
          'Payments never change.'),
        (of_entry, 'accounting.settlement', 'keep_booked', 'update or delete or truncate',
          'Settlements never change.'),
        (of_entry, 'accounting.closing', 'keep_booked', 'update or delete or truncate',
          'The record of closed periods never changes.'),
        (of_entry, 'accounting.open_item', 'keep_booked', 'delete or truncate',
          'Items stay, though they are settled.'),
        (of_invoice, 'accounting.invoice', 'keep_frozen', 'update or delete or truncate',
          'Issued invoices never change.'),
        (of_invoice, 'accounting.invoice_line', 'keep_frozen', 'update or delete or truncate',
          'The lines of issued invoices never change.'),
        (of_invoice, 'accounting.invoice_tax', 'keep_frozen', 'update or delete or truncate',
          'The taxes of issued invoices never change.'),
        (of_invoice, 'accounting.earlier_buyer', 'keep_frozen', 'update or delete or truncate',
          'The buyers of invoices never change.'),
        (of_invoice, 'accounting.invoice_document', 'keep_frozen', 'update or delete or truncate',
          'A file that somebody may have got never changes.'),
        (of_invoice, 'accounting.number_series', 'keep_frozen', 'delete or truncate',
          'A series is not dropped or started again.')
    ) as booked(hint, "table", name, events, why)
  loop
    execute format(
      'create or replace trigger %I before %s on %s for each statement execute function sales.refuse_change(%L)',
      one.name, one.events, one."table", one.hint);
    execute format('comment on trigger %I on %s is %L', one.name, one."table", one.why);
  end loop;
end
$$;

-- Of these rows a part may change.
create or replace trigger keep_item
before update on accounting.open_item
for each row
when (
  (new.entry_id, new.day, new.due_on, new.amount, new.account, new.customer)
  is distinct from (old.entry_id, old.day, old.due_on, old.amount, old.account, old.customer)
)
execute function sales.refuse_change(
  'Reverse the entry instead: accounting.reverse_entry().');

comment on trigger keep_item on accounting.open_item is
  'Nothing of an item changes but how much of it is settled.';

create or replace trigger keep_gapless
before update on accounting.number_series
for each row
when (new.kind <> old.kind or new.last_number < old.last_number)
execute function sales.refuse_change(
  'Undo an invoice by booking a return and issuing its credit note.');

comment on trigger keep_gapless on accounting.number_series is
  'A series never goes back. accounting.check_numbers() sees that it leaves none out.';
