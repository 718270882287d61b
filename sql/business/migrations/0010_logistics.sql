-- Logistics: goods move from place to place, and the moves are never changed. What is on hand is their sum.
--
-- Moves name places, products and order lines by the keys that people use, as order lines do. What foreign
-- keys would promise is kept by a trigger that looks once per statement: a foreign key to a place would make
-- all sessions lock the one row of the warehouse.

-- The keys of orders are those of receipts, parcels and returns as well.
alter table sales.placement
rename column order_number to made;

comment on table sales.placement is
  'The keys under which something was booked: one that comes again books nothing twice.';
comment on column sales.placement.placed_at is 'When the key was taken; it is forgotten after 30 days.';
comment on column sales.placement.key is 'What the caller made up for it.';
comment on column sales.placement.digest is 'A digest of what was sent, so that something else is told apart.';
comment on column sales.placement.made is
  'The number of what was made: of an order or a parcel, or the id of a transfer; null only until its transaction ends.';

-- It has one parameter more now; two functions of one name would be ambiguous.
drop function if exists sales.claim_key(text, jsonb);

create schema logistics;

comment on schema logistics is
  'Places, the moves of goods between them, reservations and parcels. What is on hand is the sum of the moves.';

create table logistics.place (
  code text collate "C" not null,
  name text not null,
  kind text not null,
  constraint place_pkey primary key (code),
  constraint place_code_has_1_to_64_characters check (char_length(code) between 1 and 64),
  constraint place_name_has_1_to_100_characters check (char_length(name) between 1 and 100),
  constraint place_kind_is_known check (kind in ('warehouse', 'customer', 'supplier', 'loss'))
);

create unique index place_is_the_only_one_of_its_kind on logistics.place (kind)
where kind <> 'warehouse';

comment on table logistics.place is
  'Where goods lie, come from and go to. Warehouses are counted; of each other kind there is one place.';
comment on column logistics.place.code is 'The code of the place, as people spell it.';
comment on column logistics.place.name is 'The name for people.';
comment on column logistics.place.kind is 'The kind: warehouse, customer, supplier or loss.';

insert into logistics.place (code, name, kind)
values
  ('main', 'Main warehouse', 'warehouse'),
  ('customers', 'Customers', 'customer'),
  ('suppliers', 'Suppliers', 'supplier'),
  ('loss', 'Losses and finds', 'loss');

create sequence logistics.parcel_number;

comment on sequence logistics.parcel_number is 'Numbers for the codes of parcels.';

create table logistics.parcel (
  id bigint generated always as identity,
  shipped_at timestamptz not null,
  shipped_on date not null,
  code text collate "C" not null default 'P' || nextval('logistics.parcel_number'),
  order_number text collate "C" not null,
  carrier text,
  tracking_number text,
  constraint parcel_pkey primary key (id),
  constraint parcel_code_key unique (code),
  constraint parcel_order_number_fkey foreign key (order_number) references sales.order (number),
  constraint parcel_code_has_1_to_64_characters check (char_length(code) between 1 and 64),
  constraint parcel_carrier_has_1_to_100_characters check (char_length(carrier) between 1 and 100),
  constraint parcel_tracking_number_has_1_to_100_characters check (char_length(tracking_number) between 1 and 100)
);

create index parcel_by_day on logistics.parcel (shipped_on, id);

create index parcel_by_order on logistics.parcel (order_number, id);

create index parcel_by_tracking_number on logistics.parcel (tracking_number)
where tracking_number is not null;

comment on table logistics.parcel is 'What was shipped of an order at once. An order may need several.';
comment on column logistics.parcel.id is 'The key that model functions and addresses use.';
comment on column logistics.parcel.shipped_at is 'When it was shipped.';
comment on column logistics.parcel.shipped_on is 'The day of that in the shop''s time zone.';
comment on column logistics.parcel.code is 'Its code for people: P1, P2, …, perhaps with gaps.';
comment on column logistics.parcel.order_number is 'The order that it belongs to.';
comment on column logistics.parcel.carrier is 'Who carries it; null if nobody said.';
comment on column logistics.parcel.tracking_number is 'The carrier''s number of it. Like the carrier, it may be known later.';

create table logistics.transfer (
  id bigint generated always as identity,
  happened_at timestamptz not null,
  booked_at timestamptz not null default now(),
  parcel_id bigint,
  kind text not null,
  order_number text collate "C",
  reference text,
  constraint transfer_pkey primary key (id),
  constraint transfer_parcel_id_key unique (parcel_id),
  constraint transfer_parcel_id_fkey foreign key (parcel_id) references logistics.parcel (id),
  constraint transfer_order_number_fkey foreign key (order_number) references sales.order (number),
  constraint transfer_kind_is_known check (kind in ('receive', 'ship', 'return', 'count', 'relocate', 'correction')),
  constraint transfer_has_a_parcel_if_goods_are_shipped check ((kind = 'ship') = (parcel_id is not null)),
  constraint transfer_has_an_order_if_a_customer_has_part
    check ((kind in ('ship', 'return')) = (order_number is not null)),
  constraint transfer_reference_has_1_to_200_characters check (char_length(reference) between 1 and 200)
);

comment on table logistics.transfer is 'One event in which goods move. It never changes.';
comment on column logistics.transfer.id is 'The key that model functions use.';
comment on column logistics.transfer.happened_at is 'When the goods moved.';
comment on column logistics.transfer.booked_at is 'When that was booked here.';
comment on column logistics.transfer.parcel_id is 'The parcel in which goods were shipped; null for other kinds.';
comment on column logistics.transfer.kind is
  'The kind: receive, ship, return (by a customer), count, relocate (between warehouses), or correction (by hand, in SQL).';
comment on column logistics.transfer.order_number is 'The order that was shipped, or of which goods came back; null otherwise.';
comment on column logistics.transfer.reference is 'What people find it by, such as the number of a delivery note.';

create table logistics.move (
  transfer_id bigint not null,
  line_number bigint,
  position integer not null,
  quantity numeric(12, 4) not null,
  product_code text collate "C" not null,
  from_place text collate "C" not null,
  to_place text collate "C" not null,
  order_number text collate "C",
  constraint move_pkey primary key (transfer_id, position),
  constraint move_position_is_positive check (position > 0),
  constraint move_quantity_is_positive check (quantity > 0),
  constraint move_leads_to_another_place check (from_place <> to_place),
  constraint move_names_order_and_line_or_neither check ((order_number is null) = (line_number is null))
);

create index move_by_order_line on logistics.move (order_number, line_number)
where order_number is not null;

comment on table logistics.move is
  'The moves of goods: added, never changed. logistics.keep_on_hand() checks what they name and keeps on_hand.';
comment on column logistics.move.transfer_id is 'The event that it is part of.';
comment on column logistics.move.line_number is 'The line of the order; null if no order has part.';
comment on column logistics.move.position is 'Its place in the event, from 1.';
comment on column logistics.move.quantity is 'How many.';
comment on column logistics.move.product_code is 'What moved.';
comment on column logistics.move.from_place is 'Where it lay.';
comment on column logistics.move.to_place is 'Where it went. A product that is not stocked goes from the suppliers to the customers.';
comment on column logistics.move.order_number is 'The order; null if none has part.';

create table logistics.on_hand (
  quantity numeric(16, 4) not null default 0,
  reserved numeric(16, 4) not null default 0,
  product_code text collate "C" not null,
  place_code text collate "C" not null,
  constraint on_hand_pkey primary key (product_code, place_code),
  constraint on_hand_product_code_fkey foreign key (product_code) references sales.product (code),
  constraint on_hand_place_code_fkey foreign key (place_code) references logistics.place (code),
  constraint on_hand_quantity_is_not_negative check (quantity >= 0),
  constraint on_hand_reserved_is_not_negative check (reserved >= 0),
  constraint on_hand_reserved_is_on_hand check (reserved <= quantity)
)
with (fillfactor = 80);

comment on table logistics.on_hand is
  'What lies in the warehouses: the sums of the moves and of the reservations, kept beside them by triggers. A product with a row here, be it 0, is stocked; any other, such as a fee, is delivered without stock.';
comment on column logistics.on_hand.quantity is 'How many are there.';
comment on column logistics.on_hand.reserved is 'How many of these are kept for orders.';
comment on column logistics.on_hand.product_code is 'What is there.';
comment on column logistics.on_hand.place_code is 'The warehouse.';

create table logistics.reservation (
  line_number bigint not null,
  quantity numeric(12, 4) not null,
  order_number text collate "C" not null,
  product_code text collate "C" not null,
  place_code text collate "C" not null,
  constraint reservation_pkey primary key (order_number, line_number),
  constraint reservation_line_fkey
    foreign key (order_number, line_number) references sales.order_line (order_number, line_number),
  constraint reservation_quantity_is_positive check (quantity > 0)
);

comment on table logistics.reservation is
  'What is kept for the lines of orders, each in one warehouse. logistics.keep_reserved() adds it up in on_hand.';
comment on column logistics.reservation.line_number is 'The line.';
comment on column logistics.reservation.quantity is 'How many are kept for it.';
comment on column logistics.reservation.order_number is 'The order.';
comment on column logistics.reservation.product_code is 'The product of the line.';
comment on column logistics.reservation.place_code is 'The warehouse where they lie.';

-- One row an order and nothing else: whoever imports orders pays for it.
create table logistics.open_order (
  order_id bigint not null,
  constraint open_order_pkey primary key (order_id)
);

comment on table logistics.open_order is
  'The orders of which something is to be shipped. Orders that were booked before this table was made are not in it: they count as delivered elsewhere, though they can be shipped.';
comment on column logistics.open_order.order_id is 'The order''s id.';

create type logistics.stock_line as (
  place bigint,
  line_number bigint,
  product text,
  quantity numeric,
  description text
);

comment on type logistics.stock_line is
  'A line as the functions of logistics are given it: its place in the list, and a product or the line of an order.';

create type logistics.need as (
  order_id bigint,
  line_number bigint,
  order_number text,
  product text,
  place text,
  is_stocked boolean,
  wanted numeric,
  reserved numeric,
  granted numeric
);

comment on type logistics.need is
  'A line of an order for which goods are wanted from a place, of which some are reserved for it; and how many it gets. Whatever is wanted of an order is wanted from its oldest line on, and of several orders from the oldest on.';

create view logistics.delivery_line as
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
left join logistics.reservation r on r.order_number = l.order_number and r.line_number = l.line_number
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

comment on view logistics.delivery_line is
  'How far the lines of orders are delivered. Ask for those of one order (where order_number = …) or of a page.';
comment on column logistics.delivery_line.order_number is 'The order.';
comment on column logistics.delivery_line.number is 'The number of the line.';
comment on column logistics.delivery_line.product is 'The product.';
comment on column logistics.delivery_line.description is 'The product as the order describes it.';
comment on column logistics.delivery_line.ordered is 'How many were ordered.';
comment on column logistics.delivery_line.shipped is 'How many were shipped.';
comment on column logistics.delivery_line.returned is 'How many of these came back.';
comment on column logistics.delivery_line.left_to_ship is 'How many are still to be shipped.';
comment on column logistics.delivery_line.reserved is 'How many of these are reserved.';
comment on column logistics.delivery_line.reserved_at is 'The warehouse where they are; null if none is reserved.';
comment on column logistics.delivery_line.is_stocked is 'True if the product is stocked.';
comment on column logistics.delivery_line.missing is
  'How many could not be shipped though the line got all that is not reserved, in all warehouses together.';

create view logistics.whole_transfer as
select
  t.id,
  t.kind,
  t.happened_at,
  t.reference,
  t.order_number,
  l.lines
from logistics.transfer t
cross join lateral (
  select coalesce(
    jsonb_agg(
      jsonb_build_object(
        'product', m.product_code,
        'quantity', trim_scale(m.quantity),
        'from', m.from_place,
        'to', m.to_place,
        'orderLine', m.line_number
      )
      order by m.position
    ),
    '[]'
  ) as lines
  from (
    select *
    from logistics.move
    where transfer_id = t.id
    order by position
    limit 1000
  ) m
) l;

comment on view logistics.whole_transfer is
  'A transfer and, as a json array, its first 1,000 moves. Ask for one (where id = …) or for a page, not for all.';
comment on column logistics.whole_transfer.id is 'The key that model functions use.';
comment on column logistics.whole_transfer.kind is 'The kind: receive, ship, return, count, relocate or correction.';
comment on column logistics.whole_transfer.happened_at is 'When the goods moved.';
comment on column logistics.whole_transfer.reference is 'What people find it by; null if there is nothing.';
comment on column logistics.whole_transfer.order_number is 'The order; null if none has part.';
comment on column logistics.whole_transfer.lines is
  'Objects of product, quantity, from, to and orderLine, in the order of the event: the first 1,000.';

create view logistics.whole_parcel as
select
  p.id,
  p.code,
  o.id as order_id,
  p.order_number,
  o.customer,
  p.shipped_at,
  p.shipped_on,
  p.carrier,
  p.tracking_number,
  l.lines
from logistics.parcel p
join sales.order o on o.number = p.order_number
join logistics.transfer t on t.parcel_id = p.id
cross join lateral (
  select jsonb_agg(
    jsonb_build_object(
      'number', m.line_number,
      'product', m.product_code,
      'description', coalesce(ol.description, pr.name),
      'quantity', trim_scale(m.quantity)
    )
    order by m.position
  ) as lines
  from (
    select *
    from logistics.move
    where transfer_id = t.id
    order by position
    limit 1000
  ) m
  join sales.order_line ol on ol.order_number = m.order_number and ol.line_number = m.line_number
  join sales.product pr on pr.code = m.product_code
) l;

comment on view logistics.whole_parcel is
  'A parcel and, as a json array, its first 1,000 lines. Ask for one (where id = …) or for a page, not for all.';
comment on column logistics.whole_parcel.id is 'The key that model functions and addresses use.';
comment on column logistics.whole_parcel.code is 'The code for people.';
comment on column logistics.whole_parcel.order_id is 'The id of its order.';
comment on column logistics.whole_parcel.order_number is 'The number of its order.';
comment on column logistics.whole_parcel.customer is 'The customer''s code; null for a walk-in.';
comment on column logistics.whole_parcel.shipped_at is 'When it was shipped.';
comment on column logistics.whole_parcel.shipped_on is 'The day of that in the shop''s time zone.';
comment on column logistics.whole_parcel.carrier is 'Who carries it; null if nobody said.';
comment on column logistics.whole_parcel.tracking_number is 'The carrier''s number of it; null if nobody said.';
comment on column logistics.whole_parcel.lines is
  'Objects of number (the line of the order), product, description and quantity: the first 1,000.';
