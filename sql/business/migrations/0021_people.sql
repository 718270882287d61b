-- Files of orders may have discounts and currencies, and one function refuses to change what is booked.

-- It returns a further column now.
drop function if exists sales.import_finish(text);

-- It has a further parameter now.
drop function if exists sales.check_rows(text, text, bigint[], text[]);

alter table sales.import_run
add column currency text collate "C";

comment on column sales.import_run.currency is 'The currency that they name, in capitals.';

alter table sales.import_order
add column currency text collate "C";

comment on column sales.import_order.currency is
  'The currency that its lines name; null for the shop''s own, and if they name none.';

alter table sales.import_line
add column discount numeric(7, 6);

comment on column sales.import_line.discount is 'The share of the price that is not asked for; null for none.';

-- sales.refuse_change() takes the hint as an argument now, and serves all of them. Its file creates these anew.
drop trigger if exists refuse_change on logistics.move;

drop trigger if exists refuse_change on logistics.transfer;

drop trigger if exists refuse_change on logistics.parcel;

drop trigger if exists refuse_other_contents on logistics.parcel;

drop trigger if exists refuse_change on logistics.place;

drop trigger if exists refuse_other_code on logistics.place;

drop trigger if exists refuse_change on logistics.reservation;

drop trigger if exists keep_booked on accounting.entry;

drop trigger if exists keep_booked on accounting.posting;

drop trigger if exists keep_booked on accounting.payment;

drop trigger if exists keep_booked on accounting.settlement;

drop trigger if exists keep_booked on accounting.closing;

drop trigger if exists keep_booked on accounting.open_item;

drop trigger if exists keep_item on accounting.open_item;

drop trigger if exists keep_frozen on accounting.invoice;

drop trigger if exists keep_frozen on accounting.invoice_line;

drop trigger if exists keep_frozen on accounting.invoice_tax;

drop trigger if exists keep_frozen on accounting.invoice_document;

drop trigger if exists keep_frozen on accounting.number_series;

drop trigger if exists keep_gapless on accounting.number_series;

drop function if exists logistics.refuse_change();

drop function if exists accounting.keep_booked();

drop function if exists accounting.keep_frozen();

-- sales.list_parties() serves both.
drop function if exists sales.list_customers(text, text, text, integer);

drop function if exists sales.list_suppliers(text, text, text, integer);

-- These return the mark of the last row under another name, or serve suppliers, too.
drop function if exists sales.product_page(text, integer);

drop function if exists sales.customer_page(text, integer);

create index price_list_by_name on sales.price_list ((lower(name) collate "C"), code)
where name is not null;
