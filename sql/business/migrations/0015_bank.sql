-- Bank statements and reminders: what the bank says was paid, and the letters to those who have not.
--
-- An entry of a statement is kept once, however many statements have it: its account and key are unique.

create table accounting.bank_statement (
  id bigint generated always as identity,
  made_at timestamptz not null default now(),
  from_day date,
  to_day date,
  bank_account text collate "C" not null,
  number text collate "C" not null,
  file text,
  constraint bank_statement_pkey primary key (id),
  constraint bank_statement_bank_account_number_key unique (bank_account, number),
  constraint bank_statement_bank_account_has_1_to_70_characters check (char_length(bank_account) between 1 and 70),
  constraint bank_statement_number_has_1_to_70_characters check (char_length(number) between 1 and 70),
  constraint bank_statement_file_has_1_to_255_characters check (char_length(file) between 1 and 255)
);

comment on table accounting.bank_statement is 'The statements of the bank that were imported. None is changed.';
comment on column accounting.bank_statement.id is 'Its key.';
comment on column accounting.bank_statement.made_at is 'The moment of the first import.';
comment on column accounting.bank_statement.from_day is 'Its first day; null if it does not say.';
comment on column accounting.bank_statement.to_day is 'Its last day; null if it does not say.';
comment on column accounting.bank_statement.bank_account is 'The account at the bank: its IBAN, or the bank''s own number.';
comment on column accounting.bank_statement.number is 'The bank''s number of the statement.';
comment on column accounting.bank_statement.file is 'The name of the file that brought it first.';

create table accounting.bank_entry (
  id bigint generated always as identity,
  statement_id bigint not null,
  booked_on date not null,
  value_on date,
  amount numeric(30, 2) not null,
  is_reversal boolean not null,
  bank_account text collate "C" not null,
  key text collate "C" not null,
  reference text collate "C",
  constraint bank_entry_pkey primary key (id),
  constraint bank_entry_bank_account_key_key unique (bank_account, key),
  constraint bank_entry_statement_id_fkey foreign key (statement_id) references accounting.bank_statement (id),
  constraint bank_entry_amount_is_not_0 check (amount <> 0),
  constraint bank_entry_reference_has_1_to_70_characters check (char_length(reference) between 1 and 70)
);

comment on table accounting.bank_entry is 'The booked entries of the statements, each once. None is changed.';
comment on column accounting.bank_entry.id is 'Its key.';
comment on column accounting.bank_entry.statement_id is 'The statement that brought it first.';
comment on column accounting.bank_entry.booked_on is 'The day on which the bank booked it.';
comment on column accounting.bank_entry.value_on is 'The day from which it counts; null if the bank does not say.';
comment on column accounting.bank_entry.amount is 'The amount; negative if it left the account.';
comment on column accounting.bank_entry.is_reversal is 'True if it undoes another one.';
comment on column accounting.bank_entry.bank_account is 'The account of its statement.';
comment on column accounting.bank_entry.key is
  'A digest of the bank''s reference with day and amount, or of all that the entry says, and its place among equal ones of the statement.';
comment on column accounting.bank_entry.reference is 'The bank''s reference; null if there is none.';

-- Columns from wide to narrow alignment.
create table accounting.bank_line (
  id bigint generated always as identity,
  entry_id bigint not null,
  booked_on date not null,
  place integer not null,
  amount numeric(30, 2) not null,
  payer text,
  payer_account text collate "C",
  end_to_end text collate "C",
  text text,
  named bigint[] not null,
  bare bigint[] not null,
  constraint bank_line_pkey primary key (id),
  constraint bank_line_entry_id_place_key unique (entry_id, place),
  constraint bank_line_entry_id_fkey foreign key (entry_id) references accounting.bank_entry (id),
  constraint bank_line_amount_is_not_0 check (amount <> 0),
  constraint bank_line_payer_has_1_to_200_characters check (char_length(payer) between 1 and 200),
  constraint bank_line_payer_account_has_1_to_70_characters check (char_length(payer_account) between 1 and 70),
  constraint bank_line_end_to_end_has_1_to_70_characters check (char_length(end_to_end) between 1 and 70),
  constraint bank_line_text_has_1_to_1000_characters check (char_length(text) between 1 and 1000)
);

comment on table accounting.bank_line is
  'What came, or went: an entry, or each payment of an entry for several. None is changed.';
comment on column accounting.bank_line.id is 'The key that model functions use.';
comment on column accounting.bank_line.entry_id is 'The entry that it belongs to.';
comment on column accounting.bank_line.booked_on is 'The day on which the bank booked it.';
comment on column accounting.bank_line.place is 'Its place in the entry, from 1.';
comment on column accounting.bank_line.amount is 'The amount; negative if it left the account.';
comment on column accounting.bank_line.payer is 'The name of the other side; null if the bank does not say.';
comment on column accounting.bank_line.payer_account is 'The account of the other side: its IBAN, or its bank''s own number.';
comment on column accounting.bank_line.end_to_end is 'The reference that the payer gave it.';
comment on column accounting.bank_line.text is 'What the payer wrote, or else the bank.';
comment on column accounting.bank_line.named is 'The numbers that it gives for those of invoices.';
comment on column accounting.bank_line.bare is 'Further numbers in its text, which may be those of invoices.';

create table accounting.bank_match (
  id bigint generated always as identity,
  line_id bigint not null,
  payment_id bigint,
  made_at timestamptz not null default now(),
  way text not null,
  text text,
  constraint bank_match_pkey primary key (id),
  constraint bank_match_payment_id_key unique (payment_id),
  constraint bank_match_line_id_fkey foreign key (line_id) references accounting.bank_line (id),
  constraint bank_match_payment_id_fkey foreign key (payment_id) references accounting.payment (id),
  constraint bank_match_way_is_known check (way in ('reference', 'amount', 'customer', 'assigned', 'set-aside')),
  constraint bank_match_has_a_payment_unless_it_is_set_aside check ((payment_id is null) = (way = 'set-aside')),
  constraint bank_match_text_has_1_to_500_characters check (char_length(text) between 1 and 500)
);

comment on table accounting.bank_match is 'What became of a line. None is changed: a line whose payment is reversed gets another.';
comment on column accounting.bank_match.id is 'The order in which it happened.';
comment on column accounting.bank_match.line_id is 'The line.';
comment on column accounting.bank_match.payment_id is 'The payment that it became; null if it is set aside.';
comment on column accounting.bank_match.made_at is 'When it happened.';
comment on column accounting.bank_match.way is
  'The way: reference, amount or customer, which the import found; assigned, or set-aside, by a person.';
comment on column accounting.bank_match.text is 'What people wrote to it.';

create table accounting.bank_clearing (
  line_id bigint not null,
  why text not null,
  constraint bank_clearing_pkey primary key (line_id),
  constraint bank_clearing_line_id_fkey foreign key (line_id) references accounting.bank_line (id)
);

comment on table accounting.bank_clearing is
  'The clearing list: the lines that a person has to assign. accounting.assign_line() takes them off.';
comment on column accounting.bank_clearing.line_id is 'The line.';
comment on column accounting.bank_clearing.why is 'The reason why it was not booked.';

create index bank_entry_by_statement on accounting.bank_entry (statement_id);

create index bank_line_by_day on accounting.bank_line (booked_on, id);

create index bank_line_by_payer_account on accounting.bank_line (payer_account, id)
where payer_account is not null;

create index bank_match_by_line on accounting.bank_match (line_id, id);

-- Reminders.

create table accounting.dunning_level (
  level integer not null,
  days integer not null,
  fee numeric(12, 2),
  title text not null,
  text text not null,
  constraint dunning_level_pkey primary key (level),
  constraint dunning_level_days_key unique (days),
  constraint dunning_level_is_1_to_9 check (level between 1 and 9),
  constraint dunning_level_days_are_1_to_365 check (days between 1 and 365),
  constraint dunning_level_fee_is_positive check (fee > 0),
  constraint dunning_level_title_has_1_to_200_characters check (char_length(title) between 1 and 200),
  constraint dunning_level_text_has_1_to_2000_characters check (char_length(text) between 1 and 2000)
);

comment on table accounting.dunning_level is 'The levels of reminders, each later than the one before.';
comment on column accounting.dunning_level.level is 'Its number, from 1.';
comment on column accounting.dunning_level.days is 'The days after the due day from which it applies.';
comment on column accounting.dunning_level.fee is 'The fee that the letter asks for; null for none. It is not booked.';
comment on column accounting.dunning_level.title is 'The title of the letter.';
comment on column accounting.dunning_level.text is 'The text of the letter.';

insert into accounting.dunning_level (level, days, title, text)
values
  (
    1, 7, 'Payment reminder',
    'The invoices below are past their due day. Please pay them. If you have paid meanwhile, we thank you.'
  ),
  (
    2, 21, 'Second reminder',
    'We have reminded you before, and have not received your payment. Please pay what is open within 7 days.'
  ),
  (
    3, 42, 'Final reminder',
    'This is our last reminder. Please pay what is open at once; otherwise we have to take further steps.'
  );

create table accounting.reminder (
  id bigint generated always as identity,
  made_at timestamptz not null default now(),
  day date not null,
  level integer not null,
  total numeric(30, 2) not null,
  credit numeric(30, 2) not null,
  fee numeric(12, 2),
  customer text collate "C" not null,
  title text not null,
  text text not null,
  constraint reminder_pkey primary key (id),
  constraint reminder_customer_day_key unique (customer, day),
  constraint reminder_customer_fkey foreign key (customer) references sales.customer (code),
  constraint reminder_asks_for_something check (credit >= 0 and total > credit)
);

comment on table accounting.reminder is 'The letters to customers who owe something that is overdue. None is changed.';
comment on column accounting.reminder.id is 'The key that model functions use, and the letter''s reference for people.';
comment on column accounting.reminder.made_at is 'The moment of writing.';
comment on column accounting.reminder.day is 'The day that it bears: one letter a customer and day.';
comment on column accounting.reminder.level is 'The highest level that one of its items has reached.';
comment on column accounting.reminder.total is 'The sum of what is overdue.';
comment on column accounting.reminder.credit is 'What the customer had to get that day: credit notes and prepayments.';
comment on column accounting.reminder.fee is 'The fee that it asks for; null for none.';
comment on column accounting.reminder.customer is 'The customer''s code.';
comment on column accounting.reminder.title is 'Its title: the level''s at that time.';
comment on column accounting.reminder.text is 'Its text: the level''s at that time.';

create table accounting.reminder_item (
  reminder_id bigint not null,
  entry_id bigint not null,
  level integer,
  open numeric(30, 2) not null,
  constraint reminder_item_pkey primary key (reminder_id, entry_id),
  constraint reminder_item_entry_id_level_key unique (entry_id, level),
  constraint reminder_item_reminder_id_fkey foreign key (reminder_id) references accounting.reminder (id),
  constraint reminder_item_entry_id_fkey foreign key (entry_id) references accounting.open_item (entry_id),
  constraint reminder_item_open_is_positive check (open > 0)
);

comment on table accounting.reminder_item is 'What each letter lists: all that was overdue. None is changed.';
comment on column accounting.reminder_item.reminder_id is 'The letter.';
comment on column accounting.reminder_item.entry_id is 'The item: the id of its entry.';
comment on column accounting.reminder_item.level is
  'The level that the item reaches with this letter, each once; null if the letter only lists it again.';
comment on column accounting.reminder_item.open is 'What of it was open.';

create index reminder_by_day on accounting.reminder (day, id);

create view accounting.whole_reminder as
select
  r.id,
  r.day,
  r.level,
  r.customer,
  c.name,
  a.address,
  r.title,
  r.text,
  r.total,
  r.credit,
  r.fee,
  r.total - r.credit + coalesce(r.fee, 0) as to_pay,
  i.items
from accounting.reminder r
join sales.customer c on c.code = r.customer
left join sales.party_address a on a.customer = r.customer and a.kind = 'invoice'
cross join lateral (
  select jsonb_agg(
    jsonb_build_object(
      'invoiceId', v.id, 'number', v.number, 'day', o.day, 'dueOn', o.due_on, 'overdueDays', r.day - o.due_on,
      'amount', o.amount, 'open', l.open, 'level', l.level)
    order by o.due_on, o.entry_id
  ) as items
  from (
    select *
    from accounting.reminder_item
    where reminder_id = r.id
    order by entry_id
    limit 1000
  ) l
  join accounting.open_item o on o.entry_id = l.entry_id
  join accounting.entry e on e.id = l.entry_id
  join accounting.invoice v on v.id = e.source_id
) i;

comment on view accounting.whole_reminder is
  'A letter with the customer''s name and address of today, and, as a json array, its first 1,000 items. Ask for one.';
comment on column accounting.whole_reminder.id is 'The letter''s key.';
comment on column accounting.whole_reminder.day is 'The day that it bears.';
comment on column accounting.whole_reminder.level is 'Its level.';
comment on column accounting.whole_reminder.customer is 'The customer''s code.';
comment on column accounting.whole_reminder.name is 'The customer''s name; null if nobody has said it.';
comment on column accounting.whole_reminder.address is 'Where the customer''s invoices go; null if nobody has said it.';
comment on column accounting.whole_reminder.title is 'Its title.';
comment on column accounting.whole_reminder.text is 'Its text.';
comment on column accounting.whole_reminder.total is 'The sum of what was overdue.';
comment on column accounting.whole_reminder.credit is 'What the customer had to get.';
comment on column accounting.whole_reminder.fee is 'The fee that it asks for; null for none.';
comment on column accounting.whole_reminder.to_pay is 'The amount to pay: the total and the fee, less the credit.';
comment on column accounting.whole_reminder.items is
  'Objects of invoiceId, number, day, dueOn, overdueDays, amount, open and level, due first.';
