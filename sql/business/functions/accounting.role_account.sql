create or replace function accounting.role_account(of_role text)
returns text
language sql
stable
as $$
  select r.account
  from accounting.ledger_role r
  where r.role = of_role
$$;

comment on function accounting.role_account(text) is
  'Returns the account that plays a role, such as receivables; null for an unknown role.';
