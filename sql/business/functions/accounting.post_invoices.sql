create or replace function accounting.post_invoices()
returns trigger
language plpgsql
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_material = off
as $$
declare
  receivables text;
  sales text;
  tax_payable text;
  usual_days integer;
begin
  select
    min(r.account) filter (where r.role = 'receivables'),
    min(r.account) filter (where r.role = 'sales'),
    min(r.account) filter (where r.role = 'tax-payable')
  into receivables, sales, tax_payable
  from accounting.ledger_role r
  where r.role in ('receivables', 'sales', 'tax-payable');

  select s.payment_days
  into usual_days
  from sales.shop s;

  with made as (
    insert into accounting.entry (source, source_id, day, posting_count)
    select
      'invoice', a.id, a.issued_on,
      1 + (a.total + coalesce(a.tax, 0) <> 0)::integer + (coalesce(a.tax, 0) <> 0)::integer
    from added a
    returning id, source_id
  ),
  booked as materialized (
    -- The order makes this a look into the key's index, also where the plan was made while there were few
    -- invoices: with = alone, each other index that has the id seemed as good then, and was read as a whole.
    select m.id, m.source_id, a.issued_on, a.total, a.tax, a.total + coalesce(a.tax, 0) as gross, a.customer
    from made m
    cross join lateral (
      select i.issued_on, i.total, i.tax, i.customer
      from accounting.invoice i
      where i.id between m.source_id and m.source_id
      order by i.id
      limit 1
    ) a
  ),
  posted as (
    insert into accounting.posting (entry_id, line, day, account, amount, customer, invoice_id)
    select
      b.id,
      -- Taxes of mixed signs can leave nothing to pay.
      case when b.gross = 0 then l.line - 1 else l.line end,
      b.issued_on, l.account, l.amount, b.customer, b.source_id
    from booked b
    cross join lateral (
      values (1, receivables, b.gross), (2, sales, - b.total), (3, tax_payable, - b.tax)
    ) l (line, account, amount)
    where l.amount <> 0
  )
  insert into accounting.open_item (entry_id, day, due_on, amount, account, customer)
  select
    b.id, b.issued_on,
    b.issued_on + case when b.gross > 0 then coalesce(c.payment_days, usual_days) else 0 end, b.gross, receivables,
    b.customer
  from booked b
  left join sales.customer c on c.code = b.customer
  where b.gross <> 0;
  return null;
end
$$;

comment on function accounting.post_invoices() is
  'Trigger: posts each new invoice, or credit note, to the ledger, receivables (gross) against sales (net) '
  'and tax payable, and keeps what is open of it. It is due after the customer''s days of payment, or the '
  'shop''s if none are agreed; a credit note at once.';

create or replace trigger post_invoices
after insert on accounting.invoice
referencing new table as added
for each statement
execute function accounting.post_invoices();

comment on trigger post_invoices on accounting.invoice is 'An invoice is posted in its own transaction.';
