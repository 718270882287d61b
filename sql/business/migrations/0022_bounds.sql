-- It takes the statuses of the orders in place of a boolean, and leaves the refusal to its callers.
drop function if exists accounting.draft_invoices(bigint[], boolean, date, text, boolean);

-- Days that no program can read, such as infinity. Not validated: nothing has to be read for it.
alter table sales.order
add constraint order_day_has_a_year_from_1_to_9999 check (ordered_on between '0001-01-01' and '9999-12-31') not valid;

alter table sales.price
add constraint price_day_has_a_year_from_1_to_9999 check (from_day between '0001-01-01' and '9999-12-31') not valid;

alter table sales.price_list
add constraint price_list_days_have_a_year_from_1_to_9999 check (
  valid_from between '0001-01-01' and '9999-12-31' and valid_to between '0001-01-01' and '9999-12-31') not valid;

alter table accounting.tax_rate
add constraint tax_rate_day_has_a_year_from_1_to_9999 check (from_day between '0001-01-01' and '9999-12-31') not valid;

alter table accounting.entry
add constraint entry_day_has_a_year_from_1_to_9999 check (day between '0001-01-01' and '9999-12-31') not valid;

alter table accounting.payment
add constraint payment_day_has_a_year_from_1_to_9999 check (day between '0001-01-01' and '9999-12-31') not valid;

alter table accounting.invoice
add constraint invoice_day_has_a_year_from_1_to_9999 check (issued_on between '0001-01-01' and '9999-12-31') not valid;

alter table accounting.books
add constraint books_day_has_a_year_from_1_to_9999 check (
  closed_until between '0001-01-01' and '9999-12-31') not valid;

alter table accounting.bank_statement
add constraint bank_statement_days_have_a_year_from_1_to_9999 check (
  from_day between '0001-01-01' and '9999-12-31' and to_day between '0001-01-01' and '9999-12-31') not valid;

alter table accounting.bank_entry
add constraint bank_entry_days_have_a_year_from_1_to_9999 check (
  booked_on between '0001-01-01' and '9999-12-31' and value_on between '0001-01-01' and '9999-12-31') not valid,
add constraint bank_entry_amount_is_a_number check (amount <> 'NaN') not valid;

alter table accounting.bank_line
add constraint bank_line_day_has_a_year_from_1_to_9999 check (booked_on between '0001-01-01' and '9999-12-31') not valid,
add constraint bank_line_amount_is_a_number check (amount <> 'NaN') not valid;

alter table accounting.reminder
add constraint reminder_day_has_a_year_from_1_to_9999 check (day between '0001-01-01' and '9999-12-31') not valid;

alter table logistics.parcel
add constraint parcel_day_has_a_year_from_1_to_9999 check (
  shipped_on between '0001-01-01' and '9999-12-31' and isfinite(shipped_at)) not valid;

alter table logistics.transfer
add constraint transfer_time_has_a_year_from_1_to_9999 check (
  happened_at between '0001-01-01 00:00+00' and '9999-12-31 24:00+00') not valid;

-- The reservation of a line is looked up by its key: a join looked at all of an order's for each of its lines.
create or replace view logistics.delivery_line as
select
  l.order_number,
  l.line_number as number,
  l.product_code as product,
  coalesce(l.description, p.name) as description,
  trim_scale(l.quantity) as ordered,
  trim_scale(m.shipped) as shipped,
  trim_scale(m.returned) as returned,
  trim_scale(greatest(l.quantity - m.shipped, 0)) as left_to_ship,
  trim_scale(coalesce(r.quantity, 0)) as reserved,
  r.place_code as reserved_at,
  s.is_stocked,
  case
    when s.is_stocked then trim_scale(greatest(l.quantity - m.shipped - coalesce(r.quantity, 0) - s.free, 0))
    else 0
  end as missing
from sales.order_line l
join sales.product p on p.code = l.product_code
left join lateral (
  select r.quantity, r.place_code
  from logistics.reservation r
  where r.order_number = l.order_number
    and r.line_number = l.line_number
  offset 0
) r on true
cross join lateral (
  select
    coalesce(sum(m.quantity) filter (where m.to_place = 'customers'), 0) as shipped,
    coalesce(sum(m.quantity) filter (where m.from_place = 'customers'), 0) as returned
  from logistics.move m
  where m.order_number = l.order_number
    and m.line_number = l.line_number
) m
cross join lateral (
  select count(*) > 0 as is_stocked, coalesce(sum(h.quantity - h.reserved), 0) as free
  from logistics.on_hand h
  where h.product_code = l.product_code
) s
where l.quantity > 0;
