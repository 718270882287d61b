create or replace function accounting.reverse_entry(of_entry bigint, reverse_day date, reason text)
returns setof accounting.whole_entry
language plpgsql
set jit = off
set enable_seqscan = off
as $$
declare
  old accounting.entry;
  new_id bigint;
  later bigint;
  refusal text := coalesce(
    sales.day_refusal(reverse_day, 'day'),
    case when char_length(reason) > 500 then 'text has more than 500 characters' end);
begin
  if refusal is not null then
    raise exception using errcode = 'DJ400', message = refusal;
  end if;
  select *
  into old
  from accounting.entry e
  where e.id = of_entry;
  if not found then
    raise exception using
      errcode = 'DJ404',
      message = format('there is no entry %s', of_entry);
  end if;
  if old.source = 'invoice' then
    raise exception using
      errcode = 'DJ409',
      message = format('entry %s books an invoice', of_entry),
      hint = 'Undo an invoice by booking a return and issuing its credit note.';
  end if;
  if old.source = 'reversal' then
    raise exception using
      errcode = 'DJ409',
      message = format('entry %s is a reversal itself', of_entry),
      hint = 'Book again what it reversed.';
  end if;

  -- The items that it settled, in the order in which all lock them.
  perform
  from accounting.open_item i
  where i.entry_id = of_entry
    or i.entry_id in (select s.debit_id from accounting.settlement s where s.entry_id = of_entry)
    or i.entry_id in (select s.credit_id from accounting.settlement s where s.entry_id = of_entry)
  order by i.due_on, i.entry_id
  for no key update;

  select s.entry_id
  into later
  from accounting.settlement s
  where of_entry in (s.debit_id, s.credit_id)
    and s.entry_id is distinct from of_entry
    and s.undoes is null
    and not exists (select from accounting.settlement u where u.undoes = s.id)
    and not exists (select from accounting.entry r where r.reverses = of_entry)
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ409',
      message = format('what entry %s paid in advance has settled others since', of_entry),
      hint = coalesce(format('Reverse entry %s first.', later), 'It cannot be reversed any more.');
  end if;

  with made as (
    insert into accounting.entry (source, reverses, day, text, posting_count)
    values ('reversal', of_entry, reverse_day, nullif(reason, ''), old.posting_count)
    on conflict (reverses) do nothing
    returning id
  ),
  posted as (
    insert into accounting.posting (entry_id, line, day, account, amount, customer, invoice_id)
    select m.id, p.line, reverse_day, p.account, - p.amount, p.customer, p.invoice_id
    from made m
    join accounting.posting p on p.entry_id = of_entry
  ),
  items as (
    -- The reversal of a payment settles that payment.
    insert into accounting.open_item (entry_id, day, due_on, amount, account, customer)
    select m.id, reverse_day, reverse_day, - i.amount, i.account, i.customer
    from made m
    join accounting.open_item i on i.entry_id = of_entry
  )
  select m.id
  into new_id
  from made m;
  if new_id is null then
    raise exception using
      errcode = 'DJ409',
      message = format('entry %s is reversed already', of_entry);
  end if;

  insert into accounting.settlement (debit_id, credit_id, entry_id, undoes, amount)
  select s.debit_id, s.credit_id, new_id, s.id, - s.amount
  from accounting.settlement s
  where s.entry_id = of_entry;

  insert into accounting.settlement (debit_id, credit_id, entry_id, amount)
  select
    case when i.amount > 0 then of_entry else new_id end, case when i.amount > 0 then new_id else of_entry end,
    new_id, abs(i.amount)
  from accounting.open_item i
  where i.entry_id = of_entry;

  return query
  select *
  from accounting.whole_entry w
  where w.id = new_id;
end
$$;

comment on function accounting.reverse_entry(bigint, date, text) is
  'Books the reversal of an entry and returns it; what a payment had settled is open again. Raises DJ400 for '
  'a day that is none and a reason of more than 500 characters, DJ404 for an unknown entry, and DJ409 for '
  'one that is reversed already, is a reversal or books an invoice, and for a payment of which something was '
  'used since.';
