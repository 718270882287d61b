create or replace function accounting.payment_items(invoices bigint[], is_refund boolean)
returns table (entry_id bigint, customer text)
language plpgsql
set enable_seqscan = off
as $$
declare
  wanted text := case when is_refund then 'credit-note' else 'invoice' end;
  missing bigint;
begin
  select n.number
  into missing
  from unnest(invoices) n (number)
  left join accounting.invoice i on i.kind = wanted and i.number = n.number
  where i.id is null
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ404',
      message = format('there is no %s %s', replace(wanted, '-', ' '), missing);
  end if;
  return query
  select e.id, i.customer
  from (select distinct n.number from unnest(invoices) n (number)) n
  join accounting.invoice i on i.kind = wanted and i.number = n.number
  join accounting.entry e on e.source = 'invoice' and e.source_id = i.id;
end
$$;

comment on function accounting.payment_items(bigint[], boolean) is
  'Returns the items of invoices, or for a refund of credit notes, by their numbers. Raises DJ404 for a number '
  'that does not exist.';
