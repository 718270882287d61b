-- With the owner's rights, as logistics.note_orders().
create or replace function logistics.follow_order()
returns trigger
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if new.status = 'confirmed' then
    insert into logistics.open_order (order_id)
    values (new.id);
  else
    delete from logistics.reservation r
    where r.order_number = new.number;
    delete from logistics.open_order o
    where o.order_id = new.id;
  end if;
  return null;
end
$$;

comment on function logistics.follow_order() is
  'Trigger: notes an order that is confirmed as to be shipped. Of one that is cancelled or closed, nothing '
  'is to be shipped, and what was reserved is free again.';

create or replace trigger follow_order
after update of status on sales.order
for each row
when (new.status <> old.status)
execute function logistics.follow_order();

comment on trigger follow_order on sales.order is 'The goods to ship follow the order''s status.';
