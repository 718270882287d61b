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
set enable_seqscan = off
as $$
#variable_conflict use_column
declare
  new_digest text := encode(
    sha256(
      convert_to(
        jsonb_build_array(
          paid_on, trim_scale(paid), of_customer, on_account, record_payment.reference, invoices)::text,
        'UTF8')), 'hex');
  money text := coalesce(on_account, accounting.role_account('bank'));
  prepayments text := accounting.role_account('prepayments');
  -- 1 if the customer pays, -1 if the customer is paid.
  sign integer := sign(paid);
  rest numeric := abs(paid);
  payer text := of_customer;
  named bigint[];
  taken bigint[] := '{}';
  amounts numeric[] := '{}';
  items refcursor;
  item record;
  new_id bigint;
  new_entry bigint;
begin
  if (paid <> 0 and paid = round(paid, 2) and abs(paid) < 1e15) is not true then
    raise exception using
      errcode = 'DJ400',
      message = 'the amount has at most 2 decimals, is not 0, and lies below 10^15';
  end if;
  if char_length(key) not between 1 and 200 or char_length(record_payment.reference) not between 1 and 500 then
    raise exception using
      errcode = 'DJ400',
      message = 'a key has 1 to 200 characters, and a reference 1 to 500';
  end if;
  new_id := accounting.earlier_payment(key, new_digest);
  if new_id is not null then
    return query
    select * from accounting.whole_payment w where w.id = new_id;
    return;
  end if;

  if not exists (select from accounting.ledger_account a where a.code = money and a.is_active) then
    raise exception using
      errcode = 'DJ404',
      message = format('there is no active account %s', money),
      hint = 'accounting.list-accounts lists the accounts.';
  end if;
  if of_customer is not null and not exists (select from sales.customer c where c.code = of_customer) then
    raise exception using
      errcode = 'DJ404',
      message = format('there is no customer %s', of_customer);
  end if;
  if invoices is not null then
    select array_agg(i.entry_id), coalesce(of_customer, min(i.customer))
    into named, payer
    from accounting.payment_items(invoices, sign < 0) i;
    if exists (
      select from accounting.open_item i where i.entry_id = any (named) and i.customer is distinct from payer
    ) then
      raise exception using
        errcode = 'DJ409',
        message = 'the invoices are not all of one customer, who pays them',
        hint = 'Book a payment for each customer.';
    end if;
  end if;

  -- A second caller with the same key waits here for the first, and takes its place if it did not commit.
  insert into accounting.payment (day, amount, account, customer, reference, key, digest)
  values (
    paid_on, paid, money, payer, record_payment.reference, key, case when key is not null then new_digest end)
  on conflict (key) do nothing
  returning id into new_id;
  if not found then
    new_id := accounting.earlier_payment(key, new_digest);
    return query
    select * from accounting.whole_payment w where w.id = new_id;
    return;
  end if;

  -- Another payment of the same items waits here, and then finds less open. All lock in the order of due days.
  if named is null then
    open items for
      select i.entry_id, abs(i.open) as open
      from accounting.open_item i
      where i.open <> 0
        and i.amount * sign > 0
        and i.customer = payer
      order by i.due_on, i.entry_id
      for no key update;
  else
    open items for
      select i.entry_id, abs(i.open) as open
      from accounting.open_item i
      where i.open <> 0
        and i.entry_id = any (named)
      order by i.due_on, i.entry_id
      for no key update;
  end if;
  while rest > 0 loop
    fetch items into item;
    exit when not found;
    taken := taken || item.entry_id;
    amounts := amounts || least(rest, item.open);
    rest := rest - least(rest, item.open);
  end loop;
  close items;
  if sign < 0 and rest > 0 then
    raise exception using
      errcode = 'DJ409',
      message = format('%s more would be paid to the customer than there is to get', rest),
      hint = 'Issue a credit note first, or name the credit notes that are open.';
  end if;

  with made as (
    insert into accounting.entry (source, source_id, day, posting_count)
    values ('payment', new_id, paid_on, 1 + cardinality(taken) + (rest > 0)::integer)
    returning id
  ),
  posted as (
    insert into accounting.posting (entry_id, line, day, account, amount, customer, invoice_id)
    select m.id, 1, paid_on, money, paid, payer, null
    from made m
    union all
    select m.id, 1 + t.place, paid_on, i.account, - sign * t.amount, payer, e.source_id
    from made m
    cross join unnest(taken, amounts) with ordinality t (item, amount, place)
    join accounting.open_item i on i.entry_id = t.item
    join accounting.entry e on e.id = t.item
    union all
    select m.id, 2 + cardinality(taken), paid_on, prepayments, - rest, payer, null
    from made m
    where rest > 0
  )
  insert into accounting.open_item (entry_id, day, due_on, amount, account, customer)
  select m.id, paid_on, paid_on, - paid, prepayments, payer
  from made m
  returning entry_id into new_entry;

  insert into accounting.settlement (debit_id, credit_id, entry_id, amount)
  select
    case when sign > 0 then t.item else new_entry end, case when sign > 0 then new_entry else t.item end,
    new_entry, t.amount
  from unnest(taken, amounts) t (item, amount);

  return query
  select * from accounting.whole_payment w where w.id = new_id;
end
$$;

comment on function accounting.record_payment(date, numeric, text, text, text, bigint[], text) is
  'Books a payment and returns it. It settles the invoices whose numbers are given, or those of the customer, the '
  'ones due first before others; what is left is the customer''s prepayment. A negative amount is paid to the '
  'customer, and settles credit notes and prepayments, never more. The same payment under the same `key` again '
  'books none: the first is returned. Raises DJ400 for an amount that is none, DJ404 for an unknown customer, '
  'number or account, and DJ409 for invoices of several customers, for more than the customer has to get, and '
  'for a key under which another payment was booked.';
