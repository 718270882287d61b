create or replace function accounting.earlier_payment(of_key text, of_digest text)
returns bigint
language plpgsql
stable
as $$
declare
  earlier record;
begin
  select p.id, p.digest, p.day, p.amount
  into earlier
  from accounting.payment p
  where p.key = of_key;
  if earlier.digest <> of_digest then
    raise exception using
      errcode = 'DJ409',
      message = format('another payment was booked under this key: %s on %s', earlier.amount, earlier.day),
      hint = 'Check whether it is the one you mean; book a new payment under a new key.';
  end if;
  return earlier.id;
end
$$;

comment on function accounting.earlier_payment(text, text) is
  'Returns the id of the payment that was booked under a key; null if there is none. Raises DJ409 if its digest '
  'is another.';
