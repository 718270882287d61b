-- Every column of the views is commented on.

comment on column sales.whole_order.id is 'The key that model functions and addresses use.';
comment on column sales.whole_order.number is 'The order''s number, as people and files spell it.';
comment on column sales.whole_order.kind is 'The kind: order or return.';
comment on column sales.whole_order.is_return is 'True if the kind is return.';
comment on column sales.whole_order.ordered_on is 'The day of the order.';
comment on column sales.whole_order.customer is 'The customer''s code; null for a walk-in.';
comment on column sales.whole_order.country is 'The country that the order goes to, or came from.';
comment on column sales.whole_order.total is 'The sum of its lines'' amounts.';
comment on column sales.whole_order.line_count is 'The number of its lines.';

comment on column accounting.whole_invoice.id is 'The key that model functions and addresses use.';
comment on column accounting.whole_invoice.kind is 'The kind: invoice, or credit-note for a return.';
comment on column accounting.whole_invoice.number is 'The number within its kind, without gaps from 1.';
comment on column accounting.whole_invoice.order_id is 'The order that it invoices.';
comment on column accounting.whole_invoice.order_number is 'The order''s number at issue.';
comment on column accounting.whole_invoice.issued_at is 'The time of issue.';
comment on column accounting.whole_invoice.issued_on is 'The day that it bears.';
comment on column accounting.whole_invoice.customer is 'The customer''s code at issue; null for a walk-in.';
comment on column accounting.whole_invoice.country is 'The order''s country at issue.';
comment on column accounting.whole_invoice.total is 'The sum of its lines'' amounts.';
comment on column accounting.whole_invoice.line_count is 'The number of its lines.';

comment on column accounting.open_order.id is 'The key that model functions and addresses use.';
comment on column accounting.open_order.number is 'The order''s number, as people and files spell it.';
comment on column accounting.open_order.is_return is 'True if its kind is return.';
comment on column accounting.open_order.ordered_on is 'The day of the order.';
comment on column accounting.open_order.customer is 'The customer''s code; null for a walk-in.';
comment on column accounting.open_order.country is 'The country that the order goes to, or came from.';
comment on column accounting.open_order.total is 'The sum of its lines'' amounts.';
comment on column accounting.open_order.line_count is 'The number of its lines.';
