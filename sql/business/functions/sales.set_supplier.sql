create or replace function sales.set_supplier(fields jsonb)
returns setof sales.whole_supplier
language plpgsql
as $$
declare
  plain jsonb := sales.plain_party(fields);
  refusal text := sales.party_refusal(plain);
begin
  if refusal is not null then
    raise exception using
      errcode = 'DJ400',
      message = refusal,
      hint = 'Correct the field and set the supplier again.';
  end if;
  perform sales.write_party('supplier', plain);
  return query
  select w.*
  from sales.whole_supplier w
  where w.code = plain ->> 'code';
end
$$;

comment on function sales.set_supplier(jsonb) is
  'Creates or changes a supplier and returns it. `fields` is a json object of code, name, language, email, '
  'vatId, paymentDays, currency, country, countryCode, invoiceAddress and deliveryAddress. A field that is '
  'not there stays as it is, one that is null is emptied. Raises DJ400, naming the field, for what cannot '
  'be one.';
