-- Orders have a status, lines a discount, and a return names the order that it undoes.
--
-- Others wait while this alters tables that may be large. So nothing here reads or writes their rows: columns
-- come with a constant default or null, and constraints are not validated, since old rows keep them by their
-- making. A generated amount of another expression would write a million lines anew, in 3 seconds; this takes
-- milliseconds.

-- These return other columns now, or have further parameters.
drop function if exists sales.place_order(text, text, text, date, jsonb, text, text);

drop function if exists sales.find_order(bigint, bigint);

drop function if exists sales.list_orders(text, text, date, date, text, date, bigint, integer);

drop function if exists sales.order_totals();

drop function if exists accounting.invoice_orders(bigint[], date);

drop function if exists accounting.invoice_order(bigint, date);

drop function if exists logistics.lock_order(bigint);

drop view sales.whole_order;

drop view accounting.whole_invoice;

drop view accounting.open_order;

-- The whole tables were frozen by statement. sales.keep_orders() and sales.keep_lines() look at the rows.
drop trigger if exists refuse_change on sales.order;

drop trigger if exists refuse_change on sales.order_line;

alter table sales.shop
add column currency text collate "C",
add constraint shop_currency_fkey foreign key (currency) references sales.currency (code);

comment on column sales.shop.currency is
  'The currency in which the books are kept; sales.set_currency() sets it. Null while nobody has said.';

alter table sales.order
add column status text not null default 'confirmed',
add column currency text collate "C",
add column return_of text collate "C",
add column invoice_address jsonb,
add column delivery_address jsonb,
add constraint order_status_is_known check (status in ('quote', 'confirmed', 'cancelled', 'closed')) not valid,
add constraint order_quote_is_no_return check (status <> 'quote' or kind = 'order') not valid,
add constraint order_currency_fkey foreign key (currency) references sales.currency (code) not valid,
add constraint order_return_of_fkey foreign key (return_of) references sales.order (number) not valid,
add constraint order_undoes_another_only_as_a_return check (return_of is null or kind = 'return') not valid;

comment on table sales.order is
  'An order, or a return. A quote may change. Once confirmed it stays as it is, with its lines: it is cancelled, closed, or undone by a return.';
comment on column sales.order.status is
  'quote, confirmed, cancelled or closed: sales.keep_orders() says from which to which. What files bring is confirmed.';
comment on column sales.order.currency is 'The currency of its prices; null for the shop''s own.';
comment on column sales.order.return_of is 'The number of the order that a return undoes; null if nobody said.';
comment on column sales.order.invoice_address is
  'Where its invoice goes, as an object of sales.party_address; the customer''s when it was confirmed, unless it has one of its own.';
comment on column sales.order.delivery_address is 'Where its goods go, likewise.';

create index order_by_status on sales.order (status, ordered_on, id)
where status <> 'confirmed';

create index order_by_undone on sales.order (return_of)
where return_of is not null;

alter table sales.order_line
alter column amount drop expression,
add column discount numeric(7, 6),
add constraint order_line_discount_is_a_share check (discount > 0 and discount <= 1) not valid,
add constraint order_line_amount_is_quantity_times_price_less_discount check (
  amount = case
    when discount is null then round(quantity * unit_price, 2)
    else round(quantity * unit_price * (1 - discount), 2)
  end
) not valid;

comment on column sales.order_line.amount is
  'Quantity times price less the discount, rounded half away from zero to 2 decimals; sales.fill_amount() sets it.';
comment on column sales.order_line.discount is 'The share of the price that is not asked for, such as 0.05; null for none.';

alter type sales.placed_line add attribute discount numeric;

alter table accounting.invoice
add column corrects bigint,
add constraint invoice_corrects_fkey foreign key (corrects) references accounting.invoice (id) not valid,
add constraint invoice_is_corrected_by_a_credit_note_only check (corrects is null or kind = 'credit-note') not valid;

comment on column accounting.invoice.corrects is
  'The invoice that a credit note corrects: the one of the order that its return names; null if it names none.';

create index invoice_by_corrected on accounting.invoice (corrects)
where corrects is not null;

alter table accounting.invoice_line
drop constraint invoice_line_amount_is_quantity_times_price,
add column discount numeric(7, 6),
add constraint invoice_line_amount_is_quantity_times_price_less_discount check (
  amount = case
    when discount is null then round(quantity * unit_price, 2)
    else round(quantity * unit_price * (1 - discount), 2)
  end
) not valid;

comment on column accounting.invoice_line.amount is
  'Quantity times price less the discount, rounded half away from zero to 2 decimals.';
comment on column accounting.invoice_line.discount is 'The share of the price that is not asked for; null for none.';

create view sales.whole_order as
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
comment on column sales.whole_order.id is 'The key that model functions and addresses use.';
comment on column sales.whole_order.number is 'The order''s number, as people and files spell it.';
comment on column sales.whole_order.kind is 'The kind: order or return.';
comment on column sales.whole_order.status is 'quote, confirmed, cancelled or closed.';
comment on column sales.whole_order.is_return is 'True if the kind is return.';
comment on column sales.whole_order.return_of is 'The number of the order that a return undoes.';
comment on column sales.whole_order.ordered_on is 'The day of the order.';
comment on column sales.whole_order.customer is 'The customer''s code; null for a walk-in.';
comment on column sales.whole_order.country is 'The country that the order goes to, or came from.';
comment on column sales.whole_order.invoice_address is 'Where its invoice goes, as an object of sales.party_address.';
comment on column sales.whole_order.delivery_address is 'Where its goods go, as an object of sales.party_address.';
comment on column sales.whole_order.currency is 'The currency of its prices; null for the shop''s own.';
comment on column sales.whole_order.total is 'The sum of its lines'' amounts.';
comment on column sales.whole_order.line_count is 'The number of its lines.';
comment on column sales.whole_order.lines is
  'Objects of number, product, description, quantity, unitPrice, discount and amount, in the order of their numbers: the first 1,000. line_count says how many there are.';

create view accounting.whole_invoice as
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
  i.line_count,
  l.lines
from accounting.invoice i
cross join lateral (
  select jsonb_agg(
    jsonb_build_object(
      'number', l.line_number,
      'product', l.product_code,
      'description', l.description,
      'quantity', trim_scale(l.quantity),
      'unitPrice', trim_scale(l.unit_price),
      'discount', trim_scale(l.discount),
      'amount', l.amount
    )
    order by l.line_number
  ) as lines
  from accounting.invoice_line l
  where l.invoice_id = i.id
) l;

comment on view accounting.whole_invoice is
  'An invoice and, as a json array, its lines. Ask for one (where id = …) or for a page, not for all.';
comment on column accounting.whole_invoice.id is 'The key that model functions and addresses use.';
comment on column accounting.whole_invoice.kind is 'invoice, or credit-note for a return.';
comment on column accounting.whole_invoice.number is 'Its number within its kind.';
comment on column accounting.whole_invoice.order_id is 'The order that it invoices.';
comment on column accounting.whole_invoice.order_number is 'The order''s number at issue.';
comment on column accounting.whole_invoice.issued_at is 'The moment of issue.';
comment on column accounting.whole_invoice.issued_on is 'The day that it bears.';
comment on column accounting.whole_invoice.customer is 'The customer''s code at issue; null for a walk-in.';
comment on column accounting.whole_invoice.country is 'The order''s country at issue.';
comment on column accounting.whole_invoice.corrects is 'The invoice that a credit note corrects; null if it names none.';
comment on column accounting.whole_invoice.corrects_number is 'The number of that invoice.';
comment on column accounting.whole_invoice.total is 'The sum of its lines'' amounts.';
comment on column accounting.whole_invoice.line_count is 'The number of its lines.';
comment on column accounting.whole_invoice.lines is
  'Objects of number, product, description, quantity, unitPrice, discount and amount, in the order of their numbers.';

create view accounting.open_order as
select o.id, o.number, o.is_return, o.ordered_on, o.customer, o.country, o.total, o.line_count
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
  'Confirmed orders and returns that are still to be invoiced, as accounting.invoice_orders() would. A return that names an order waits for that one''s invoice. One whose total is 0, or in a foreign currency, is never open.';
comment on column accounting.open_order.id is 'The key that model functions and addresses use.';
comment on column accounting.open_order.number is 'The order''s number, as people and files spell it.';
comment on column accounting.open_order.is_return is 'True if its kind is return.';
comment on column accounting.open_order.ordered_on is 'The day of the order.';
comment on column accounting.open_order.customer is 'The customer''s code; null for a walk-in.';
comment on column accounting.open_order.country is 'The country that the order goes to, or came from.';
comment on column accounting.open_order.total is 'The sum of its lines'' amounts.';
comment on column accounting.open_order.line_count is 'The number of its lines.';
