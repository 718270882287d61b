create or replace function sales.write_party(role text, fields jsonb)
returns void
language plpgsql
as $$
#variable_conflict use_column
declare
  new_address jsonb;
  use text;
  earlier bigint;
begin
  -- Two statements that are planned once, rather than one that is planned for each row of an import.
  if role = 'customer' then
    insert into sales.customer as p (
      code, name, language, email, vat_id, payment_days, currency, country, country_code)
    values (
      fields ->> 'code', fields ->> 'name', fields ->> 'language', fields ->> 'email', fields ->> 'vatId',
      (fields ->> 'paymentDays')::integer, fields ->> 'currency', fields ->> 'country', fields ->> 'countryCode')
    on conflict (code) do update
    set
      name = case when fields ? 'name' then excluded.name else p.name end,
      language = case when fields ? 'language' then excluded.language else p.language end,
      email = case when fields ? 'email' then excluded.email else p.email end,
      vat_id = case when fields ? 'vatId' then excluded.vat_id else p.vat_id end,
      payment_days = case when fields ? 'paymentDays' then excluded.payment_days else p.payment_days end,
      currency = case when fields ? 'currency' then excluded.currency else p.currency end,
      country = case when fields ? 'country' then excluded.country else p.country end,
      country_code = case when fields ? 'countryCode' then excluded.country_code else p.country_code end;
  else
    insert into sales.supplier as p (
      code, name, language, email, vat_id, payment_days, currency, country, country_code)
    values (
      fields ->> 'code', fields ->> 'name', fields ->> 'language', fields ->> 'email', fields ->> 'vatId',
      (fields ->> 'paymentDays')::integer, fields ->> 'currency', fields ->> 'country', fields ->> 'countryCode')
    on conflict (code) do update
    set
      name = case when fields ? 'name' then excluded.name else p.name end,
      language = case when fields ? 'language' then excluded.language else p.language end,
      email = case when fields ? 'email' then excluded.email else p.email end,
      vat_id = case when fields ? 'vatId' then excluded.vat_id else p.vat_id end,
      payment_days = case when fields ? 'paymentDays' then excluded.payment_days else p.payment_days end,
      currency = case when fields ? 'currency' then excluded.currency else p.currency end,
      country = case when fields ? 'country' then excluded.country else p.country end,
      country_code = case when fields ? 'countryCode' then excluded.country_code else p.country_code end;
  end if;

  -- The row above is locked now, so nobody else changes its addresses meanwhile.
  foreach use in array array['invoice', 'delivery'] loop
    continue when not fields ? (use || 'Address');
    new_address := nullif(fields -> (use || 'Address'), 'null');
    if role = 'customer' then
      select id
      into earlier
      from sales.address
      where customer = fields ->> 'code'
        and kind = use;
    else
      select id
      into earlier
      from sales.address
      where supplier = fields ->> 'code'
        and kind = use;
    end if;
    if coalesce(jsonb_array_length(nullif(new_address -> 'lines', 'null')), 0) = 0
      and num_nonnulls(
        new_address ->> 'postcode', new_address ->> 'city', new_address ->> 'region',
        new_address ->> 'countryCode') = 0
    then
      delete from sales.address
      where id = earlier;
    elsif earlier is null then
      insert into sales.address (customer, supplier, kind, lines, postcode, city, region, country)
      values (
        case when role = 'customer' then fields ->> 'code' end,
        case when role = 'supplier' then fields ->> 'code' end,
        use,
        sales.address_lines(new_address),
        new_address ->> 'postcode',
        new_address ->> 'city',
        new_address ->> 'region',
        new_address ->> 'countryCode'
      );
    else
      update sales.address
      set
        lines = sales.address_lines(new_address),
        postcode = new_address ->> 'postcode',
        city = new_address ->> 'city',
        region = new_address ->> 'region',
        country = new_address ->> 'countryCode'
      where id = earlier;
    end if;
  end loop;
end
$$;

comment on function sales.write_party(text, jsonb) is
  'Creates or changes a customer or a supplier: `role` is customer or supplier. A field that is not there '
  'stays as it is, one that is null is emptied. The fields have passed sales.party_refusal().';
