create or replace function accounting.invoice_item(invoice_id bigint)
returns table (entry_id bigint, due_on date, open numeric, settled jsonb)
language sql
stable
set jit = off
as $$
  select e.id, i.due_on, i.open, s.settled
  from accounting.entry e
  join accounting.open_item i on i.entry_id = e.id
  cross join lateral (
    select coalesce(
      jsonb_agg(
        jsonb_build_object(
          'entryId', x.id,
          'source', x.source,
          'day', x.day,
          'amount', t.amount,
          'paymentId', case when x.source = 'payment' then x.source_id end,
          'invoiceId', v.id,
          'kind', v.kind,
          'number', v.number
        )
        order by x.id
      ),
      '[]'
    ) as settled
    from (
      select coalesce(nullif(s.debit_id, e.id), s.credit_id) as item, sum(s.amount) as amount
      from accounting.settlement s
      where e.id in (s.debit_id, s.credit_id)
      group by 1
      having sum(s.amount) <> 0
      order by 1
      limit 1000
    ) t
    join accounting.entry x on x.id = t.item
    left join accounting.invoice v on x.source = 'invoice' and v.id = x.source_id
  ) s
  where e.source = 'invoice'
    and e.source_id = invoice_item.invoice_id
$$;

comment on function accounting.invoice_item(bigint) is
  'Returns the entry of an invoice or credit note, the day on which it is due, what of it is open, and as a '
  'json array the first 1,000 items that settle the rest: objects of entryId, source, day, amount, '
  'paymentId, invoiceId, kind and number. No row if there is no such invoice.';
