create or replace function accounting.keep_statements()
returns trigger
language plpgsql
as $$
begin
  raise exception using
    errcode = 'DJ409',
    message = format('rows of %s.%s cannot be changed', tg_table_schema, tg_table_name),
    detail = format('%s was refused.', lower(tg_op)),
    hint = 'The bank''s statements and the letters stay as they are.';
end
$$;

comment on function accounting.keep_statements() is
  'Trigger: refuses to change or delete what the bank stated, and letters that were written (DJ409).';

create or replace trigger keep_statements
before update or delete or truncate on accounting.bank_statement
for each statement
execute function accounting.keep_statements();

create or replace trigger keep_statements
before update or delete or truncate on accounting.bank_entry
for each statement
execute function accounting.keep_statements();

create or replace trigger keep_statements
before update or delete or truncate on accounting.bank_line
for each statement
execute function accounting.keep_statements();

create or replace trigger keep_statements
before update or delete or truncate on accounting.bank_match
for each statement
execute function accounting.keep_statements();

create or replace trigger keep_statements
before update or delete or truncate on accounting.reminder
for each statement
execute function accounting.keep_statements();

create or replace trigger keep_statements
before update or delete or truncate on accounting.reminder_item
for each statement
execute function accounting.keep_statements();

comment on trigger keep_statements on accounting.bank_statement is 'Statements never change.';
comment on trigger keep_statements on accounting.bank_entry is 'Entries of the bank never change.';
comment on trigger keep_statements on accounting.bank_line is 'Lines of the bank never change.';
comment on trigger keep_statements on accounting.bank_match is 'The fate of a line never changes.';
comment on trigger keep_statements on accounting.reminder is 'Letters never change.';
comment on trigger keep_statements on accounting.reminder_item is 'The list of a letter never changes.';
