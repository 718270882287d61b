-- With the owner's rights: a login that places orders need not have any in this schema.
create or replace function logistics.note_orders()
returns trigger
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  insert into logistics.open_order (order_id)
  select id
  from added
  where kind = 'order'
    and status = 'confirmed';
  return null;
end
$$;

comment on function logistics.note_orders() is
  'Trigger: notes new orders that are confirmed as to be shipped.';

create or replace trigger note_orders
after insert on sales.order
referencing new table as added
for each statement
execute function logistics.note_orders();

comment on trigger note_orders on sales.order is 'A new order that is confirmed is to be shipped.';
