create or replace function accounting.keep_accounts()
returns trigger
language plpgsql
as $$
begin
  raise exception using
    errcode = 'DJ409',
    message = 'an account keeps its code and its kind, and is not deleted',
    detail = format('%s of %s.%s was refused.', lower(tg_op), tg_table_schema, tg_table_name),
    hint = 'Make another account, and set is_active to false for this one.';
end
$$;

comment on function accounting.keep_accounts() is
  'Trigger: refuses to delete an account, or to change its code or kind (DJ409), since postings name it.';

create or replace trigger keep_accounts
before delete or truncate on accounting.ledger_account
for each statement
execute function accounting.keep_accounts();

create or replace trigger keep_code
before update on accounting.ledger_account
for each row
when (new.code <> old.code or new.kind <> old.kind)
execute function accounting.keep_accounts();

create or replace trigger keep_accounts
before delete or truncate on accounting.ledger_role
for each statement
execute function accounting.keep_accounts();

create or replace trigger keep_role
before update on accounting.ledger_role
for each row
when (new.role <> old.role or new.kind <> old.kind)
execute function accounting.keep_accounts();

comment on trigger keep_accounts on accounting.ledger_account is
  'Postings name accounts, so that none goes away.';
comment on trigger keep_code on accounting.ledger_account is
  'Postings name accounts by code; the reports sort by kind.';
comment on trigger keep_accounts on accounting.ledger_role is 'Each role is played by an account.';
comment on trigger keep_role on accounting.ledger_role is 'Only the account of a role changes.';
