-- Lists that people look at every day, and the totals of months.

create index move_by_product on logistics.move (product_code, transfer_id, position);

create index payment_by_day on accounting.payment (day, id);

create index payment_by_customer on accounting.payment (customer, day, id)
where customer is not null;

-- The sums over a year of invoices are more than a page can wait for. The rows of a kind change only while
-- the series of that kind is locked, so nobody waits for them.
create table accounting.month_total (
  total numeric(30, 2) not null,
  invoice_count bigint not null,
  month date not null,
  kind text not null,
  constraint month_total_pkey primary key (kind, month),
  constraint month_total_month_is_a_first_day check (extract(day from month) = 1),
  constraint month_total_counts_invoices check (invoice_count > 0)
)
with (fillfactor = 50);

comment on table accounting.month_total is
  'The sums of the invoices and of the credit notes of each month. accounting.tally_invoices() keeps them.';
comment on column accounting.month_total.total is 'The sum of their totals: negative for credit notes.';
comment on column accounting.month_total.invoice_count is 'The number of them.';
comment on column accounting.month_total.month is 'The first day of the month.';
comment on column accounting.month_total.kind is 'The series: invoice or credit-note.';

insert into accounting.month_total (kind, month, total, invoice_count)
select kind, issued_on - (extract(day from issued_on)::integer - 1), sum(total), count(*)
from accounting.invoice
group by 1, 2;
