create or replace function logistics.keep_reserved()
returns trigger
language plpgsql
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
begin
  -- What is taken away goes first: never is more reserved than there is.
  if tg_op <> 'INSERT' then
    perform logistics.lock_stock(array_agg(product_code), array_agg(place_code))
    from removed;
    update logistics.on_hand h
    set reserved = h.reserved - r.quantity
    from (
      select product_code, place_code, sum(quantity) as quantity
      from removed
      group by product_code, place_code
    ) r
    where h.product_code = r.product_code
      and h.place_code = r.place_code;
  end if;
  if tg_op <> 'DELETE' then
    perform logistics.lock_stock(array_agg(product_code), array_agg(place_code))
    from added;
    update logistics.on_hand h
    set reserved = h.reserved + a.quantity
    from (
      select product_code, place_code, sum(quantity) as quantity
      from added
      group by product_code, place_code
    ) a
    where h.product_code = a.product_code
      and h.place_code = a.place_code;
  end if;
  return null;
end
$$;

comment on function logistics.keep_reserved() is
  'Trigger: adds up in on_hand what is reserved.';

create or replace trigger keep_reserved_when_added
after insert on logistics.reservation
referencing new table as added
for each statement
execute function logistics.keep_reserved();

create or replace trigger keep_reserved_when_changed
after update on logistics.reservation
referencing old table as removed new table as added
for each statement
execute function logistics.keep_reserved();

create or replace trigger keep_reserved_when_removed
after delete on logistics.reservation
referencing old table as removed
for each statement
execute function logistics.keep_reserved();

comment on trigger keep_reserved_when_added on logistics.reservation is
  'Keeps on_hand.reserved the sum of the reservations.';
comment on trigger keep_reserved_when_changed on logistics.reservation is
  'Keeps on_hand.reserved the sum of the reservations.';
comment on trigger keep_reserved_when_removed on logistics.reservation is
  'Keeps on_hand.reserved the sum of the reservations.';
