create or replace function accounting.note_invoices()
returns trigger
language plpgsql
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_material = off
as $$
begin
  -- In this form it is a look into the key's index: see accounting.post_invoices().
  delete from accounting.uninvoiced_order u
  where u.order_id = any (array(
    select a.order_id
    from added a
    cross join lateral (
      select o.is_return, o.total
      from sales.order o
      where o.id between a.order_id and a.order_id
      order by o.id
      limit 1
    ) o
    where case
      when o.is_return then true
      when a.part = 1 then a.total = o.total
      else (select sum(i.total) from accounting.invoice i where i.order_id = a.order_id) = o.total
    end
  ));
  return null;
end
$$;

comment on function accounting.note_invoices() is
  'Trigger: an order that new invoices complete is not to be invoiced any more, nor is a return that has a '
  'credit note.';

create or replace trigger note_invoices
after insert on accounting.invoice
referencing new table as added
for each statement
execute function accounting.note_invoices();

comment on trigger note_invoices on accounting.invoice is 'Keeps the orders that are to be invoiced.';
