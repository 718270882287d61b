-- With the owner's rights, as logistics.note_orders().
create or replace function accounting.note_orders()
returns trigger
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  insert into accounting.uninvoiced_order (order_id, ordered_on)
  select id, ordered_on
  from added
  where status = 'confirmed'
    and currency is null
    and total <> 0;
  return null;
end
$$;

comment on function accounting.note_orders() is
  'Trigger: notes new orders and returns that are confirmed as to be invoiced.';

create or replace trigger note_uninvoiced
after insert on sales.order
referencing new table as added
for each statement
execute function accounting.note_orders();

comment on trigger note_uninvoiced on sales.order is 'A new order that is confirmed is to be invoiced.';
