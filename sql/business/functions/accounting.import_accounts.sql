create or replace function accounting.import_accounts(lines jsonb, out created integer, out changed integer)
language plpgsql
as $$
declare
  wrong record;
begin
  select l.place, a.code, a.kind
  into wrong
  from jsonb_array_elements(lines) with ordinality l (line, place)
  join accounting.ledger_account a on a.code = l.line ->> 'code' and a.kind <> l.line ->> 'kind'
  order by l.place
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ409',
      message = format('account %s is of the kind %s', wrong.code, wrong.kind),
      hint = 'An account keeps its kind. Make another account, and set this one inactive.';
  end if;
  select r.role, a.code
  into wrong
  from jsonb_array_elements(lines) l (line)
  join accounting.ledger_account a on a.code = l.line ->> 'code'
  join accounting.ledger_role r on r.account = a.code
  where not (l.line ->> 'isActive')::boolean
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ409',
      message = format('account %s plays the role %s', wrong.code, wrong.role),
      hint = 'Give the role to another account first: accounting.set-role.';
  end if;

  with given as (
    select l.line ->> 'code' as code, l.line ->> 'kind' as kind, l.line ->> 'name' as name,
      (l.line ->> 'isActive')::boolean as is_active
    from jsonb_array_elements(lines) l (line)
  ),
  updated as (
    update accounting.ledger_account a
    set name = g.name, is_active = g.is_active
    from given g
    where a.code = g.code
      and (a.name, a.is_active) is distinct from (g.name, g.is_active)
    returning a.code
  ),
  inserted as (
    insert into accounting.ledger_account (code, kind, name, is_active)
    select g.code, g.kind, g.name, g.is_active
    from given g
    on conflict (code) do nothing
    returning code
  )
  select (select count(*) from inserted), (select count(*) from updated)
  into created, changed;
end
$$;

comment on function accounting.import_accounts(jsonb) is
  'Makes accounts, or gives those that exist another name or state, all or none; returns how many. `lines` '
  'is a json array of objects of code, kind, name and isActive. Raises DJ409 for another kind, and for an '
  'account with a role that is to be inactive.';
