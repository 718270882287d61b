create or replace function accounting.keep_frozen()
returns trigger
language plpgsql
as $$
begin
  raise exception using
    errcode = 'DJ409',
    message = format('issued rows of %s.%s cannot be changed', tg_table_schema, tg_table_name),
    detail = format('%s was refused.', lower(tg_op)),
    hint = 'Undo an invoice by booking a return and issuing its credit note.';
end
$$;

comment on function accounting.keep_frozen() is
  'Trigger: refuses to change or delete what is issued (DJ409).';

create or replace trigger keep_frozen
before update or delete or truncate on accounting.invoice
for each statement
execute function accounting.keep_frozen();

create or replace trigger keep_frozen
before update or delete or truncate on accounting.invoice_line
for each statement
execute function accounting.keep_frozen();

create or replace trigger keep_frozen
before update or delete or truncate on accounting.invoice_tax
for each statement
execute function accounting.keep_frozen();

create or replace trigger keep_frozen
before update or delete or truncate on accounting.invoice_document
for each statement
execute function accounting.keep_frozen();

create or replace trigger keep_frozen
before delete or truncate on accounting.number_series
for each statement
execute function accounting.keep_frozen();

create or replace trigger keep_gapless
before update on accounting.number_series
for each row
when (new.kind <> old.kind or new.last_number < old.last_number)
execute function accounting.keep_frozen();

comment on trigger keep_frozen on accounting.invoice is 'Issued invoices never change.';
comment on trigger keep_frozen on accounting.invoice_line is 'The lines of issued invoices never change.';
comment on trigger keep_frozen on accounting.invoice_tax is 'The taxes of issued invoices never change.';
comment on trigger keep_frozen on accounting.invoice_document is 'A file that somebody may have got never changes.';
comment on trigger keep_frozen on accounting.number_series is 'A series is not dropped or started again.';
comment on trigger keep_gapless on accounting.number_series is
  'A series never goes back. accounting.check_numbers() sees that it leaves none out.';
