create or replace function sales.party_refusal(fields jsonb)
returns text
language plpgsql
stable
as $$
declare
  -- A statement for each step: an expression without a query in it is prepared once, not at each call.
  refusal text := coalesce(
    case when fields ->> 'code' is null then 'code: is missing' end,
    sales.text_refusal(fields ->> 'code', 'code', 64),
    sales.text_refusal(fields ->> 'name', 'name', 200),
    case
      when fields ->> 'language' !~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$' then
        'language: is not a language such as da or pt-BR'
    end,
    sales.email_refusal(fields ->> 'email'),
    'vatId: ' || sales.vat_refusal(fields ->> 'vatId'),
    case
      when fields ->> 'paymentDays' !~ '^[0-9]{1,3}$' then 'paymentDays: is not a number of days from 0 to 366'
      when (fields ->> 'paymentDays')::integer > 366 then 'paymentDays: is more than 366'
    end,
    sales.text_refusal(fields ->> 'country', 'country', 100),
    sales.address_fault(nullif(fields -> 'invoiceAddress', 'null'), 'invoiceAddress'),
    sales.address_fault(nullif(fields -> 'deliveryAddress', 'null'), 'deliveryAddress')
  );
begin
  return coalesce(
    refusal,
    sales.code_refusal(fields ->> 'currency', 'currency'),
    sales.code_refusal(fields ->> 'countryCode', 'countryCode')
  );
end
$$;

comment on function sales.party_refusal(jsonb) is
  'Returns the reason, which begins with the field''s name, why these cannot be fields of a customer or '
  'supplier; null if they can. They are in the form of sales.plain_party().';
