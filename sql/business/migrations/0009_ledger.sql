-- The ledger: accounts, entries whose postings balance, payments, and what is open between them.
--
-- An entry comes with all of its postings in one statement. Triggers look once per statement whether they are
-- whole and balance, so nothing is left to be checked row by row at commit, which costs a bulk of invoices
-- several times as much. No row is changed afterwards: another entry reverses it.

create table accounting.ledger_account (
  code text collate "C" not null,
  kind text not null,
  name text not null,
  is_active boolean not null default true,
  constraint ledger_account_pkey primary key (code),
  constraint ledger_account_code_kind_key unique (code, kind),
  constraint ledger_account_code_has_1_to_20_characters check (char_length(code) between 1 and 20),
  constraint ledger_account_kind_is_known check (kind in ('asset', 'liability', 'equity', 'income', 'expense')),
  constraint ledger_account_name_has_1_to_200_characters check (char_length(name) between 1 and 200)
);

comment on table accounting.ledger_account is 'The chart of accounts.';
comment on column accounting.ledger_account.code is 'The account''s number, as people spell it. It never changes.';
comment on column accounting.ledger_account.kind is
  'The kind: asset, liability, equity, income or expense. It never changes.';
comment on column accounting.ledger_account.name is 'The account''s name.';
comment on column accounting.ledger_account.is_active is 'False if nothing may be posted to it any more.';

insert into accounting.ledger_account (code, kind, name)
values
  ('1000', 'asset', 'Bank'),
  ('1200', 'asset', 'Receivables'),
  ('1400', 'asset', 'Inventory'),
  ('2000', 'liability', 'Payables'),
  ('2200', 'liability', 'Tax payable'),
  ('2300', 'liability', 'Customer prepayments'),
  ('3000', 'equity', 'Equity'),
  ('4000', 'income', 'Sales'),
  ('4100', 'income', 'Freight charged'),
  ('5000', 'expense', 'Cost of goods sold'),
  ('5100', 'expense', 'Stock differences'),
  ('6000', 'expense', 'Operating expenses'),
  ('6900', 'expense', 'Rounding differences'),
  ('6910', 'expense', 'Bad debts');

create table accounting.ledger_role (
  role text not null,
  kind text not null,
  account text collate "C" not null,
  constraint ledger_role_pkey primary key (role),
  constraint ledger_role_account_fkey foreign key (account, kind) references accounting.ledger_account (code, kind)
);

comment on table accounting.ledger_role is
  'The account that plays each role in what the business books by itself. An installation may choose others.';
comment on column accounting.ledger_role.role is 'The role, such as receivables.';
comment on column accounting.ledger_role.kind is 'The kind that its account must be of.';
comment on column accounting.ledger_role.account is 'The account that plays it.';

insert into accounting.ledger_role (role, kind, account)
values
  ('bank', 'asset', '1000'),
  ('receivables', 'asset', '1200'),
  ('inventory', 'asset', '1400'),
  ('payables', 'liability', '2000'),
  ('tax-payable', 'liability', '2200'),
  ('prepayments', 'liability', '2300'),
  ('equity', 'equity', '3000'),
  ('sales', 'income', '4000'),
  ('freight', 'income', '4100'),
  ('cost-of-goods', 'expense', '5000'),
  ('stock-differences', 'expense', '5100'),
  ('rounding', 'expense', '6900'),
  ('bad-debts', 'expense', '6910');

-- The books are closed up to a day.

create table accounting.books (
  are_the_books boolean not null default true,
  closed_until date,
  times_reopened integer not null default 0,
  constraint books_pkey primary key (are_the_books),
  constraint books_are_one check (are_the_books)
);

comment on table accounting.books is 'The state of the books: one row.';
comment on column accounting.books.are_the_books is 'Always true, so that there is one row.';
comment on column accounting.books.closed_until is
  'The last closed day: no entry may bear it, or one before. Null if nothing is closed.';
comment on column accounting.books.times_reopened is
  'How often a period was opened again: accounting.reopen_period() counts. The last closed day goes back only with it.';

insert into accounting.books default values;

create table accounting.closing (
  id bigint generated always as identity,
  made_at timestamptz not null default now(),
  closed_until date,
  closed_until_before date,
  constraint closing_pkey primary key (id)
);

comment on table accounting.closing is 'The record of each time that a period was closed, or opened again.';
comment on column accounting.closing.id is 'The order in which it happened.';
comment on column accounting.closing.made_at is 'When it happened.';
comment on column accounting.closing.closed_until is 'The last closed day since then; null if nothing is closed.';
comment on column accounting.closing.closed_until_before is 'The last closed day before; null if nothing was closed.';

-- Columns from wide to narrow alignment.
create table accounting.entry (
  id bigint generated always as identity,
  source_id bigint,
  reverses bigint,
  made_at timestamptz not null default now(),
  day date not null,
  posting_count integer not null,
  source text not null,
  text text,
  constraint entry_pkey primary key (id),
  constraint entry_reverses_key unique (reverses),
  constraint entry_reverses_fkey foreign key (reverses) references accounting.entry (id),
  constraint entry_has_two_postings check (posting_count >= 2),
  constraint entry_source_is_a_word check (source ~ '^[a-z-]{1,40}$'),
  constraint entry_is_a_reversal_if_it_reverses check ((source = 'reversal') = (reverses is not null)),
  constraint entry_by_hand_has_a_text check (source <> 'manual' or text is not null),
  constraint entry_text_has_1_to_500_characters check (char_length(text) between 1 and 500)
);

comment on table accounting.entry is
  'The entries of the ledger. None is changed or deleted: another one reverses it, once.';
comment on column accounting.entry.id is 'The key that model functions use, and the entry''s reference for people.';
comment on column accounting.entry.source_id is 'The id of what it books: of an invoice or a payment.';
comment on column accounting.entry.reverses is 'The entry that it reverses.';
comment on column accounting.entry.made_at is 'The moment of booking.';
comment on column accounting.entry.day is 'The day that it bears, in no closed period.';
comment on column accounting.entry.posting_count is 'The number of its postings; accounting.check_postings() compares.';
comment on column accounting.entry.source is
  'What it books: invoice (a credit note too), payment, settlement, manual or reversal.';
comment on column accounting.entry.text is 'What people wrote to it; null if its source says it all.';

create table accounting.posting (
  entry_id bigint not null,
  invoice_id bigint,
  line integer not null,
  day date not null,
  amount numeric(30, 2) not null,
  account text collate "C" not null,
  customer text collate "C",
  constraint posting_pkey primary key (entry_id, line),
  constraint posting_amount_is_not_0 check (amount <> 0)
);

comment on table accounting.posting is
  'The postings of the entries. accounting.check_postings() checks the entry and the accounts once per statement.';
comment on column accounting.posting.entry_id is 'The entry that it belongs to.';
comment on column accounting.posting.invoice_id is 'The invoice, or credit note, that it is about.';
comment on column accounting.posting.line is 'Its place in the entry, from 1 without gaps.';
comment on column accounting.posting.day is 'The entry''s day.';
comment on column accounting.posting.amount is 'The amount: positive is debit, negative is credit.';
comment on column accounting.posting.account is 'The account''s code.';
comment on column accounting.posting.customer is 'The code of the customer that it is about.';

create table accounting.payment (
  id bigint generated always as identity,
  made_at timestamptz not null default now(),
  day date not null,
  amount numeric(30, 2) not null,
  account text collate "C" not null,
  customer text collate "C",
  reference text,
  key text collate "C",
  digest text,
  constraint payment_pkey primary key (id),
  constraint payment_key_key unique (key),
  constraint payment_account_fkey foreign key (account) references accounting.ledger_account (code),
  constraint payment_amount_is_not_0 check (amount <> 0),
  constraint payment_reference_has_1_to_500_characters check (char_length(reference) between 1 and 500),
  constraint payment_key_has_1_to_200_characters check (char_length(key) between 1 and 200)
);

comment on table accounting.payment is 'Payments of customers, and to them. None is changed: its entry is reversed.';
comment on column accounting.payment.id is 'The key that entries use.';
comment on column accounting.payment.made_at is 'The moment of booking.';
comment on column accounting.payment.day is 'The day of the payment.';
comment on column accounting.payment.amount is 'The amount; negative if it was paid to the customer.';
comment on column accounting.payment.account is 'The account that the money went to, or came from.';
comment on column accounting.payment.customer is 'The customer''s code; null if nobody knows who paid.';
comment on column accounting.payment.reference is 'What the payment says of itself.';
comment on column accounting.payment.key is
  'What whoever booked it made up for it: one that comes again books nothing.';
comment on column accounting.payment.digest is
  'A digest of what was said with the key, so that another payment is told apart.';

create type accounting.asked_payment as (
  place bigint,
  day date,
  amount numeric,
  payer text,
  account text,
  reference text,
  items bigint[],
  key text,
  digest text,
  refusal_code text,
  refusal text
);

comment on type accounting.asked_payment is
  'A payment as accounting.read_payments() has read it: its place among those that are asked for, the items that it names, due first, and the reason why it cannot be booked.';

create type accounting.allotted_payment as (
  asked accounting.asked_payment,
  items bigint[],
  amounts numeric[],
  rest numeric
);

comment on type accounting.allotted_payment is
  'A payment as accounting.allot_payments() returns it: the items that it settles, the amounts, and what is left.';

create table accounting.open_item (
  entry_id bigint not null,
  day date not null,
  due_on date not null,
  amount numeric(30, 2) not null,
  settled numeric(30, 2) not null default 0,
  open numeric(30, 2) not null generated always as (amount - settled) stored,
  account text collate "C" not null,
  customer text collate "C",
  constraint open_item_pkey primary key (entry_id),
  constraint open_item_amount_is_not_0 check (amount <> 0),
  constraint open_item_is_never_settled_beyond_its_amount
    check (settled between least(amount, 0) and greatest(amount, 0))
);

comment on table accounting.open_item is
  'What a customer owes by an invoice, or has to get by a credit note or a payment, and how much of it is open.';
comment on column accounting.open_item.entry_id is 'The entry that made it; accounting.check_items() compares.';
comment on column accounting.open_item.day is 'The entry''s day.';
comment on column accounting.open_item.due_on is 'The day by which it is to be paid.';
comment on column accounting.open_item.amount is
  'The amount at first: positive if the customer owes it, negative if the customer has it to get.';
comment on column accounting.open_item.settled is 'The sum of its settlements, which keep it; of the amount''s sign.';
comment on column accounting.open_item.open is 'The amount that is still open.';
comment on column accounting.open_item.account is 'The account on which the open amount stands.';
comment on column accounting.open_item.customer is 'The customer''s code; null for a walk-in.';

create table accounting.settlement (
  id bigint generated always as identity,
  debit_id bigint not null,
  credit_id bigint not null,
  entry_id bigint,
  undoes bigint,
  amount numeric(30, 2) not null,
  constraint settlement_pkey primary key (id),
  constraint settlement_undoes_key unique (undoes),
  constraint settlement_undoes_fkey foreign key (undoes) references accounting.settlement (id),
  constraint settlement_is_positive_unless_it_undoes_one check (amount <> 0 and (amount < 0) = (undoes is not null))
);

comment on table accounting.settlement is
  'What of an open debit was settled with what open credit. None is changed: another one undoes it, once.';
comment on column accounting.settlement.id is 'Its key.';
comment on column accounting.settlement.debit_id is 'The item that the customer owed: the id of its entry.';
comment on column accounting.settlement.credit_id is 'The item that the customer had to get: the id of its entry.';
comment on column accounting.settlement.entry_id is
  'The entry that booked it; null where both stood on one account, so that there was nothing to book.';
comment on column accounting.settlement.undoes is 'The settlement that it undoes.';
comment on column accounting.settlement.amount is 'The amount; negative if it undoes another.';

alter table sales.shop
add column payment_days integer not null default 30,
add constraint shop_payment_days_are_0_to_365 check (payment_days between 0 and 365);

comment on column sales.shop.payment_days is 'The days from an invoice to the day on which it is due, for customers with whom nothing else was agreed.';

-- What was invoiced before there was a ledger is posted now. The triggers come with the functions, after
-- this.
with made as (
  insert into accounting.entry (source, source_id, day, posting_count)
  select 'invoice', i.id, i.issued_on, 2
  from accounting.invoice i
  order by i.id
  returning id, source_id
),
posted as (
  insert into accounting.posting (entry_id, line, day, account, amount, customer, invoice_id)
  select
    m.id, case r.role when 'receivables' then 1 else 2 end, i.issued_on, r.account,
    case r.role when 'receivables' then i.total else - i.total end, i.customer, i.id
  from made m
  join accounting.invoice i on i.id = m.source_id
  join accounting.ledger_role r on r.role in ('receivables', 'sales')
)
insert into accounting.open_item (entry_id, day, due_on, amount, account, customer)
select
  m.id, i.issued_on, i.issued_on + case when i.total > 0 then s.payment_days else 0 end, i.total, r.account,
  i.customer
from made m
join accounting.invoice i on i.id = m.source_id
join accounting.ledger_role r on r.role = 'receivables'
cross join sales.shop s;

create unique index entry_by_source on accounting.entry (source, source_id)
where source_id is not null;

create index posting_by_account on accounting.posting (account, day, entry_id) include (amount);

create index open_item_by_due_day on accounting.open_item (due_on, entry_id)
where open <> 0;

create index open_item_by_customer on accounting.open_item (customer, due_on, entry_id)
where open <> 0;

create index settlement_by_debit on accounting.settlement (debit_id);

create index settlement_by_credit on accounting.settlement (credit_id);

create index settlement_by_entry on accounting.settlement (entry_id)
where entry_id is not null;

create view accounting.whole_entry as
select
  e.id,
  e.day,
  e.source,
  e.source_id,
  e.reverses,
  (select r.id from accounting.entry r where r.reverses = e.id) as reversed_by,
  e.text,
  p.postings
from accounting.entry e
cross join lateral (
  select jsonb_agg(
    jsonb_build_object(
      'line', l.line,
      'account', l.account,
      'name', a.name,
      'amount', l.amount,
      'customer', l.customer,
      'invoiceId', l.invoice_id
    )
    order by l.line
  ) as postings
  from (
    select *
    from accounting.posting
    where entry_id = e.id
    order by line
    limit 1000
  ) l
  join accounting.ledger_account a on a.code = l.account
) p;

comment on view accounting.whole_entry is
  'An entry and, as a json array, its first 1,000 postings. Ask for one (where id = …) or for a page, not for all.';
comment on column accounting.whole_entry.id is
  'The key that model functions use, and the entry''s reference for people.';
comment on column accounting.whole_entry.day is 'The day that it bears.';
comment on column accounting.whole_entry.source is 'What it books: invoice, payment, settlement, manual or reversal.';
comment on column accounting.whole_entry.source_id is 'The id of what it books.';
comment on column accounting.whole_entry.reverses is 'The entry that it reverses.';
comment on column accounting.whole_entry.reversed_by is 'The entry that reverses it.';
comment on column accounting.whole_entry.text is 'What people wrote to it.';
comment on column accounting.whole_entry.postings is
  'Objects of line, account, name, amount, customer and invoiceId: the first 1,000.';

create view accounting.whole_payment as
select
  p.id,
  e.id as entry_id,
  p.day,
  p.amount,
  p.customer,
  p.account,
  p.reference,
  - least(i.open, 0) as prepaid,
  s.settled
from accounting.payment p
join accounting.entry e on e.source = 'payment' and e.source_id = p.id
join accounting.open_item i on i.entry_id = e.id
cross join lateral (
  select coalesce(
    jsonb_agg(
      jsonb_build_object('kind', v.kind, 'number', v.number, 'invoiceId', v.id, 'amount', t.amount)
      order by v.id
    ),
    '[]'
  ) as settled
  from (
    select coalesce(nullif(s.debit_id, e.id), s.credit_id) as item, sum(s.amount) as amount
    from accounting.settlement s
    where e.id in (s.debit_id, s.credit_id)
    group by 1
    having sum(s.amount) <> 0
    order by 1
    limit 1000
  ) t
  join accounting.entry x on x.id = t.item and x.source = 'invoice'
  join accounting.invoice v on v.id = x.source_id
) s;

comment on view accounting.whole_payment is
  'A payment and, as a json array, the first 1,000 invoices or credit notes that it settles. Ask for one.';
comment on column accounting.whole_payment.id is 'The payment''s key.';
comment on column accounting.whole_payment.entry_id is 'The entry that booked it.';
comment on column accounting.whole_payment.day is 'The day of the payment.';
comment on column accounting.whole_payment.amount is 'The amount; negative if it was paid to the customer.';
comment on column accounting.whole_payment.customer is 'The customer''s code; null if nobody knows who paid.';
comment on column accounting.whole_payment.account is 'The account that the money went to, or came from.';
comment on column accounting.whole_payment.reference is 'What the payment says of itself.';
comment on column accounting.whole_payment.prepaid is 'What of it settles nothing yet, and is the customer''s.';
comment on column accounting.whole_payment.settled is
  'Objects of kind, number, invoiceId and amount: the first 1,000.';
