create or replace function sales.set_price_list(fields jsonb)
returns setof sales.price_list
language plpgsql
as $$
#variable_conflict use_column
declare
  earlier sales.price_list;
  new_currency text := upper(left(fields ->> 'currency', 64));
  refusal text;
begin
  select *
  into earlier
  from sales.price_list l
  where l.code = fields ->> 'code'
  for update;
  new_currency := coalesce(new_currency, earlier.currency);
  refusal := coalesce(
    sales.text_refusal(fields ->> 'code', 'code', 64),
    sales.text_refusal(fields ->> 'name', 'name', 200),
    case
      when fields ->> 'code' is null then 'code: is missing'
      when new_currency is null then 'currency: is missing: a list of prices has one'
      when not exists (select from sales.currency c where c.code = new_currency) then
        format('currency: ISO 4217 has no currency %s', left(new_currency, 20))
      when new_currency <> earlier.currency
        and exists (select from sales.price p where p.list = earlier.code)
      then 'currency: the list has prices already; make another list for another currency'
      when (case when fields ? 'validTo' then (fields ->> 'validTo')::date else earlier.valid_to end)
        < coalesce((fields ->> 'validFrom')::date, earlier.valid_from)
      then 'validTo: lies before validFrom'
    end,
    sales.day_refusal((fields ->> 'validFrom')::date, 'validFrom'),
    sales.day_refusal((fields ->> 'validTo')::date, 'validTo')
  );
  if refusal is not null then
    raise exception using
      errcode = 'DJ400',
      message = refusal,
      hint = 'Correct the field and set the list again.';
  end if;
  return query
  insert into sales.price_list as l (code, name, currency, valid_from, valid_to)
  values (
    fields ->> 'code',
    fields ->> 'name',
    new_currency,
    coalesce((fields ->> 'validFrom')::date, '0001-01-01'),
    (fields ->> 'validTo')::date
  )
  on conflict (code) do update
  set
    name = case when fields ? 'name' then excluded.name else l.name end,
    currency = excluded.currency,
    valid_from = case when fields ? 'validFrom' then excluded.valid_from else l.valid_from end,
    valid_to = case when fields ? 'validTo' then excluded.valid_to else l.valid_to end
  returning l.*;
end
$$;

comment on function sales.set_price_list(jsonb) is
  'Creates or changes a list of prices and returns it. `fields` is a json object of code, name, currency, '
  'validFrom and validTo. A field that is not there stays as it is, one that is null is emptied. Raises '
  'DJ400, naming the field, for what cannot be one.';
