-- Accounting: invoices, and credit notes for returns. What they say is copied from the order at issue and
-- frozen.

create schema accounting;

comment on schema accounting is
  'Invoices and credit notes, issued once for each order and each return.';

create table accounting.number_series (
  kind text not null,
  last_number bigint not null default 0,
  constraint number_series_pkey primary key (kind),
  constraint number_series_kind_is_known check (kind in ('invoice', 'credit-note')),
  constraint number_series_last_number_is_not_negative check (last_number >= 0)
);

comment on table accounting.number_series is
  'The gapless series: a row, not a sequence, so that a rollback gives its number back.';
comment on column accounting.number_series.kind is 'What is numbered: invoice or credit-note.';
comment on column accounting.number_series.last_number is
  'The last number that was given out; 0 before the first.';

insert into accounting.number_series (kind)
values ('invoice'), ('credit-note');

create table accounting.invoice (
  id bigint generated always as identity,
  number bigint not null,
  order_id bigint not null,
  issued_at timestamptz not null default now(),
  issued_on date not null,
  line_count integer not null,
  total numeric(30, 2) not null,
  kind text not null,
  order_number text collate "C" not null,
  customer text collate "C",
  country text,
  constraint invoice_pkey primary key (id),
  constraint invoice_kind_number_key unique (kind, number),
  constraint invoice_order_id_key unique (order_id),
  constraint invoice_order_id_fkey foreign key (order_id) references sales.order (id),
  constraint invoice_kind_fkey foreign key (kind) references accounting.number_series (kind),
  constraint invoice_number_is_positive check (number > 0),
  constraint invoice_has_lines check (line_count > 0),
  constraint invoice_total_is_not_0 check (total <> 0),
  constraint invoice_is_a_credit_note_for_a_return check ((kind = 'credit-note') = (order_number like 'C%'))
);

comment on table accounting.invoice is 'Invoices and credit notes. An issued one never changes.';
comment on column accounting.invoice.id is 'The key that model functions and addresses use.';
comment on column accounting.invoice.number is 'Its number within its kind, without gaps from 1.';
comment on column accounting.invoice.order_id is 'The order that it invoices: at most one invoice for each.';
comment on column accounting.invoice.issued_at is 'The moment of issue.';
comment on column accounting.invoice.issued_on is 'The day that it bears.';
comment on column accounting.invoice.line_count is 'The number of its lines.';
comment on column accounting.invoice.total is
  'The sum of its lines'' amounts; as a rule negative on a credit note.';
comment on column accounting.invoice.kind is 'invoice, or credit-note for a return.';
comment on column accounting.invoice.order_number is 'The order''s number at issue.';
comment on column accounting.invoice.customer is 'The customer''s code at issue; null for a walk-in.';
comment on column accounting.invoice.country is 'The order''s country at issue.';

create table accounting.invoice_line (
  invoice_id bigint not null,
  line_number integer not null,
  quantity numeric(12, 4) not null,
  unit_price numeric(12, 4) not null,
  amount numeric(30, 2) not null,
  product_code text not null,
  description text not null,
  constraint invoice_line_pkey primary key (invoice_id, line_number),
  constraint invoice_line_invoice_id_fkey foreign key (invoice_id) references accounting.invoice (id),
  constraint invoice_line_number_is_positive check (line_number > 0),
  constraint invoice_line_amount_is_quantity_times_price check (amount = round(quantity * unit_price, 2))
);

comment on table accounting.invoice_line is
  'The lines of the invoices: copies of the order''s lines at issue, frozen.';
comment on column accounting.invoice_line.invoice_id is 'The invoice that the line belongs to.';
comment on column accounting.invoice_line.line_number is 'Its place on the invoice, from 1.';
comment on column accounting.invoice_line.quantity is 'How many; negative for what came back.';
comment on column accounting.invoice_line.unit_price is 'The price of one.';
comment on column accounting.invoice_line.amount is
  'Quantity times price, rounded half away from zero to 2 decimals.';
comment on column accounting.invoice_line.product_code is 'The product''s code at issue.';
comment on column accounting.invoice_line.description is
  'The line''s description, or the product''s name, at issue.';

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
      'amount', l.amount
    )
    order by l.line_number
  ) as lines
  from accounting.invoice_line l
  where l.invoice_id = i.id
) l;

comment on view accounting.whole_invoice is
  'An invoice and, as a json array, its lines. Ask for one (where id = …) or for a page, not for all.';
comment on column accounting.whole_invoice.lines is
  'Objects of number, product, description, quantity, unitPrice and amount, in the order of their numbers.';

create view accounting.open_order as
select o.id, o.number, o.is_return, o.ordered_on, o.customer, o.country, o.total, o.line_count
from sales.order o
where o.total <> 0
  and not exists (select from accounting.invoice i where i.order_id = o.id);

comment on view accounting.open_order is
  'Orders and returns that are still to be invoiced. One whose total is 0 never is.';
