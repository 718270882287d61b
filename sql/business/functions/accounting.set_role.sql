create or replace function accounting.set_role(role text, account text)
returns text
language plpgsql
as $$
#variable_conflict use_column
declare
  needed text;
begin
  select r.kind
  into needed
  from accounting.ledger_role r
  where r.role = set_role.role;
  if not found then
    raise exception using
      errcode = 'DJ404',
      message = format('there is no role “%s”', left(set_role.role, 64)),
      hint = 'accounting.list-accounts lists the accounts with their roles.';
  end if;
  if not exists (
    select
    from accounting.ledger_account a
    where a.code = set_role.account
      and a.kind = needed
      and a.is_active
  ) then
    raise exception using
      errcode = 'DJ409',
      message = format('account %s cannot play the role %s', set_role.account, set_role.role),
      hint = format('Name an active account of the kind %s.', needed);
  end if;
  update accounting.ledger_role r
  set account = set_role.account
  where r.role = set_role.role;
  return set_role.account;
end
$$;

comment on function accounting.set_role(text, text) is
  'Gives a role to another account, and returns it. What is booked stays where it is. Raises DJ404 for an '
  'unknown role, and DJ409 for an account that is not an active one of the role''s kind.';
