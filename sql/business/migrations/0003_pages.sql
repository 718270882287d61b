-- Pages of orders and invoices, the latest first, and orders that are placed once however often they are sent.

create index order_by_day on sales.order (ordered_on, id);

create index order_by_customer on sales.order (customer, ordered_on, id)
where customer is not null;

create index invoice_by_day on accounting.invoice (issued_on, id);

create index invoice_by_customer on accounting.invoice (customer, issued_on, id)
where customer is not null;

create table sales.placement (
  placed_at timestamptz not null default now(),
  key text collate "C" not null,
  digest text not null,
  order_number text collate "C",
  constraint placement_pkey primary key (key),
  constraint placement_key_has_1_to_200_characters check (char_length(key) between 1 and 200)
);

create index placement_by_time on sales.placement (placed_at);

comment on table sales.placement is
  'The keys under which orders were placed: one that comes again places no second order.';
comment on column sales.placement.placed_at is 'When the order was placed; a key is forgotten after 30 days.';
comment on column sales.placement.key is 'What whoever placed the order made up for it.';
comment on column sales.placement.digest is 'A digest of the order as it was sent, so that another one is told apart.';
comment on column sales.placement.order_number is 'The order that was placed; null only until its transaction ends.';

-- It has one parameter more now; two functions of one name would be ambiguous.
drop function if exists sales.place_order(text, text, text, date, jsonb);
