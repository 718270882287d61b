create or replace function accounting.post_entry(entry_day date, entry_text text, lines jsonb)
returns setof accounting.whole_entry
language plpgsql
as $$
declare
  refusal text;
  kept text;
  new_id bigint;
begin
  select
    case
      when sales.day_refusal(entry_day, 'day') is not null then sales.day_refusal(entry_day, 'day')
      when char_length(coalesce(entry_text, '')) not between 1 and 500 then 'text must have 1 to 500 characters'
      when count(*) < 2 then 'an entry has at least two lines'
      when max(char_length(l.account)) > 20 or max(char_length(l.customer)) > 64 then
        'an account has at most 20 characters, and a customer 64'
      when not bool_and(coalesce(l.amount <> 0 and l.amount = round(l.amount, 2) and abs(l.amount) < 1e15, false))
        then 'each amount has at most 2 decimals, is not 0, and lies below 10^15'
      when sum(l.amount) <> 0 then format('the lines do not balance: their sum is %s', sum(l.amount))
    end,
    min(l.account) filter (
      where l.account in (accounting.role_account('receivables'), accounting.role_account('prepayments'))
    )
  into refusal, kept
  from jsonb_to_recordset(lines) l (account text, amount numeric, customer text);
  if refusal is not null then
    raise exception using
      errcode = 'DJ400',
      message = refusal;
  end if;
  if kept is not null then
    raise exception using
      errcode = 'DJ409',
      message = format('account %s is posted to by invoices and payments alone', kept),
      hint = 'So that it stays the sum of what is open. Book an invoice, a return or a payment.';
  end if;

  with made as (
    insert into accounting.entry (source, day, text, posting_count)
    values ('manual', entry_day, entry_text, jsonb_array_length(lines))
    returning id
  ),
  posted as (
    insert into accounting.posting (entry_id, line, day, account, amount, customer)
    select m.id, l.place, entry_day, l.line ->> 'account', (l.line ->> 'amount')::numeric, l.line ->> 'customer'
    from made m
    cross join jsonb_array_elements(lines) with ordinality l (line, place)
  )
  select m.id
  into new_id
  from made m;

  return query
  select *
  from accounting.whole_entry w
  where w.id = new_id;
end
$$;

comment on function accounting.post_entry(date, text, jsonb) is
  'Books an entry by hand and returns it. `lines` is a json array of objects of account, amount (positive is '
  'debit) and perhaps customer. Raises DJ400 for a day that is none, for long texts, and unless the lines '
  'balance, and DJ409 for a closed period, an account that is not active, and the accounts of receivables '
  'and prepayments.';
