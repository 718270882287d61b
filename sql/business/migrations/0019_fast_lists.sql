-- What the lists of a large business need: kept sets and sums instead of a look at all there is.

-- This has a further parameter now.
drop function if exists logistics.list_backorders(text, bigint, bigint, integer);

-- The list of open orders, their count and their invoicing looked at every order for one that is open.
create table accounting.uninvoiced_order (
  order_id bigint not null,
  ordered_on date not null,
  constraint uninvoiced_order_pkey primary key (order_id)
);

comment on table accounting.uninvoiced_order is
  'The confirmed orders and returns in the shop''s currency, other than those of a total of 0, that are not invoiced as far as they are ordered. accounting.note_orders(), accounting.follow_order() and accounting.note_invoices() keep it.';
comment on column accounting.uninvoiced_order.order_id is 'The order''s id.';
comment on column accounting.uninvoiced_order.ordered_on is 'The day of the order.';

insert into accounting.uninvoiced_order (order_id, ordered_on)
select o.id, o.ordered_on
from sales.order o
left join (
  select i.order_id, sum(i.total) as total
  from accounting.invoice i
  group by i.order_id
) i on i.order_id = o.id
where o.status = 'confirmed'
  and o.currency is null
  and o.total <> 0
  and case when o.is_return then i.order_id is null else i.total is distinct from o.total end;

create index uninvoiced_order_by_day on accounting.uninvoiced_order (ordered_on, order_id);

-- Few rows are in these, and the others pay nothing for them.
create index order_free_by_day on sales.order (ordered_on, id)
where total = 0;

create index invoice_credit_note_by_day on accounting.invoice (issued_on, id)
where kind = 'credit-note';

-- The reports of the ledger added up all postings.
create table accounting.account_total (
  id bigint generated always as identity,
  debit numeric(30, 2) not null,
  credit numeric(30, 2) not null,
  day date not null,
  account text collate "C" not null,
  constraint account_total_pkey primary key (id),
  constraint account_total_is_not_negative check (debit >= 0 and credit >= 0)
)
with (fillfactor = 50);

comment on table accounting.account_total is
  'The sums of the postings to each account on each day; several rows where transactions added to one at once. accounting.tally_postings() keeps them.';
comment on column accounting.account_total.id is 'The key.';
comment on column accounting.account_total.debit is 'The sum of the postings that are debit.';
comment on column accounting.account_total.credit is 'The sum of those that are credit, as a positive amount.';
comment on column accounting.account_total.day is 'The day that the postings bear.';
comment on column accounting.account_total.account is 'The account.';

insert into accounting.account_total (account, day, debit, credit)
select
  p.account, p.day, coalesce(sum(p.amount) filter (where p.amount > 0), 0),
  coalesce(- sum(p.amount) filter (where p.amount < 0), 0)
from accounting.posting p
group by p.account, p.day
order by p.account, p.day;

create index account_total_by_account on accounting.account_total (account, day);

-- The report of the tax added up all invoices of its period. As with the totals of months, the rows of a kind
-- change only while the series of that kind is locked.
create table accounting.tax_total (
  invoice_count bigint not null,
  net numeric(30, 2) not null,
  tax numeric(30, 2) not null,
  day date not null,
  rate numeric(7, 6) not null,
  kind text not null,
  category text collate "C" not null,
  constraint tax_total_pkey primary key (kind, day, category, rate),
  constraint tax_total_counts_invoices check (invoice_count > 0)
)
with (fillfactor = 50);

comment on table accounting.tax_total is
  'The sums of the taxes of invoices and credit notes, by day, category and rate. accounting.tally_taxes() and accounting.tally_invoices() keep them.';
comment on column accounting.tax_total.invoice_count is 'The number of the invoices that bear the tax.';
comment on column accounting.tax_total.net is 'The sum of their net: negative for credit notes.';
comment on column accounting.tax_total.tax is 'The sum of the tax on it.';
comment on column accounting.tax_total.day is 'The day that the invoices bear.';
comment on column accounting.tax_total.rate is 'The rate as a share; 0 for what is outside of tax, which has none.';
comment on column accounting.tax_total.kind is 'The series: invoice or credit-note.';
comment on column accounting.tax_total.category is 'The category: a code of accounting.tax_category.';

insert into accounting.tax_total (kind, day, category, rate, invoice_count, net, tax)
select i.kind, i.issued_on, t.category, t.rate, count(*), sum(t.net), sum(t.tax)
from accounting.invoice i
join accounting.invoice_tax t on t.invoice_id = i.id
group by i.kind, i.issued_on, t.category, t.rate
union all
select i.kind, i.issued_on, 'O', 0, count(*), sum(i.total), 0
from accounting.invoice i
where i.tax is null
group by i.kind, i.issued_on;
