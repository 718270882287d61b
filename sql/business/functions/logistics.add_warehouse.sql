create or replace function logistics.add_warehouse(code text, name text)
returns void
language plpgsql
as $$
#variable_conflict use_column
declare
  refusal text := coalesce(
    logistics.text_refusal('the code', add_warehouse.code, 64),
    logistics.text_refusal('the name', add_warehouse.name, 100)
  );
begin
  if refusal is not null then
    raise exception using errcode = 'DJ400', message = refusal;
  end if;
  insert into logistics.place (code, name, kind)
  values (add_warehouse.code, add_warehouse.name, 'warehouse')
  on conflict (code) do nothing;
  if not found then
    raise exception using
      errcode = 'DJ409',
      message = format('place %s exists already', add_warehouse.code),
      hint = 'Choose another code.';
  end if;
end
$$;

comment on function logistics.add_warehouse(text, text) is
  'Adds a warehouse. Raises DJ400 for an empty or long text, and DJ409 for a code that exists.';
