create or replace function accounting.keep_booked()
returns trigger
language plpgsql
as $$
begin
  raise exception using
    errcode = 'DJ409',
    message = format('booked rows of %s.%s cannot be changed', tg_table_schema, tg_table_name),
    detail = format('%s was refused.', lower(tg_op)),
    hint = 'Reverse the entry instead: accounting.reverse_entry().';
end
$$;

comment on function accounting.keep_booked() is
  'Trigger: refuses to change or delete what is booked in the ledger (DJ409).';

create or replace trigger keep_booked
before update or delete or truncate on accounting.entry
for each statement
execute function accounting.keep_booked();

create or replace trigger keep_booked
before update or delete or truncate on accounting.posting
for each statement
execute function accounting.keep_booked();

create or replace trigger keep_booked
before update or delete or truncate on accounting.payment
for each statement
execute function accounting.keep_booked();

create or replace trigger keep_booked
before update or delete or truncate on accounting.settlement
for each statement
execute function accounting.keep_booked();

create or replace trigger keep_booked
before update or delete or truncate on accounting.closing
for each statement
execute function accounting.keep_booked();

create or replace trigger keep_booked
before delete or truncate on accounting.open_item
for each statement
execute function accounting.keep_booked();

create or replace trigger keep_item
before update on accounting.open_item
for each row
when (
  (new.entry_id, new.day, new.due_on, new.amount, new.account, new.customer)
  is distinct from (old.entry_id, old.day, old.due_on, old.amount, old.account, old.customer)
)
execute function accounting.keep_booked();

comment on trigger keep_booked on accounting.entry is 'Entries never change.';
comment on trigger keep_booked on accounting.posting is 'Postings never change.';
comment on trigger keep_booked on accounting.payment is 'Payments never change.';
comment on trigger keep_booked on accounting.settlement is 'Settlements never change.';
comment on trigger keep_booked on accounting.closing is 'The record of closed periods never changes.';
comment on trigger keep_booked on accounting.open_item is 'Items stay, though they are settled.';
comment on trigger keep_item on accounting.open_item is 'Nothing of an item changes but how much of it is settled.';
