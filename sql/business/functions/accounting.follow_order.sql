-- With the owner's rights, as logistics.follow_order().
create or replace function accounting.follow_order()
returns trigger
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if new.status = 'confirmed' then
    insert into accounting.uninvoiced_order (order_id, ordered_on)
    select new.id, new.ordered_on
    where new.currency is null
      and new.total <> 0;
  else
    delete from accounting.uninvoiced_order u
    where u.order_id = new.id;
  end if;
  return null;
end
$$;

comment on function accounting.follow_order() is
  'Trigger: notes an order that is confirmed as to be invoiced. Of one that is cancelled or closed, nothing '
  'is.';

create or replace trigger follow_uninvoiced
after update of status on sales.order
for each row
when (new.status <> old.status)
execute function accounting.follow_order();

comment on trigger follow_uninvoiced on sales.order is
  'The list of orders to invoice follows the order''s status.';
