-- Sales: customers, products, and orders with their lines.
--
-- Products and lines carry the keys that people and files use (product code, order number). So an import
-- streams its lines by COPY straight into sales.order_line: no id has to be looked up first, and no line is
-- written twice. What foreign keys would promise is kept by triggers that look once per statement, not once
-- per row (190 ms for each foreign key and 50,000 lines, against 26 ms for all of it), and by never deleting
-- what others name. Keys compare by bytes (collate "C").

create schema sales;

comment on schema sales is
  'Customers, products, and orders with their lines. A return is an order whose number starts with C.';

create table sales.customer (
  code text collate "C" not null,
  country text,
  created_at timestamptz not null default now(),
  constraint customer_pkey primary key (code),
  constraint customer_code_has_1_to_64_characters check (char_length(code) between 1 and 64),
  constraint customer_country_has_1_to_100_characters check (char_length(country) between 1 and 100)
);

comment on table sales.customer is 'Who orders. A walk-in has no row here.';
comment on column sales.customer.code is 'The customer''s number or code, as orders and files spell it.';
comment on column sales.customer.country is 'The country of the first order that named one.';
comment on column sales.customer.created_at is 'When the customer was first seen.';

create table sales.product (
  code text collate "C" not null,
  name text not null,
  created_at timestamptz not null default now(),
  constraint product_pkey primary key (code),
  constraint product_code_has_1_to_64_characters check (char_length(code) between 1 and 64),
  constraint product_name_has_1_to_1000_characters check (char_length(name) between 1 and 1000)
);

comment on table sales.product is
  'What is sold, fees and adjustments that are booked like a product included.';
comment on column sales.product.code is 'The product''s code, as orders and files spell it.';
comment on column sales.product.name is
  'The first description seen; the code while no line has described it.';
comment on column sales.product.created_at is 'When the product was first seen.';

-- Columns from wide to narrow alignment, so that no row carries padding.
create table sales.order (
  id bigint generated always as identity,
  created_at timestamptz not null default now(),
  ordered_on date not null,
  line_count integer not null,
  is_return boolean not null generated always as (number like 'C%') stored,
  total numeric(30, 2) not null,
  number text collate "C" not null,
  customer text collate "C",
  country text,
  constraint order_pkey primary key (id),
  constraint order_number_key unique (number),
  constraint order_number_has_1_to_64_characters check (char_length(number) between 1 and 64),
  constraint order_country_has_1_to_100_characters check (char_length(country) between 1 and 100),
  constraint order_has_lines check (line_count > 0),
  constraint order_total_is_negative_on_returns_only check (total >= 0 or is_return)
);

comment on table sales.order is
  'An order, or a return (number starts with C). Once booked it stays; a return undoes it.';
comment on column sales.order.id is 'The key that model functions and addresses use.';
comment on column sales.order.created_at is 'When the order was booked here.';
comment on column sales.order.ordered_on is
  'The day of the order; the day of the import where the file has no date.';
comment on column sales.order.line_count is 'The number of its lines; sales.check_order_lines() compares.';
comment on column sales.order.is_return is 'True if the number starts with C.';
comment on column sales.order.total is 'The sum of its lines'' amounts; sales.check_order_lines() compares.';
comment on column sales.order.number is 'The order''s number, as people and files spell it.';
comment on column sales.order.customer is
  'The customer''s code; null for a walk-in. sales.check_order_customers() compares.';
comment on column sales.order.country is 'Where the order goes, or came from.';

create table sales.order_line (
  line_number bigint not null,
  order_number text collate "C" not null,
  product_code text collate "C" not null,
  quantity numeric(12, 4) not null,
  unit_price numeric(12, 4) not null,
  amount numeric(30, 2) not null generated always as (round(quantity * unit_price, 2)) stored,
  description text,
  constraint order_line_pkey primary key (order_number, line_number),
  constraint order_line_quantity_is_not_0_and_negative_on_returns_only
    check (quantity > 0 or (quantity < 0 and order_number like 'C%')),
  constraint order_line_unit_price_is_not_negative check (unit_price >= 0),
  constraint order_line_description_has_1_to_4000_bytes check (octet_length(description) between 1 and 4000)
);

comment on table sales.order_line is
  'The lines of the orders. Order and product are checked once per statement by sales.check_order_lines().';
comment on column sales.order_line.line_number is
  'The line''s place in its order, not necessarily without gaps: for an imported order the line of the file.';
comment on column sales.order_line.order_number is 'The order that the line belongs to.';
comment on column sales.order_line.product_code is 'What was ordered.';
comment on column sales.order_line.quantity is 'How many; negative for what comes back.';
comment on column sales.order_line.unit_price is 'The price of one; 0 is a free item.';
comment on column sales.order_line.amount is
  'Quantity times price, rounded half away from zero to 2 decimals.';
comment on column sales.order_line.description is
  'The product as this order describes it; null if it does not.';

create sequence sales.order_number;

comment on sequence sales.order_number is 'Numbers for orders that are placed without one.';

create type sales.placed_line as (
  place bigint,
  product text,
  description text,
  quantity numeric,
  unit_price numeric
);

comment on type sales.placed_line is 'A line as sales.place_order is given it, before it is checked.';

create view sales.whole_order as
select
  o.id,
  o.number,
  o.is_return,
  o.ordered_on,
  o.customer,
  o.country,
  o.total,
  o.line_count,
  l.lines
from sales.order o
cross join lateral (
  select jsonb_agg(
    jsonb_build_object(
      'number', l.line_number,
      'product', l.product_code,
      'description', coalesce(l.description, p.name),
      'quantity', trim_scale(l.quantity),
      'unitPrice', trim_scale(l.unit_price),
      'amount', l.amount
    )
    order by l.line_number
  ) as lines
  from sales.order_line l
  join sales.product p on p.code = l.product_code
  where l.order_number = o.number
) l;

comment on view sales.whole_order is
  'An order and, as a json array, its lines. Ask for one (where id = …) or for a page, not for all.';
comment on column sales.whole_order.lines is
  'Objects of number, product, description, quantity, unitPrice and amount, in the order of their numbers.';
