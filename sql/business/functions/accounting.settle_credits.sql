create or replace function accounting.settle_credits(of_customer text, settle_day date)
returns numeric
language plpgsql
set jit = off
set enable_seqscan = off
as $$
declare
  debits accounting.open_item[];
  credits accounting.open_item[];
  d integer := 1;
  c integer := 1;
  left_of_debit numeric;
  left_of_credit numeric;
  part numeric;
  debit_ids bigint[] := '{}';
  credit_ids bigint[] := '{}';
  parts numeric[] := '{}';
  total numeric := 0;
  new_entry bigint;
  moved integer;
begin
  perform
  from accounting.open_item i
  where i.customer = of_customer
    and i.open <> 0
  order by i.due_on, i.entry_id
  for no key update;

  select
    array_agg(i order by i.due_on, i.entry_id) filter (where i.open > 0),
    array_agg(i order by i.due_on, i.entry_id) filter (where i.open < 0)
  into debits, credits
  from accounting.open_item i
  where i.customer = of_customer
    and i.open <> 0;
  if debits is null or credits is null then
    return 0;
  end if;

  left_of_debit := debits[1].open;
  left_of_credit := - credits[1].open;
  while d <= cardinality(debits) and c <= cardinality(credits) loop
    part := least(left_of_debit, left_of_credit);
    debit_ids := debit_ids || debits[d].entry_id;
    credit_ids := credit_ids || credits[c].entry_id;
    parts := parts || part;
    total := total + part;
    left_of_debit := left_of_debit - part;
    left_of_credit := left_of_credit - part;
    if left_of_debit = 0 then
      d := d + 1;
      left_of_debit := debits[d].open;
    end if;
    if left_of_credit = 0 then
      c := c + 1;
      left_of_credit := - credits[c].open;
    end if;
  end loop;

  -- Where both stand on one account there is nothing to book.
  select count(*)
  into moved
  from unnest(debit_ids, credit_ids) p (debit_id, credit_id)
  join accounting.open_item x on x.entry_id = p.debit_id
  join accounting.open_item y on y.entry_id = p.credit_id and y.account <> x.account;
  if moved > 0 then
    with made as (
      insert into accounting.entry (source, day, posting_count)
      values ('settlement', settle_day, 2 * moved)
      returning id
    ),
    pairs as (
      select
        p.amount, x.account as debit_account, y.account as credit_account, e.source_id as invoice_id,
        row_number() over (order by p.place) as place
      from unnest(debit_ids, credit_ids, parts) with ordinality p (debit_id, credit_id, amount, place)
      join accounting.open_item x on x.entry_id = p.debit_id
      join accounting.open_item y on y.entry_id = p.credit_id and y.account <> x.account
      left join accounting.entry e on e.id = p.debit_id and e.source = 'invoice'
    ),
    posted as (
      insert into accounting.posting (entry_id, line, day, account, amount, customer, invoice_id)
      select
        m.id, 2 * p.place - s.side, settle_day, case s.side when 1 then p.credit_account else p.debit_account end,
        case s.side when 1 then p.amount else - p.amount end, of_customer, p.invoice_id
      from made m
      cross join pairs p
      cross join (values (0), (1)) s (side)
    )
    select m.id
    into new_entry
    from made m;
  end if;

  insert into accounting.settlement (debit_id, credit_id, entry_id, amount)
  select p.debit_id, p.credit_id, case when y.account <> x.account then new_entry end, p.amount
  from unnest(debit_ids, credit_ids, parts) p (debit_id, credit_id, amount)
  join accounting.open_item x on x.entry_id = p.debit_id
  join accounting.open_item y on y.entry_id = p.credit_id;
  return total;
end
$$;

comment on function accounting.settle_credits(text, date) is
  'Settles what a customer owes with the credit notes and prepayments that the customer has, those due first '
  'before others, and returns the amount; 0 if there was nothing to settle.';
