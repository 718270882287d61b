create or replace function accounting.assign_line(
  line bigint,
  today date,
  to_customer text default null,
  invoices bigint[] default null,
  is_aside boolean default false,
  on_day date default null,
  on_account text default null,
  note text default null
)
returns void
language plpgsql
set jit = off
set enable_seqscan = off
set lock_timeout = '10s'
as $$
#variable_conflict use_variable
declare
  found_line accounting.bank_line;
  is_reversal boolean;
  last record;
  refusal text;
begin
  -- A second person who assigns the same line waits here.
  select *
  into found_line
  from accounting.bank_line l
  where l.id = assign_line.line
  for no key update;
  if not found then
    raise exception using
      errcode = 'DJ404',
      message = format('there is no line %s of a bank statement', assign_line.line);
  end if;
  select e.is_reversal
  into is_reversal
  from accounting.bank_entry e
  where e.id = found_line.entry_id;
  if found_line.amount < 0 or is_reversal then
    raise exception using
      errcode = 'DJ409',
      message = format('line %s is no payment of a customer: it is a debit, or undoes another one', line),
      hint = 'Book it by hand: accounting.record-payment for what was paid back, accounting.post-entry for others.';
  end if;
  select m.way, m.payment_id, e.id as entry_id
  into last
  from accounting.bank_match m
  left join accounting.entry e on e.source = 'payment' and e.source_id = m.payment_id
  where m.line_id = assign_line.line
  order by m.id desc
  limit 1;
  if found and last.payment_id is not null
    and not exists (select from accounting.entry r where r.reverses = last.entry_id) then
    raise exception using
      errcode = 'DJ409',
      message = format('line %s is booked as payment %s', line, last.payment_id),
      hint = format('Reverse entry %s first.', last.entry_id);
  end if;
  if (num_nonnulls(to_customer, invoices) > 0) = is_aside then
    raise exception using
      errcode = 'DJ400',
      message = 'a line is assigned to a customer or to invoices, or set aside';
  end if;

  if is_aside then
    insert into accounting.bank_match (line_id, way, text)
    values (assign_line.line, 'set-aside', note);
    delete from accounting.bank_clearing c
    where c.line_id = assign_line.line;
    return;
  end if;
  delete from accounting.bank_clearing c
  where c.line_id = assign_line.line;
  perform accounting.book_lines(
    jsonb_build_array(
      jsonb_build_object(
        'line', line, 'way', 'assigned', 'customer', to_customer, 'invoices', invoices, 'day', on_day, 'text', note)),
    on_account, today);
  select c.why
  into refusal
  from accounting.bank_clearing c
  where c.line_id = assign_line.line;
  if found then
    raise exception using
      errcode = 'DJ409',
      message = refusal;
  end if;
end
$$;

comment on function accounting.assign_line(bigint, date, text, bigint[], boolean, date, text, text) is
  'Books a line of a bank statement as the payment of a customer, or of invoices, or sets it aside as none; '
  'either takes it off the clearing list. A line whose payment was reversed, or that was set aside, can be '
  'assigned again. The payment bears the day of the bank unless another is given. Raises DJ400 without '
  'either of them or with both, DJ404 for an unknown line, DJ409 for a debit, for a line that is booked, and '
  'for what cannot be booked.';
