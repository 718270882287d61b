-- Orders say what they are, stay as they were booked, and are imported whole or not at all.

-- A return is said, not guessed from its number alone.
drop function if exists sales.place_order(text, text, text, date, jsonb, text);

drop view sales.whole_order;

drop view accounting.open_order;

alter table sales.order
add column kind text not null default 'order';

update sales.order
set kind = 'return'
where is_return;

alter table sales.order
drop constraint order_total_is_negative_on_returns_only,
drop column is_return;

alter table sales.order
add column is_return boolean not null generated always as (kind = 'return') stored,
add constraint order_kind_is_known check (kind in ('order', 'return')),
add constraint order_total_is_negative_on_returns_only check (total >= 0 or kind = 'return');

comment on schema sales is 'Customers, products, and orders with their lines. A return is an order of that kind.';
comment on table sales.order is
  'An order, or a return. Once booked it stays as it is, with its lines; a return undoes it.';
comment on column sales.order.kind is
  'order, or return: said by whoever places it, and in files by the mark that its number begins with.';
comment on column sales.order.is_return is 'True if its kind is return.';

create view sales.whole_order as
select
  o.id,
  o.number,
  o.kind,
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
  from (
    select *
    from sales.order_line
    where order_number = o.number
    order by line_number
    limit 1000
  ) l
  join sales.product p on p.code = l.product_code
) l;

comment on view sales.whole_order is
  'An order and, as a json array, its first 1,000 lines. Ask for one (where id = …) or for a page, not for all.';
comment on column sales.whole_order.lines is
  'Objects of number, product, description, quantity, unitPrice and amount, in the order of their numbers: the first 1,000. line_count says how many there are.';

create view accounting.open_order as
select o.id, o.number, o.is_return, o.ordered_on, o.customer, o.country, o.total, o.line_count
from sales.order o
where o.total <> 0
  and not exists (select from accounting.invoice i where i.order_id = o.id);

comment on view accounting.open_order is
  'Orders and returns that are still to be invoiced. One whose total is 0 never is.';

-- A line with a negative amount is a discount, or goods taken back. Whether its order may have it is seen by the
-- order's total.
alter table sales.order_line
drop constraint order_line_quantity_is_not_0_and_negative_on_returns_only,
drop constraint order_line_unit_price_is_not_negative,
add constraint order_line_quantity_is_not_0 check (quantity <> 0);

comment on column sales.order_line.unit_price is 'The price of one; 0 is a free item, a negative one a discount.';

-- accounting.check_invoice_lines() compares the kinds of the two now.
alter table accounting.invoice
drop constraint invoice_is_a_credit_note_for_a_return;

-- The whole header of an order is frozen now: sales.refuse_change().
drop trigger if exists refuse_new_number on sales.order;

drop trigger if exists check_order_customers on sales.order;

-- An import reads its file twice. First it books here what each part of the file says of each order; when all of
-- it is known, the orders that are in order are booked, each with all its lines at once.
drop function if exists sales.import_begin();

drop function if exists sales.import_chunk(date);

drop function if exists sales.import_finish();

drop function if exists sales.import_rejects(bigint, integer);

drop function if exists sales.import_resume(text);

drop function if exists sales.import_pause(text);

drop function if exists sales.import_recall(text);

drop table sales.import_order;

create table sales.import_turn (
  is_only boolean not null default true,
  constraint import_turn_pkey primary key (is_only),
  constraint import_turn_is_only check (is_only)
);

comment on table sales.import_turn is
  'One row: whoever imports orders locks it. Two imports that met the same new products in a different order would deadlock.';
comment on column sales.import_turn.is_only is 'True.';

insert into sales.import_turn
default values;

create table sales.import (
  key text not null,
  begun_at timestamptz not null default now(),
  constraint import_pkey primary key (key)
);

create index import_by_time on sales.import (begun_at);

comment on table sales.import is
  'The imports in steps that have begun and not ended well: what they note in the other tables is kept for another attempt.';
comment on column sales.import.key is 'The import, by which the other tables name it.';
comment on column sales.import.begun_at is 'When it began; what it has noted is forgotten after 30 days.';

create table sales.import_run (
  import text not null,
  first_line bigint not null,
  part integer not null,
  line_count integer not null,
  total numeric not null,
  is_taken_back boolean not null,
  ordered_on date,
  number text collate "C" not null,
  customer text collate "C",
  country text,
  fault text,
  constraint import_run_pkey primary key (import, part, first_line, number)
);

create index import_run_by_number on sales.import_run (import, number);

comment on table sales.import_run is
  'Lines of a file that follow each other and belong to one order, while an import looks through it. A line of another width than the header may belong to two. Empty when it has ended.';
comment on column sales.import_run.import is 'Which import.';
comment on column sales.import_run.first_line is 'The number of the first of these lines in the file.';
comment on column sales.import_run.part is 'The part of the file in which they lie, from 1.';
comment on column sales.import_run.line_count is 'How many lines they are.';
comment on column sales.import_run.total is 'The sum of their amounts.';
comment on column sales.import_run.is_taken_back is 'Whether all of their quantities are negative.';
comment on column sales.import_run.ordered_on is 'The day that they name.';
comment on column sales.import_run.number is 'The number of their order.';
comment on column sales.import_run.customer is 'The customer that they name.';
comment on column sales.import_run.country is 'The country that they name.';
comment on column sales.import_run.fault is 'Which rule the line breaks; null if they break none.';

create table sales.import_order (
  import text not null,
  first_line bigint not null,
  line_count integer not null,
  first_part integer not null,
  last_part integer not null,
  total numeric not null,
  ordered_on date,
  number text collate "C" not null,
  kind text not null,
  customer text collate "C",
  country text,
  refusal text,
  constraint import_order_pkey primary key (import, number)
);

create index import_order_by_part on sales.import_order (import, last_part);

comment on table sales.import_order is
  'The orders of a file that an import has looked through. Empty when it has ended.';
comment on column sales.import_order.import is 'Which import.';
comment on column sales.import_order.first_line is 'The number of its first line in the file.';
comment on column sales.import_order.line_count is 'How many lines it has.';
comment on column sales.import_order.first_part is 'The part of the file in which its first line lies.';
comment on column sales.import_order.last_part is 'The part of the file in which its last line lies, with which it is booked.';
comment on column sales.import_order.total is 'The sum of its lines'' amounts.';
comment on column sales.import_order.ordered_on is 'The day that its lines name.';
comment on column sales.import_order.number is 'The order''s number.';
comment on column sales.import_order.kind is 'order or return.';
comment on column sales.import_order.customer is 'The customer that its lines name.';
comment on column sales.import_order.country is 'The country that its lines name.';
comment on column sales.import_order.refusal is 'Why none of its lines is booked; null if all are.';

create table sales.import_line (
  import text not null,
  line_number bigint not null,
  order_number text collate "C" not null,
  product_code text collate "C" not null,
  quantity numeric(12, 4) not null,
  unit_price numeric(12, 4) not null,
  description text,
  constraint import_line_pkey primary key (import, order_number, line_number)
);

comment on table sales.import_line is
  'Lines of orders that lie in several parts of a file, until the last of their lines has come.';
comment on column sales.import_line.import is 'Which import.';
comment on column sales.import_line.line_number is 'The number of the line in the file.';
comment on column sales.import_line.order_number is 'The number of its order.';
comment on column sales.import_line.product_code is 'What was ordered.';
comment on column sales.import_line.quantity is 'How many.';
comment on column sales.import_line.unit_price is 'The price of one.';
comment on column sales.import_line.description is 'The product as the line describes it.';

-- Those of imports in steps that had not ended: nothing finds them again.
delete from sales.import_reject;

comment on table sales.import_reject is
  'The lines that an import has rejected so far. They become its file of rejects when it ends.';
comment on column sales.import_reject.import is 'Which import.';
comment on column sales.import_reject.text is 'The line''s fields, as the file of rejects has them.';
