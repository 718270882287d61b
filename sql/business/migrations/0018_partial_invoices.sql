-- Several invoices for an order, and returns by line.
--
-- Rows that exist stay as they are: columns come with a constant default or null, and constraints are not
-- validated. A line of an invoice that names none of its order is the one at its place, since each of those
-- invoices is of its whole order.

-- These return other columns now, or have further parameters.
drop function if exists accounting.invoice_orders(bigint[], date);

drop function if exists accounting.invoice_order(bigint, date);

drop function if exists accounting.open_orders(bigint, integer);

drop function if exists accounting.taxed_lines(text, text, jsonb, text, numeric, numeric);

drop function if exists logistics.receive_return(bigint, jsonb, timestamptz, text, text, text);

drop function if exists sales.list_orders(text, text, date, date, text, date, bigint, integer, text);

alter table accounting.invoice
add column part integer not null default 1,
drop constraint invoice_order_id_key,
add constraint invoice_order_id_part_key unique (order_id, part),
add constraint invoice_part_is_positive check (part > 0) not valid;

comment on schema accounting is
  'Invoices and credit notes: for an order one of all, or one after each delivery; for a return one for each invoice that it corrects.';
comment on column accounting.invoice.order_id is 'The order that it invoices, or the return that it credits.';
comment on column accounting.invoice.part is 'Its place among those of its order, from 1.';
comment on column accounting.invoice.corrects is
  'The invoice that a credit note corrects: one of the order that its return names; null if it names none.';

-- The pieces from a to b of a line that was ordered cost what b of them do less what a of them do, each
-- rounded. So the last invoice takes what is left, and all of them add up to the order to the cent. If each
-- were rounded by itself, the last of a thousand could take all cents that the others left out. This way no
-- line is off by more than a cent, which EN 16931-1 leaves open and Peppol's rule R120 allows (0.02).
alter table accounting.invoice_line
add column order_line bigint,
add column corrects_line integer,
drop constraint invoice_line_amount_is_quantity_times_price_less_discount,
add constraint invoice_line_amount_is_quantity_times_price_to_the_cent
  check (abs(amount - quantity * unit_price * (1 - coalesce(discount, 0))) <= 0.01) not valid;

comment on column accounting.invoice_line.amount is
  'Quantity times price less the discount, rounded half away from zero to 2 decimals. Of a part of what was ordered, the difference of two such amounts: of this and all parts before, and of those.';
comment on column accounting.invoice_line.order_line is
  'The line of the order, or of the return; null on what was issued before there were parts: the line at the same place.';
comment on column accounting.invoice_line.corrects_line is
  'The line of the corrected invoice that a line of a credit note takes back; null if its return does not say.';

create type accounting.draft_line as (
  document bigint,
  order_id bigint,
  corrects bigint,
  order_line bigint,
  part integer,
  number integer,
  corrects_line integer,
  quantity numeric,
  unit_price numeric,
  discount numeric,
  amount numeric,
  tax_rate numeric,
  tax_category text,
  product_code text,
  description text
);

comment on type accounting.draft_line is
  'A line of an invoice that accounting.invoice_orders() is about to issue, with the place of its document among those.';

alter table sales.order_line
add column undoes_line bigint;

comment on column sales.order_line.undoes_line is
  'In a return, the line of the order which it undoes, by a quantity of the other sign; null for a line that undoes none, and where nobody said.';

alter type sales.placed_line add attribute undoes_line bigint;

alter table logistics.transfer
add column return_number text collate "C",
add constraint transfer_return_number_fkey foreign key (return_number) references sales.order (number) not valid,
add constraint transfer_is_of_a_return_if_it_names_one check (return_number is null or kind = 'return') not valid;

comment on column logistics.transfer.return_number is
  'The return by which its goods came back; null if they came without one, or it was placed apart.';

create or replace view logistics.whole_transfer as
select
  t.id,
  t.kind,
  t.happened_at,
  t.reference,
  t.order_number,
  l.lines,
  t.return_number
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

comment on column logistics.whole_transfer.return_number is 'The return by which its goods came back; null if none was said.';

create or replace view sales.whole_order as
select
  o.id,
  o.number,
  o.kind,
  o.status,
  o.is_return,
  o.return_of,
  o.ordered_on,
  o.customer,
  o.country,
  o.invoice_address,
  o.delivery_address,
  o.currency,
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
      'discount', trim_scale(l.discount),
      'amount', l.amount,
      'undoesLine', l.undoes_line
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

comment on column sales.whole_order.lines is
  'Objects of number, product, description, quantity, unitPrice, discount, amount and undoesLine, in the order of their numbers: the first 1,000. line_count says how many there are.';

create or replace view accounting.whole_invoice as
select
  i.id,
  i.kind,
  i.number,
  i.order_id,
  i.order_number,
  i.issued_at,
  i.issued_on,
  i.customer,
  i.country,
  i.corrects,
  (select c.number from accounting.invoice c where c.id = i.corrects) as corrects_number,
  i.total,
  i.tax,
  i.total + coalesce(i.tax, 0) as gross,
  t.taxes,
  i.line_count,
  l.lines
from accounting.invoice i
cross join lateral (
  select jsonb_agg(
    jsonb_build_object(
      'category', t.category,
      'rate', trim_scale(t.rate),
      'net', t.net,
      'tax', t.tax,
      'reason', t.reason,
      'reasonCode', t.reason_code
    )
    order by t.category = 'S' desc, t.rate desc nulls last, t.category
  ) as taxes
  from accounting.whole_invoice_tax t
  where t.invoice_id = i.id
) t
cross join lateral (
  select jsonb_agg(
    jsonb_build_object(
      'number', l.line_number,
      'product', l.product_code,
      'description', l.description,
      'quantity', trim_scale(l.quantity),
      'unitPrice', trim_scale(l.unit_price),
      'discount', trim_scale(l.discount),
      'amount', l.amount,
      'taxCategory', l.tax_category,
      'taxRate', trim_scale(l.tax_rate),
      'orderLine', l.order_line,
      'correctsLine', l.corrects_line
    )
    order by l.line_number
  ) as lines
  from accounting.invoice_line l
  where l.invoice_id = i.id
) l;

comment on column accounting.whole_invoice.order_id is 'The order that it invoices, or the return that it credits.';
comment on column accounting.whole_invoice.lines is
  'Objects of number, product, description, quantity, unitPrice, discount, amount, taxCategory, taxRate, orderLine and correctsLine, in the order of their numbers.';

create or replace view accounting.open_order as
select
  o.id, o.number, o.is_return, o.ordered_on, o.customer, o.country, o.total, o.line_count, o.return_of
from sales.order o
where o.total <> 0
  and o.status = 'confirmed'
  and o.currency is null
  and not exists (select from accounting.invoice i where i.order_id = o.id)
  and (
    o.return_of is null
    or exists (
      select
      from sales.order u
      join accounting.invoice i on i.order_id = u.id
      where u.number = o.return_of
    )
  );

comment on view accounting.open_order is
  'Confirmed orders and returns of which nothing is invoiced. A return that names an order waits for that one''s invoices. One whose total is 0, or in a foreign currency, is never open.';
comment on column accounting.open_order.return_of is 'The number of the order that a return undoes.';

create view accounting.part_order as
select o.id, o.number, o.ordered_on, o.customer, o.country, o.total, i.invoiced, o.line_count
from sales.order o
cross join lateral (
  select sum(i.total) as invoiced
  from accounting.invoice i
  where i.order_id = o.id
) i
where o.kind = 'order'
  and o.status = 'confirmed'
  and i.invoiced <> o.total;

comment on view accounting.part_order is 'Confirmed orders of which a part is invoiced, and the rest is not.';
comment on column accounting.part_order.id is 'The key that model functions and addresses use.';
comment on column accounting.part_order.number is 'The order''s number, as people and files spell it.';
comment on column accounting.part_order.ordered_on is 'The day of the order.';
comment on column accounting.part_order.customer is 'The customer''s code; null for a walk-in.';
comment on column accounting.part_order.country is 'The country that the order goes to.';
comment on column accounting.part_order.total is 'The sum of its lines'' amounts.';
comment on column accounting.part_order.invoiced is 'The sum of its invoices'' totals.';
comment on column accounting.part_order.line_count is 'The number of its lines.';
