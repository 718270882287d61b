create or replace function logistics.require_warehouse(code text)
returns text
language plpgsql
stable
as $$
#variable_conflict use_column
declare
  wanted text := coalesce(require_warehouse.code, 'main');
begin
  if not exists (select from logistics.place p where p.code = wanted and p.kind = 'warehouse') then
    raise exception using
      errcode = 'DJ404',
      message = format('there is no warehouse %s', left(wanted, 64)),
      hint = 'Add it first, or name another one.';
  end if;
  return wanted;
end
$$;

comment on function logistics.require_warehouse(text) is
  'Returns the code of a warehouse; null means main. Raises DJ404 if there is none of that code.';
