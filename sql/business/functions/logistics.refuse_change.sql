create or replace function logistics.refuse_change()
returns trigger
language plpgsql
as $$
begin
  raise exception using
    errcode = 'DJ409',
    message = format('booked rows of %s.%s cannot be changed', tg_table_schema, tg_table_name),
    detail = format('%s was refused.', lower(tg_op)),
    hint = 'Book a transfer that undoes what is wrong: a return, a count or a correction.';
end
$$;

comment on function logistics.refuse_change() is
  'Trigger: refuses to change what is booked (DJ409).';

create or replace trigger refuse_change
before update or delete or truncate on logistics.move
for each statement
execute function logistics.refuse_change();

create or replace trigger refuse_change
before update or delete or truncate on logistics.transfer
for each statement
execute function logistics.refuse_change();

create or replace trigger refuse_change
before delete or truncate on logistics.parcel
for each statement
execute function logistics.refuse_change();

create or replace trigger refuse_other_contents
before update of id, code, order_number, shipped_at, shipped_on on logistics.parcel
for each statement
execute function logistics.refuse_change();

create or replace trigger refuse_change
before delete or truncate on logistics.place
for each statement
execute function logistics.refuse_change();

create or replace trigger refuse_other_code
before update of code, kind on logistics.place
for each statement
execute function logistics.refuse_change();

create or replace trigger refuse_change
before truncate on logistics.reservation
for each statement
execute function logistics.refuse_change();

comment on trigger refuse_change on logistics.move is 'Moves stay as they were booked.';
comment on trigger refuse_change on logistics.transfer is 'Transfers stay as they were booked, as their moves do.';
comment on trigger refuse_change on logistics.parcel is 'What was shipped stays shipped.';
comment on trigger refuse_other_contents on logistics.parcel is 'Carrier and tracking number alone may come later.';
comment on trigger refuse_change on logistics.place is 'Moves name places, so that none goes away.';
comment on trigger refuse_other_code on logistics.place is 'Moves name places by code, which never changes.';
comment on trigger refuse_change on logistics.reservation is 'Reservations are deleted, so that on_hand hears of it.';
