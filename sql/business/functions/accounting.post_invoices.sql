create or replace function accounting.post_invoices()
returns trigger
language plpgsql
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  receivables text;
  sales text;
  usual_days integer;
begin
  select
    min(r.account) filter (where r.role = 'receivables'),
    min(r.account) filter (where r.role = 'sales')
  into receivables, sales
  from accounting.ledger_role r
  where r.role in ('receivables', 'sales');

  select s.payment_days
  into usual_days
  from sales.shop s;

  with made as (
    insert into accounting.entry (source, source_id, day, posting_count)
    select 'invoice', a.id, a.issued_on, 2
    from added a
    returning id, source_id
  ),
  booked as materialized (
    select m.id, m.source_id, a.issued_on, a.total, a.customer
    from made m
    join added a on a.id = m.source_id
  ),
  posted as (
    insert into accounting.posting (entry_id, line, day, account, amount, customer, invoice_id)
    select b.id, l.line, b.issued_on, l.account, b.total * l.sign, b.customer, b.source_id
    from booked b
    cross join (values (1, receivables, 1), (2, sales, -1)) l (line, account, sign)
  )
  insert into accounting.open_item (entry_id, day, due_on, amount, account, customer)
  select
    b.id, b.issued_on,
    b.issued_on + case when b.total > 0 then coalesce(c.payment_days, usual_days) else 0 end, b.total, receivables,
    b.customer
  from booked b
  left join sales.customer c on c.code = b.customer;
  return null;
end
$$;

comment on function accounting.post_invoices() is
  'Trigger: posts each new invoice, or credit note, to the ledger, receivables against sales, and keeps what is '
  'open of it. It is due after the customer''s days of payment, or the shop''s if none are agreed; a credit note '
  'at once.';

create or replace trigger post_invoices
after insert on accounting.invoice
referencing new table as added
for each statement
execute function accounting.post_invoices();

comment on trigger post_invoices on accounting.invoice is 'An invoice is posted in its own transaction.';
