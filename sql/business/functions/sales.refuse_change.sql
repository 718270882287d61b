create or replace function sales.refuse_change()
returns trigger
language plpgsql
as $$
begin
  raise exception using
    errcode = 'DJ409',
    message = format('booked rows of %s.%s cannot be changed', tg_table_schema, tg_table_name),
    detail = format('%s was refused.', lower(tg_op)),
    hint = 'Undo an order with a return, and an invoice with a credit note.';
end
$$;

comment on function sales.refuse_change() is
  'Trigger: refuses to change what is booked (DJ409).';

create or replace trigger refuse_change
before truncate on sales.order_line
for each statement
execute function sales.refuse_change();

create or replace trigger refuse_change
before delete or truncate on sales.order
for each statement
execute function sales.refuse_change();

create or replace trigger refuse_change
before delete or truncate on sales.product
for each statement
execute function sales.refuse_change();

create or replace trigger refuse_new_code
before update of code on sales.product
for each statement
execute function sales.refuse_change();

create or replace trigger refuse_change
before delete or truncate on sales.customer
for each statement
execute function sales.refuse_change();

create or replace trigger refuse_new_code
before update of code on sales.customer
for each statement
execute function sales.refuse_change();

comment on trigger refuse_change on sales.order_line is 'Lines are not dropped; sales.keep_lines() says which may change.';
comment on trigger refuse_change on sales.order is 'Orders are cancelled, not deleted; sales.keep_orders() says what may change.';
comment on trigger refuse_change on sales.product is 'Lines name products, so that none goes away.';
comment on trigger refuse_new_code on sales.product is 'Lines name products by code, which never changes.';
comment on trigger refuse_change on sales.customer is 'Orders name customers, so that none goes away.';
comment on trigger refuse_new_code on sales.customer is 'Orders name customers by code, which never changes.';
