-- One look per statement, with the owner's rights as logistics.note_orders().
create or replace function logistics.check_parcels()
returns trigger
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  wrong record;
begin
  select o.number, o.status
  into wrong
  from added a
  join sales.order o on o.number = a.order_number
  where o.status <> 'confirmed'
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ409',
      message = format('order %s is %s: it is not shipped', wrong.number, wrong.status),
      hint = 'Confirm a quote first.';
  end if;
  return null;
end
$$;

comment on function logistics.check_parcels() is
  'Trigger: refuses to ship an order that is not confirmed (DJ409).';

create or replace trigger check_parcels
after insert on logistics.parcel
referencing new table as added
for each statement
execute function logistics.check_parcels();

comment on trigger check_parcels on logistics.parcel is 'Only confirmed orders are shipped.';
