create or replace function accounting.record_payment(
  paid_on date,
  paid numeric,
  of_customer text default null,
  on_account text default null,
  reference text default null,
  invoices bigint[] default null,
  key text default null
)
returns setof accounting.whole_payment
language plpgsql
as $$
declare
  answer record;
begin
  select *
  into answer
  from accounting.record_payments(
    jsonb_build_array(
      jsonb_build_object(
        'day', record_payment.paid_on, 'amount', record_payment.paid, 'customer', record_payment.of_customer,
        'account', record_payment.on_account, 'reference', record_payment.reference,
        'invoices', record_payment.invoices, 'key', record_payment.key)),
    record_payment.paid_on);
  if answer.refusal is not null then
    raise exception using
      errcode = answer.refusal_code,
      message = answer.refusal;
  end if;
  return query
  select w.*
  from accounting.whole_payment w
  where w.id = answer.id;
end
$$;

comment on function accounting.record_payment(date, numeric, text, text, text, bigint[], text) is
  'Books one payment as accounting.record_payments() does, and returns it with what it settles. Raises DJ400 '
  'for an amount that is none, DJ404 for an unknown customer, number or account, and DJ409 for invoices of '
  'several customers, for more than the customer has to get, and for a key under which another payment was '
  'booked.';
