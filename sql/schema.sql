-- The outline of the database. The bodies of functions stand in `functions`, in the folders beside
-- this file.

CREATE SCHEMA accounting;
COMMENT ON SCHEMA accounting IS 'Invoices and credit notes: for an order one of all, or one after each delivery; for a return one for each invoice that it corrects.';

CREATE SCHEMA business;

CREATE SCHEMA djet;
COMMENT ON SCHEMA djet IS 'The site: its tree of nodes, and who may do what there.';

CREATE SCHEMA jobmachine;

CREATE SCHEMA logistics;
COMMENT ON SCHEMA logistics IS 'Places, the moves of goods between them, reservations and parcels. What is on hand is the sum of the moves.';

CREATE SCHEMA sales;
COMMENT ON SCHEMA sales IS 'Customers, products, and orders with their lines. A return is an order of that kind.';

CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA public;
COMMENT ON EXTENSION pgcrypto IS 'cryptographic functions';

CREATE TYPE accounting.asked_payment AS (
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
COMMENT ON TYPE accounting.asked_payment IS 'A payment as accounting.read_payments() has read it: its place among those that are asked for, the items that it names, due first, and the reason why it cannot be booked.';

CREATE TYPE accounting.allotted_payment AS (
	asked accounting.asked_payment,
	items bigint[],
	amounts numeric[],
	rest numeric
);
COMMENT ON TYPE accounting.allotted_payment IS 'A payment as accounting.allot_payments() returns it: the items that it settles, the amounts, and what is left.';

CREATE TYPE accounting.draft_line AS (
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
COMMENT ON TYPE accounting.draft_line IS 'A line of an invoice that accounting.invoice_orders() is about to issue, with the place of its document among those.';

CREATE TYPE jobmachine.cron AS (
	seconds integer[],
	minutes integer[],
	hours integer[],
	days integer[],
	months integer[],
	weekdays integer[],
	has_last_day boolean,
	has_any_day boolean,
	has_any_weekday boolean
);
COMMENT ON TYPE jobmachine.cron IS 'The times that a rule admits: sorted lists of the admitted numbers of each field. Weekdays count from Sunday, which is 0.';
COMMENT ON COLUMN jobmachine.cron.seconds IS 'The admitted seconds.';
COMMENT ON COLUMN jobmachine.cron.minutes IS 'The admitted minutes.';
COMMENT ON COLUMN jobmachine.cron.hours IS 'The admitted hours.';
COMMENT ON COLUMN jobmachine.cron.days IS 'The admitted days of the month.';
COMMENT ON COLUMN jobmachine.cron.months IS 'The admitted months.';
COMMENT ON COLUMN jobmachine.cron.weekdays IS 'The admitted weekdays.';
COMMENT ON COLUMN jobmachine.cron.has_last_day IS 'True if the last day of each month is admitted.';
COMMENT ON COLUMN jobmachine.cron.has_any_day IS 'True if days are not restricted.';
COMMENT ON COLUMN jobmachine.cron.has_any_weekday IS 'True if weekdays are not restricted.';

CREATE TYPE jobmachine.rate AS (
	amount integer,
	seconds integer,
	burst integer
);
COMMENT ON TYPE jobmachine.rate IS 'A number of jobs that may begin in a number of seconds, evenly spaced but for bursts: a bucket of burst tokens, which fills at this rate.';

CREATE TYPE jobmachine.status AS ENUM (
    'entered',
    'scheduled',
    'waiting',
    'processing',
    'finished',
    'error',
    'cancelled'
);

CREATE TYPE logistics.need AS (
	order_id bigint,
	line_number bigint,
	order_number text,
	product text,
	place text,
	is_stocked boolean,
	wanted numeric,
	reserved numeric,
	granted numeric
);
COMMENT ON TYPE logistics.need IS 'A line of an order for which goods are wanted from a place, of which some are reserved for it; and how many it gets. Whatever is wanted of an order is wanted from its oldest line on, and of several orders from the oldest on.';

CREATE TYPE logistics.stock_line AS (
	place bigint,
	line_number bigint,
	product text,
	quantity numeric,
	description text
);
COMMENT ON TYPE logistics.stock_line IS 'A line as the functions of logistics are given it: its place in the list, and a product or the line of an order.';

CREATE TYPE sales.placed_line AS (
	place bigint,
	product text,
	description text,
	quantity numeric,
	unit_price numeric,
	discount numeric,
	undoes_line bigint
);
COMMENT ON TYPE sales.placed_line IS 'A line as sales.place_order is given it, before it is checked.';

CREATE FUNCTION accounting.account_statement(of_account text, from_day date DEFAULT NULL::date, to_day date DEFAULT NULL::date, after_day date DEFAULT NULL::date, after_id bigint DEFAULT NULL::bigint, amount integer DEFAULT 50) RETURNS TABLE(entry_id bigint, day date, source text, text text, invoice_kind text, invoice_number bigint, customer text, change numeric, balance numeric)
    LANGUAGE plpgsql STABLE
    SET plan_cache_mode TO 'force_custom_plan';
COMMENT ON FUNCTION accounting.account_statement(of_account text, from_day date, to_day date, after_day date, after_id bigint, amount integer) IS 'Returns a page of the entries that changed an account, earliest first, each with the balance after it: at most `amount` that come after the day and id given.';

CREATE FUNCTION accounting.allot_payments(asked accounting.asked_payment[], locked bigint[]) RETURNS SETOF accounting.allotted_payment
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_nestloop TO 'off';
COMMENT ON FUNCTION accounting.allot_payments(asked accounting.asked_payment[], locked bigint[]) IS 'Returns, for each payment that is to be booked, the items that it settles, with the amounts, and what is left of it. In their order, each takes what those before have left of the items that it names, or of its customer''s, due first. The caller has locked the items. Payments that have a refusal, or a key that was booked before, are left out.';

CREATE FUNCTION accounting.assign_line(line bigint, today date, to_customer text DEFAULT NULL::text, invoices bigint[] DEFAULT NULL::bigint[], is_aside boolean DEFAULT false, on_day date DEFAULT NULL::date, on_account text DEFAULT NULL::text, note text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION accounting.assign_line(line bigint, today date, to_customer text, invoices bigint[], is_aside boolean, on_day date, on_account text, note text) IS 'Books a line of a bank statement as the payment of a customer, or of invoices, or sets it aside as none; either takes it off the clearing list. A line whose payment was reversed, or that was set aside, can be assigned again. The payment bears the day of the bank unless another is given. Raises DJ400 without either of them or with both, DJ404 for an unknown line, DJ409 for a debit, for a line that is booked, and for what cannot be booked.';

CREATE FUNCTION accounting.balance_sheet(on_day date DEFAULT NULL::date) RETURNS TABLE(account text, name text, kind text, amount numeric)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION accounting.balance_sheet(on_day date) IS 'Returns the assets, the liabilities and the equity at the end of a day. Income less expense to date is a part of the equity without an account, so that the assets are the sum of the others.';

CREATE FUNCTION accounting.bare_numbers(line text) RETURNS bigint[]
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION accounting.bare_numbers(line text) IS 'Returns the whole numbers that stand alone in a text, at most 50: no parts of dates, amounts or codes.';

CREATE FUNCTION accounting.book_lines(matches jsonb, on_account text, today date) RETURNS bigint
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION accounting.book_lines(matches jsonb, on_account text, today date) IS 'Books lines as payments, and returns how many. `matches` is a json array of objects of line, way, customer, invoices, and perhaps day and text. One that cannot be booked gets onto the clearing list with the reason.';

CREATE FUNCTION accounting.buyer_of_order(customer text, country text, delivery_address jsonb, seller text, on_day date) RETURNS TABLE(country text, is_in_eu boolean, is_taxable boolean)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION accounting.buyer_of_order(customer text, country text, delivery_address jsonb, seller text, on_day date) IS 'Returns where an order goes: to its address of delivery, or else its country, or else the customer''s; null if nobody said. Besides, if that is in the European Union on a day, and if the customer has a VAT id of a member state other than the seller''s. No row if there is no seller who charges tax.';

CREATE FUNCTION accounting.check_entries() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_material TO 'off';
COMMENT ON FUNCTION accounting.check_entries() IS 'Trigger: refuses entries without postings, and those that bear a day of a closed period (DJ409). accounting.check_postings() checks the postings.';

CREATE FUNCTION accounting.check_invoice_lines() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_material TO 'off';
COMMENT ON FUNCTION accounting.check_invoice_lines() IS 'Trigger: checks that the lines of an invoice come all at once and add up to it, tax included, so that none can be slipped in later, and that a credit note is one of a return, and none of a quote. Stands for the foreign key to the invoice, which is never deleted.';

CREATE FUNCTION accounting.check_invoice_taxes() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_material TO 'off';
COMMENT ON FUNCTION accounting.check_invoice_taxes() IS 'Trigger: refuses a tax whose net is not the sum of the invoice''s lines of its category and rate. Stands for the foreign key to the invoice, which is never deleted.';

CREATE FUNCTION accounting.check_items() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_material TO 'off';
COMMENT ON FUNCTION accounting.check_items() IS 'Trigger: checks that an item is one of an entry, of its day, and open as a whole.';

CREATE FUNCTION accounting.check_numbers() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION accounting.check_numbers() IS 'Trigger: looks at the commit that there is an invoice of each number that was drawn, so that the series has no gaps (DJ409).';

CREATE FUNCTION accounting.check_parts() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_material TO 'off';
COMMENT ON FUNCTION accounting.check_parts() IS 'Trigger: refuses to invoice more of a line than is ordered, or to credit more than is invoiced (DJ409), and parts that do not add up to the line to the cent.';

CREATE FUNCTION accounting.check_postings() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_material TO 'off';
COMMENT ON FUNCTION accounting.check_postings() IS 'Trigger: checks that the postings of an entry come all at once, balance, bear its day and name active accounts, and that those of a reversal are what they reverse, with the other sign.';

CREATE FUNCTION accounting.check_settled() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION accounting.check_settled() IS 'Trigger: checks that what is settled of an item is the sum of its settlements.';

CREATE FUNCTION accounting.close_period(up_to date, today date) RETURNS date
    LANGUAGE plpgsql;
COMMENT ON FUNCTION accounting.close_period(up_to date, today date) IS 'Closes the books up to a day, and returns the last closed day, which may be a later one. It waits for transactions that have made an entry, and others wait for it. Raises DJ400 for a day that is none, DJ409 for one that is not over, and DJ503 if the wait took 5 seconds.';

CREATE FUNCTION accounting.credit_lines(of_return text, undone text) RETURNS TABLE(invoice_id bigint, corrects_line integer, line_number bigint, quantity numeric, unit_price numeric, discount numeric, amount numeric, product_code text, description text, tax_category text, tax_rate numeric)
    LANGUAGE sql STABLE
    SET jit TO 'off'
    SET enable_hashjoin TO 'on'
    SET enable_mergejoin TO 'on';
COMMENT ON FUNCTION accounting.credit_lines(of_return text, undone text) IS 'Returns the lines of the credit notes of a return that undoes an order, one credit note for each invoice: each line with the line that it corrects, at its price, discount, category and rate, invoices from the first one on. No row while one of its lines is not invoiced as far as it comes back. A return of other prices is credited at these. A credit note of a total of 0 is left out.';

CREATE FUNCTION accounting.creditor_reference(number bigint) RETURNS text
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION accounting.creditor_reference(number bigint) IS 'Returns the creditor reference by ISO 11649 of an invoice''s number, such as RF15 12 without its blank.';

CREATE FUNCTION accounting.csv_field(value text) RETURNS text
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION accounting.csv_field(value text) IS 'Returns a text as a field of a CSV file by RFC 4180: quoted where it must be; null is empty. A text that a spreadsheet would take for a formula gets an apostrophe before it: texts come from whoever may place an order.';

CREATE FUNCTION accounting.delivered_lines(of_order text) RETURNS jsonb
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION accounting.delivered_lines(of_order text) IS 'Returns how many were shipped of each line of an order, as an object by the lines'' numbers. What came back counts as well: a credit note undoes its invoice.';

CREATE FUNCTION accounting.draft_invoices(order_ids bigint[], are_returns boolean, issue_day date, of_what text, statuses text[]) RETURNS accounting.draft_line[]
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_material TO 'off';
COMMENT ON FUNCTION accounting.draft_invoices(order_ids bigint[], are_returns boolean, issue_day date, of_what text, statuses text[]) IS 'Returns the lines of the invoices that these orders are due, or of the credit notes that the returns among them are, taxed by accounting.tax_category_of() and the rates of a day; a credit note as the invoice that it corrects. Of the returns that undo one order, the first alone has any: the next one sees what that has credited. Null if there are none. `of_what` is ordered or delivered; orders of other statuses than these are due nothing. Whoever issues the invoices has called accounting.lock_orders(), and issues none of lines of category S whose tax_rate is null, as the seller''s country has no rate on that day.';

CREATE FUNCTION accounting.due_lines(of_order text, invoiced jsonb, delivered jsonb) RETURNS TABLE(line_number bigint, quantity numeric, unit_price numeric, discount numeric, amount numeric, product_code text, description text)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION accounting.due_lines(of_order text, invoiced jsonb, delivered jsonb) IS 'Returns what is to be invoiced of the lines of an order, beyond `invoiced`, an object of quantities by the lines'' numbers: all that is ordered if `delivered` is null, or else what is delivered, and whatever takes off the total, so that no later invoice is negative. The amount of the pieces from a to b of a line is that of b of them less that of a of them: so all parts add up to the line to the cent.';

CREATE FUNCTION accounting.dun(today date) RETURNS TABLE(reminders bigint, items bigint, customers_left bigint)
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_nestloop TO 'off'
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION accounting.dun(today date) IS 'Writes the reminders of a day: one letter for each customer of whom an item reaches a level, at the highest of these, with all that is overdue. An item rises one level at a time, as long after the letter before as the levels are apart, and never twice to the same. A customer who has as much to get as is overdue gets no letter, and a walk-in none. Returns how many letters were written, how many items they list, and how many customers were left out for what they have to get. Raises DJ503 after 10 seconds.';

CREATE FUNCTION accounting.expected_tax(of_order bigint, on_day date) RETURNS TABLE(net numeric, tax numeric, gross numeric, taxes jsonb)
    LANGUAGE plpgsql STABLE
    SET jit TO 'off';
COMMENT ON FUNCTION accounting.expected_tax(of_order bigint, on_day date) IS 'Returns the sums that the next invoice of all that is left of an order would have on a day, or the credit notes of a return, as accounting.draft_invoices() drafts them; a quote counts as confirmed. `taxes` is as in accounting.whole_invoice, `tax` null outside of tax. No row if nothing is left to invoice, or a rate is missing.';

CREATE FUNCTION accounting.find_documents(invoice_ids bigint[]) RETURNS TABLE(id bigint, kind text, number bigint, issued_on date, due_on date, order_number text, corrects_number bigint, corrects_issued_on date, currency text, seller jsonb, buyer jsonb, delivery_address jsonb, delivered_on date, total numeric, tax numeric, gross numeric, taxes jsonb, lines jsonb)
    LANGUAGE sql STABLE
    SET jit TO 'off';
COMMENT ON FUNCTION accounting.find_documents(invoice_ids bigint[]) IS 'Returns all that the documents of these invoices say: the parties and their addresses, the taxes and the lines. The invoices come first, then the credit notes, each in the order of their numbers. What is frozen is taken from the invoice, the customer among it; the rest as it is today, and so are a name and an address that were not known then. accounting.invoice_document keeps a file that was made of it.';

CREATE FUNCTION accounting.follow_order() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION accounting.follow_order() IS 'Trigger: notes an order that is confirmed as to be invoiced. Of one that is cancelled or closed, nothing is.';

CREATE FUNCTION accounting.freeze_buyer() RETURNS trigger
    LANGUAGE plpgsql;
COMMENT ON FUNCTION accounting.freeze_buyer() IS 'Trigger: copies the customer onto an invoice, or credit note, that comes without. accounting.invoice_orders() copies those of all that it issues at once.';

CREATE FUNCTION accounting.iban_refusal(iban text) RETURNS text
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION accounting.iban_refusal(iban text) IS 'Returns the reason why a text is no IBAN: its form or its check digits; null if it is one, or is null.';

CREATE FUNCTION accounting.import_accounts(lines jsonb, OUT created integer, OUT changed integer) RETURNS record
    LANGUAGE plpgsql;
COMMENT ON FUNCTION accounting.import_accounts(lines jsonb, OUT created integer, OUT changed integer) IS 'Makes accounts, or gives those that exist another name or state, all or none; returns how many. `lines` is a json array of objects of code, kind, name and isActive. Raises DJ409 for another kind, and for an account with a role that is to be inactive.';

CREATE FUNCTION accounting.import_statements(statements jsonb, file text, on_account text, today date) RETURNS TABLE(entries bigint, known bigint, payments bigint, unmatched bigint, others bigint)
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET lock_timeout TO '30s';
COMMENT ON FUNCTION accounting.import_statements(statements jsonb, file text, on_account text, today date) IS 'Keeps the entries of bank statements that are not known yet, and books the credits among them as payments, each by what accounting.match_lines() finds; those that are not sure, or whose day is closed, get onto the clearing list. `statements` is a json array of objects of account, number, from, to and entries: objects of bookedOn, valueOn, amount (negative for a debit), isReversal, reference and lines: objects of amount, payer, payerAccount, endToEnd, references and text. Returns how many entries there are and were known, how many payments were booked, how many wait on the list, and how many new lines are debits or reversals. `on_account` is the ledger''s account of the bank; null for the one with that role. Raises DJ404 for an unknown account, DJ503 after 30 seconds.';

CREATE FUNCTION accounting.insert_payments(allotted accounting.allotted_payment[]) RETURNS bigint[]
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_nestloop TO 'off';
COMMENT ON FUNCTION accounting.insert_payments(allotted accounting.allotted_payment[]) IS 'Inserts payments, and returns the id of each in their order: null for one that pays out more than there is to get, and for one whose key another transaction has taken meanwhile. The caller posts them.';

CREATE FUNCTION accounting.invoice_item(invoice_id bigint) RETURNS TABLE(entry_id bigint, due_on date, open numeric, settled jsonb)
    LANGUAGE sql STABLE
    SET jit TO 'off';
COMMENT ON FUNCTION accounting.invoice_item(invoice_id bigint) IS 'Returns the entry of an invoice or credit note, the day on which it is due, what of it is open, and as a json array the first 1,000 items that settle the rest: objects of entryId, source, day, amount, paymentId, invoiceId, kind and number. No row if there is no such invoice.';

CREATE TABLE accounting.invoice (
    id bigint NOT NULL,
    number bigint NOT NULL,
    order_id bigint NOT NULL,
    issued_at timestamp with time zone DEFAULT now() NOT NULL,
    issued_on date NOT NULL,
    line_count integer NOT NULL,
    total numeric(30,2) NOT NULL,
    kind text NOT NULL,
    order_number text NOT NULL COLLATE pg_catalog."C",
    customer text COLLATE pg_catalog."C",
    country text,
    corrects bigint,
    tax numeric(30,2),
    part integer DEFAULT 1 NOT NULL,
    buyer jsonb,
    CONSTRAINT invoice_has_lines CHECK ((line_count > 0)),
    CONSTRAINT invoice_kind_is_known CHECK ((kind = ANY (ARRAY['invoice'::text, 'credit-note'::text]))),
    CONSTRAINT invoice_number_is_positive CHECK ((number > 0)),
    CONSTRAINT invoice_total_is_not_0 CHECK ((total <> (0)::numeric))
);
COMMENT ON TABLE accounting.invoice IS 'Invoices and credit notes. An issued one never changes.';
COMMENT ON COLUMN accounting.invoice.id IS 'The key that model functions and addresses use.';
COMMENT ON COLUMN accounting.invoice.number IS 'Its number within its kind, without gaps from 1.';
COMMENT ON COLUMN accounting.invoice.order_id IS 'The order that it invoices, or the return that it credits.';
COMMENT ON COLUMN accounting.invoice.issued_at IS 'The moment of issue.';
COMMENT ON COLUMN accounting.invoice.issued_on IS 'The day that it bears.';
COMMENT ON COLUMN accounting.invoice.line_count IS 'The number of its lines.';
COMMENT ON COLUMN accounting.invoice.total IS 'The sum of its lines'' amounts, net of tax; as a rule negative on a credit note.';
COMMENT ON COLUMN accounting.invoice.kind IS 'invoice, or credit-note for a return.';
COMMENT ON COLUMN accounting.invoice.order_number IS 'The order''s number at issue.';
COMMENT ON COLUMN accounting.invoice.customer IS 'The customer''s code at issue; null for a walk-in.';
COMMENT ON COLUMN accounting.invoice.country IS 'The order''s country at issue.';
COMMENT ON COLUMN accounting.invoice.corrects IS 'The invoice that a credit note corrects: one of the order that its return names; null if it names none.';
COMMENT ON COLUMN accounting.invoice.tax IS 'The sum of accounting.invoice_tax: total + tax is gross, which is owed. Null for one outside of tax, whose gross is its total.';
COMMENT ON COLUMN accounting.invoice.part IS 'Its place among those of its order, from 1.';
COMMENT ON COLUMN accounting.invoice.buyer IS 'The customer at issue, as an object of accounting.buyer; null for a walk-in. Null, too, on what was issued before this was copied: accounting.earlier_buyer has those.';

CREATE TABLE accounting.invoice_line (
    invoice_id bigint NOT NULL,
    line_number integer NOT NULL,
    quantity numeric(12,4) NOT NULL,
    unit_price numeric(12,4) NOT NULL,
    amount numeric(30,2) NOT NULL,
    product_code text NOT NULL,
    description text NOT NULL,
    discount numeric(7,6),
    tax_rate numeric(7,6),
    tax_category text DEFAULT 'O'::text NOT NULL COLLATE pg_catalog."C",
    order_line bigint,
    corrects_line integer,
    CONSTRAINT invoice_line_number_is_positive CHECK ((line_number > 0))
);
COMMENT ON TABLE accounting.invoice_line IS 'The lines of the invoices: copies of the order''s lines at issue, frozen.';
COMMENT ON COLUMN accounting.invoice_line.invoice_id IS 'The invoice that the line belongs to.';
COMMENT ON COLUMN accounting.invoice_line.line_number IS 'Its place on the invoice, from 1.';
COMMENT ON COLUMN accounting.invoice_line.quantity IS 'The quantity; negative for goods that came back.';
COMMENT ON COLUMN accounting.invoice_line.unit_price IS 'The price of one.';
COMMENT ON COLUMN accounting.invoice_line.amount IS 'Quantity times price less the discount, rounded half away from zero to 2 decimals. Of a part of what was ordered, the difference of two such amounts: of this and all parts before, and of those.';
COMMENT ON COLUMN accounting.invoice_line.product_code IS 'The product''s code at issue.';
COMMENT ON COLUMN accounting.invoice_line.description IS 'The line''s description, or the product''s name, at issue.';
COMMENT ON COLUMN accounting.invoice_line.discount IS 'The share of the price that is not asked for; null for none.';
COMMENT ON COLUMN accounting.invoice_line.tax_rate IS 'The rate of tax as a share, such as 0.19; null if the invoice is outside of tax.';
COMMENT ON COLUMN accounting.invoice_line.tax_category IS 'The category of tax: a code of accounting.tax_category. O is outside of tax, and all lines of its invoice are.';
COMMENT ON COLUMN accounting.invoice_line.order_line IS 'The line of the order, or of the return; null on what was issued before there were parts: the line at the same place.';
COMMENT ON COLUMN accounting.invoice_line.corrects_line IS 'The line of the corrected invoice that a line of a credit note takes back; null if its return does not say.';

CREATE TABLE accounting.invoice_tax (
    invoice_id bigint NOT NULL,
    net numeric(30,2) NOT NULL,
    tax numeric(30,2) NOT NULL,
    rate numeric(7,6) NOT NULL,
    category text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT invoice_tax_category_is_not_outside_of_tax CHECK ((category = ANY (ARRAY['S'::text, 'Z'::text, 'E'::text, 'AE'::text, 'K'::text, 'G'::text]))),
    CONSTRAINT invoice_tax_is_net_times_rate CHECK ((tax = round((net * rate), 2)))
);
COMMENT ON TABLE accounting.invoice_tax IS 'The tax of the invoices by category and rate: accounting.sum_up_taxes() sums up the lines. One outside of tax has no row: accounting.whole_invoice_tax has all.';
COMMENT ON COLUMN accounting.invoice_tax.invoice_id IS 'The invoice that it belongs to.';
COMMENT ON COLUMN accounting.invoice_tax.net IS 'The sum of the lines'' amounts of this category and rate.';
COMMENT ON COLUMN accounting.invoice_tax.tax IS 'Net times rate, rounded once, half away from zero to 2 decimals (BR-S-09 of EN 16931-1).';
COMMENT ON COLUMN accounting.invoice_tax.rate IS 'The rate as a share; 0 for all categories but S.';
COMMENT ON COLUMN accounting.invoice_tax.category IS 'The category.';

CREATE TABLE accounting.tax_category (
    code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    reason text,
    reason_code text
);
COMMENT ON TABLE accounting.tax_category IS 'The categories of tax: codes of UNCL5305, and the reasons why no tax is charged, with codes of the list VATEX of the CEF.';
COMMENT ON COLUMN accounting.tax_category.code IS 'The code.';
COMMENT ON COLUMN accounting.tax_category.name IS 'The name for people.';
COMMENT ON COLUMN accounting.tax_category.reason IS 'The reason that an invoice states (BT-120 of EN 16931-1); null where it needs none.';
COMMENT ON COLUMN accounting.tax_category.reason_code IS 'The reason as a code (BT-121); null where it needs none, or depends on the law that exempts the goods.';

CREATE VIEW accounting.whole_invoice_tax AS
 SELECT t.invoice_id,
    t.category,
    t.rate,
    t.net,
    t.tax,
    c.reason,
    c.reason_code
   FROM (( SELECT invoice_tax.invoice_id,
            invoice_tax.category,
            invoice_tax.rate,
            invoice_tax.net,
            invoice_tax.tax
           FROM accounting.invoice_tax
        UNION ALL
         SELECT invoice.id,
            'O'::text,
            NULL::numeric,
            invoice.total,
            0.00
           FROM accounting.invoice
          WHERE (invoice.tax IS NULL)) t
     JOIN accounting.tax_category c ON ((c.code = t.category)));
COMMENT ON VIEW accounting.whole_invoice_tax IS 'The sums of every invoice by category and rate, with the reason why no tax is charged. One outside of tax has one row, of the category O.';
COMMENT ON COLUMN accounting.whole_invoice_tax.invoice_id IS 'The invoice.';
COMMENT ON COLUMN accounting.whole_invoice_tax.category IS 'The category.';
COMMENT ON COLUMN accounting.whole_invoice_tax.rate IS 'The rate as a share; null outside of tax.';
COMMENT ON COLUMN accounting.whole_invoice_tax.net IS 'The sum of the lines'' amounts.';
COMMENT ON COLUMN accounting.whole_invoice_tax.tax IS 'The tax on it.';
COMMENT ON COLUMN accounting.whole_invoice_tax.reason IS 'The reason why no tax is charged; null if there is none to state.';
COMMENT ON COLUMN accounting.whole_invoice_tax.reason_code IS 'The reason as a code of the list VATEX.';

CREATE VIEW accounting.whole_invoice AS
 SELECT i.id,
    i.kind,
    i.number,
    i.order_id,
    i.order_number,
    i.issued_at,
    i.issued_on,
    i.customer,
    i.country,
    i.corrects,
    ( SELECT c.number
           FROM accounting.invoice c
          WHERE (c.id = i.corrects)) AS corrects_number,
    i.total,
    i.tax,
    (i.total + COALESCE(i.tax, (0)::numeric)) AS gross,
    t.taxes,
    i.line_count,
    l.lines
   FROM ((accounting.invoice i
     CROSS JOIN LATERAL ( SELECT jsonb_agg(jsonb_build_object('category', t_1.category, 'rate', trim_scale(t_1.rate), 'net', t_1.net, 'tax', t_1.tax, 'reason', t_1.reason, 'reasonCode', t_1.reason_code) ORDER BY (t_1.category = 'S'::text) DESC, t_1.rate DESC NULLS LAST, t_1.category) AS taxes
           FROM accounting.whole_invoice_tax t_1
          WHERE (t_1.invoice_id = i.id)) t)
     CROSS JOIN LATERAL ( SELECT jsonb_agg(jsonb_build_object('number', l_1.line_number, 'product', l_1.product_code, 'description', l_1.description, 'quantity', trim_scale(l_1.quantity), 'unitPrice', trim_scale(l_1.unit_price), 'discount', trim_scale(l_1.discount), 'amount', l_1.amount, 'taxCategory', l_1.tax_category, 'taxRate', trim_scale(l_1.tax_rate), 'orderLine', l_1.order_line, 'correctsLine', l_1.corrects_line) ORDER BY l_1.line_number) AS lines
           FROM accounting.invoice_line l_1
          WHERE (l_1.invoice_id = i.id)) l);
COMMENT ON VIEW accounting.whole_invoice IS 'An invoice and, as json arrays, its taxes and its lines. Ask for one (where id = …) or for a page, not for all.';
COMMENT ON COLUMN accounting.whole_invoice.id IS 'The key that model functions and addresses use.';
COMMENT ON COLUMN accounting.whole_invoice.kind IS 'invoice, or credit-note for a return.';
COMMENT ON COLUMN accounting.whole_invoice.number IS 'Its number within its kind.';
COMMENT ON COLUMN accounting.whole_invoice.order_id IS 'The order that it invoices, or the return that it credits.';
COMMENT ON COLUMN accounting.whole_invoice.order_number IS 'The order''s number at issue.';
COMMENT ON COLUMN accounting.whole_invoice.issued_at IS 'The moment of issue.';
COMMENT ON COLUMN accounting.whole_invoice.issued_on IS 'The day that it bears.';
COMMENT ON COLUMN accounting.whole_invoice.customer IS 'The customer''s code at issue; null for a walk-in.';
COMMENT ON COLUMN accounting.whole_invoice.country IS 'The order''s country at issue.';
COMMENT ON COLUMN accounting.whole_invoice.corrects IS 'The invoice that a credit note corrects; null if it names none.';
COMMENT ON COLUMN accounting.whole_invoice.corrects_number IS 'The number of that invoice.';
COMMENT ON COLUMN accounting.whole_invoice.total IS 'The sum of its lines'' amounts, net of tax.';
COMMENT ON COLUMN accounting.whole_invoice.tax IS 'The sum of its taxes; null for one outside of tax.';
COMMENT ON COLUMN accounting.whole_invoice.gross IS 'The total and the tax: what is owed.';
COMMENT ON COLUMN accounting.whole_invoice.taxes IS 'Objects of category, rate, net, tax, reason and reasonCode, as accounting.whole_invoice_tax has them: at least one.';
COMMENT ON COLUMN accounting.whole_invoice.line_count IS 'The number of its lines.';
COMMENT ON COLUMN accounting.whole_invoice.lines IS 'Objects of number, product, description, quantity, unitPrice, discount, amount, taxCategory, taxRate, orderLine and correctsLine, in the order of their numbers.';

CREATE FUNCTION accounting.invoice_order(order_id bigint, issue_day date, of_what text DEFAULT 'ordered'::text) RETURNS SETOF accounting.whole_invoice
    LANGUAGE plpgsql;
COMMENT ON FUNCTION accounting.invoice_order(order_id bigint, issue_day date, of_what text) IS 'Returns the last invoice of one order with its lines, as accounting.invoice_orders() finds or issues it. Raises DJ404 for an unknown order and DJ409 for one that cannot be invoiced.';

CREATE FUNCTION accounting.invoice_orders(order_ids bigint[], issue_day date, of_what text DEFAULT 'ordered'::text) RETURNS TABLE(refusal_code text, refusal text, id bigint, kind text, number bigint, order_id bigint, order_number text, issued_at timestamp with time zone, issued_on date, customer text, country text, total numeric, tax numeric, gross numeric, line_count integer)
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_material TO 'off';
COMMENT ON FUNCTION accounting.invoice_orders(order_ids bigint[], issue_day date, of_what text) IS 'Returns, for each order in the order asked, its last invoice, or the last credit note if it is a return. First it issues what is due: an invoice of all that is ordered and not invoiced yet, or, if `of_what` is delivered, of what is delivered and not invoiced yet; a return gets one credit note for each invoice that it corrects. Each has the next number of its series and frozen lines: see accounting.draft_invoices(). In place of an invoice it returns a refusal with its code: DJ404 for an unknown order, DJ409 for one that is not confirmed, in a foreign currency, of a total of 0, of which nothing is delivered, or that takes back what is not invoiced. Raises DJ409 if the seller''s country has no rate of tax on that day, and DJ400 for a day that is none, and if `of_what` is anything else.';

CREATE FUNCTION accounting.invoice_page(of_kind text, after_number bigint, amount integer) RETURNS TABLE(last_number bigint, invoices bigint, csv text)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION accounting.invoice_page(of_kind text, after_number bigint, amount integer) IS 'Returns the next `amount` invoices of a kind after a number, as the text of CSV lines in number order (number, kind, day of issue, order, customer, country, lines, total, tax, gross), with the last number and the count; no row when there are none.';

CREATE FUNCTION accounting.invoiced_lines(of_order bigint) RETURNS TABLE(line_number bigint, quantity numeric, amount numeric)
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET enable_hashjoin TO 'on';
COMMENT ON FUNCTION accounting.invoiced_lines(of_order bigint) IS 'Returns what is invoiced of the lines of an order: the sums over all its invoices.';

CREATE FUNCTION accounting.invoiced_pieces(of_order text) RETURNS TABLE(invoice_id bigint, line_number integer, order_line bigint, unit_price numeric, discount numeric, product_code text, tax_category text, tax_rate numeric, quantity numeric, before numeric, upto numeric)
    LANGUAGE sql STABLE
    SET jit TO 'off';
COMMENT ON FUNCTION accounting.invoiced_pieces(of_order text) IS 'Returns the lines of an order''s invoices, as pieces of the order''s lines: each line of the order is a row of pieces, from 0 to what was ordered. An invoice has some that follow each other, and credit notes take them back from the first one on. `quantity` is what is not credited yet, and begins behind the piece `before` of the line; `upto` counts these pieces alone.';

CREATE FUNCTION accounting.keep_accounts() RETURNS trigger
    LANGUAGE plpgsql;
COMMENT ON FUNCTION accounting.keep_accounts() IS 'Trigger: refuses to delete an account, or to change its code or kind (DJ409), since postings name it.';

CREATE FUNCTION accounting.keep_books() RETURNS trigger
    LANGUAGE plpgsql
    SET lock_timeout TO '5s';
COMMENT ON FUNCTION accounting.keep_books() IS 'Trigger: waits until no transaction is making an entry, at most 5 seconds (DJ503), before the books are closed or opened, records it, and refuses to open them by the way (DJ409).';

CREATE TABLE accounting.invoice_document (
    invoice_id bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    content bytea NOT NULL,
    sha256 bytea GENERATED ALWAYS AS (sha256(content)) STORED NOT NULL
);
COMMENT ON TABLE accounting.invoice_document IS 'The UBL file of an invoice, made when it is first asked for. From then on everybody gets the same bytes.';
COMMENT ON COLUMN accounting.invoice_document.invoice_id IS 'The invoice, or credit note.';
COMMENT ON COLUMN accounting.invoice_document.made_at IS 'The time when it was made.';
COMMENT ON COLUMN accounting.invoice_document.content IS 'The bytes of the file: XML in UTF-8.';
COMMENT ON COLUMN accounting.invoice_document.sha256 IS 'The hash of the bytes, by which anybody can prove that a copy is the same.';

CREATE FUNCTION accounting.keep_documents(new_ids bigint[], texts text[], known_ids bigint[], now timestamp with time zone) RETURNS SETOF accounting.invoice_document
    LANGUAGE plpgsql;
COMMENT ON FUNCTION accounting.keep_documents(new_ids bigint[], texts text[], known_ids bigint[], now timestamp with time zone) IS 'Keeps new UBL files, and returns those of the new and of the known invoices. One that is kept already stays as it is.';

CREATE FUNCTION accounting.keep_statements() RETURNS trigger
    LANGUAGE plpgsql;
COMMENT ON FUNCTION accounting.keep_statements() IS 'Trigger: refuses to change or delete what the bank stated, and letters that were written (DJ409).';

CREATE FUNCTION accounting.ledger_totals() RETURNS TABLE(entries bigint, debit numeric, credit numeric, receivables numeric, open_items numeric)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION accounting.ledger_totals() IS 'Returns the number of entries, the sums of all debits and all credits, which are equal, the balance of the receivables, and what is open in all, prepayments taken off.';

CREATE FUNCTION accounting.left_to_invoice(of_order bigint) RETURNS TABLE(ordered numeric, delivered numeric)
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION accounting.left_to_invoice(of_order bigint) IS 'Returns how much of an order is left to invoice, of all that is ordered and of what is delivered: 0 for what is not invoiced, such as a return, a quote or an order in a foreign currency.';

CREATE FUNCTION accounting.line_payer(payer_account text, payer text) RETURNS text
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_nestloop TO 'on'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off';
COMMENT ON FUNCTION accounting.line_payer(payer_account text, payer text) IS 'Returns the customer who pays from an account at a bank, as earlier payments have shown, or else the only customer of that name; null if neither is known.';

CREATE FUNCTION accounting.list_bank_lines(in_state text DEFAULT NULL::text, from_day date DEFAULT NULL::date, to_day date DEFAULT NULL::date, before_day date DEFAULT NULL::date, before_id bigint DEFAULT NULL::bigint, most integer DEFAULT 50, with_id bigint DEFAULT NULL::bigint) RETURNS TABLE(id bigint, day date, amount numeric, bank_account text, statement text, payer text, payer_account text, reference text, text text, state text, why text, customer text, payment_id bigint)
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_custom_plan';
COMMENT ON FUNCTION accounting.list_bank_lines(in_state text, from_day date, to_day date, before_day date, before_id bigint, most integer, with_id bigint) IS 'Returns a page of the lines of bank statements, latest first: at most `most` that come after the day and id given. `in_state` is to-assign for the clearing list, or null for all. The state of a line is to-assign, debit, reversal, reversed (its payment was, and it can be assigned again), or the way in which it was booked.';

CREATE FUNCTION accounting.list_invoices(of_kind text DEFAULT NULL::text, with_number bigint DEFAULT NULL::bigint, of_customer text DEFAULT NULL::text, of_order text DEFAULT NULL::text, from_day date DEFAULT NULL::date, to_day date DEFAULT NULL::date, before_day date DEFAULT NULL::date, before_id bigint DEFAULT NULL::bigint, amount integer DEFAULT 50) RETURNS TABLE(id bigint, kind text, number bigint, order_id bigint, order_number text, issued_at timestamp with time zone, issued_on date, customer text, country text, total numeric, tax numeric, gross numeric, line_count integer)
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_custom_plan'
    SET max_parallel_workers_per_gather TO '0';
COMMENT ON FUNCTION accounting.list_invoices(of_kind text, with_number bigint, of_customer text, of_order text, from_day date, to_day date, before_day date, before_id bigint, amount integer) IS 'Returns a page of invoices and credit notes, latest first: at most `amount` that come after the day and id given. `of_order` is the beginning of the order''s number. A null parameter matches all.';

CREATE FUNCTION accounting.list_open_items(today date, of_customer text DEFAULT NULL::text, overdue_only boolean DEFAULT false, after_day date DEFAULT NULL::date, after_id bigint DEFAULT NULL::bigint, amount integer DEFAULT 50) RETURNS TABLE(entry_id bigint, source text, day date, due_on date, overdue_days integer, age_days integer, customer text, total numeric, open numeric, invoice_id bigint, invoice_kind text, invoice_number bigint)
    LANGUAGE plpgsql STABLE
    SET plan_cache_mode TO 'force_custom_plan';
COMMENT ON FUNCTION accounting.list_open_items(today date, of_customer text, overdue_only boolean, after_day date, after_id bigint, amount integer) IS 'Returns a page of what is open, due first: invoices, credit notes and what was paid in advance; at most `amount` that come after the day and id given. A negative amount is the customer''s to get.';

CREATE FUNCTION accounting.list_payments(of_customer text DEFAULT NULL::text, from_day date DEFAULT NULL::date, to_day date DEFAULT NULL::date, before_day date DEFAULT NULL::date, before_id bigint DEFAULT NULL::bigint, most integer DEFAULT 50) RETURNS TABLE(id bigint, entry_id bigint, day date, amount numeric, customer text, account text, reference text, prepaid numeric, is_reversed boolean)
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_custom_plan';
COMMENT ON FUNCTION accounting.list_payments(of_customer text, from_day date, to_day date, before_day date, before_id bigint, most integer) IS 'Returns a page of payments, latest first: at most `most` that come after the day and id given. `prepaid` is what settles nothing yet. A null parameter matches all.';

CREATE FUNCTION accounting.list_reminders(of_customer text DEFAULT NULL::text, from_day date DEFAULT NULL::date, to_day date DEFAULT NULL::date, before_day date DEFAULT NULL::date, before_id bigint DEFAULT NULL::bigint, most integer DEFAULT 50) RETURNS TABLE(id bigint, day date, level integer, customer text, name text, title text, total numeric, fee numeric, to_pay numeric)
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_custom_plan';
COMMENT ON FUNCTION accounting.list_reminders(of_customer text, from_day date, to_day date, before_day date, before_id bigint, most integer) IS 'Returns a page of letters, latest first: at most `most` that come after the day and id given. A null parameter matches all.';

CREATE FUNCTION accounting.list_tax_rates(of_country text DEFAULT NULL::text, of_class text DEFAULT NULL::text, on_day date DEFAULT NULL::date, since_day date DEFAULT NULL::date) RETURNS TABLE(country text, class text, from_day date, to_day date, rate numeric, country_name text, is_to_come boolean)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION accounting.list_tax_rates(of_country text, of_class text, on_day date, since_day date) IS 'Returns the rates of tax by country, class and day, each with its last day, which is null for the latest. `on_day` leaves those that hold on a day, `since_day` those that hold on it or later, and is_to_come says which of these begin later. A null parameter matches all.';

CREATE FUNCTION accounting.lock_orders(order_ids bigint[]) RETURNS void
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off';
COMMENT ON FUNCTION accounting.lock_orders(order_ids bigint[]) IS 'Locks orders and returns, and the orders that these undo, until the transaction ends. All calls take the locks in one order, so that none waits for another that waits for it.';

CREATE FUNCTION accounting.match_lines(lines bigint[]) RETURNS TABLE(line_id bigint, way text, customer text, invoices bigint[], why text)
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_nestloop TO 'off';
COMMENT ON FUNCTION accounting.match_lines(lines bigint[]) IS 'Returns what each line pays, in the order of days: by the invoices that it names (reference), by an invoice of the payer with exactly its amount (amount), or by the payer alone (customer), whose older items then come first. The way is null if none of it is sure, and the reason is told.';

CREATE FUNCTION accounting.month_totals(today date, months integer DEFAULT 12) RETURNS TABLE(month date, invoiced numeric, credited numeric, net numeric, invoice_count bigint)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION accounting.month_totals(today date, months integer) IS 'Returns the last `months` months up to the one of a day, earliest first: what was invoiced, what was credited, the difference, and the number of invoices and credit notes.';

CREATE FUNCTION accounting.named_invoices(line text, structured text[]) RETURNS bigint[]
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION accounting.named_invoices(line text, structured text[]) IS 'Returns the numbers that a payment gives for those of invoices: by its structured references, by creditor references in its text, and by numbers in the text behind a word for invoices, such as Rechnung Nr. 12 and 13; at most 50.';

CREATE FUNCTION accounting.note_invoices() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_material TO 'off';
COMMENT ON FUNCTION accounting.note_invoices() IS 'Trigger: an order that new invoices complete is not to be invoiced any more, nor is a return that has a credit note.';

CREATE FUNCTION accounting.note_orders() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION accounting.note_orders() IS 'Trigger: notes new orders and returns that are confirmed as to be invoiced.';

CREATE FUNCTION accounting.open_orders(after_id bigint, amount integer, of_what text DEFAULT 'ordered'::text) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_custom_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off';
COMMENT ON FUNCTION accounting.open_orders(after_id bigint, amount integer, of_what text) IS 'Returns the ids of the next `amount` orders and returns after an id, in their order, that accounting.invoice_orders() would invoice or credit: those of which nothing is invoiced, or, if `of_what` is delivered, those of which more is delivered than invoiced. Who invoices an order by its deliveries is not overtaken: the rest of it is not among the first. A null `amount` is all.';

CREATE FUNCTION accounting.payment_answers(asked accounting.asked_payment[], allotted accounting.allotted_payment[], ids bigint[]) RETURNS TABLE(refusal_code text, refusal text, payment_id bigint)
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_nestloop TO 'off';
COMMENT ON FUNCTION accounting.payment_answers(asked accounting.asked_payment[], allotted accounting.allotted_payment[], ids bigint[]) IS 'Returns what accounting.record_payments() answers, for each payment that was asked for: the id of what was booked, now or under its key before, or a refusal with its code.';

CREATE FUNCTION accounting.plain_tax_rate(fields jsonb) RETURNS jsonb
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION accounting.plain_tax_rate(fields jsonb) IS 'Returns the fields of a rate of tax in the form in which they are kept: the country as a code where sales.country_of() knows it, and a rate such as 19 % or 0,19 as 0.19. A rate that is no number stays as it is.';

CREATE TABLE accounting.entry (
    id bigint NOT NULL,
    source_id bigint,
    reverses bigint,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    day date NOT NULL,
    posting_count integer NOT NULL,
    source text NOT NULL,
    text text,
    CONSTRAINT entry_by_hand_has_a_text CHECK (((source <> 'manual'::text) OR (text IS NOT NULL))),
    CONSTRAINT entry_has_two_postings CHECK ((posting_count >= 2)),
    CONSTRAINT entry_is_a_reversal_if_it_reverses CHECK (((source = 'reversal'::text) = (reverses IS NOT NULL))),
    CONSTRAINT entry_source_is_a_word CHECK ((source ~ '^[a-z-]{1,40}$'::text)),
    CONSTRAINT entry_text_has_1_to_500_characters CHECK (((char_length(text) >= 1) AND (char_length(text) <= 500)))
);
COMMENT ON TABLE accounting.entry IS 'The entries of the ledger. None is changed or deleted: another one reverses it, once.';
COMMENT ON COLUMN accounting.entry.id IS 'The key that model functions use, and the entry''s reference for people.';
COMMENT ON COLUMN accounting.entry.source_id IS 'The id of what it books: of an invoice or a payment.';
COMMENT ON COLUMN accounting.entry.reverses IS 'The entry that it reverses.';
COMMENT ON COLUMN accounting.entry.made_at IS 'The moment of booking.';
COMMENT ON COLUMN accounting.entry.day IS 'The day that it bears, in no closed period.';
COMMENT ON COLUMN accounting.entry.posting_count IS 'The number of its postings; accounting.check_postings() compares.';
COMMENT ON COLUMN accounting.entry.source IS 'The kind of what it books: invoice (a credit note too), payment, settlement, manual or reversal.';
COMMENT ON COLUMN accounting.entry.text IS 'The text that people wrote to it; null if its source says it all.';

CREATE TABLE accounting.ledger_account (
    code text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL,
    name text NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    CONSTRAINT ledger_account_code_has_1_to_20_characters CHECK (((char_length(code) >= 1) AND (char_length(code) <= 20))),
    CONSTRAINT ledger_account_kind_is_known CHECK ((kind = ANY (ARRAY['asset'::text, 'liability'::text, 'equity'::text, 'income'::text, 'expense'::text]))),
    CONSTRAINT ledger_account_name_has_1_to_200_characters CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)))
);
COMMENT ON TABLE accounting.ledger_account IS 'The chart of accounts.';
COMMENT ON COLUMN accounting.ledger_account.code IS 'The account''s number, as people spell it. It never changes.';
COMMENT ON COLUMN accounting.ledger_account.kind IS 'The kind: asset, liability, equity, income or expense. It never changes.';
COMMENT ON COLUMN accounting.ledger_account.name IS 'The account''s name.';
COMMENT ON COLUMN accounting.ledger_account.is_active IS 'False if nothing may be posted to it any more.';

CREATE TABLE accounting.posting (
    entry_id bigint NOT NULL,
    invoice_id bigint,
    line integer NOT NULL,
    day date NOT NULL,
    amount numeric(30,2) NOT NULL,
    account text NOT NULL COLLATE pg_catalog."C",
    customer text COLLATE pg_catalog."C",
    CONSTRAINT posting_amount_is_not_0 CHECK ((amount <> (0)::numeric))
);
COMMENT ON TABLE accounting.posting IS 'The postings of the entries. accounting.check_postings() checks the entry and the accounts once per statement.';
COMMENT ON COLUMN accounting.posting.entry_id IS 'The entry that it belongs to.';
COMMENT ON COLUMN accounting.posting.invoice_id IS 'The invoice, or credit note, that it is about.';
COMMENT ON COLUMN accounting.posting.line IS 'Its place in the entry, from 1 without gaps.';
COMMENT ON COLUMN accounting.posting.day IS 'The entry''s day.';
COMMENT ON COLUMN accounting.posting.amount IS 'The amount: positive is debit, negative is credit.';
COMMENT ON COLUMN accounting.posting.account IS 'The account''s code.';
COMMENT ON COLUMN accounting.posting.customer IS 'The code of the customer that it is about.';

CREATE VIEW accounting.whole_entry AS
 SELECT e.id,
    e.day,
    e.source,
    e.source_id,
    e.reverses,
    ( SELECT r.id
           FROM accounting.entry r
          WHERE (r.reverses = e.id)) AS reversed_by,
    e.text,
    p.postings
   FROM (accounting.entry e
     CROSS JOIN LATERAL ( SELECT jsonb_agg(jsonb_build_object('line', l.line, 'account', l.account, 'name', a.name, 'amount', l.amount, 'customer', l.customer, 'invoiceId', l.invoice_id) ORDER BY l.line) AS postings
           FROM (( SELECT posting.entry_id,
                    posting.invoice_id,
                    posting.line,
                    posting.day,
                    posting.amount,
                    posting.account,
                    posting.customer
                   FROM accounting.posting
                  WHERE (posting.entry_id = e.id)
                  ORDER BY posting.line
                 LIMIT 1000) l
             JOIN accounting.ledger_account a ON ((a.code = l.account)))) p);
COMMENT ON VIEW accounting.whole_entry IS 'An entry and, as a json array, its first 1,000 postings. Ask for one (where id = …) or for a page, not for all.';
COMMENT ON COLUMN accounting.whole_entry.id IS 'The key that model functions use, and the entry''s reference for people.';
COMMENT ON COLUMN accounting.whole_entry.day IS 'The day that it bears.';
COMMENT ON COLUMN accounting.whole_entry.source IS 'The kind of what it books: invoice, payment, settlement, manual or reversal.';
COMMENT ON COLUMN accounting.whole_entry.source_id IS 'The id of what it books.';
COMMENT ON COLUMN accounting.whole_entry.reverses IS 'The entry that it reverses.';
COMMENT ON COLUMN accounting.whole_entry.reversed_by IS 'The entry that reverses it.';
COMMENT ON COLUMN accounting.whole_entry.text IS 'The text that people wrote to it; null if its source says it all.';
COMMENT ON COLUMN accounting.whole_entry.postings IS 'Objects of line, account, name, amount, customer and invoiceId: the first 1,000.';

CREATE FUNCTION accounting.post_entry(entry_day date, entry_text text, lines jsonb) RETURNS SETOF accounting.whole_entry
    LANGUAGE plpgsql;
COMMENT ON FUNCTION accounting.post_entry(entry_day date, entry_text text, lines jsonb) IS 'Books an entry by hand and returns it. `lines` is a json array of objects of account, amount (positive is debit) and perhaps customer. Raises DJ400 for a day that is none, for long texts, and unless the lines balance, and DJ409 for a closed period, an account that is not active, and the accounts of receivables and prepayments.';

CREATE FUNCTION accounting.post_invoices() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_material TO 'off';
COMMENT ON FUNCTION accounting.post_invoices() IS 'Trigger: posts each new invoice, or credit note, to the ledger, receivables (gross) against sales (net) and tax payable, and keeps what is open of it. It is due after the customer''s days of payment, or the shop''s if none are agreed; a credit note at once.';

CREATE FUNCTION accounting.profit_and_loss(from_day date DEFAULT NULL::date, to_day date DEFAULT NULL::date) RETURNS TABLE(account text, name text, kind text, amount numeric)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION accounting.profit_and_loss(from_day date, to_day date) IS 'Returns what each account of income has earned, and each one of expense has cost, from day to day.';

CREATE FUNCTION accounting.read_payments(payments jsonb, today date) RETURNS accounting.asked_payment[]
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_nestloop TO 'on'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off';
COMMENT ON FUNCTION accounting.read_payments(payments jsonb, today date) IS 'Returns the payments of a json array: objects of amount, and perhaps of day (without it, today), customer, account (the bank), reference, invoices (their numbers, or those of credit notes for a negative amount) and key. One that cannot be booked has a refusal and its code: DJ400 for an amount, day or text that is none, DJ404 for an unknown customer, number or account, DJ409 for invoices of several customers.';

CREATE TABLE accounting.open_item (
    entry_id bigint NOT NULL,
    day date NOT NULL,
    due_on date NOT NULL,
    amount numeric(30,2) NOT NULL,
    settled numeric(30,2) DEFAULT 0 NOT NULL,
    open numeric(30,2) GENERATED ALWAYS AS ((amount - settled)) STORED NOT NULL,
    account text NOT NULL COLLATE pg_catalog."C",
    customer text COLLATE pg_catalog."C",
    CONSTRAINT open_item_amount_is_not_0 CHECK ((amount <> (0)::numeric)),
    CONSTRAINT open_item_is_never_settled_beyond_its_amount CHECK (((settled >= LEAST(amount, (0)::numeric)) AND (settled <= GREATEST(amount, (0)::numeric))))
);
COMMENT ON TABLE accounting.open_item IS 'The amounts that customers owe by invoices, or have to get by credit notes or payments, and how much of each is open.';
COMMENT ON COLUMN accounting.open_item.entry_id IS 'The entry that made it; accounting.check_items() compares.';
COMMENT ON COLUMN accounting.open_item.day IS 'The entry''s day.';
COMMENT ON COLUMN accounting.open_item.due_on IS 'The day by which it is to be paid.';
COMMENT ON COLUMN accounting.open_item.amount IS 'The amount at first: positive if the customer owes it, negative if the customer has it to get.';
COMMENT ON COLUMN accounting.open_item.settled IS 'The sum of its settlements, which keep it; of the amount''s sign.';
COMMENT ON COLUMN accounting.open_item.open IS 'The amount that is still open.';
COMMENT ON COLUMN accounting.open_item.account IS 'The account on which the open amount stands.';
COMMENT ON COLUMN accounting.open_item.customer IS 'The customer''s code; null for a walk-in.';

CREATE TABLE accounting.payment (
    id bigint NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    day date NOT NULL,
    amount numeric(30,2) NOT NULL,
    account text NOT NULL COLLATE pg_catalog."C",
    customer text COLLATE pg_catalog."C",
    reference text,
    key text COLLATE pg_catalog."C",
    digest text,
    CONSTRAINT payment_amount_is_not_0 CHECK ((amount <> (0)::numeric)),
    CONSTRAINT payment_key_has_1_to_200_characters CHECK (((char_length(key) >= 1) AND (char_length(key) <= 200))),
    CONSTRAINT payment_reference_has_1_to_500_characters CHECK (((char_length(reference) >= 1) AND (char_length(reference) <= 500)))
);
COMMENT ON TABLE accounting.payment IS 'Payments of customers, and to them. None is changed: its entry is reversed.';
COMMENT ON COLUMN accounting.payment.id IS 'The key that entries use.';
COMMENT ON COLUMN accounting.payment.made_at IS 'The moment of booking.';
COMMENT ON COLUMN accounting.payment.day IS 'The day of the payment.';
COMMENT ON COLUMN accounting.payment.amount IS 'The amount; negative if it was paid to the customer.';
COMMENT ON COLUMN accounting.payment.account IS 'The account that the money went to, or came from.';
COMMENT ON COLUMN accounting.payment.customer IS 'The customer''s code; null if nobody knows who paid.';
COMMENT ON COLUMN accounting.payment.reference IS 'The reference that the payment gives; null if it gives none.';
COMMENT ON COLUMN accounting.payment.key IS 'The key that whoever booked it made up for it: one that comes again books nothing. Null if there is none.';
COMMENT ON COLUMN accounting.payment.digest IS 'A digest of what was said with the key, so that another payment is told apart.';

CREATE TABLE accounting.settlement (
    id bigint NOT NULL,
    debit_id bigint NOT NULL,
    credit_id bigint NOT NULL,
    entry_id bigint,
    undoes bigint,
    amount numeric(30,2) NOT NULL,
    CONSTRAINT settlement_is_positive_unless_it_undoes_one CHECK (((amount <> (0)::numeric) AND ((amount < (0)::numeric) = (undoes IS NOT NULL))))
);
COMMENT ON TABLE accounting.settlement IS 'The parts of open debits that were settled with parts of open credits. None is changed: another one undoes it, once.';
COMMENT ON COLUMN accounting.settlement.id IS 'Its key.';
COMMENT ON COLUMN accounting.settlement.debit_id IS 'The item that the customer owed: the id of its entry.';
COMMENT ON COLUMN accounting.settlement.credit_id IS 'The item that the customer had to get: the id of its entry.';
COMMENT ON COLUMN accounting.settlement.entry_id IS 'The entry that booked it; null where both stood on one account, so that there was nothing to book.';
COMMENT ON COLUMN accounting.settlement.undoes IS 'The settlement that it undoes.';
COMMENT ON COLUMN accounting.settlement.amount IS 'The amount; negative if it undoes another.';

CREATE VIEW accounting.whole_payment AS
 SELECT p.id,
    e.id AS entry_id,
    p.day,
    p.amount,
    p.customer,
    p.account,
    p.reference,
    (- LEAST(i.open, (0)::numeric)) AS prepaid,
    s.settled
   FROM (((accounting.payment p
     JOIN accounting.entry e ON (((e.source = 'payment'::text) AND (e.source_id = p.id))))
     JOIN accounting.open_item i ON ((i.entry_id = e.id)))
     CROSS JOIN LATERAL ( SELECT COALESCE(jsonb_agg(jsonb_build_object('kind', v.kind, 'number', v.number, 'invoiceId', v.id, 'amount', t.amount) ORDER BY v.id), '[]'::jsonb) AS settled
           FROM ((( SELECT COALESCE(NULLIF(s_1.debit_id, e.id), s_1.credit_id) AS item,
                    sum(s_1.amount) AS amount
                   FROM accounting.settlement s_1
                  WHERE ((e.id = s_1.debit_id) OR (e.id = s_1.credit_id))
                  GROUP BY COALESCE(NULLIF(s_1.debit_id, e.id), s_1.credit_id)
                 HAVING (sum(s_1.amount) <> (0)::numeric)
                  ORDER BY COALESCE(NULLIF(s_1.debit_id, e.id), s_1.credit_id)
                 LIMIT 1000) t
             JOIN accounting.entry x ON (((x.id = t.item) AND (x.source = 'invoice'::text))))
             JOIN accounting.invoice v ON ((v.id = x.source_id)))) s);
COMMENT ON VIEW accounting.whole_payment IS 'A payment and, as a json array, the first 1,000 invoices or credit notes that it settles. Ask for one.';
COMMENT ON COLUMN accounting.whole_payment.id IS 'The payment''s key.';
COMMENT ON COLUMN accounting.whole_payment.entry_id IS 'The entry that booked it.';
COMMENT ON COLUMN accounting.whole_payment.day IS 'The day of the payment.';
COMMENT ON COLUMN accounting.whole_payment.amount IS 'The amount; negative if it was paid to the customer.';
COMMENT ON COLUMN accounting.whole_payment.customer IS 'The customer''s code; null if nobody knows who paid.';
COMMENT ON COLUMN accounting.whole_payment.account IS 'The account that the money went to, or came from.';
COMMENT ON COLUMN accounting.whole_payment.reference IS 'The reference that the payment gives; null if it gives none.';
COMMENT ON COLUMN accounting.whole_payment.prepaid IS 'The part of the amount that settles nothing yet, and is the customer''s.';
COMMENT ON COLUMN accounting.whole_payment.settled IS 'Objects of kind, number, invoiceId and amount: the first 1,000.';

CREATE FUNCTION accounting.record_payment(paid_on date, paid numeric, of_customer text DEFAULT NULL::text, on_account text DEFAULT NULL::text, reference text DEFAULT NULL::text, invoices bigint[] DEFAULT NULL::bigint[], key text DEFAULT NULL::text) RETURNS SETOF accounting.whole_payment
    LANGUAGE plpgsql;
COMMENT ON FUNCTION accounting.record_payment(paid_on date, paid numeric, of_customer text, on_account text, reference text, invoices bigint[], key text) IS 'Books one payment as accounting.record_payments() does, and returns it with what it settles. Raises DJ400 for an amount that is none, DJ404 for an unknown customer, number or account, and DJ409 for invoices of several customers, for more than the customer has to get, and for a key under which another payment was booked.';

CREATE FUNCTION accounting.record_payments(payments jsonb, today date) RETURNS TABLE(refusal_code text, refusal text, id bigint, entry_id bigint, day date, amount numeric, customer text, account text, reference text, prepaid numeric, settled jsonb)
    LANGUAGE plpgsql
    SET lock_timeout TO '10s'
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION accounting.record_payments(payments jsonb, today date) IS 'Books the payments of a json array as accounting.read_payments() reads it, and returns each, in their order, with what it settles; in place of one that cannot be booked it returns a refusal with its code. Each settles the invoices that it names, or those of its customer, due first; what is left is the customer''s prepayment. A negative amount is paid to the customer, and settles credit notes and prepayments, never more, and none of this call. A payment under a key that was booked before books none: the first is returned, or DJ409 if that was another. Raises DJ503 after 10 seconds.';

CREATE FUNCTION accounting.reference_number(reference text) RETURNS bigint
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION accounting.reference_number(reference text) IS 'Returns the number of the invoice that a structured reference means: a number, or a creditor reference by ISO 11649 (RF, check digits, number) whose check digits are right. Null for any other.';

CREATE FUNCTION accounting.reminder_page(after_id bigint, amount integer) RETURNS TABLE(last_id bigint, reminders bigint, csv text)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION accounting.reminder_page(after_id bigint, amount integer) IS 'Returns the lines of a CSV file of letters, in the order of their ids: at most `amount` behind an id. Nothing if there are no more.';

CREATE FUNCTION accounting.reopen_period(closed_until date) RETURNS date
    LANGUAGE plpgsql;
COMMENT ON FUNCTION accounting.reopen_period(closed_until date) IS 'Opens the books again after a day, which stays closed, or altogether for null; returns it. The table closing keeps a record. Raises DJ400 for a day that is none, and DJ409 if nothing after it is closed.';

CREATE FUNCTION accounting.reverse_entry(of_entry bigint, reverse_day date, reason text) RETURNS SETOF accounting.whole_entry
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION accounting.reverse_entry(of_entry bigint, reverse_day date, reason text) IS 'Books the reversal of an entry and returns it; what a payment had settled is open again. Raises DJ400 for a day that is none and a reason of more than 500 characters, DJ404 for an unknown entry, and DJ409 for one that is reversed already, is a reversal or books an invoice, and for a payment of which something was used since.';

CREATE FUNCTION accounting.role_account(of_role text) RETURNS text
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION accounting.role_account(of_role text) IS 'Returns the account that plays a role, such as receivables; null for an unknown role.';

CREATE FUNCTION accounting.seller_rates(on_day date) RETURNS TABLE(seller text, is_in_eu boolean, standard numeric, reduced numeric)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION accounting.seller_rates(on_day date) IS 'Returns the country whose tax the seller charges, if it is in the European Union on a day, and its rates on that day, which are null if none is known. No row while there is no seller with a VAT id: no tax is charged then.';

CREATE FUNCTION accounting.set_dunning_levels(levels jsonb) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION accounting.set_dunning_levels(levels jsonb) IS 'Sets the levels of reminders: a json array of objects of days, fee, title and text, the first level first. Letters that were written stay as they are. Raises DJ400 with the level that cannot be one.';

CREATE FUNCTION accounting.set_role(role text, account text) RETURNS text
    LANGUAGE plpgsql;
COMMENT ON FUNCTION accounting.set_role(role text, account text) IS 'Gives a role to another account, and returns it. What is booked stays where it is. Raises DJ404 for an unknown role, and DJ409 for an account that is not an active one of the role''s kind.';

CREATE TABLE accounting.seller (
    is_only boolean DEFAULT true NOT NULL,
    name text NOT NULL,
    vat_id text COLLATE pg_catalog."C",
    country text NOT NULL COLLATE pg_catalog."C",
    lines text[] DEFAULT '{}'::text[] NOT NULL,
    postcode text,
    city text,
    region text,
    registration text,
    email text,
    iban text COLLATE pg_catalog."C",
    CONSTRAINT seller_city_has_1_to_100_characters CHECK (((char_length(city) >= 1) AND (char_length(city) <= 100))),
    CONSTRAINT seller_email_has_1_to_254_characters CHECK (((char_length(email) >= 1) AND (char_length(email) <= 254))),
    CONSTRAINT seller_has_at_most_3_lines CHECK (((cardinality(lines) <= 3) AND (array_position(lines, NULL::text) IS NULL))),
    CONSTRAINT seller_iban_has_its_form CHECK ((iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'::text)),
    CONSTRAINT seller_is_only CHECK (is_only),
    CONSTRAINT seller_lines_have_at_most_600_characters CHECK ((char_length(array_to_string(lines, ''::text)) <= 600)),
    CONSTRAINT seller_name_has_1_to_200_characters CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
    CONSTRAINT seller_postcode_has_1_to_20_characters CHECK (((char_length(postcode) >= 1) AND (char_length(postcode) <= 20))),
    CONSTRAINT seller_region_has_1_to_100_characters CHECK (((char_length(region) >= 1) AND (char_length(region) <= 100))),
    CONSTRAINT seller_registration_has_1_to_64_characters CHECK (((char_length(registration) >= 1) AND (char_length(registration) <= 64))),
    CONSTRAINT seller_vat_id_has_4_to_16_characters CHECK ((vat_id ~ '^[A-Z]{2}[A-Z0-9+*]{2,14}$'::text))
);
COMMENT ON TABLE accounting.seller IS 'The firm that issues the invoices: one row, or none while nobody has said who it is. accounting.set_seller() sets it.';
COMMENT ON COLUMN accounting.seller.is_only IS 'Always true, so that there is at most one row.';
COMMENT ON COLUMN accounting.seller.name IS 'The name of the firm.';
COMMENT ON COLUMN accounting.seller.vat_id IS 'The VAT id with its prefix, without blanks and signs; null for a firm that is not registered, and charges no tax.';
COMMENT ON COLUMN accounting.seller.country IS 'The country by ISO 3166-1, whose tax the firm charges.';
COMMENT ON COLUMN accounting.seller.lines IS 'Street and house, perhaps with a name or a floor in lines of their own.';
COMMENT ON COLUMN accounting.seller.postcode IS 'The postcode.';
COMMENT ON COLUMN accounting.seller.city IS 'The city.';
COMMENT ON COLUMN accounting.seller.region IS 'The state or province, where addresses have one.';
COMMENT ON COLUMN accounting.seller.registration IS 'The number in the register of firms; a file of an invoice that bears no VAT id needs it.';
COMMENT ON COLUMN accounting.seller.email IS 'The address for e-mail, also that of electronic invoices.';
COMMENT ON COLUMN accounting.seller.iban IS 'The account to which customers pay, without blanks.';

CREATE VIEW accounting.whole_seller AS
 SELECT s.name,
    s.vat_id,
    jsonb_strip_nulls(jsonb_build_object('lines', to_jsonb(s.lines), 'postcode', s.postcode, 'city', s.city, 'region', s.region, 'countryCode', s.country)) AS address,
    s.registration,
    s.email,
    s.iban
   FROM accounting.seller s;
COMMENT ON VIEW accounting.whole_seller IS 'The firm that issues the invoices, with its address.';
COMMENT ON COLUMN accounting.whole_seller.name IS 'The name of the firm.';
COMMENT ON COLUMN accounting.whole_seller.vat_id IS 'The VAT id with its prefix.';
COMMENT ON COLUMN accounting.whole_seller.address IS 'The address, as an object of sales.party_address.';
COMMENT ON COLUMN accounting.whole_seller.registration IS 'The number in the register of firms.';
COMMENT ON COLUMN accounting.whole_seller.email IS 'The address for e-mail.';
COMMENT ON COLUMN accounting.whole_seller.iban IS 'The account to which customers pay.';

CREATE FUNCTION accounting.set_seller(fields jsonb) RETURNS SETOF accounting.whole_seller
    LANGUAGE plpgsql;
COMMENT ON FUNCTION accounting.set_seller(fields jsonb) IS 'Sets the firm that issues the invoices, and returns it. `fields` is a json object of name, vatId, registration, email, iban and address, whose countryCode is the country whose tax the firm charges. A field that is not there stays as it is, one that is null is emptied. What is invoiced stays as it is. Raises DJ400, naming the field, for what cannot be one.';

CREATE FUNCTION accounting.set_tax_rate(country text, class text, from_day date, rate numeric) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION accounting.set_tax_rate(country text, class text, from_day date, rate numeric) IS 'Sets the rate of tax of a country on a class of goods from a day on, which ends the one before it; a rate that is null removes the one of that day. What is invoiced stays as it is. Raises DJ400, naming the field, for what cannot be one, and DJ409 for one that invoices bear: another one supersedes it from a later day.';

CREATE FUNCTION accounting.settle_credits(of_customer text, settle_day date) RETURNS numeric
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION accounting.settle_credits(of_customer text, settle_day date) IS 'Settles what a customer owes with the credit notes and prepayments that the customer has, those due first before others, and returns the amount; 0 if there was nothing to settle.';

CREATE FUNCTION accounting.settle_items() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off';
COMMENT ON FUNCTION accounting.settle_items() IS 'Trigger: adds new settlements to the items that they settle. The items'' own check refuses more than is open.';

CREATE FUNCTION accounting.sum_up_taxes() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off';
COMMENT ON FUNCTION accounting.sum_up_taxes() IS 'Trigger: sums up the lines of new invoices by category and rate, and rounds the tax on each sum once (BR-S-08 and BR-S-09 of EN 16931-1, and their like of the other categories).';

CREATE FUNCTION accounting.tally_invoices() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off';
COMMENT ON FUNCTION accounting.tally_invoices() IS 'Trigger: adds new invoices and credit notes to the totals of their months, once per statement, and those that are outside of tax to the totals of the taxes.';

CREATE FUNCTION accounting.tally_postings() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_material TO 'off';
COMMENT ON FUNCTION accounting.tally_postings() IS 'Trigger: adds new postings to the totals of their accounts and days, once per statement.';

CREATE FUNCTION accounting.tally_taxes() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off';
COMMENT ON FUNCTION accounting.tally_taxes() IS 'Trigger: adds the taxes of new invoices and credit notes to the totals of their days, once per statement.';

CREATE FUNCTION accounting.tax_category_of(tax_class text, seller text, buyer text, seller_is_in_eu boolean DEFAULT false, buyer_is_in_eu boolean DEFAULT false, buyer_is_taxable boolean DEFAULT false, are_goods boolean DEFAULT true) RETURNS text
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION accounting.tax_category_of(tax_class text, seller text, buyer text, seller_is_in_eu boolean, buyer_is_in_eu boolean, buyer_is_taxable boolean, are_goods boolean) IS 'Returns the category of tax of what is sold, a code of accounting.tax_category: by the class of the product (null means standard), the countries of the seller (null for one who charges no tax) and of where it goes (null means the seller''s), and if these are in the European Union. `buyer_is_taxable` is true of a buyer with a VAT id of a member state other than the seller''s. If only buyer and seller decide, any class leads to the same category.';

CREATE FUNCTION accounting.tax_rate_clash(fields jsonb) RETURNS text
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION accounting.tax_rate_clash(fields jsonb) IS 'Returns the reason why a rate of tax cannot be changed or removed: invoices of its days bear it. Null if it can. The fields have passed accounting.tax_rate_refusal().';

CREATE FUNCTION accounting.tax_rate_page(after_code text, amount integer) RETURNS TABLE(last text, entries bigint, csv text)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION accounting.tax_rate_page(after_code text, amount integer) IS 'Returns the next `amount` rates of tax after a code, as the text of CSV lines (country, class, from, rate), with the last code and the count; no row when there are none. The code of a rate is country, class and day, such as “DE standard 2021-01-01”.';

CREATE FUNCTION accounting.tax_rate_refusal(fields jsonb) RETURNS text
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION accounting.tax_rate_refusal(fields jsonb) IS 'Returns the reason, which begins with the field''s name, why these cannot be fields of a rate of tax; null if they can. They are in the form of accounting.plain_tax_rate().';

CREATE FUNCTION accounting.tax_report(from_day date DEFAULT NULL::date, to_day date DEFAULT NULL::date) RETURNS TABLE(category text, name text, rate numeric, invoice_count bigint, net numeric, tax numeric)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION accounting.tax_report(from_day date, to_day date) IS 'Returns, for each category and rate, the number of the invoices and credit notes that bear a day from the first to the last, and their sums, net and tax; credit notes are taken off. Null days mean from the beginning, to the end.';

CREATE FUNCTION accounting.taxed_lines(of_order text, category text, invoiced jsonb, delivered jsonb, seller text, standard numeric, reduced numeric) RETURNS TABLE(line_number bigint, quantity numeric, unit_price numeric, discount numeric, amount numeric, product_code text, description text, tax_category text, tax_rate numeric)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION accounting.taxed_lines(of_order text, category text, invoiced jsonb, delivered jsonb, seller text, standard numeric, reduced numeric) IS 'Returns the lines of an order as its next invoice has them, with category and rate of tax: see accounting.due_lines(). `category` is that of the order; if it is S, the classes of the products decide, and the two rates of the seller''s country.';

CREATE FUNCTION accounting.trial_balance(from_day date DEFAULT NULL::date, to_day date DEFAULT NULL::date) RETURNS TABLE(account text, name text, kind text, opening numeric, debit numeric, credit numeric, closing numeric)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION accounting.trial_balance(from_day date, to_day date) IS 'Returns each account with its balance before the first day, the sums of its debits and credits from then to the last day, and its balance after it: positive is debit. Null days mean from the beginning, to the end.';

CREATE FUNCTION accounting.wanted_pieces(of_return text) RETURNS TABLE(line_number bigint, undoes_line bigint, quantity numeric, sign numeric, unit_price numeric, discount numeric, upto numeric)
    LANGUAGE sql STABLE
    SET jit TO 'off';
COMMENT ON FUNCTION accounting.wanted_pieces(of_return text) IS 'Returns what a return takes back of the lines of its order: of each line, `quantity` pieces that end with the piece `upto`.';

CREATE FUNCTION accounting.with_country(address jsonb, country_code text) RETURNS jsonb
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION accounting.with_country(address jsonb, country_code text) IS 'Returns an address with this country if it names none; null if nothing is known of it.';

CREATE FUNCTION accounting.write_tax_rate(fields jsonb) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION accounting.write_tax_rate(fields jsonb) IS 'Sets or removes the rate of tax of a country on a class of goods from a day on. The fields have passed accounting.tax_rate_refusal() and accounting.tax_rate_clash().';

CREATE FUNCTION djet.accept_invitation(token text, password text, address text DEFAULT NULL::text, agent text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS text
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.accept_invitation(token text, password text, address text, agent text, at timestamp with time zone) IS 'Sets the password of an invited user, ends their sessions and API tokens, uses the invitation up, and starts a session, whose token it returns. Raises DJ400 for the password, and then the invitation stays good; DJ404 for its token.';

CREATE FUNCTION djet.access_problem(role text, rights text[]) RETURNS text
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION djet.access_problem(role text, rights text[]) IS 'Returns the reason, for people, why a role cannot have these rights; null if it can.';

CREATE FUNCTION djet.add_approval(ticket text, signal text, question text, whom text, within interval, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS text
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.add_approval(ticket text, signal text, question text, whom text, within interval, by text, address text, at timestamp with time zone) IS 'Makes a link with which one person may answer a question once: the answer is a signal, true or false, to the job of a ticket. Returns the path with the token, now and never again, and deletes links that are over. Raises DJ400, and DJ409 if no node answers such links.';

CREATE TABLE djet.node (
    id bigint NOT NULL,
    parent bigint,
    "position" integer DEFAULT 1 NOT NULL,
    redirect_status smallint,
    singleton boolean DEFAULT false NOT NULL,
    in_menu boolean DEFAULT true NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    path text NOT NULL COLLATE pg_catalog."C",
    basetype text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL,
    redirect_to text,
    columns jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT node_columns_are_an_object CHECK ((jsonb_typeof(columns) = 'object'::text)),
    CONSTRAINT node_does_not_redirect_to_itself CHECK ((redirect_to <> path)),
    CONSTRAINT node_name_is_a_name CHECK (((name ~ '^[a-z0-9._-]*$'::text) AND (name <> ALL (ARRAY['.'::text, '..'::text])) AND (length(name) <= 100))),
    CONSTRAINT node_path_ends_with_its_name CHECK (("right"(path, (length(name) + 1)) = ('/'::text || name))),
    CONSTRAINT node_path_has_at_most_500_characters CHECK ((length(path) <= 500)),
    CONSTRAINT node_position_counts CHECK ((("position" >= 0) AND ("position" <= 1000000))),
    CONSTRAINT node_redirect_status_is_one_of_four CHECK ((redirect_status = ANY (ARRAY[301, 302, 307, 308]))),
    CONSTRAINT node_redirects_to_an_address CHECK (((redirect_to ~ '^(/|/[^/\\].*|https?://[^/].*)$'::text) AND (redirect_to !~ '[[:cntrl:][:space:]]'::text) AND (length(redirect_to) <= 1000))),
    CONSTRAINT node_redirects_with_a_status CHECK (((redirect_to IS NULL) = (redirect_status IS NULL))),
    CONSTRAINT node_title_has_1_to_200_characters CHECK ((((length(title) >= 1) AND (length(title) <= 200)) AND (title !~ '[[:cntrl:]]'::text))),
    CONSTRAINT node_without_parent_is_the_root CHECK ((((parent IS NULL) = (path = '/'::text)) AND ((parent IS NULL) = (name = ''::text))))
);
COMMENT ON TABLE djet.node IS 'An address of the site.';
COMMENT ON COLUMN djet.node.id IS 'Its number, which it keeps wherever it is moved to.';
COMMENT ON COLUMN djet.node.parent IS 'The node above; null for the root.';
COMMENT ON COLUMN djet.node."position" IS 'Its place among its siblings: small numbers first, then by name.';
COMMENT ON COLUMN djet.node.redirect_status IS 'With which status it redirects.';
COMMENT ON COLUMN djet.node.singleton IS 'True if its basetype is a singleton; a trigger keeps it so.';
COMMENT ON COLUMN djet.node.in_menu IS 'True if menus show it.';
COMMENT ON COLUMN djet.node.name IS 'The last part of its path; empty for the root.';
COMMENT ON COLUMN djet.node.path IS 'The path where it is: kept by triggers, for the whole branch when it is moved.';
COMMENT ON COLUMN djet.node.basetype IS 'The basetype: it says which engine answers there, and which columns the node has.';
COMMENT ON COLUMN djet.node.title IS 'The title that people read.';
COMMENT ON COLUMN djet.node.redirect_to IS 'The address to which it sends its visitors instead of answering; null if it answers.';
COMMENT ON COLUMN djet.node.columns IS 'The values of its basetype''s columns; a trigger checks them.';

CREATE FUNCTION djet.add_node(path text, basetype text, title text, "position" integer DEFAULT NULL::integer, in_menu boolean DEFAULT true, columns jsonb DEFAULT '{}'::jsonb, redirect_to text DEFAULT NULL::text, redirect_status integer DEFAULT NULL::integer, by text DEFAULT NULL::text, token bigint DEFAULT NULL::bigint) RETURNS djet.node
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.add_node(path text, basetype text, title text, "position" integer, in_menu boolean, columns jsonb, redirect_to text, redirect_status integer, by text, token bigint) IS 'Adds a node and returns it; its parent must exist. A null `position` puts it behind its siblings. Raises DJ400 for what cannot be a node, DJ403 if `by`, with an API token if one is named, may not put it there, DJ404 for a parent or basetype that does not exist, DJ409 for a path that is taken and for a second node of a singleton basetype.';

CREATE FUNCTION djet.add_role(name text, title text DEFAULT NULL::text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.add_role(name text, title text, by text, address text, at timestamp with time zone) IS 'Adds a role, to which access rules can give rights. Raises DJ400 for a bad name or title, and DJ409 for a name that exists.';

CREATE FUNCTION djet.add_token(name text, purpose text, rights text[], below text DEFAULT NULL::text, days integer DEFAULT 90, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now(), by text DEFAULT NULL::text) RETURNS TABLE(id bigint, token text, expires_at timestamp with time zone)
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.add_token(name text, purpose text, rights text[], below text, days integer, address text, at timestamp with time zone, by text) IS 'Adds an API token with which a program acts for a user, with no more than these rights, below a path, for some days. Returns the token, now and never again. Raises DJ400, DJ403 for a user who has more rights than `by`, DJ404.';

CREATE TABLE djet.invitation (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    token_hash bytea NOT NULL,
    invited_by text,
    CONSTRAINT invitation_ends_after_its_beginning CHECK ((expires_at > created_at)),
    CONSTRAINT invitation_token_hash_is_sha256 CHECK ((length(token_hash) = 32))
);
COMMENT ON TABLE djet.invitation IS 'One-time links with which a user sets a password: at most one for each. One that was accepted is deleted.';
COMMENT ON COLUMN djet.invitation.id IS 'Its number.';
COMMENT ON COLUMN djet.invitation.user_id IS 'The user who is invited.';
COMMENT ON COLUMN djet.invitation.created_at IS 'The time of the invitation.';
COMMENT ON COLUMN djet.invitation.expires_at IS 'The time when it is over: 24 hours later.';
COMMENT ON COLUMN djet.invitation.token_hash IS 'The sha256 of the token in the link.';
COMMENT ON COLUMN djet.invitation.invited_by IS 'The name of the user who invited; null: a command did.';

CREATE TABLE djet.membership (
    user_id bigint NOT NULL,
    granted_at timestamp with time zone DEFAULT now() NOT NULL,
    role text NOT NULL COLLATE pg_catalog."C",
    granted_by text,
    CONSTRAINT membership_role_is_not_given_to_all CHECK ((role <> ALL (ARRAY['everyone'::text, 'users'::text])))
);
COMMENT ON TABLE djet.membership IS 'The roles that were granted to users.';
COMMENT ON COLUMN djet.membership.user_id IS 'The user to whom it was granted.';
COMMENT ON COLUMN djet.membership.granted_at IS 'The time when it was granted.';
COMMENT ON COLUMN djet.membership.role IS 'The role. Everybody has everyone and users without it.';
COMMENT ON COLUMN djet.membership.granted_by IS 'The name of the user who granted it; null: by a command.';

CREATE TABLE djet.second_factor (
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    last_step bigint,
    session_id bigint,
    secret bytea NOT NULL,
    CONSTRAINT second_factor_secret_has_160_bits CHECK ((length(secret) = 20))
);
COMMENT ON TABLE djet.second_factor IS 'The secrets of which devices make one-time codes (RFC 6238), one for each user who has set it up or is about to.';
COMMENT ON COLUMN djet.second_factor.user_id IS 'The user whose secret it is.';
COMMENT ON COLUMN djet.second_factor.created_at IS 'The time when the secret was made.';
COMMENT ON COLUMN djet.second_factor.confirmed_at IS 'The time when a code of it proved that a device has it; null until then, and it counts for nothing.';
COMMENT ON COLUMN djet.second_factor.last_step IS 'The half minute, counted from 1970, of the last code that was accepted: no code is accepted that is not of a later one.';
COMMENT ON COLUMN djet.second_factor.session_id IS 'The session in which it was begun. It alone is shown the secret, and can confirm it: whoever else knows the password must not learn the secret of a device that is being set up. Null: it was begun in none.';
COMMENT ON COLUMN djet.second_factor.secret IS 'The secret, as it is: codes cannot be checked with less. Nobody but the schema''s owner can read it.';

CREATE TABLE djet.session (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    token_hash bytea NOT NULL,
    csrf text NOT NULL,
    address text,
    agent text,
    second_factor_at timestamp with time zone,
    CONSTRAINT session_ends_after_its_beginning CHECK ((expires_at > created_at)),
    CONSTRAINT session_token_hash_is_sha256 CHECK ((length(token_hash) = 32))
);
COMMENT ON TABLE djet.session IS 'Browsers in which somebody is signed in. A session that has ended is deleted.';
COMMENT ON COLUMN djet.session.id IS 'The number under which its user can end it.';
COMMENT ON COLUMN djet.session.user_id IS 'The user who is signed in.';
COMMENT ON COLUMN djet.session.created_at IS 'The time when they signed in.';
COMMENT ON COLUMN djet.session.seen_at IS 'The time when it was last used, to the minute; after 12 hours without use it is over.';
COMMENT ON COLUMN djet.session.expires_at IS 'The time when it is over at the latest: 14 days after it began.';
COMMENT ON COLUMN djet.session.token_hash IS 'The sha256 of the token, which the browser alone has.';
COMMENT ON COLUMN djet.session.csrf IS 'The value that every form posted in the session must carry.';
COMMENT ON COLUMN djet.session.address IS 'The address from which they signed in.';
COMMENT ON COLUMN djet.session.agent IS 'The name that the browser gave itself; null if it gave none.';
COMMENT ON COLUMN djet.session.second_factor_at IS 'The time when its user proved the second factor in it; null if they have not. Where one is due, the session is nobody''s until then.';

CREATE TABLE djet.users (
    id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    password_set_at timestamp with time zone,
    disabled_at timestamp with time zone,
    name text NOT NULL COLLATE pg_catalog."C",
    full_name text NOT NULL,
    password text,
    tenants text[] DEFAULT '{}'::text[] NOT NULL,
    language text COLLATE pg_catalog."C",
    CONSTRAINT users_full_name_is_not_empty CHECK (((full_name ~ '\S'::text) AND (length(full_name) <= 100))),
    CONSTRAINT users_full_name_is_one_plain_line CHECK ((full_name !~ '[\x01-\x1f\x7f]'::text)),
    CONSTRAINT users_language_is_a_tag CHECK ((language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$'::text)),
    CONSTRAINT users_name_is_plain CHECK ((name ~ '^[a-z0-9][a-z0-9._@+-]{0,62}$'::text)),
    CONSTRAINT users_password_has_its_time CHECK (((password IS NULL) = (password_set_at IS NULL))),
    CONSTRAINT users_password_is_bcrypt CHECK ((password ~~ '$2a$%'::text)),
    CONSTRAINT users_tenants_are_few CHECK (((cardinality(tenants) <= 100) AND (array_position(tenants, NULL::text) IS NULL)))
);
COMMENT ON TABLE djet.users IS 'The people who may sign in. A user is never deleted, but disabled: jobs and audit entries know them by their name.';
COMMENT ON COLUMN djet.users.id IS 'The key of the other tables.';
COMMENT ON COLUMN djet.users.created_at IS 'The time when they were added.';
COMMENT ON COLUMN djet.users.password_set_at IS 'The time when the password was set; null while there is none.';
COMMENT ON COLUMN djet.users.disabled_at IS 'The time since when they may not sign in; null if they may.';
COMMENT ON COLUMN djet.users.name IS 'The name with which they sign in; it never changes.';
COMMENT ON COLUMN djet.users.full_name IS 'The name that is shown: one line, without control characters.';
COMMENT ON COLUMN djet.users.password IS 'The bcrypt of the password; null until an invitation was accepted.';
COMMENT ON COLUMN djet.users.tenants IS 'The tenants to which they are confined: they see the jobs of these alone, and what they offload runs on behalf of the first. Empty for a user who is confined to none.';
COMMENT ON COLUMN djet.users.language IS 'The language of their pages, such as da or pt-BR; null for that which their browser asks for.';

CREATE VIEW djet.all_users AS
 SELECT u.id,
    u.name,
    u.full_name,
    ( SELECT jsonb_agg(r.name ORDER BY r.name) AS jsonb_agg
           FROM ( SELECT m.role AS name
                   FROM djet.membership m
                  WHERE (m.user_id = u.id)
                UNION ALL
                 VALUES ('everyone'::text), ('users'::text)) r) AS roles,
    u.created_at,
    u.disabled_at,
    u.password_set_at,
    ( SELECT max(s.seen_at) AS max
           FROM djet.session s
          WHERE (s.user_id = u.id)) AS seen_at,
    ( SELECT i.expires_at
           FROM djet.invitation i
          WHERE (i.user_id = u.id)) AS invited_until,
    ( SELECT f.confirmed_at
           FROM djet.second_factor f
          WHERE (f.user_id = u.id)) AS second_factor_at,
    u.tenants,
    u.language
   FROM djet.users u;
COMMENT ON VIEW djet.all_users IS 'All users with their roles, which always include everyone and users; without their passwords.';
COMMENT ON COLUMN djet.all_users.id IS 'The key of the other tables.';
COMMENT ON COLUMN djet.all_users.name IS 'The name with which they sign in.';
COMMENT ON COLUMN djet.all_users.full_name IS 'The name that is shown.';
COMMENT ON COLUMN djet.all_users.roles IS 'The names of their roles, in alphabetical order, as an array.';
COMMENT ON COLUMN djet.all_users.created_at IS 'The time when they were added.';
COMMENT ON COLUMN djet.all_users.disabled_at IS 'The time since which they may not sign in; null if they may.';
COMMENT ON COLUMN djet.all_users.password_set_at IS 'The time when they last set a password; null if they have none yet.';
COMMENT ON COLUMN djet.all_users.seen_at IS 'The time when one of their present sessions was last used.';
COMMENT ON COLUMN djet.all_users.invited_until IS 'The time when their invitation expires; null if there is none.';
COMMENT ON COLUMN djet.all_users.second_factor_at IS 'The time since which they have a second factor; null if they have none.';
COMMENT ON COLUMN djet.all_users.tenants IS 'The tenants to which they are confined, the first being their own; empty if they are confined to none.';
COMMENT ON COLUMN djet.all_users.language IS 'The language of their pages; null for that which their browser asks for.';

CREATE FUNCTION djet.add_user(name text, full_name text DEFAULT NULL::text, roles text[] DEFAULT '{}'::text[], by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now(), tenants text[] DEFAULT '{}'::text[]) RETURNS SETOF djet.all_users
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.add_user(name text, full_name text, roles text[], by text, address text, at timestamp with time zone, tenants text[]) IS 'Adds a user, who can sign in after accepting an invitation. tenants: those to which they are confined; if there are none, those to which `by` is. Raises DJ400, DJ409 for a name that exists, DJ403 for tenants whose jobs `by` does not see, and DJ403 and DJ404 as grant_role does.';

CREATE FUNCTION djet.address_block(address text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION djet.address_block(address text) IS 'Returns the block that counts as one address: an IPv6 network of 64 bits, since whoever has one address there has them all; otherwise the address itself.';

CREATE FUNCTION djet.approval_of(token text, at timestamp with time zone DEFAULT now()) RETURNS TABLE(ticket text, signal text, question text, whom text, expires_at timestamp with time zone)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.approval_of(token text, at timestamp with time zone) IS 'Returns the approval of a token, if it is good. Looking does not use it up: mail programs look at links.';

CREATE FUNCTION djet.audit_actions() RETURNS SETOF text
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.audit_actions() IS 'Returns the actions of the audit entries, each once, in order. It skips from one to the next by the index.';

CREATE TABLE djet.audit (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    user_name text COLLATE pg_catalog."C",
    action text NOT NULL COLLATE pg_catalog."C",
    target text NOT NULL,
    address text COLLATE pg_catalog."C",
    detail jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT audit_action_is_plain CHECK ((action ~ '^[a-z][a-z0-9.-]{0,59}$'::text)),
    CONSTRAINT audit_detail_is_an_object CHECK ((jsonb_typeof(detail) = 'object'::text))
);
COMMENT ON TABLE djet.audit IS 'The actions of users and commands, each with its time and its origin. An entry is never changed.';
COMMENT ON COLUMN djet.audit.id IS 'Its number, in the order of entry.';
COMMENT ON COLUMN djet.audit.at IS 'The time of the action.';
COMMENT ON COLUMN djet.audit.user_name IS 'The name of the user; null for a command, or for somebody who has not signed in.';
COMMENT ON COLUMN djet.audit.action IS 'The action, such as user.disable.';
COMMENT ON COLUMN djet.audit.target IS 'The target: a user''s name, a ticket, a path; empty if it is nothing that exists.';
COMMENT ON COLUMN djet.audit.address IS 'The address from which it was done; null for a command.';
COMMENT ON COLUMN djet.audit.detail IS 'All else that is worth knowing. Never a secret.';

CREATE FUNCTION djet.audit_page(user_name text DEFAULT NULL::text, action text DEFAULT NULL::text, since timestamp with time zone DEFAULT NULL::timestamp with time zone, until timestamp with time zone DEFAULT NULL::timestamp with time zone, before bigint DEFAULT NULL::bigint, up_to integer DEFAULT 50) RETURNS SETOF djet.audit
    LANGUAGE plpgsql STABLE
    SET plan_cache_mode TO 'force_custom_plan';
COMMENT ON FUNCTION djet.audit_page(user_name text, action text, since timestamp with time zone, until timestamp with time zone, before bigint, up_to integer) IS 'Returns audit entries, newest first: of a user, an action, a time from `since` to before `until`; those after the entry `before`. Raises DJ400 if `up_to` is negative.';

CREATE FUNCTION djet.awaited(user_id bigint, proved_at timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.awaited(user_id bigint, proved_at timestamp with time zone) IS 'Returns what a session lacks in which the second factor was proved at this time, or never (null): a code if its user has set up a second factor; their enrolment if they have none and a role of theirs needs it. Null if it lacks nothing.';

CREATE FUNCTION djet.base32(bytes bytea) RETURNS text
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION djet.base32(bytes bytea) IS 'Returns bytes as the letters and digits of RFC 4648, in which devices take secrets; they are a multiple of 5 bytes, so that no bits are left over.';

CREATE FUNCTION djet.bearer_of(token text, at timestamp with time zone DEFAULT now()) RETURNS TABLE(token_id bigint, rights jsonb, below text, is_stale boolean, id bigint, name text, full_name text, roles jsonb, tenants text[], language text)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.bearer_of(token text, at timestamp with time zone) IS 'Returns the user for whom an API token acts, and its limits; no row if it is over or revoked, or the user is disabled, or has yet to set up the second factor that a role of theirs needs. is_stale is true if its use was last noted more than a minute ago: see_token() is due.';

CREATE FUNCTION djet.begin_second_factor(name text, session bigint DEFAULT NULL::bigint, at timestamp with time zone DEFAULT now()) RETURNS text
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.begin_second_factor(name text, session bigint, at timestamp with time zone) IS 'Makes a secret for a user''s device, and returns it in base32. It takes the place of one that was not confirmed, and counts for nothing before confirm_second_factor() in the same session. Raises DJ404, and DJ409 if there is a confirmed one.';

CREATE FUNCTION djet.begin_sign_in(name text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now(), what text DEFAULT 'account'::text) RETURNS integer
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.begin_sign_in(name text, address text, at timestamp with time zone, what text) IS 'Returns how many seconds to wait before the next attempt; 0 if it may be made now, and then it counts as a failure until sign_in() finds that it was none. Its commit comes before the attempt, so that each of many at a time counts. An attempt that has to wait does not make the wait longer: nobody is locked out for ever. `what` is `account` for a password, `code` for a one-time code. Raises DJ400 for a name that is null or too long.';

CREATE FUNCTION djet.branch_rules(top bigint) RETURNS jsonb
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.branch_rules(top bigint) IS 'Returns the paths of a branch''s nodes and the rules in force there, by their numbers, for guard_gains() to compare with.';

CREATE FUNCTION djet.change_node(id bigint, title text DEFAULT NULL::text, "position" integer DEFAULT NULL::integer, in_menu boolean DEFAULT NULL::boolean, columns jsonb DEFAULT NULL::jsonb, redirect_to text DEFAULT NULL::text, redirect_status integer DEFAULT NULL::integer, by text DEFAULT NULL::text, token bigint DEFAULT NULL::bigint) RETURNS djet.node
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.change_node(id bigint, title text, "position" integer, in_menu boolean, columns jsonb, redirect_to text, redirect_status integer, by text, token bigint) IS 'Changes a node, and returns it; null parameters leave it as it is. Only the `columns` that are named change, and one that is null is taken away. An empty `redirect_to` ends the redirect. Raises DJ400, DJ404, and DJ403 if `by` may not change it, or not expose what it would show.';

CREATE FUNCTION djet.change_password(name text, present text, password text, session bigint DEFAULT NULL::bigint, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS boolean
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.change_password(name text, present text, password text, session bigint, address text, at timestamp with time zone) IS 'Changes a password for whoever knows the present one, and ends all other sessions and the user''s invitation; API tokens stay. Returns false if the present one is wrong. Raises DJ400 for the new one. To be called after begin_sign_in() has committed.';

CREATE FUNCTION djet.change_user(name text, full_name text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.change_user(name text, full_name text, by text, address text, at timestamp with time zone) IS 'Changes the name under which a user is shown. Raises DJ400, DJ403, DJ404.';

CREATE FUNCTION djet.check_columns() RETURNS trigger
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.check_columns() IS 'Trigger: checks that a node''s basetype exists (DJ404), that it is not taken if it is a singleton (DJ409), and that the node''s columns are what it says (DJ400).';

CREATE FUNCTION djet.check_given(is_given boolean, what text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION djet.check_given(is_given boolean, what text) IS 'Raises DJ400 if a value is missing without which a row cannot be. `what` says which.';

CREATE FUNCTION djet.check_line(what text, line text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION djet.check_line(what text, line text) IS 'Raises DJ400 unless a text is one line of 1 to 100 characters, without any that break lines, steer terminals or turn the direction of writing.';

CREATE FUNCTION djet.check_node() RETURNS trigger
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.check_node() IS 'Trigger: refuses what cannot be a node, and keeps its path. Raises DJ400, DJ404, DJ409.';

CREATE FUNCTION djet.check_password(password text, name text) RETURNS void
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION djet.check_password(password text, name text) IS 'Raises DJ400 if a password is too short or too long, a simple sequence or repetition, one that guessers try first, or holds a name of its user or of the site.';

CREATE FUNCTION djet.check_redirect(path text, redirect_to text, redirect_status integer) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.check_redirect(path text, redirect_to text, redirect_status integer) IS 'Raises DJ400 unless a node at this path can redirect like this.';

CREATE FUNCTION djet.check_tenants(tenants text[]) RETURNS void
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION djet.check_tenants(tenants text[]) IS 'Raises DJ400 for tenants to which no user can be confined.';

CREATE FUNCTION djet.check_typed(name text, password text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION djet.check_typed(name text, password text) IS 'Raises DJ400 for a typed name or password that is too long to be one. It comes before all other work: the time to bring a text to its normal form grows with the square of its length.';

CREATE TABLE djet.basetype (
    name text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL,
    singleton boolean DEFAULT false NOT NULL,
    required boolean DEFAULT false NOT NULL,
    columns jsonb DEFAULT '[]'::jsonb NOT NULL,
    exposed_by text DEFAULT 'manage'::text,
    CONSTRAINT basetype_columns_are_a_list CHECK ((jsonb_typeof(columns) = 'array'::text)),
    CONSTRAINT basetype_is_exposed_by_a_right CHECK ((exposed_by = ANY (ARRAY['view'::text, 'use'::text, 'operate'::text, 'signal'::text, 'arguments'::text, 'manage'::text]))),
    CONSTRAINT basetype_name_is_a_name CHECK (((name ~ '^[a-z][a-z0-9_.-]*$'::text) AND (length(name) <= 60)))
);
COMMENT ON TABLE djet.basetype IS 'The kinds of nodes. Engines declare their basetypes when they start.';
COMMENT ON COLUMN djet.basetype.name IS 'Its name, such as page.';
COMMENT ON COLUMN djet.basetype.title IS 'The title that people read.';
COMMENT ON COLUMN djet.basetype.singleton IS 'True if exactly one node of it may exist.';
COMMENT ON COLUMN djet.basetype.required IS 'True if its last node may be moved only, never removed.';
COMMENT ON COLUMN djet.basetype.columns IS 'The columns of its nodes: a list of objects of name, title, type (text, longtext, number, boolean, function, queue, path) and required.';
COMMENT ON COLUMN djet.basetype.exposed_by IS 'The right at the root that it takes, besides manage at the branch, to add a node of it; null: it shows nothing but itself.';

CREATE FUNCTION djet.column_problem(kind djet.basetype, columns jsonb) RETURNS text
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION djet.column_problem(kind djet.basetype, columns jsonb) IS 'Returns the reason, for people, why these columns are not those of a node of this basetype; null if they are.';

CREATE FUNCTION djet.column_wish(type text) RETURNS text
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION djet.column_wish(type text) IS 'Returns the description, for people, of the values that a column of this type takes.';

CREATE FUNCTION djet.condensed_password(password text) RETURNS text
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION djet.condensed_password(password text) IS 'Returns a password as bcrypt gets it. Bcrypt looks at 72 bytes, so that a long one is condensed by sha256 first; the prefix keeps hashes that leaked elsewhere from being of use here. Raises DJ400 for one that is too long.';

CREATE FUNCTION djet.confirm_second_factor(name text, code text, session bigint DEFAULT NULL::bigint, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS jsonb
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.confirm_second_factor(name text, code text, session bigint, address text, at timestamp with time zone) IS 'Confirms the second factor that was begun, for a device that shows the right code, and ends all other sessions of the user. Returns ten recovery codes, now and never again; null if the code is wrong. Raises DJ404, and DJ409 if none was begun in this session. To be called after begin_sign_in(what => ''code'') has committed.';

CREATE FUNCTION djet.count_sign_in(key text, free integer, longest integer, at timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.count_sign_in(key text, free integer, longest integer, at timestamp with time zone) IS 'Counts an attempt under a key as a failure, and returns true; or returns false if the key must wait. From the `free`th in a row on, a wait of 4, 8, 16, … seconds begins, `longest` at most. Without one, wait_until is -infinity: attempts at the same moment come with times in any order, and none of them must wait.';

CREATE FUNCTION djet.covers(by text, roles text[]) RETURNS boolean
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION djet.covers(by text, roles text[]) IS 'Returns true if somebody may do at every node what these roles let one do there; administrators alone cover `administrator`. A null `by` is a command, which covers all.';

CREATE FUNCTION djet.covers_tenants(by text, tenants text[]) RETURNS boolean
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.covers_tenants(by text, tenants text[]) IS 'Returns true if somebody sees all the jobs that a user sees who is confined to these tenants.';

CREATE FUNCTION djet.declare_basetypes(basetypes jsonb) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.declare_basetypes(basetypes jsonb) IS 'Writes down the basetypes of a program''s engines: a list of objects of name, title, singleton, required, columns and exposedBy. One that exists is brought up to date; one that is not named stays. Raises DJ409 if there are several nodes of what is to be a singleton.';

CREATE FUNCTION djet.declare_functions(functions jsonb) RETURNS void
    LANGUAGE sql;
COMMENT ON FUNCTION djet.declare_functions(functions jsonb) IS 'Writes down the rights that it takes to expose a program''s functions: an object of rights by their names. A function that is not named stays.';

CREATE FUNCTION djet.declared_columns(basetype text, columns jsonb) RETURNS jsonb
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.declared_columns(basetype text, columns jsonb) IS 'Returns those columns that the basetype still has: a newer engine may declare fewer than the nodes hold.';

CREATE FUNCTION djet.demand_right(node bigint, "right" text, by text, token bigint DEFAULT NULL::bigint) RETURNS void
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION djet.demand_right(node bigint, "right" text, by text, token bigint) IS 'Raises DJ403 unless somebody has a right at a node that exists. A null `by` is a command, which may.';

CREATE FUNCTION djet.disable_user(name text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.disable_user(name text, by text, address text, at timestamp with time zone) IS 'Keeps a user out from now on, and deletes their sessions, API tokens and invitation. Raises DJ403, DJ404, and DJ409 for the last administrator.';

CREATE FUNCTION djet.enable_user(name text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.enable_user(name text, by text, address text, at timestamp with time zone) IS 'Lets a disabled user sign in again, with the password they had. Raises DJ403, DJ404.';

CREATE FUNCTION djet.end_session(id bigint, name text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.end_session(id bigint, name text, by text, address text, at timestamp with time zone) IS 'Ends one session of a user. Raises DJ403 for a user who has more rights than `by`, DJ404 if they have no such session.';

CREATE FUNCTION djet.end_sessions(name text, but bigint DEFAULT NULL::bigint, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS integer
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.end_sessions(name text, but bigint, by text, address text, at timestamp with time zone) IS 'Ends all sessions of a user, except `but` if it is given, and returns how many. Raises DJ403 and DJ404.';

CREATE FUNCTION djet.enter_audit(by text, action text, target text, detail jsonb DEFAULT '{}'::jsonb, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.enter_audit(by text, action text, target text, detail jsonb, address text, at timestamp with time zone) IS 'Notes who did what, in the transaction of that act. A null `by` is a command, or somebody who has not signed in. Raises DJ400 if the action or the time is null.';

CREATE FUNCTION djet.enter_audits(action text, entries jsonb, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE sql;
COMMENT ON FUNCTION djet.enter_audits(action text, entries jsonb, at timestamp with time zone) IS 'Notes many entries of one action at once, as enter_audit does for one. Each is an object of user, target, detail and address.';

CREATE FUNCTION djet.enter_server(address text, machine text, at timestamp with time zone DEFAULT now()) RETURNS bigint
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.enter_server(address text, machine text, at timestamp with time zone) IS 'Notes the address at which a web server serves the site, and returns the server''s number.';

CREATE FUNCTION djet.exposures(basetype text, columns jsonb) RETURNS TABLE(what text, "right" text)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.exposures(basetype text, columns jsonb) IS 'Returns all that a node of a basetype exposes with these columns besides itself, and the right at the root that each takes.';

CREATE FUNCTION djet.first_invitation(at timestamp with time zone DEFAULT now()) RETURNS text
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.first_invitation(at timestamp with time zone) IS 'Returns an invitation for the user admin if no administrator can sign in; null if one can. The user is made if need be; an old password, second factor, session or API token no longer works.';

CREATE FUNCTION djet.fits_column(type text, value jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION djet.fits_column(type text, value jsonb) IS 'Returns true if a column of this type can hold a value.';

CREATE FUNCTION djet.forget_ended(at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.forget_ended(at timestamp with time zone) IS 'Deletes up to 100 sessions that are over and 100 counts of failures older than a day, none that somebody else is busy with.';

CREATE FUNCTION djet.forgive_sign_in(name text, address text, at timestamp with time zone, what text DEFAULT 'account'::text) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.forgive_sign_in(name text, address text, at timestamp with time zone, what text) IS 'Takes back the failure as which a good attempt was counted: forgets all failures of the account, and this one of the address.';

CREATE FUNCTION djet.grant_role(name text, role text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.grant_role(name text, role text, by text, address text, at timestamp with time zone) IS 'Grants a role to a user. Raises DJ403 for one''s own, for a role that gives more than `by` has, and for a user who has more; DJ404; DJ409 for a role that all have.';

CREATE FUNCTION djet.guard_exposure(basetype text, columns jsonb, by text, token bigint DEFAULT NULL::bigint) RETURNS void
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION djet.guard_exposure(basetype text, columns jsonb, by text, token bigint) IS 'Raises DJ403 unless somebody has the rights at the root that it takes to expose what a node of a basetype shows with these columns: a manager of a branch might otherwise show there what they may not see.';

CREATE FUNCTION djet.guard_gains(top bigint, before jsonb, by text, token bigint DEFAULT NULL::bigint, is_move boolean DEFAULT false) RETURNS void
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION djet.guard_gains(top bigint, before jsonb, by text, token bigint, is_move boolean) IS 'Raises DJ403 if a role may do more in a branch than `before`, as branch_rules() told, and the author of the change did not have this right there, or did not manage that node. If the branch was moved, they must also be allowed to expose what more may be seen there. Raises it, too, as guard_strangers does.';

CREATE FUNCTION djet.guard_strangers(top bigint, before jsonb, by text) RETURNS void
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION djet.guard_strangers(top bigint, before jsonb, by text) IS 'Raises DJ403 if `by` is confined to tenants, and everyone sees more in a branch than `before`, as branch_rules() told: a confined administrator might otherwise sign out to see the jobs of all. Pages and directories may be shown.';

CREATE FUNCTION djet.guard_tenants(name text, by text) RETURNS void
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION djet.guard_tenants(name text, by text) IS 'Raises DJ403 if `by` is confined to tenants, and a user sees jobs that they do not see: a confined manager of users, an administrator too, takes over nobody who sees more.';

CREATE FUNCTION djet.guard_user(name text, by text, role text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.guard_user(name text, by text, role text) IS 'Raises DJ403 if a user may do anything, or sees a job, that `by` may not, or if a role that is to be granted or revoked gives such a right: a manager of users takes over nobody who has more rights. A null `by` is a command, which may.';

CREATE FUNCTION djet.has_administrator() RETURNS boolean
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.has_administrator() IS 'Returns true if there is an administrator who can sign in.';

CREATE FUNCTION djet.invitation_of(token text, at timestamp with time zone DEFAULT now()) RETURNS TABLE(name text, full_name text, expires_at timestamp with time zone)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.invitation_of(token text, at timestamp with time zone) IS 'Returns the user whom a token invites, if it is good and their inviter may still do all that they may. Looking does not use it up: mail programs look at links.';

CREATE FUNCTION djet.invite(name text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS text
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.invite(name text, by text, address text, at timestamp with time zone) IS 'Returns a token, now and never again, with which a user may once, within 24 hours, set a password. It takes the place of an earlier one. Raises DJ403, DJ404, DJ409 for a disabled user.';

CREATE FUNCTION djet.is_administrator(name text) RETURNS boolean
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.is_administrator(name text) IS 'Returns true if a user has the role administrator.';

CREATE FUNCTION djet.is_built_on(password text, name text) RETURNS boolean
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION djet.is_built_on(password text, name text) IS 'Returns true if a password holds a name, in any case and with digits for letters. A name of 2 or 3 letters may be part of another word (`canada`) behind the password''s beginning, if at least 8 other characters are there.';

CREATE FUNCTION djet.is_common(password text) RETURNS boolean
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.is_common(password text) IS 'Returns true if a password is one that guessers try first, in any case, with digits for letters or typed on a Russian keyboard, or such a one, or a simple one, with fewer than 8 digits and signs around it or between its letters.';

CREATE FUNCTION djet.is_password(password text, hash text) RETURNS boolean
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION djet.is_password(password text, hash text) IS 'Returns true if a password is the one of a hash; false for a null hash. That takes as long, as does a hash that was made with less work than is done today. To be called before anything is locked: it takes a tenth of a second.';

CREATE FUNCTION djet.is_simple(password text) RETURNS boolean
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION djet.is_simple(password text) IS 'Returns true if a password is a sequence of the alphabet, of numbers or of keys, the same over and over again, or years and dates with signs around them.';

CREATE FUNCTION djet.is_unlimited(by text, token bigint DEFAULT NULL::bigint) RETURNS boolean
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.is_unlimited(by text, token bigint) IS 'Returns true if no rule limits what somebody does: a command (null `by`), or an administrator, whose API token, if one is named, has all rights at the root.';

CREATE FUNCTION djet.keep_an_administrator(name text) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.keep_an_administrator(name text) IS 'Raises DJ409 for the last administrator: if there is no other one who can sign in, or, for one who is only invited, no other one at all. Raises DJ404 for an unknown user.';

CREATE FUNCTION djet.keep_audit() RETURNS trigger
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.keep_audit() IS 'Trigger: refuses every change of the audit but new entries (DJ403).';

CREATE FUNCTION djet.keep_node() RETURNS trigger
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.keep_node() IS 'Trigger: refuses to remove the root, or the last node of a required basetype (DJ409).';

CREATE FUNCTION djet.keep_own_roles(name text, by text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION djet.keep_own_roles(name text, by text) IS 'Raises DJ403 if somebody changes their own roles, even as an administrator.';

CREATE FUNCTION djet.keep_paths() RETURNS trigger
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.keep_paths() IS 'Trigger: renews the paths of a branch when its top has another one.';

CREATE FUNCTION djet.keep_role() RETURNS trigger
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.keep_role() IS 'Trigger: adds the role that an access rule names, so that it can be granted.';

CREATE FUNCTION djet.known_name(name text) RETURNS text
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.known_name(name text) IS 'Returns a typed name if it is a user''s, otherwise an empty text: people type their password into the wrong field, and it must not be kept.';

CREATE FUNCTION djet.last_position(parent bigint) RETURNS integer
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.last_position(parent bigint) IS 'Returns the position behind all children of a node.';

CREATE FUNCTION djet.latin_keys(password text) RETURNS text
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION djet.latin_keys(password text) IS 'Returns a password, in lower case, with the Latin letters on the same keys as its Russian ones: lists of common passwords have them like that.';

CREATE FUNCTION djet.leave_server(id bigint) RETURNS void
    LANGUAGE sql;
COMMENT ON FUNCTION djet.leave_server(id bigint) IS 'Forgets a web server that stops.';

CREATE FUNCTION djet.lock_tree() RETURNS void
    LANGUAGE plpgsql
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION djet.lock_tree() IS 'Lets one transaction at a time change the tree, so that no two moves make a cycle together. Readers do not wait. Raises DJ503 if somebody else changes it for more than 10 seconds.';

CREATE FUNCTION djet.move_node(id bigint, parent bigint DEFAULT NULL::bigint, name text DEFAULT NULL::text, "position" integer DEFAULT NULL::integer, by text DEFAULT NULL::text, token bigint DEFAULT NULL::bigint) RETURNS djet.node
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.move_node(id bigint, parent bigint, name text, "position" integer, by text, token bigint) IS 'Puts a node with its whole branch under another parent, under another name or in another place among its siblings, and returns it; null parameters leave it as it is, except that under another parent it goes behind its siblings. Raises DJ400, DJ404, DJ403 if `by` may not move it, or others would see more of the branch there than `by` may show them, or DJ409 for the root, if the path is taken, or if the parent lies in the branch itself.';

CREATE FUNCTION djet.need_second_factor(role text, needed boolean, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.need_second_factor(role text, needed boolean, by text, address text, at timestamp with time zone) IS 'Sets the need of a role, or of `users`, which is everybody, for a second factor. A user who has the role and no factor is asked to set one up before anything else, also in sessions that are open. Raises DJ403 unless `by` is an administrator, DJ404, and DJ409 for everyone.';

CREATE FUNCTION djet.new_token() RETURNS text
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.new_token() IS 'Returns a secret of 256 bits from the system''s generator, as 43 characters that an address may contain.';

CREATE FUNCTION djet.node_turn() RETURNS trigger
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.node_turn() IS 'Trigger: makes every change of nodes wait for its turn, whichever way it comes.';

CREATE FUNCTION djet.normal_password(password text) RETURNS text
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION djet.normal_password(password text) IS 'Returns a password in its normal form: one accent typed in two ways is one, and a letter of full width is the letter. Raises DJ400 for one that is too long: the normal form of 1,000 characters, accents all of them, takes 25 ms.';

CREATE FUNCTION djet.one_node(id bigint) RETURNS djet.node
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.one_node(id bigint) IS 'Returns a node, locked until the transaction ends. Raises DJ404 if there is none.';

CREATE FUNCTION djet.password_cost() RETURNS integer
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION djet.password_cost() IS 'Returns the power of 2 of bcrypt''s rounds: 11 is about 0.1 s of work for us, and for whoever guesses. Passwords are brought to it when their users sign in.';

CREATE FUNCTION djet.password_hash(password text) RETURNS text
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.password_hash(password text) IS 'Returns the bcrypt hash of a password, under a salt of its own.';

CREATE FUNCTION djet.pgcrypto() RETURNS name
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.pgcrypto() IS 'Returns the schema in which pgcrypto is installed, so that nobody''s search path decides whose crypt() is called.';

CREATE FUNCTION djet.plant(seeds jsonb) RETURNS integer
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.plant(seeds jsonb) IS 'Writes a first tree, if there is none at all, and returns how many nodes that made. The seeds are a list of objects of path, basetype, title, position, inMenu, columns, access (rights by role) and redirect (to, status).';

CREATE FUNCTION djet.prove_code(user_id bigint, code text, at timestamp with time zone) RETURNS text
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.prove_code(user_id bigint, code text, at timestamp with time zone) IS 'Checks a code of somebody''s second factor, which is good once. Returns `code` for a one-time code, `recovery` for a recovery code, and null if it is wrong, was used before, or there is no second factor. To be called after begin_sign_in(what => ''code'') has committed.';

CREATE FUNCTION djet.prove_password(name text, password text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS boolean
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.prove_password(name text, password text, address text, at timestamp with time zone) IS 'Returns true if somebody who is signed in knows their password. To be called after begin_sign_in() has committed.';

CREATE FUNCTION djet.recovery_hash(user_id bigint, code text) RETURNS bytea
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION djet.recovery_hash(user_id bigint, code text) IS 'Returns the hash that is stored of a recovery code, which is given in lower case and without dashes. 80 random bits need no slowness.';

CREATE FUNCTION djet.remove_node(id bigint, branch boolean DEFAULT false, by text DEFAULT NULL::text, token bigint DEFAULT NULL::bigint) RETURNS integer
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.remove_node(id bigint, branch boolean, by text, token bigint) IS 'Removes a node, with `branch` also all nodes below it, and returns how many. Raises DJ403 if `by` does not manage all of them, DJ404, or DJ409 if there are nodes below it and `branch` is false, and for a node that the site needs.';

CREATE FUNCTION djet.remove_second_factor(name text, code text, session bigint DEFAULT NULL::bigint, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS boolean
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.remove_second_factor(name text, code text, session bigint, address text, at timestamp with time zone) IS 'Removes one''s own second factor for whoever has a code of it, and ends all other sessions. Returns false if the code is wrong. A user whose role needs one must set up another before anything else. To be called after prove_password(), and after begin_sign_in(what => ''code'') has committed. Raises DJ404.';

CREATE FUNCTION djet.require_role(name text) RETURNS void
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION djet.require_role(name text) IS 'Raises DJ404, which names the existing roles, unless this one exists; DJ409 for those that everybody has.';

CREATE FUNCTION djet.require_user(name text) RETURNS djet.users
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.require_user(name text) IS 'Returns a user, locked until the transaction ends. Raises DJ404 if there is none.';

CREATE FUNCTION djet.reset_second_factor(name text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.reset_second_factor(name text, by text, address text, at timestamp with time zone) IS 'Removes the second factor of somebody who has lost their device, and ends their sessions. Raises DJ403, also for one''s own, DJ404, and DJ409 if they have none.';

CREATE FUNCTION djet.revoke_role(name text, role text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.revoke_role(name text, role text, by text, address text, at timestamp with time zone) IS 'Takes a role from a user. Raises DJ403 as grant_role() does, DJ404, and DJ409 for the last administrator.';

CREATE FUNCTION djet.revoke_token(id bigint, name text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.revoke_token(id bigint, name text, by text, address text, at timestamp with time zone) IS 'Revokes an API token of a user. Raises DJ403 for a user who has more rights than `by`, DJ404 if they have no such token.';

CREATE FUNCTION djet.revoke_tokens(name text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS integer
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.revoke_tokens(name text, by text, address text, at timestamp with time zone) IS 'Revokes all API tokens of a user, and returns how many. Raises DJ403 and DJ404.';

CREATE FUNCTION djet.rights_among(rules jsonb, roles text[]) RETURNS text[]
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION djet.rights_among(rules jsonb, roles text[]) IS 'Returns the rights that some roles have together by the rules of a node.';

CREATE FUNCTION djet.rights_at(node bigint, name text, token bigint DEFAULT NULL::bigint) RETURNS text[]
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.rights_at(node bigint, name text, token bigint) IS 'Returns the rights of a user at a node, or of a program with an API token of theirs.';

CREATE FUNCTION djet.rights_through(token bigint, path text, rights text[]) RETURNS text[]
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.rights_through(token bigint, path text, rights text[]) IS 'Returns what is left of somebody''s rights at a path for a program with an API token of theirs; all of them without a token.';

CREATE FUNCTION djet.ring_rights() RETURNS trigger
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.ring_rights() IS 'Trigger: rings djet:rights when a change commits by which somebody may lose a right: the end of a session or a token, a change of roles or tenants, a disabled user, a second factor that is gone or newly needed.';

CREATE FUNCTION djet.ring_tree() RETURNS trigger
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.ring_tree() IS 'Trigger: rings djet:tree when the change commits.';

CREATE FUNCTION djet.roles_of(name text) RETURNS text[]
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.roles_of(name text) IS 'Returns the roles with which a user acts: those that were granted, users and everyone. A stranger, or a disabled user, has everyone alone.';

CREATE FUNCTION djet.rules_at(node bigint) RETURNS jsonb
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.rules_at(node bigint) IS 'Returns the rules in force at a node: for each role the rights of the nearest rule on the way up to the root, as an object.';

CREATE FUNCTION djet.rules_below(top bigint) RETURNS TABLE(node bigint, path text, rules jsonb)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.rules_below(top bigint) IS 'Returns the rules in force at each node of a branch, in the form of rules_at().';

CREATE FUNCTION djet.second_factor_of(name text, session bigint DEFAULT NULL::bigint) RETURNS TABLE(confirmed_at timestamp with time zone, secret text, recovery_codes integer)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.second_factor_of(name text, session bigint) IS 'Returns the second factor of a user: since when it counts; its secret as long as it does not, for the session in which it was begun; and how many recovery codes are left.';

CREATE FUNCTION djet.see_server(id bigint, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE sql;
COMMENT ON FUNCTION djet.see_server(id bigint, at timestamp with time zone) IS 'Notes that a web server still serves the site. It is called every minute; a server without it for three counts as gone.';

CREATE FUNCTION djet.see_session(id bigint, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE sql;
COMMENT ON FUNCTION djet.see_session(id bigint, at timestamp with time zone) IS 'Notes that a session is in use, at most once a minute, so that reads stay reads.';

CREATE FUNCTION djet.see_token(id bigint, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE sql;
COMMENT ON FUNCTION djet.see_token(id bigint, at timestamp with time zone) IS 'Notes that an API token is in use, at most once a minute, so that reads stay reads.';

CREATE FUNCTION djet.session_of(token text, at timestamp with time zone DEFAULT now()) RETURNS TABLE(session_id bigint, csrf text, is_stale boolean, id bigint, name text, full_name text, roles jsonb, awaits text, tenants text[], language text)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.session_of(token text, at timestamp with time zone) IS 'Returns the session of a token and its user; no row if it has ended, or its user is disabled. is_stale is true if it was last seen more than a minute ago: see_session() is due. As long as it awaits something, nobody is signed in: see awaited().';

CREATE FUNCTION djet.sessions_of(name text, at timestamp with time zone DEFAULT now()) RETURNS TABLE(id bigint, created_at timestamp with time zone, seen_at timestamp with time zone, expires_at timestamp with time zone, address text, agent text)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.sessions_of(name text, at timestamp with time zone) IS 'Returns the sessions of a user that have not ended and await no code, last used first.';

CREATE FUNCTION djet.set_access(node bigint, role text, rights text[], by text DEFAULT NULL::text, token bigint DEFAULT NULL::bigint) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.set_access(node bigint, role text, rights text[], by text, token bigint) IS 'Lets a role do this, and no more, at a node and below. Empty `rights` allow nothing; null takes the rule away, so that the next one above decides. Raises DJ400, DJ404, DJ403 if `by` would give rights that they do not have there, or to everyone without being an administrator, or DJ409 for taking the administrator''s rule from the root.';

CREATE FUNCTION djet.set_language(name text, language text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.set_language(name text, language text, by text, address text, at timestamp with time zone) IS 'Sets the language of a user''s pages, by its tag; null for that which their browser asks for. Raises DJ400 for a text that is no tag; DJ403 for a user who may more than `by`; DJ404.';

CREATE FUNCTION djet.set_tenants(name text, tenants text[], by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.set_tenants(name text, tenants text[], by text, address text, at timestamp with time zone) IS 'Confines a user to tenants, in place of those before; to none if there are none. Raises DJ400; DJ403 for a user who may more than `by`, and if `by` is confined; DJ404.';

CREATE FUNCTION djet.sign_in(name text, password text, address text DEFAULT NULL::text, agent text DEFAULT NULL::text, replaced text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS text
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.sign_in(name text, password text, address text, agent text, replaced text, at timestamp with time zone) IS 'Starts a session for whoever knows the password, and returns its token; the session `replaced` ends. Where a second factor is due, the session is nobody''s until that is proved, or set up. Returns null if the password is wrong, there is no such user, or they are disabled: neither the answer nor its time tells which, however many ask at a time. To be called after begin_sign_in() has committed.';

CREATE FUNCTION djet.sign_in_keys(name text, address text, at timestamp with time zone DEFAULT now(), what text DEFAULT 'account'::text) RETURNS text[]
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION djet.sign_in_keys(name text, address text, at timestamp with time zone, what text) IS 'Returns the keys under which an attempt to sign in is counted: first the account (apart for an address from which its user has signed in within 30 days), then the address. Passwords are counted as `account`, and one-time codes apart from them as `code`: knowing the password must not forgive guesses at the code.';

CREATE FUNCTION djet.sign_in_wait(keys text[], at timestamp with time zone) RETURNS integer
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.sign_in_wait(keys text[], at timestamp with time zone) IS 'Returns how many seconds these keys have to wait yet. It is volatile, so that it sees what has been committed meanwhile.';

CREATE FUNCTION djet.sign_in_with_code(token text, code text, address text DEFAULT NULL::text, agent text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS text
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.sign_in_with_code(token text, code text, address text, agent text, at timestamp with time zone) IS 'Ends a sign-in that awaits a code: starts the session proper, and returns its token. Returns null if the code is wrong, or was used before, or the token''s session does not await one. To be called after begin_sign_in(what => ''code'') has committed.';

CREATE FUNCTION djet.sign_out(token text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.sign_out(token text, address text, at timestamp with time zone) IS 'Ends the session of a token. Nothing happens if it is unknown or has ended already.';

CREATE FUNCTION djet.site_address(machine text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS text
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.site_address(machine text, at timestamp with time zone) IS 'Returns the address of the web server that was started last, as far as a machine can reach it: an address that only its own machine reaches is left out elsewhere. Null if there is none.';

CREATE FUNCTION djet.start_session(user_id bigint, address text, agent text, at timestamp with time zone, proved_at timestamp with time zone DEFAULT NULL::timestamp with time zone) RETURNS text
    LANGUAGE plpgsql;
COMMENT ON FUNCTION djet.start_session(user_id bigint, address text, agent text, at timestamp with time zone, proved_at timestamp with time zone) IS 'Starts a session and returns its token, of which only the hash is kept. It lasts for 14 days, or 15 minutes while it lacks a one-time code.';

CREATE FUNCTION djet.tenants_of(name text) RETURNS text[]
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.tenants_of(name text) IS 'Returns the tenants to which a user is confined; none for a user who is confined to none, a stranger and a command.';

CREATE FUNCTION djet.token_hash(token text) RETURNS bytea
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION djet.token_hash(token text) IS 'Returns the hash that is stored of a token. It needs no salt and no slowness: 256 random bits cannot be guessed.';

CREATE FUNCTION djet.token_rests(token text, at timestamp with time zone DEFAULT now()) RETURNS boolean
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.token_rests(token text, at timestamp with time zone) IS 'Returns true if an API token would be good but for the second factor that a role of its user needs, and that they have yet to set up.';

CREATE FUNCTION djet.tokens_of(name text, at timestamp with time zone DEFAULT now()) RETURNS TABLE(id bigint, purpose text, rights jsonb, below text, created_at timestamp with time zone, expires_at timestamp with time zone, used_at timestamp with time zone)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.tokens_of(name text, at timestamp with time zone) IS 'Returns the API tokens of a user that are good, newest first, without their secrets.';

CREATE FUNCTION djet.totp(secret bytea, step bigint, digits integer DEFAULT 6) RETURNS text
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION djet.totp(secret bytea, step bigint, digits integer) IS 'Returns the one-time code of a secret in a step, which is a half minute counted from 1970 (RFC 6238, by HMAC-SHA-1, which all devices know). Raises DJ400 unless it has 6 to 8 digits.';

CREATE FUNCTION djet.totp_step(secret bytea, code text, at timestamp with time zone, after bigint DEFAULT NULL::bigint) RETURNS bigint
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.totp_step(secret bytea, code text, at timestamp with time zone, after bigint) IS 'Returns the step of a one-time code: the present one, or one before or behind it, since clocks differ; only one later than `after`. Null if it is no code of now.';

CREATE FUNCTION djet.unmasked(password text, one text) RETURNS text
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION djet.unmasked(password text, one text) IS 'Returns a password, in lower case, with the letters for which people put digits and signs; 1 becomes `one`, an i or an l.';

CREATE FUNCTION djet.use_approval(token text, at timestamp with time zone DEFAULT now()) RETURNS TABLE(ticket text, signal text, question text, whom text, expires_at timestamp with time zone)
    LANGUAGE sql;
COMMENT ON FUNCTION djet.use_approval(token text, at timestamp with time zone) IS 'Uses a token up, and returns its approval; no row if it is not good, or no longer. Of two at once one waits for the other, and gets no row if that one commits.';

CREATE FUNCTION djet.user_page(search text DEFAULT NULL::text, after text DEFAULT NULL::text, up_to integer DEFAULT 100) RETURNS SETOF djet.all_users
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION djet.user_page(search text, after text, up_to integer) IS 'Returns users in the order of their names, behind the name `after`: those with `search` in one of their names. Raises DJ400 if `up_to` is negative.';

CREATE FUNCTION djet.visitors(sessions bigint[], tokens bigint[], at timestamp with time zone DEFAULT now()) RETURNS TABLE(session_id bigint, token_id bigint, ends_at timestamp with time zone, roles jsonb, tenants text[])
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION djet.visitors(sessions bigint[], tokens bigint[], at timestamp with time zone) IS 'Returns those of these sessions and API tokens that are still good, each with its end if nothing happens, its roles and the tenants to which its user is confined. Those that await a second factor are left out.';

CREATE FUNCTION jobmachine.add_chunk(file bigint, number integer, bytes bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.add_chunk(file bigint, number integer, bytes bytea) IS 'Adds bytes, 1 MiB at most, to a file that begin_file began. number counts from 0. Raises DJ400 for a number
below 0, DJ404 if the file is complete or gone, DJ403 if another login began it, and DJ409 if it has a chunk
of this number.';

CREATE FUNCTION jobmachine.add_counts("group" bigint, jobs numeric, nested numeric, finished numeric, failed numeric, cancelled numeric, failures bigint[]) RETURNS boolean
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.add_counts("group" bigint, jobs numeric, nested numeric, finished numeric, failed numeric, cancelled numeric, failures bigint[]) IS 'Adds to the counts of a group, and returns true if it has not ended. nested: those of the jobs that are of
groups within it. Used by settle_groups and end_group.';

CREATE FUNCTION jobmachine.add_schedule(name text, rule text, kind text, arguments jsonb DEFAULT '{}'::jsonb, zone text DEFAULT 'UTC'::text, queue text DEFAULT 'default'::text, priority integer DEFAULT 4, missed text DEFAULT 'last'::text, overlap text DEFAULT 'skip'::text, "user" text DEFAULT NULL::text, locale text DEFAULT NULL::text, by_whom text DEFAULT NULL::text, unique_rule jsonb DEFAULT NULL::jsonb, terms jsonb DEFAULT NULL::jsonb, tenant text DEFAULT NULL::text, limit_key text DEFAULT NULL::text) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.add_schedule(name text, rule text, kind text, arguments jsonb, zone text, queue text, priority integer, missed text, overlap text, "user" text, locale text, by_whom text, unique_rule jsonb, terms jsonb, tenant text, limit_key text) IS 'Adds a schedule by hand, and returns its next due time. rule: five or six fields of cron, a macro such as
@daily, or @every 10 minutes. missed: what becomes of due times at which no worker was there; last makes one
job for the last of them, all makes one for each, none makes none. overlap: what becomes of a due time while
the job before is live; skip makes no job, allow makes one. user and locale: on whose behalf its jobs run, and
in which locale. by_whom: the person who adds it. unique_rule: the rule of unique jobs, such as {"while":
"live", "otherwise": "keep"}. terms: an object of timeout (the longest time of an attempt), attempts, expires
(the time after the due time by which a job must have begun), tags and note. Times are seconds, such as 90, or
texts, such as "90s", "10m", "12h", "7d" or "1 hour 30 minutes". tenant: on whose behalf its jobs run, besides
the user. limit_key: the argument whose value is the key of its jobs in queues with keys, in place of the
queue''s. Raises DJ409 if there is one of this name, and DJ400 for values that no schedule can have.';

CREATE TABLE jobmachine.job (
    id bigint NOT NULL,
    "position" bigint,
    run_at timestamp with time zone DEFAULT now() NOT NULL,
    offloaded_at timestamp with time zone DEFAULT now() NOT NULL,
    claimed_at timestamp with time zone,
    worker integer,
    attempt integer DEFAULT 0 NOT NULL,
    attempt_limit integer DEFAULT 5 NOT NULL,
    waiting_for integer DEFAULT 0 NOT NULL,
    priority smallint DEFAULT 4 NOT NULL,
    cancel_requested boolean DEFAULT false NOT NULL,
    queue text DEFAULT 'default'::text NOT NULL,
    kind text NOT NULL,
    arguments jsonb DEFAULT '{}'::jsonb NOT NULL,
    environment jsonb DEFAULT '{}'::jsonb NOT NULL,
    progress jsonb,
    error jsonb,
    limit_is_given boolean DEFAULT true NOT NULL,
    limit_key text COLLATE pg_catalog."C",
    CONSTRAINT job_attempt_counts_up CHECK (((attempt >= 0) AND (attempt_limit >= 1))),
    CONSTRAINT job_comes_up_some_day CHECK ((isfinite(run_at) AND isfinite(offloaded_at) AND isfinite(claimed_at))),
    CONSTRAINT job_has_a_worker_when_claimed CHECK (((worker IS NULL) = (claimed_at IS NULL))),
    CONSTRAINT job_is_in_line_when_claimed CHECK (((worker IS NULL) OR ("position" IS NOT NULL))),
    CONSTRAINT job_kind_is_a_name CHECK (((kind ~ '^[a-z][a-z0-9_.-]*$'::text) AND (length(kind) <= 120))),
    CONSTRAINT job_priority_is_one_of_ten CHECK (((priority >= 0) AND (priority <= 9))),
    CONSTRAINT job_queue_is_a_name CHECK (((queue ~ '^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*$'::text) AND (length(queue) <= 30))),
    CONSTRAINT job_waits_for_some CHECK ((waiting_for >= 0)),
    CONSTRAINT job_waits_out_of_line CHECK (((waiting_for = 0) OR ("position" IS NULL)))
)
WITH (fillfactor='80', autovacuum_vacuum_scale_factor='0.01', autovacuum_vacuum_threshold='1000');
COMMENT ON TABLE jobmachine.job IS 'The jobs that may still run. A job leaves this table when it ends.';
COMMENT ON COLUMN jobmachine.job.id IS 'The number of its ticket: queue.id.';
COMMENT ON COLUMN jobmachine.job."position" IS 'Its place in the line, from the ids'' sequence: a new one each time it joins. Null while it is scheduled or waits for others.';
COMMENT ON COLUMN jobmachine.job.run_at IS 'The time before which it does not run.';
COMMENT ON COLUMN jobmachine.job.offloaded_at IS 'The time when it was offloaded.';
COMMENT ON COLUMN jobmachine.job.claimed_at IS 'The time when its worker claimed it; null if none has.';
COMMENT ON COLUMN jobmachine.job.worker IS 'The worker that runs it; null if none does. With attempt, the fence: a report of anybody else is refused.';
COMMENT ON COLUMN jobmachine.job.attempt IS 'The number of times that it has been claimed.';
COMMENT ON COLUMN jobmachine.job.attempt_limit IS 'A failure of this attempt or a later one is final. It grows with each snooze, which does not count, and with each retry.';
COMMENT ON COLUMN jobmachine.job.waiting_for IS 'The number of jobs that it still waits for; see dependency.';
COMMENT ON COLUMN jobmachine.job.priority IS '0 goes first, 9 last.';
COMMENT ON COLUMN jobmachine.job.cancel_requested IS 'Not used since 0014: see cancellation.';
COMMENT ON COLUMN jobmachine.job.queue IS 'The line it stands in.';
COMMENT ON COLUMN jobmachine.job.kind IS 'The name of the handler that it needs: for a model function, the function''s name.';
COMMENT ON COLUMN jobmachine.job.arguments IS 'The value that the handler gets: for a model function, the function itself.';
COMMENT ON COLUMN jobmachine.job.environment IS 'The user and the tenant on whose behalf it runs, the user''s locale, the offloader''s trace; what its offload said of it: timeout, expires, tags, note, unique and group; the schedule that made it; the outcome of the group after which it runs. If it was retried or snoozed: attempts, how many it had at first.';
COMMENT ON COLUMN jobmachine.job.progress IS 'The progress: done, of and note; null if none was reported.';
COMMENT ON COLUMN jobmachine.job.error IS 'The error with which its last attempt failed.';
COMMENT ON COLUMN jobmachine.job.limit_is_given IS 'True if its number of attempts was given by whoever offloaded it. If not, its handler''s number counts from its first failure on.';
COMMENT ON COLUMN jobmachine.job.limit_key IS 'Its key in a queue with keys, empty if it has none; null in other queues.';

CREATE FUNCTION jobmachine.admit(entry jobmachine.job) RETURNS jobmachine.job
    LANGUAGE plpgsql
    SET lock_timeout TO '2s';
COMMENT ON FUNCTION jobmachine.admit(entry jobmachine.job) IS 'Returns a unique job that may be inserted, since it took its key. Returns null, so that it is not inserted,
if another job has the key, and gives that one its values if the rule says so and it has not begun. Raises
unique_violation if the rule says refuse. Used by check_shape.';

CREATE FUNCTION jobmachine.are_names(names text[]) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.are_names(names text[]) IS 'Returns true if all of these are names of queues, a thousand at most.';

CREATE FUNCTION jobmachine.are_queues(names text[]) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.are_queues(names text[]) IS 'Returns true if all of these are names of queues, at least one and at most a hundred: then channels can be named after them.';

CREATE FUNCTION jobmachine.arguments_limit() RETURNS integer
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.arguments_limit() IS 'Returns the limit on a job''s arguments, in bytes of their text. Workers receive the text, and a number of
few stored bytes may have many digits.';

CREATE FUNCTION jobmachine.assert_held(worker integer, id bigint, attempt integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.assert_held(worker integer, id bigint, attempt integer) IS 'Keeps a job with its worker until the end of the transaction, which does something for the job. Raises
DJF01, so that the transaction cannot commit, if the job is no longer this worker''s in this attempt. It comes
last: while it holds, the job cannot be rescued from a frozen worker.';

CREATE FUNCTION jobmachine.await_end(key_class integer, key_number integer, session integer, login oid, patience interval, OUT has_ended boolean, OUT waited interval) RETURNS record
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.await_end(key_class integer, key_number integer, session integer, login oid, patience interval, OUT has_ended boolean, OUT waited interval) IS 'Waits for the end of a session that is a worker''s life, at most as long as the patience. Returns true in
has_ended if it ended, and in waited how long that took. It costs nothing meanwhile, and touches no table.
After a standstill of the server, which looks like a jump of its clock, it waits three seconds more, so that
no worker that is about to come back is struck off.';

CREATE FUNCTION jobmachine.await_signal(worker integer, id bigint, attempt integer, name text, within interval) RETURNS TABLE(value text, ends_at timestamp with time zone, is_over boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.await_signal(worker integer, id bigint, attempt integer, name text, within interval) IS 'Returns the value of a signal that a running job asks for; if it has not come, the time at which the wait
is over, and whether it is. That time is set when the job asks first, and stays through all attempts; once it
is told that the wait is over, the signal comes too late. Raises DJ400 for a text that is not a signal''s
name, and DJF01 if the job is no longer this worker''s in this attempt.';

CREATE FUNCTION jobmachine.beat(worker integer, retention interval DEFAULT '14 days'::interval, finished interval DEFAULT NULL::interval, error interval DEFAULT NULL::interval, cancelled interval DEFAULT NULL::interval) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '2s';
COMMENT ON FUNCTION jobmachine.beat(worker integer, retention interval, finished interval, error interval, cancelled interval) IS 'Does a worker''s chores, once a minute: notes its sign of life, keeps the days of the history, rescues the
jobs of workers that died unwatched, frees jobs whose needs ended unseen, repeats requests to cancel, gives
their keys to jobs that lack them, and removes old jobs, files, steps and abandoned uploads. A chore that
fails is a warning, and stops no other. retention: how long ended jobs are kept, a day at least; null is for
ever. finished, error and cancelled: how long those of that status are; null is as long as the others. Returns
true if there is work in its queues, for which it should have been rung. Raises DJW01 if the worker is not
registered.';

CREATE FUNCTION jobmachine.begin_file(name text, mime_type text, owner text DEFAULT NULL::text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.begin_file(name text, mime_type text, owner text) IS 'Begins a file whose chunks may come in transactions of their own, and returns its number. Nobody sees it
before finish_file, and no other login may add to it. Raises DJ400 for a name, a type or an owner that no file
has.';

CREATE FUNCTION jobmachine.bloated_tables(patience interval DEFAULT '00:10:00'::interval) RETURNS TABLE(subject text, since timestamp with time zone, words jsonb)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.bloated_tables(patience interval) IS 'Returns the tables of the queue with more than 50,000 dead rows, and more than a fifth of the live ones,
that were not vacuumed within the patience. See dead_workers for the columns.';

CREATE FUNCTION jobmachine.bounds() RETURNS double precision[]
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.bounds() IS 'Returns the bounds, in seconds, by which the spread sorts times: bucket n has the times above the first n.
The spread is made of them: they must never change.';

CREATE FUNCTION jobmachine.branch_of(queue text) RETURNS text[]
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.branch_of(queue text) IS 'Returns the queues whose pauses and limits hold for a queue: those above it, the topmost first, and itself.';

CREATE FUNCTION jobmachine.bring_back(ids bigint[], are_lost boolean) RETURNS SETOF bigint
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET jit TO 'off';
COMMENT ON FUNCTION jobmachine.bring_back(ids bigint[], are_lost boolean) IS 'Brings jobs that failed or were cancelled back from the history, with as many attempts as they had at
first, to wait for the jobs that they still need. If they are lost, it brings back only those that ended
because others did, and none before its time. Returns their ids. Used by retry and revive.';

CREATE FUNCTION jobmachine.bucket(queue text, kind text, status jobmachine.status) RETURNS integer
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.bucket(queue text, kind text, status jobmachine.status) IS 'Returns the bucket of an ended job: jobs of one queue, kind and status share it. Indexes are made of it: it must never change.';

CREATE FUNCTION jobmachine.buckets_of_day(part text, filter jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.buckets_of_day(part text, filter jsonb) IS 'Returns the statement that finds the buckets of jobs (see bucket) that ended on one day, and their workers,
as far as a filter matches them. It skips from one to the next, so that it does not matter how many jobs there
are of each. For a user''s jobs it finds the buckets alone. Used by ended_keys.';

CREATE FUNCTION jobmachine.can_begin(queue text) RETURNS boolean
    LANGUAGE plpgsql
    SET jit TO 'off';
COMMENT ON FUNCTION jobmachine.can_begin(queue text) IS 'Returns true if no pause and no limit keeps the jobs that wait in a queue from beginning now. Used by next_token.';

CREATE FUNCTION jobmachine.cancel(id bigint, patience interval DEFAULT NULL::interval) RETURNS jobmachine.status
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION jobmachine.cancel(id bigint, patience interval) IS 'Cancels a job that does not run yet, or asks the worker of one that runs to stop it. Returns cancelled, or
processing if the worker has been asked, or the status with which the job had ended before. Null if there is
no such job. A request to a worker locks nothing that the job needs to go on or to end. Raises DJ503 if
somebody else keeps the job locked for longer than the patience, which is 10 seconds unless a shorter one is
given.';

CREATE FUNCTION jobmachine.cancel_group("group" bigint, after bigint DEFAULT 0, amount integer DEFAULT 1000, tenants text[] DEFAULT NULL::text[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.cancel_group("group" bigint, after bigint, amount integer, tenants text[]) IS 'Cancels the live jobs of a group and of the groups within it, from behind one, so many at most. Returns the
last of them, from which to go on; null when there are no more. The job after the group is not cancelled: it
runs when all have ended. Groups that their jobs make meanwhile are left. tenants: only jobs of these; null
for all.';

CREATE FUNCTION jobmachine.cancel_many(ids bigint[]) RETURNS TABLE(id bigint, status jobmachine.status)
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.cancel_many(ids bigint[]) IS 'Cancels jobs, and returns the status of each, as cancel does; null, with a warning, if that failed. It
waits 10 seconds for the first one that somebody else keeps locked, and a hundredth of one for each further.
Raises DJ400 for more than 10,000 ids.';

CREATE FUNCTION jobmachine.cancelled_of(worker integer, ids bigint[]) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.cancelled_of(worker integer, ids bigint[]) IS 'Returns the ids of those of a worker''s jobs, among these, that somebody wants cancelled.';

CREATE FUNCTION jobmachine.change_schedule(name text, changes jsonb, by_whom text DEFAULT NULL::text) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.change_schedule(name text, changes jsonb, by_whom text) IS 'Changes a schedule by hand, and returns its next due time. changes: an object with the new values of rule,
zone, kind, arguments, queue, priority, missed, overlap, user, tenant, locale, unique (the unique_rule),
limitKey (the limit_key) and terms, each as in add_schedule. null takes one of the last six away, and within
terms a term; those that terms does not name stay.
Times are seconds, such as 90, or texts, such as "90s", "10m", "12h", "7d" or "1 hour 30 minutes". From then
on its part''s declaration changes nothing. Raises DJ404 if there is none of this name, and DJ400 for values
that no schedule can have.';

CREATE FUNCTION jobmachine.check_arguments(arguments jsonb) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.check_arguments(arguments jsonb) IS 'Raises DJ400 for arguments that are longer than a worker can take, or whose numbers have digits out of
proportion. No shorter text than 64 kB needs this check. Used by offload, offload_each, offload_many and
check_schedule.';

CREATE FUNCTION jobmachine.check_inputs(job bigint) RETURNS void
    LANGUAGE plpgsql STABLE
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION jobmachine.check_inputs(job bigint) IS 'Raises DJ409 if a file that a failed or cancelled job was given is no longer stored: a retry could only
fail again. Used by retry.';

CREATE FUNCTION jobmachine.check_job(queue text, kind text, priority integer, run_at timestamp with time zone, attempt_limit integer) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.check_job(queue text, kind text, priority integer, run_at timestamp with time zone, attempt_limit integer) IS 'Raises the table''s check_violation, in words, for values that no job can have. The table''s own message
would show the row, and with it the arguments, to clients and in the log. Used by offload, offload_each and
offload_many.';

CREATE FUNCTION jobmachine.check_limit(queue text, running integer, key text, key_running integer, key_rate text, by_whom text) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.check_limit(queue text, running integer, key text, key_running integer, key_rate text, by_whom text) IS 'Raises DJ400, with the reason, for values that no limit can have. Used by set_limit.';

CREATE FUNCTION jobmachine.check_queue(queue text) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.check_queue(queue text) IS 'Raises DJ400 if it cannot be the name of a queue. Names become channels, which others ring. Used by pause,
check_limit and check_worker.';

CREATE FUNCTION jobmachine.check_reply(what text, value jsonb) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.check_reply(what text, value jsonb) IS 'Raises program_limit_exceeded for a reply, or a step''s value, that is too long, or whose numbers have
digits out of proportion. No shorter text than 64 kB needs this check. Used by reply, reply_or_raise and
keep_step.';

CREATE TABLE jobmachine.schedule (
    next_at timestamp with time zone,
    last_at timestamp with time zone,
    last_job bigint,
    skipped_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_at timestamp with time zone,
    paused_at timestamp with time zone,
    retired_at timestamp with time zone,
    priority smallint NOT NULL,
    name text NOT NULL,
    rule text NOT NULL,
    zone text NOT NULL,
    kind text NOT NULL,
    queue text NOT NULL,
    missed text NOT NULL,
    overlap text NOT NULL,
    part text,
    changed_by text,
    paused_by text,
    paused_why text,
    arguments jsonb NOT NULL,
    environment jsonb NOT NULL,
    declared jsonb,
    CONSTRAINT schedule_comes_up CHECK (((next_at IS NOT NULL) OR (paused_at IS NOT NULL) OR (retired_at IS NOT NULL))),
    CONSTRAINT schedule_missed_is_known CHECK ((missed = ANY (ARRAY['last'::text, 'all'::text, 'none'::text]))),
    CONSTRAINT schedule_name_is_a_name CHECK (((length(name) <= 60) AND (name ~ '^[a-z][a-z0-9_.-]*$'::text))),
    CONSTRAINT schedule_overlap_is_known CHECK ((overlap = ANY (ARRAY['skip'::text, 'allow'::text]))),
    CONSTRAINT schedule_persons_are_short CHECK (((length(changed_by) <= 200) AND (length(paused_by) <= 200))),
    CONSTRAINT schedule_reason_is_short CHECK ((octet_length(paused_why) <= 8192))
);
COMMENT ON TABLE jobmachine.schedule IS 'Jobs that come again and again. Whichever worker of its queue looks first fires a due schedule, in the statement that inserts the job.';
COMMENT ON COLUMN jobmachine.schedule.next_at IS 'The next due time; null while it is paused or retired and has none.';
COMMENT ON COLUMN jobmachine.schedule.last_at IS 'The due time of its last job.';
COMMENT ON COLUMN jobmachine.schedule.last_job IS 'Its last job.';
COMMENT ON COLUMN jobmachine.schedule.skipped_at IS 'The last due time that made no job, since the job before was live or nobody was there in time.';
COMMENT ON COLUMN jobmachine.schedule.created_at IS 'The time when it was added or first declared.';
COMMENT ON COLUMN jobmachine.schedule.changed_at IS 'The time when a person last changed it by hand. It then keeps what the person chose.';
COMMENT ON COLUMN jobmachine.schedule.paused_at IS 'The time since when it makes no jobs.';
COMMENT ON COLUMN jobmachine.schedule.retired_at IS 'The time when its part no longer declared it.';
COMMENT ON COLUMN jobmachine.schedule.priority IS 'The priority of its jobs.';
COMMENT ON COLUMN jobmachine.schedule.name IS 'The name, by which people and parts know it.';
COMMENT ON COLUMN jobmachine.schedule.rule IS 'Five or six fields of cron, a macro such as @daily, or @every with an interval.';
COMMENT ON COLUMN jobmachine.schedule.zone IS 'The time zone of the rule.';
COMMENT ON COLUMN jobmachine.schedule.kind IS 'The kind of its jobs.';
COMMENT ON COLUMN jobmachine.schedule.queue IS 'The queue that its jobs join.';
COMMENT ON COLUMN jobmachine.schedule.missed IS 'The rule for due times at which no worker was there: last makes one job for the last of them, all makes one for each, none makes none.';
COMMENT ON COLUMN jobmachine.schedule.overlap IS 'The rule for a due time while the job before is live: skip makes no job, allow makes one.';
COMMENT ON COLUMN jobmachine.schedule.part IS 'The part of the program that declares it; null if it was made by hand.';
COMMENT ON COLUMN jobmachine.schedule.changed_by IS 'The person who changed it.';
COMMENT ON COLUMN jobmachine.schedule.paused_by IS 'The person who paused it; null if it paused itself.';
COMMENT ON COLUMN jobmachine.schedule.paused_why IS 'The reason for the pause.';
COMMENT ON COLUMN jobmachine.schedule.arguments IS 'The arguments of its jobs.';
COMMENT ON COLUMN jobmachine.schedule.environment IS 'The environment of its jobs: the user and the tenant on whose behalf they run, the user''s locale, the rule by which they are unique, the argument that is their limit key, and their terms. The term attempts is their number of attempts; expires is the seconds after the due time by which a job must have begun.';
COMMENT ON COLUMN jobmachine.schedule.declared IS 'The declaration of its part.';

CREATE FUNCTION jobmachine.check_schedule(entry jobmachine.schedule) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.check_schedule(entry jobmachine.schedule) IS 'Raises DJ400, or check_violation for what no job can have, for values that no schedule can have. Used by
keep_schedule.';

CREATE FUNCTION jobmachine.check_shape() RETURNS trigger
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.check_shape() IS 'Refuses a job whose environment or progress has not the shape that workers and pages read, or whose
environment is longer than 64 kB or has a key that nothing reads. Leaves out a unique job whose key another
one has.';

CREATE FUNCTION jobmachine.check_signal(name text) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.check_signal(name text) IS 'Raises DJ400 for a text that is not a signal''s name. Used by signal and await_signal.';

CREATE FUNCTION jobmachine.check_terms(environment jsonb) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.check_terms(environment jsonb) IS 'Raises check_violation, in words, for a timeout, an expiry, tags, a tenant, a limitKey or a note that no
job can have. Used by check_shape and check_schedule.';

CREATE FUNCTION jobmachine.check_unique(rule jsonb) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.check_unique(rule jsonb) IS 'Raises check_violation, in words, for a rule that no unique job can have. Used by
admit and check_schedule.';

CREATE FUNCTION jobmachine.check_worker(host text, queues text[], slots integer, lease interval, pid integer) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.check_worker(host text, queues text[], slots integer, lease interval, pid integer) IS 'Raises DJ400, with the reason, for values that no worker can have. Names become channels, which others
ring. Used by register.';

CREATE FUNCTION jobmachine.choose(queue text, amount integer, floors bigint[]) RETURNS bigint[]
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET lock_timeout TO '500ms'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off';
COMMENT ON FUNCTION jobmachine.choose(queue text, amount integer, floors bigint[]) IS 'Locks and returns up to amount jobs of a queue with limits, as many as may begin now, and counts them.
Raises lock_not_available if somebody else keeps a limit locked for half a second. Used by claim.';

CREATE TABLE jobmachine.queue_limit (
    set_at timestamp with time zone DEFAULT now() NOT NULL,
    running integer,
    key_running integer,
    queue text NOT NULL,
    key text,
    set_by text,
    rate jobmachine.rate,
    key_rate jobmachine.rate,
    CONSTRAINT queue_limit_has_a_key CHECK (((key IS NOT NULL) OR ((key_running IS NULL) AND (key_rate IS NULL)))),
    CONSTRAINT queue_limit_key_check CHECK (((key = ':tenant'::text) OR (key ~ '^[A-Za-z_][A-Za-z0-9_.]{0,99}$'::text))),
    CONSTRAINT queue_limit_key_running_check CHECK ((key_running >= 1)),
    CONSTRAINT queue_limit_queue_check CHECK (jobmachine.are_queues(ARRAY[queue])),
    CONSTRAINT queue_limit_running_check CHECK ((running >= 1)),
    CONSTRAINT queue_limit_set_by_check CHECK ((length(set_by) <= 200))
);
COMMENT ON TABLE jobmachine.queue_limit IS 'The limits of queues, each of which holds for all queues below its own together. Only claims and offloads read it.';
COMMENT ON COLUMN jobmachine.queue_limit.set_at IS 'The time when somebody set the limits.';
COMMENT ON COLUMN jobmachine.queue_limit.running IS 'The most jobs that run at once; null for any number.';
COMMENT ON COLUMN jobmachine.queue_limit.key_running IS 'The most jobs of one key that run at once; null for any number.';
COMMENT ON COLUMN jobmachine.queue_limit.queue IS 'The queue.';
COMMENT ON COLUMN jobmachine.queue_limit.key IS 'The argument whose value is the key of a job, such as customer or order.customer, unless the job''s function names another; or :tenant, the job''s tenant. Keys take turns. Null for a queue without keys.';
COMMENT ON COLUMN jobmachine.queue_limit.set_by IS 'The user who set the limits.';
COMMENT ON COLUMN jobmachine.queue_limit.rate IS 'The rate at which jobs may begin; null for any.';
COMMENT ON COLUMN jobmachine.queue_limit.key_rate IS 'The rate at which jobs of one key may begin; null for any.';

CREATE FUNCTION jobmachine.choose_by_key(queue text, rule jobmachine.queue_limit, turn text, amount integer, running_keys text[], INOUT walks jsonb, OUT chosen bigint[]) RETURNS record
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.choose_by_key(queue text, rule jobmachine.queue_limit, turn text, amount integer, running_keys text[], INOUT walks jsonb, OUT chosen bigint[]) IS 'Locks and returns up to amount jobs of a queue with keys, the lowest priority number first. In it the keys
take turns: none waits longer because another one has more jobs. turn: the key that had its turn last;
running_keys: the key of each job that runs; walks: those of queue_use. Used by choose.';

CREATE FUNCTION jobmachine.choose_in_line(queue text, amount integer, floors bigint[]) RETURNS bigint[]
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off';
COMMENT ON FUNCTION jobmachine.choose_in_line(queue text, amount integer, floors bigint[]) IS 'Locks and returns up to amount jobs of a queue without keys, the lowest priority number first, then by
position. Used by choose.';

CREATE FUNCTION jobmachine.choose_of_keys(queue text, priority smallint, rule jobmachine.queue_limit, keys text[], amount integer, running_keys text[], chosen bigint[]) RETURNS TABLE(jobs bigint[], job_keys text[])
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_nestloop TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_sort TO 'off';
COMMENT ON FUNCTION jobmachine.choose_of_keys(queue text, priority smallint, rule jobmachine.queue_limit, keys text[], amount integer, running_keys text[], chosen bigint[]) IS 'Locks and returns up to amount jobs of these keys, which share the room, each as far as its limits allow,
and the key of each. running_keys: the keys of the jobs that run, or are chosen already; chosen: the latter.
Used by choose_by_key.';

CREATE TABLE jobmachine.chore (
    next_at timestamp with time zone,
    started_at timestamp with time zone,
    free_at timestamp with time zone,
    run bigint DEFAULT 0 NOT NULL,
    worker integer,
    every interval NOT NULL,
    time_limit interval,
    took interval,
    name text NOT NULL,
    part text,
    error text,
    CONSTRAINT chore_error_is_short CHECK ((octet_length(error) <= 8192)),
    CONSTRAINT chore_has_a_time_or_is_djets CHECK (((next_at IS NOT NULL) OR (part IS NULL))),
    CONSTRAINT chore_name_is_a_name CHECK (((length(name) <= 60) AND (name ~ '^[a-z][a-z0-9_.-]*$'::text)))
);
COMMENT ON TABLE jobmachine.chore IS 'The housekeeping. That of a part is run by one worker at a time: whichever claims it first when it is due. Djet''s own goes with each beat of each worker.';
COMMENT ON COLUMN jobmachine.chore.next_at IS 'The time at which it is due next. Djet''s own go with the next beat of any worker, and when a worker starts, if they are due.';
COMMENT ON COLUMN jobmachine.chore.started_at IS 'The time when its last run began.';
COMMENT ON COLUMN jobmachine.chore.free_at IS 'The time at which another worker may run it, though the one that claimed it has not reported its end.';
COMMENT ON COLUMN jobmachine.chore.run IS 'The number of its last run: a late report of an earlier one is refused.';
COMMENT ON COLUMN jobmachine.chore.worker IS 'The worker that runs it; null if none does.';
COMMENT ON COLUMN jobmachine.chore.every IS 'The time from the beginning of a run to that of the next.';
COMMENT ON COLUMN jobmachine.chore.time_limit IS 'The longest time of a run; null for Djet''s own.';
COMMENT ON COLUMN jobmachine.chore.took IS 'The time that its last run took, from its beginning to its end.';
COMMENT ON COLUMN jobmachine.chore.name IS 'The name.';
COMMENT ON COLUMN jobmachine.chore.part IS 'The part of the program that declares it; null for Djet''s own.';
COMMENT ON COLUMN jobmachine.chore.error IS 'The error of its last run; null if it went well.';

CREATE FUNCTION jobmachine.chore_due(chore jobmachine.chore) RETURNS timestamp with time zone
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.chore_due(chore jobmachine.chore) IS 'Returns the time at which a chore can be claimed: when it is due next, or when the worker that runs it must
have reported its end. A worker that was struck off does not run it any more. Used by claim_chores and
next_chore.';

CREATE FUNCTION jobmachine.claim(queue text, worker integer, amount integer, floors bigint[] DEFAULT '{}'::bigint[]) RETURNS TABLE(id bigint, "position" bigint, attempt integer, attempt_limit integer, priority smallint, kind text, arguments text, environment text, limit_is_given boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off';
COMMENT ON FUNCTION jobmachine.claim(queue text, worker integer, amount integer, floors bigint[]) IS 'Gives up to amount jobs of a queue to a worker, lowest priority number first, then by position. floors[p +
1] is the position in priority p below which the worker has seen every job taken: index entries of jobs long
gone are not walked again. Without floors it is a full look, which also finds jobs whose transactions
committed late. A claim ends with the job by which its arguments and environments reach 8 MiB of text. A
paused queue gives none, nor does one below it; a queue with limits gives as many as they allow. Raises DJW01
if the worker is not registered, and lock_not_available if somebody else keeps a limit of the queue locked for
half a second.';

CREATE FUNCTION jobmachine.claim_chores(worker integer, names text[]) RETURNS TABLE(name text, run bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.claim_chores(worker integer, names text[]) IS 'Gives a worker those of these chores that are due and that no other one runs, and returns each with the
number of its run. Raises DJW01 if the worker is not registered.';

CREATE FUNCTION jobmachine.conditions(filter jsonb, is_live boolean) RETURNS text
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.conditions(filter jsonb, is_live boolean) IS 'Returns a filter as the conditions of a statement on jobs, called j there. A filter is an object of queue,
kind, status, worker, user (who offloaded the job), tenant, tenants (an array: the tenant is one of them),
tag, group, since and until (when it ended or, if it is live, was offloaded), and words (within the first
65,536 characters of the arguments, in upper or lower case). Its order, oldest for the oldest first, is not
one of them. A missing key matches all jobs. Raises DJ400 if the words have more than 200 characters. Used by
live_keys and ended_keys.';

CREATE FUNCTION jobmachine.counting_bytes(source text, ordering text) RETURNS text
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.counting_bytes(source text, ordering text) IS 'Returns a statement on jobs with a column before: the bytes of the arguments ahead of each job. They are
counted as stored, which takes no reading; compressed ones count 90 times, the most that compression saves. So
a search for words reads no more than it has time for. Used by live_keys and ended_keys.';

CREATE FUNCTION jobmachine.cron_field(field text, called text, lowest integer, highest integer, names text[] DEFAULT '{}'::text[]) RETURNS integer[]
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.cron_field(field text, called text, lowest integer, highest integer, names text[]) IS 'Returns the numbers that a field of a rule admits, sorted. Raises DJ400 for a field that it does not
understand. Used by parse_cron.';

CREATE FUNCTION jobmachine.cron_number(word text, called text, lowest integer, highest integer, names text[]) RETURNS integer
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.cron_number(word text, called text, lowest integer, highest integer, names text[]) IS 'Returns the number of a word of a rule, which is a number or one of the names. Raises DJ400 for another
one. Used by cron_field.';

CREATE FUNCTION jobmachine.cron_time(rule jobmachine.cron, earliest time without time zone) RETURNS time without time zone
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.cron_time(rule jobmachine.cron, earliest time without time zone) IS 'Returns the first time of a day that a rule admits, from a time onwards; null if there is none. Used by
next_wall_time.';

CREATE FUNCTION jobmachine.cut(text text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT;
COMMENT ON FUNCTION jobmachine.cut(text text) IS 'Returns a text as errors, notes and lines of a log keep it: 8 kB at most. A longer one is cut, and ends
with the length that it had.';

CREATE FUNCTION jobmachine.cut_progress(progress jsonb, note_length integer) RETURNS jsonb
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.cut_progress(progress jsonb, note_length integer) IS 'Returns a job''s progress with its note cut to a length, and … if that was longer;
null if the progress has another shape. Used by the views of pages and lists.';

CREATE FUNCTION jobmachine.day_of(part text) RETURNS date
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.day_of(part text) IS 'Returns the day of a partition, by its name; null if the name is not one of make_day. Used by drop_days and
history_days.';

CREATE FUNCTION jobmachine.dead_workers(patience interval DEFAULT '00:02:00'::interval) RETURNS TABLE(subject text, since timestamp with time zone, words jsonb)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.dead_workers(patience interval) IS 'Returns the workers whose sessions are gone, and which nobody has struck off, since their last sign of
life; and those that were struck off, whose jobs are still claimed. A fault for djet doctor, as those of the
other functions with the same columns: what is at fault, since when, and the values of the words.';

CREATE FUNCTION jobmachine.declare_chores(part text, chores jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.declare_chores(part text, chores jsonb) IS 'Takes over the chores that a part of a program declares, by name: an object of every and limit, in seconds.
A new one is due at once; one that the part no longer declares goes. Raises DJ400 for values that no chore can
have.';

CREATE FUNCTION jobmachine.declare_schedules(part text, schedules jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION jobmachine.declare_schedules(part text, schedules jsonb) IS 'Takes over the schedules that a part of a program declares, by name. One that a person changed or added by
hand keeps what the person chose; one that the part no longer declares is retired, not deleted. With "paused":
true a new one waits until somebody resumes it. Workers call it at their start. Raises DJ400 for values that
no schedule can have, and DJ503 if somebody else keeps a schedule locked for 10 seconds.';

CREATE FUNCTION jobmachine.delete_ended(ids bigint[], since timestamp with time zone DEFAULT '-infinity'::timestamp with time zone, until timestamp with time zone DEFAULT 'infinity'::timestamp with time zone) RETURNS TABLE(id bigint, status jobmachine.status)
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off';
COMMENT ON FUNCTION jobmachine.delete_ended(ids bigint[], since timestamp with time zone, until timestamp with time zone) IS 'Deletes ended jobs with their attempts, log, steps and signals, and returns those that are gone, each with
the status that it had. since and until: the time in which they ended, as far as the caller knows. A job whose
end the jobs that wait for it have yet to hear of stays. Used by delete_many and drop_early, which hold
lock_tally.';

CREATE FUNCTION jobmachine.delete_many(ids bigint[]) RETURNS TABLE(id bigint, status jobmachine.status)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.delete_many(ids bigint[]) IS 'Deletes ended jobs with their attempts, log, steps and signals, and returns the status that each had; null
for one that is live, that does not exist, or whose end the jobs that wait for it have yet to hear of: such a
one stays as it is. The figures of the tally stay, and files until their retention is over. The jobs that
ended because one of these did can be retried by themselves. Raises DJ400 for more than 10,000 ids, and DJ503
as lock_tally does.';

CREATE FUNCTION jobmachine.do_chores(worker integer, retention interval DEFAULT '14 days'::interval, finished interval DEFAULT NULL::interval, error interval DEFAULT NULL::interval, cancelled interval DEFAULT NULL::interval) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '2s';
COMMENT ON FUNCTION jobmachine.do_chores(worker integer, retention interval, finished interval, error interval, cancelled interval) IS 'Does Djet''s own chores, and notes their times and errors. A chore that fails is a warning, and stops no
other. The arguments are those of beat, which does them once a minute; a worker does them when it starts if
they are due.';

CREATE FUNCTION jobmachine.draw(amount integer, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone) RETURNS TABLE(id bigint, "position" bigint)
    LANGUAGE sql;
COMMENT ON FUNCTION jobmachine.draw(amount integer, run_at timestamp with time zone) IS 'The earlier name of reserve_ids.';

CREATE FUNCTION jobmachine.drop_abandoned() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.drop_abandoned() IS 'Removes up to 1000 uploads that have received nothing for an hour: their clients, or the program that took
them, have vanished.';

CREATE FUNCTION jobmachine.drop_days(before date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '500ms';
COMMENT ON FUNCTION jobmachine.drop_days(before date) IS 'Drops the days of the history, of failed attempts and of the log before this one, and the tally of that
time. Raises DJ400 for a day later than yesterday, in UTC, and for null.';

CREATE FUNCTION jobmachine.drop_early(status jobmachine.status, before timestamp with time zone, patience interval DEFAULT '00:00:00.5'::interval) RETURNS void
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET jit TO 'off';
COMMENT ON FUNCTION jobmachine.drop_early(status jobmachine.status, before timestamp with time zone, patience interval) IS 'Deletes the jobs of a status that ended on the days before that of a time, as far as its patience lasts;
the next call goes on there. Used by do_chores for a status that is kept for less time than the longest
retention. Jobs that are kept for so long go with their day.';

CREATE FUNCTION jobmachine.drop_file(file bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.drop_file(file bigint) IS 'Removes a file, which no job may need any more, and its bytes. Nothing happens if it is gone already.
Raises DJ403 if it is another login''s; workers and administrators may also remove finished ones.';

CREATE FUNCTION jobmachine.drop_files(before timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.drop_files(before timestamp with time zone) IS 'Removes up to 1000 files that were stored before a time and that no live job may read. It may take long, so
it does not run behind drop_days, whose locks everybody waits for.';

CREATE FUNCTION jobmachine.drop_inputs(jobs bigint[]) RETURNS void
    LANGUAGE sql;
COMMENT ON FUNCTION jobmachine.drop_inputs(jobs bigint[]) IS 'Removes the files that were stored for jobs which end without a reply. Used by end_job.';

CREATE FUNCTION jobmachine.drop_keys(before timestamp with time zone) RETURNS void
    LANGUAGE sql;
COMMENT ON FUNCTION jobmachine.drop_keys(before timestamp with time zone) IS 'Removes keys of unique jobs that have ended: looks at 1,000 of them, those first at which nobody has looked
for longest. Forgets when ended jobs would have expired, and to whom tickets were given before a time, except
those of live jobs. Used by do_chores.';

CREATE FUNCTION jobmachine.drop_limit(queue text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION jobmachine.drop_limit(queue text) IS 'Removes the limits of a queue, and rings it and those below it. Returns false if it had none.
Raises DJ503 if somebody else keeps them locked for 10 seconds.';

CREATE FUNCTION jobmachine.drop_old_steps(before timestamp with time zone) RETURNS void
    LANGUAGE sql;
COMMENT ON FUNCTION jobmachine.drop_old_steps(before timestamp with time zone) IS 'Forgets steps and signals from before a time whose jobs have ended, groups that ended before it, unless a
job of theirs was retried and lives, and what jobs waited for that were lost before it: nobody will retry
those. Nothing younger than a day is forgotten. Used by do_chores.';

CREATE FUNCTION jobmachine.drop_signal(worker integer, id bigint, attempt integer, name text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.drop_signal(worker integer, id bigint, attempt integer, name text) IS 'Forgets a signal whose value the running job cannot read, so that another one can be sent. Raises DJF01 if
the job is no longer this worker''s in this attempt.';

CREATE FUNCTION jobmachine.drop_steps(job bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan';
COMMENT ON FUNCTION jobmachine.drop_steps(job bigint) IS 'Forgets the steps and signals of a job that has finished, in the transaction of its reply: it is never done
again. Those of any other job stay, whoever asks.';

CREATE FUNCTION jobmachine.due_times(rule text, zone text DEFAULT 'UTC'::text, after timestamp with time zone DEFAULT now(), amount integer DEFAULT 5) RETURNS SETOF timestamp with time zone
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.due_times(rule text, zone text, after timestamp with time zone, amount integer) IS 'Returns the first due times of a rule after a time, 1,000 at most. Raises DJ400 for a rule or a zone that
it does not understand, and for a time that next_due refuses.';

CREATE FUNCTION jobmachine.end_chore(worker integer, name text, run bigint, error text DEFAULT NULL::text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.end_chore(worker integer, name text, run bigint, error text) IS 'Reports the end of a chore''s run, with its error if it failed: it runs again at its next time. Returns
false, and changes nothing, if another worker has taken the chore over.';

CREATE FUNCTION jobmachine.end_each(jobs bigint[], status jobmachine.status, errors jsonb[]) RETURNS void
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_nestloop TO 'off'
    SET enable_hashjoin TO 'on'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off';
COMMENT ON FUNCTION jobmachine.end_each(jobs bigint[], status jobmachine.status, errors jsonb[]) IS 'Moves live jobs into the history, each with its error. Used by end_job and lose.';

CREATE TABLE jobmachine.job_group (
    id bigint NOT NULL,
    outer_group bigint,
    then_job bigint,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    ended_at timestamp with time zone,
    jobs integer DEFAULT 0 NOT NULL,
    nested integer DEFAULT 0 NOT NULL,
    finished integer DEFAULT 0 NOT NULL,
    failed integer DEFAULT 0 NOT NULL,
    cancelled integer DEFAULT 0 NOT NULL,
    name text NOT NULL,
    failures bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    CONSTRAINT job_group_name_is_short CHECK (((length(name) >= 1) AND (length(name) <= 200)))
)
WITH (fillfactor='50');
COMMENT ON TABLE jobmachine.job_group IS 'Groups of jobs, of which somebody wants to know when all have ended. Its counts are those that settle has added up from group_tally: no job locks a row of this table when it ends.';
COMMENT ON COLUMN jobmachine.job_group.id IS 'The number of the group, which the environment of its jobs tells.';
COMMENT ON COLUMN jobmachine.job_group.outer_group IS 'The group whose job made this one, and which waits for it.';
COMMENT ON COLUMN jobmachine.job_group.then_job IS 'The job that waits until all have ended; null if there is none.';
COMMENT ON COLUMN jobmachine.job_group.made_at IS 'The time when it was made.';
COMMENT ON COLUMN jobmachine.job_group.ended_at IS 'The time when it was noticed that all had ended; null before. It grows no more, unless one of its jobs is retried and lives.';
COMMENT ON COLUMN jobmachine.job_group.jobs IS 'The number of its jobs when they were counted last, with those of ended groups within it. What changes it later changes it for the groups around it.';
COMMENT ON COLUMN jobmachine.job_group.nested IS 'The number of jobs of ended groups within it.';
COMMENT ON COLUMN jobmachine.job_group.finished IS 'The number of them that have finished.';
COMMENT ON COLUMN jobmachine.job_group.failed IS 'The number of them that ended as error.';
COMMENT ON COLUMN jobmachine.job_group.cancelled IS 'The number of them that were cancelled.';
COMMENT ON COLUMN jobmachine.job_group.name IS 'The name for people. Several groups may have the same.';
COMMENT ON COLUMN jobmachine.job_group.failures IS 'Jobs that ended as error, 100 at most. Some may have come back since.';

CREATE FUNCTION jobmachine.end_group(ended jobmachine.job_group) RETURNS bigint
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.end_group(ended jobmachine.job_group) IS 'Ends a group: frees the job that waits for it, which is told the outcome, and adds its jobs to those of the
group around it, or, if that has ended, of the next one that lives, which it returns; null if there is none.
Used by settle_group, which has locked both rows.';

CREATE FUNCTION jobmachine.end_job(job bigint, status jobmachine.status, error jsonb) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.end_job(job bigint, status jobmachine.status, error jsonb) IS 'Ends a live job without a reply, and its dependents with it. Used by cancel, fail, release, rescue_job and
snooze.';

CREATE FUNCTION jobmachine.ended_counts(reach integer DEFAULT 10000) RETURNS TABLE(queue text, status jobmachine.status, amount bigint, is_exact boolean)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.ended_counts(reach integer) IS 'Returns how many jobs are in the history, by queue and status: those that the tally counts and, in rows of
their own, those that it does not count yet. At most reach of the latter are counted; is_exact is false if
there are that many or more.';

CREATE FUNCTION jobmachine.ended_keys(filter jsonb DEFAULT '{}'::jsonb, before timestamp with time zone DEFAULT NULL::timestamp with time zone, before_id bigint DEFAULT '-1'::integer, amount integer DEFAULT 51, patience interval DEFAULT '00:00:01'::interval) RETURNS TABLE(ids bigint[], times timestamp with time zone[], looked bigint, back_to timestamp with time zone, back_to_id bigint, is_whole boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off';
COMMENT ON FUNCTION jobmachine.ended_keys(filter jsonb, before timestamp with time zone, before_id bigint, amount integer, patience interval) IS 'Returns the ids and times of ended jobs that match a filter (see conditions), newest end first, from before
a time and id on. It stops at the amount, or when its patience is over. looked is how many jobs it has
examined, back_to and back_to_id are where the search can go on, and is_whole is true if nothing is left. With
the order oldest in the filter it is the other way around: oldest end first, from behind a time and id on.';

CREATE FUNCTION jobmachine.ensure_today() RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.ensure_today() IS 'Makes today''s partitions if they are missing, such as after a jump of the clock: a job can end at any
time.';

CREATE FUNCTION jobmachine.estimate(statement text) RETURNS bigint
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.estimate(statement text) IS 'Returns the planner''s estimate of how many rows a statement finds. It costs nothing, however many there
are.';

CREATE FUNCTION jobmachine.excessive_rights() RETURNS TABLE(subject text, since timestamp with time zone, words jsonb)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.excessive_rights() IS 'Returns the roles that may do more in the queue than grant_rights has given them: write to its tables,
create objects in its schema, or be more than a plain role; and whatever everybody may do there. Its owner and
superusers may do all. See dead_workers for the columns.';

CREATE FUNCTION jobmachine.expire(queues text[], most integer DEFAULT 1000) RETURNS boolean
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.expire(queues text[], most integer) IS 'Cancels the jobs of some queues that had to begin by now and have not, so many of them at most. Returns
true if there may be more. Used by promote_with and expire_all.';

CREATE FUNCTION jobmachine.expire_all() RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.expire_all() IS 'Cancels the jobs of all queues that had to begin by now and have not, some 1,000 of them: nobody looks for
those of a queue that no worker serves. Used by do_chores.';

CREATE FUNCTION jobmachine.expire_claimed(worker integer, ids bigint[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.expire_claimed(worker integer, ids bigint[]) IS 'Cancels jobs that a worker has claimed and not begun since they expired: a claim looks at no times, and
promote cancels only so many at once.';

CREATE FUNCTION jobmachine.expire_job(job bigint) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.expire_job(job bigint) IS 'Cancels a job whose time has come, unless it has begun. One whose worker died counts as begun: nobody
knows. Looks again after a second if somebody has locked the job. Used by expire and expire_late.';

CREATE FUNCTION jobmachine.expire_late(ids bigint[], are_over boolean) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.expire_late(ids bigint[], are_over boolean) IS 'Cancels those of these jobs, which have come back, that expired and have never begun. One that cannot be
cancelled is put off by a minute. are_over: true if the time of all of them is known to be over. Used by
release and expire_claimed.';

CREATE FUNCTION jobmachine.fail(worker integer, id bigint, attempt integer, error jsonb, delay interval DEFAULT NULL::interval, attempt_limit integer DEFAULT NULL::integer) RETURNS jobmachine.status
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.fail(worker integer, id bigint, attempt integer, error jsonb, delay interval, attempt_limit integer) IS 'Notes a failed attempt. The job is tried again after delay; it ends as error if delay is null or its
attempts are used up, and as cancelled if somebody wants that. attempt_limit is the handler''s, which counts
unless the offload named one. An error is an object with a type and a message; one of another shape becomes
the message of an unknown one, and more than 8 kB is cut. Returns the job''s status, or null if the fence
refused the report.';

CREATE FUNCTION jobmachine.failing_chores() RETURNS TABLE(subject text, since timestamp with time zone, words jsonb)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.failing_chores() IS 'Returns the chores whose last run failed, since that run. See dead_workers for the columns.';

CREATE FUNCTION jobmachine.filter_of(filter jsonb) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.filter_of(filter jsonb) IS 'Returns a filter as an object, {} for null. Raises DJ400 for one that is none, and for values that are no
numbers or times. Used by live_keys and ended_keys, and
what they are made of.';

CREATE FUNCTION jobmachine.find_queues(worker integer) RETURNS text[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.find_queues(worker integer) IS 'Returns the queues that a worker claims from. It adds those that have come into its branches, until it has
a thousand, and tells the other workers.';

CREATE FUNCTION jobmachine.finish_file(file bigint) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.finish_file(file bigint) IS 'Completes a file that begin_file began, and returns its length in bytes. Raises DJ400 if one of its
chunks is missing, DJ404 if it is complete or gone, and DJ403 if another login began it.';

CREATE FUNCTION jobmachine.fire(queues text[]) RETURNS boolean
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.fire(queues text[]) IS 'Makes the jobs of the due schedules of some queues, and returns true if it made any. A schedule whose job
the server refuses pauses itself. One whose unique job somebody else is about to offload, or which meets an
error that may pass, waits for the next look. None keeps others from being fired. Used by promote_with.';

CREATE FUNCTION jobmachine.fire_schedule(entry jobmachine.schedule) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.fire_schedule(entry jobmachine.schedule) IS 'Makes the jobs of a due schedule, and advances it to its next due time. A time counts as missed for none if
no worker looked within five seconds. Used by fire.';

CREATE FUNCTION jobmachine.fitting(ids bigint[]) RETURNS bigint[]
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION jobmachine.fitting(ids bigint[]) IS 'Returns the first of these jobs, up to the one by which their arguments and environments reach 8 MiB of
text, which is how workers receive them. It reads no further. Used by claim, for jobs that are not small, and
choose.';

CREATE FUNCTION jobmachine.flow_of(job bigint, most integer DEFAULT 8, reach integer DEFAULT 3, tenants text[] DEFAULT NULL::text[]) RETURNS TABLE(step integer, id bigint, queue text, kind text, status jobmachine.status, amount bigint, is_exact boolean, linked bigint[])
    LANGUAGE plpgsql STABLE
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET jit TO 'off';
COMMENT ON FUNCTION jobmachine.flow_of(job bigint, most integer, reach integer, tenants text[]) IS 'Returns the flow around a job: the jobs that it needs, those that these need, and so on, and the same for
the jobs that wait for it. step is the distance from the job, negative for what it needs. Up to reach steps
are shown, and up to most jobs of each. linked: the shown jobs that a job needs. The rest of a step is a row
without an id: amount says how many jobs, is_exact is false if there may be more, and linked has the shown
jobs that need some of them, or that they need. tenants: the others'' jobs are left out, and what is behind
them; null for none. Empty if nothing is known. Needs that have finished are known no longer.';

CREATE FUNCTION jobmachine.frozen_workers(patience interval DEFAULT NULL::interval) RETURNS TABLE(subject text, since timestamp with time zone, words jsonb)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.frozen_workers(patience interval) IS 'Returns the workers whose sessions last, but which have given no sign of life for their lease or, if it is
given, the patience. Another worker would have taken over: there is none. See dead_workers for the columns.';

CREATE FUNCTION jobmachine.full_after(rate jobmachine.rate, full_at timestamp with time zone, amount bigint) RETURNS timestamp with time zone
    LANGUAGE sql;
COMMENT ON FUNCTION jobmachine.full_after(rate jobmachine.rate, full_at timestamp with time zone, amount bigint) IS 'Returns the time at which the bucket of a rate, which is full at a time, is full again once so many more
jobs have begun.';

CREATE FUNCTION jobmachine.full_queues(patience interval DEFAULT '00:10:00'::interval) RETURNS TABLE(subject text, since timestamp with time zone, words jsonb)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.full_queues(patience interval) IS 'Returns the queues at their limits, or at those of a queue above, whose jobs could have run for the
patience. See dead_workers for the columns.';

CREATE FUNCTION jobmachine.give_files(files bigint[], job bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.give_files(files bigint[], job bigint) IS 'Marks files as stored for one live job alone: they are removed once it ends as error or is cancelled. Files
of other logins, and those that a job was given before, stay as they are. It belongs in the transaction that
offloads the job, which might end before otherwise.';

CREATE FUNCTION jobmachine.give_limit(failed jobmachine.job, attempt_limit integer) RETURNS integer
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.give_limit(failed jobmachine.job, attempt_limit integer) IS 'Sets the attempt limit of a job that was offloaded without one to its handler''s, and returns it. Used by
fail.';

CREATE FUNCTION jobmachine.grace_of(worker integer, watcher integer) RETURNS interval
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.grace_of(worker integer, watcher integer) IS 'Returns how long a worker may still be without a session before its watcher takes it for dead. A restart or
a failover of the server ends all sessions at once, and they do not all come back at once: a watcher that has
lost its own session gives three seconds from its return to all that have given no sign of life since.
Otherwise it returns zero. Null if one of them is not registered.';

CREATE FUNCTION jobmachine.grant_rights() RETURNS SETOF text
    LANGUAGE plpgsql
    SET lock_timeout TO '2s';
COMMENT ON FUNCTION jobmachine.grant_rights() IS 'Gives the roles djet_offload, djet_work and djet_admin their rights, and everybody else none; makes missing
roles. Each migration ends with it; the schema''s owner, or a superuser, may call it at any time. Returns the
roles that are still missing, which the owner may not make. Raises lock_not_available if somebody else is
granting rights.';

CREATE FUNCTION jobmachine.group_counts("group" bigint) RETURNS TABLE(jobs bigint, finished bigint, failed bigint, cancelled bigint, failures bigint[])
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.group_counts("group" bigint) IS 'Returns the number of the jobs of a group and of ended groups within it, how many have finished, failed and
been cancelled, and jobs that failed: what settle has counted, and what it has yet to. Used by group_status,
group_outcome and settle_group.';

CREATE FUNCTION jobmachine.group_named(name text, tenants text[] DEFAULT NULL::text[]) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.group_named(name text, tenants text[]) IS 'Returns the number of the latest group of this name, of the tenants if they are given; null if there is
none. It looks at the latest thousand groups of the name.';

CREATE FUNCTION jobmachine.group_number("group" jsonb) RETURNS bigint
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.group_number("group" jsonb) IS 'Returns the number of the group that the environment of a job names. Raises check_violation for what is no
number. Used by join_group and make_group.';

CREATE FUNCTION jobmachine.group_outcome("group" bigint) RETURNS jsonb
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.group_outcome("group" bigint) IS 'Returns what the job after a group is told: group, name, finished, failed, cancelled, and failures, the
tickets of at most 100 that failed. Used by end_group and bring_back.';

CREATE FUNCTION jobmachine.group_status("group" bigint, tenants text[] DEFAULT NULL::text[]) RETURNS TABLE(id bigint, name text, jobs bigint, finished bigint, failed bigint, cancelled bigint, made_at timestamp with time zone, ended_at timestamp with time zone, outer_group bigint, "then" text, then_status jobmachine.status)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.group_status("group" bigint, tenants text[]) IS 'Returns the counts of a group: its jobs, and those that have finished, failed and been cancelled; the
others live. Groups within it are counted once they have ended. A job that is retried lives again, and counts
by its new end, in this group and in those around it. then is the ticket of the job that waits for all of
them, then_status its status: null if that is no longer stored. No row if there is no such group of the
tenants; null for all.';

CREATE FUNCTION jobmachine.harmful_settings() RETURNS TABLE(subject text, since timestamp with time zone, words jsonb)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.harmful_settings() IS 'Returns the settings, as this session has them, with which jobs get lost or the queue cannot work for long.
See dead_workers for the columns.';

CREATE FUNCTION jobmachine.has_key(job bigint, taken_at timestamp with time zone, rule jsonb) RETURNS boolean
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.has_key(job bigint, taken_at timestamp with time zone, rule jsonb) IS 'Returns true if a job that took a key still has it, by the rule of another job that wants it. Used by
take_key.';

CREATE FUNCTION jobmachine.heads() RETURNS TABLE(queue text, id bigint, since timestamp with time zone)
    LANGUAGE sql STABLE
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off';
COMMENT ON FUNCTION jobmachine.heads() IS 'Returns, for each queue, the job at the head of one of its lines that could have run for the longest, and
since when. It looks at the first 5000 jobs of each line: millions cost as little as a few.';

CREATE FUNCTION jobmachine.held_by(worker integer) RETURNS TABLE(id bigint, attempt integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.held_by(worker integer) IS 'Returns the jobs that a worker has claimed, each with its attempt. A worker that has lost the answer to a
claim calls it, and releases those that it knows nothing of.';

CREATE FUNCTION jobmachine.history_days() RETURNS TABLE(name text, day timestamp with time zone)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.history_days() IS 'Returns the partitions of the history, each with the beginning of its day.';

CREATE FUNCTION jobmachine.hold(worker integer, id bigint, attempt integer) RETURNS void
    LANGUAGE sql;
COMMENT ON FUNCTION jobmachine.hold(worker integer, id bigint, attempt integer) IS 'The earlier name of assert_held.';

CREATE FUNCTION jobmachine.holds(key_class integer, key_number integer, session integer, login oid) RETURNS boolean
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.holds(key_class integer, key_number integer, session integer, login oid) IS 'Returns true if this session, of this login, holds the lock of this key. The key alone says nothing:
everybody sees it in pg_locks, and may take it when it is free. It reads no table. A caller that has looked
before in its transaction calls pg_stat_clear_snapshot first.';

CREATE FUNCTION jobmachine.is_alive(worker integer) RETURNS boolean
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.is_alive(worker integer) IS 'Returns true if a worker''s session still holds its lock.';

CREATE FUNCTION jobmachine.is_cron_day(rule jobmachine.cron, day date) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.is_cron_day(rule jobmachine.cron, day date) IS 'Returns true if a rule admits a day. If it restricts days and weekdays, either will do. Used by
next_wall_time.';

CREATE FUNCTION jobmachine.is_environment(environment jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.is_environment(environment jsonb) IS 'Returns true for an object whose user and locale are texts, whose trace holds texts, and whose attempts is a whole number.';

CREATE FUNCTION jobmachine.is_group_live("group" bigint) RETURNS boolean
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.is_group_live("group" bigint) IS 'Returns true if a job of a group lives, or a group within it has not ended. Used by settle_group.';

CREATE FUNCTION jobmachine.is_group_of("group" bigint, tenants text[]) RETURNS boolean
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.is_group_of("group" bigint, tenants text[]) IS 'Returns true if a group belongs to one of these tenants: the job after it does or, without one, its first
job. True for null, which is all tenants. Used by group_status and group_named.';

CREATE FUNCTION jobmachine.is_inflated(value jsonb, bytes integer) RETURNS boolean
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.is_inflated(value jsonb, bytes integer) IS 'Returns true if the text of a value is out of proportion to the value: a number such as 1e131071 takes a
few bytes, and 131,072 as text. bytes is the length of the text. Used by check_arguments and check_reply.';

CREATE FUNCTION jobmachine.is_paused(queue text) RETURNS boolean
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION jobmachine.is_paused(queue text) IS 'Returns true if somebody has paused the queue, or one above it.';

CREATE FUNCTION jobmachine.is_progress(progress jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.is_progress(progress jsonb) IS 'Returns true for an object whose done and of are whole numbers and whose note is a text; only done must be there.';

CREATE FUNCTION jobmachine.is_shared(job bigint, "user" text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.is_shared(job bigint, "user" text) IS 'Returns true if a user was given the ticket of a job that somebody else offloaded, since it is unique.';

CREATE FUNCTION jobmachine.is_short_environment(environment jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.is_short_environment(environment jsonb) IS 'Returns true if an object has at most 64 kB as text, which is what workers receive. The number of attempts
does not count: a retry notes it there. Used by check_shape and mended_environment.';

CREATE FUNCTION jobmachine.join_group(job bigint, "group" jsonb) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.join_group(job bigint, "group" jsonb) IS 'Makes a new job a member of a group. Raises DJ409 if that has ended or does not exist, or if the job waits
for the job after it, and check_violation for what is no number. Used by check_shape.';

CREATE FUNCTION jobmachine.keep_days(retention interval DEFAULT NULL::interval) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '500ms';
COMMENT ON FUNCTION jobmachine.keep_days(retention interval) IS 'Makes partitions for today and the next seven days, and drops the days that are older than the retention.
Without one nothing is dropped; less than a day counts as one. It counts from the time of note_clock.';

CREATE FUNCTION jobmachine.keep_expiry(job bigint, queue text, environment jsonb) RETURNS void
    LANGUAGE sql;
COMMENT ON FUNCTION jobmachine.keep_expiry(job bigint, queue text, environment jsonb) IS 'Notes when a job expires, in place of what was noted before. Used by check_shape and admit.';

CREATE FUNCTION jobmachine.keep_schedule(entry jobmachine.schedule) RETURNS timestamp with time zone
    LANGUAGE plpgsql
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION jobmachine.keep_schedule(entry jobmachine.schedule) IS 'Stores a schedule instead of the one of its name, and returns its next due time, which it computes if the
rule is another one or begins to count again. Raises DJ400 for values that no schedule can have, and DJ503 if
somebody else keeps it locked for 10 seconds. Used by those that add and change schedules.';

CREATE FUNCTION jobmachine.keep_step(worker integer, id bigint, attempt integer, name text, value jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.keep_step(worker integer, id bigint, attempt integer, name text, value jsonb) IS 'Keeps the value that a step of a job returned, in the transaction that did the step. Raises DJF01, so that
the transaction cannot commit, if the job is no longer this worker''s in this attempt, and
program_limit_exceeded if the value is longer than reply_limit().';

CREATE FUNCTION jobmachine.key_in(queue text, arguments jsonb, environment jsonb) RETURNS text
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.key_in(queue text, arguments jsonb, environment jsonb) IS 'Returns the key of a job in a queue with keys, the first 200 letters: an argument or, for the key :tenant,
which no argument can be called, the job''s tenant. Empty if the job has none. Returns null for a queue
without keys.';

CREATE FUNCTION jobmachine.key_of(rule jsonb, arguments jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.key_of(rule jsonb, arguments jsonb) IS 'Returns the key of a unique job: the one that its rule names, or a hash of its arguments. The key of a
tenant''s job is a hash of the tenant and of either. The rule is that of rule_of.';

CREATE FUNCTION jobmachine.keys_in_line(queue text, priority smallint, rule jobmachine.queue_limit, behind text, until text, amount integer, running_keys text[], OUT keys text[], OUT place text) RETURNS record
    LANGUAGE plpgsql STABLE
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off';
COMMENT ON FUNCTION jobmachine.keys_in_line(queue text, priority smallint, rule jobmachine.queue_limit, behind text, until text, amount integer, running_keys text[], OUT keys text[], OUT place text) IS 'Returns up to amount keys of jobs that wait in a queue at a priority and may begin: those behind a key,
then those from the first one on, up to another one. It skips from one key to the next: a key with a hundred
thousand jobs costs as little as one with a single job. place: where it stopped since too many keys on its way
may not begin; else null. running_keys: the key of each job that runs. Used by choose_by_key and can_begin.';

CREATE FUNCTION jobmachine.known_zone(zone text) RETURNS text
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION jobmachine.known_zone(zone text) IS 'Returns the name of a time zone as the server writes it. Raises DJ400 for one that it does not know,
or whose summer time it does not know.';

CREATE FUNCTION jobmachine.last_due(rule text, zone text, due timestamp with time zone, until timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION jobmachine.last_due(rule text, zone text, due timestamp with time zone, until timestamp with time zone) IS 'Returns the last due time of a rule up to a time, from a due time of it onwards. Used by fire.';

CREATE FUNCTION jobmachine.last_steps(job bigint, most integer DEFAULT 50) RETURNS TABLE(name text, attempt integer, done_at timestamp with time zone)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.last_steps(job bigint, most integer) IS 'Returns the last steps that a job has done, oldest first, without their values.';

CREATE FUNCTION jobmachine.late_schedules(patience interval DEFAULT '00:05:00'::interval) RETURNS TABLE(subject text, since timestamp with time zone, words jsonb)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.late_schedules(patience interval) IS 'Returns the schedules that have been due for the patience, and that no worker has fired. See dead_workers
for the columns.';

CREATE FUNCTION jobmachine.leave_limits(queues text[]) RETURNS void
    LANGUAGE plpgsql
    SET jit TO 'off';
COMMENT ON FUNCTION jobmachine.leave_limits(queues text[]) IS 'Rings the queues whose limits have room again, since a job of these queues does not run any more, and those
below them that have workers and waiting jobs. It rings within the transaction: whoever waits for the room
must hear of it, whatever dies. Used by note_ends, fail, snooze, release, rescue and rescue_job.';

CREATE FUNCTION jobmachine.leave_to_settle(ended bigint[]) RETURNS void
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET jit TO 'off';
COMMENT ON FUNCTION jobmachine.leave_to_settle(ended bigint[]) IS 'Notes for settle that these jobs have ended, if they still have dependents: somebody had locked those, or
there were too many. Used by release_dependents and lose.';

CREATE FUNCTION jobmachine.limits() RETURNS TABLE(queue text, running integer, key text, key_running integer, rate text, key_rate text, in_use integer, set_at timestamp with time zone, set_by text)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.limits() IS 'Returns the limits of queues as set_limit takes them, and how many jobs run under each limit of running jobs.';

CREATE FUNCTION jobmachine.limits_of(queue text) RETURNS SETOF jobmachine.queue_limit
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.limits_of(queue text) IS 'Returns the limits that hold for a queue: its own, and those of the queues above it.';

CREATE FUNCTION jobmachine.lines() RETURNS TABLE(queue text, priority smallint)
    LANGUAGE sql STABLE
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off';
COMMENT ON FUNCTION jobmachine.lines() IS 'Returns the queues and priorities that have live jobs. It skips from one to the next: millions of jobs cost
as little as a few.';

CREATE FUNCTION jobmachine.live_counts(reach integer DEFAULT 10000) RETURNS TABLE(queue text, status jobmachine.status, amount bigint, is_exact boolean)
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off';
COMMENT ON FUNCTION jobmachine.live_counts(reach integer) IS 'Returns how many live jobs there are, in a row for each queue, priority and status. Where one queue and
priority has reach jobs or more, the planner estimates those in line, and is_exact is false.';

CREATE FUNCTION jobmachine.live_jobs_of(owner text, at_most integer) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.live_jobs_of(owner text, at_most integer) IS 'Returns how many jobs of a user have not ended, counting no further than at_most.';

CREATE FUNCTION jobmachine.live_keys(filter jsonb DEFAULT '{}'::jsonb, are_running boolean DEFAULT false, below bigint DEFAULT NULL::bigint, amount integer DEFAULT 51, reach integer DEFAULT 20000) RETURNS TABLE(ids bigint[], looked bigint, back_to bigint, is_whole boolean)
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION jobmachine.live_keys(filter jsonb, are_running boolean, below bigint, amount integer, reach integer) IS 'Returns the ids of live jobs that match a filter (see conditions), highest first: of those that run, or of
those that do not. It examines at most reach jobs or, if it searches for words, 1000 and arguments of some 8
MiB. looked is how many it has examined, back_to the lowest id of them, and is_whole is true if there are no
more. With the order oldest in the filter it is the other way around: lowest first, those above below, and
back_to is the highest id.';

CREATE FUNCTION jobmachine.lock_tally(alone boolean DEFAULT false) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION jobmachine.lock_tally(alone boolean) IS 'Keeps the tally from being counted until the transaction ends; alone, it also keeps out other callers.
Raises DJ503 if that takes more than 10 seconds. Used by recount, retry, retry_many, delete_many and
take_over.';

CREATE FUNCTION jobmachine.longest_retention(retention interval, finished interval, error interval, cancelled interval) RETURNS interval
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.longest_retention(retention interval, finished interval, error interval, cancelled interval) IS 'Returns how long ended jobs of any status are kept: then a day of the history is dropped. Null if those of
a status are kept for ever. The arguments are those of retentions. Used by beat and do_chores.';

CREATE FUNCTION jobmachine.look_by_bucket(part text, filter jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.look_by_bucket(part text, filter jsonb) IS 'Returns the statement that looks through one day''s jobs of the buckets and workers that buckets_of_day
found, $5 and $6. $4 is through how many of each; the other parameters, and the columns, are those of
look_by_time. Used by ended_keys.';

CREATE FUNCTION jobmachine.look_by_time(part text, filter jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.look_by_time(part text, filter jsonb) IS 'Returns the statement that looks through the jobs of one day, newest end first: $1 is since, $2 and $3 are
the time and id to look before, $4 is through how many. With the order oldest in the filter it is the other
way around: $1 is until, and it looks behind that time and id. Its row holds the jobs that fit, how many suit
apart from the words, if that was the whole day, and the last job that it looked at. Used by ended_keys.';

CREATE FUNCTION jobmachine.lose(ended bigint[], status jobmachine.status) RETURNS void
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET jit TO 'off';
COMMENT ON FUNCTION jobmachine.lose(ended bigint[], status jobmachine.status) IS 'Ends the dependents of these jobs, which ended otherwise than finished and are in the history, and their
dependents in turn: they end as error, so that their callers hear. They come back with the job that they need.
Those that wait for any end are freed. Those that somebody has locked are left to settle, and all beyond
10,000. Used by end_job and settle_ends.';

CREATE FUNCTION jobmachine.make_day(parent text, day date) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.make_day(parent text, day date) IS 'Makes the partition of a day, unless it exists. Raises DJ400 for a day outside of the years 1 to 9999. Used
by keep_days.';

CREATE FUNCTION jobmachine.make_group(name text, outer_group bigint DEFAULT NULL::bigint, then_kind text DEFAULT NULL::text, then_arguments jsonb DEFAULT '{}'::jsonb, then_queue text DEFAULT 'default'::text, then_priority integer DEFAULT 4, then_attempt_limit integer DEFAULT NULL::integer, environment jsonb DEFAULT '{}'::jsonb, ring boolean DEFAULT true) RETURNS TABLE(id bigint, then_job bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.make_group(name text, outer_group bigint, then_kind text, then_arguments jsonb, then_queue text, then_priority integer, then_attempt_limit integer, environment jsonb, ring boolean) IS 'Makes a group, and returns its number and the job that runs when all of its jobs have ended; null if
then_kind is. Jobs join it by the key group of their environment, in the same transaction or while one of them
lives: a group that is empty when its transaction commits has ended. outer_group: the group of the job that
makes this one; it waits for this one, and for the job after it. Null for the group that environment names, if
it does. The job that runs then does not expire with the others. Raises DJ400 for a name that is empty or
longer than 200 characters, and for a group with more than 50 around it, DJ409 for an outer group that does
not exist, or that has ended and has no job that lives, and what offload raises.';

CREATE FUNCTION jobmachine.make_role(name text) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.make_role(name text) IS 'Makes a role that nobody signs in as, unless it exists. Warns if that is not allowed. Used by
grant_rights.';

CREATE FUNCTION jobmachine.mark_session(worker integer) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.mark_session(worker integer) IS 'Makes this session a worker''s life: until it ends, it holds the lock of a key drawn by chance. Used by
register.';

CREATE FUNCTION jobmachine.masked(value text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT;
COMMENT ON FUNCTION jobmachine.masked(value text) IS 'Returns a jsonb as text, or the beginning of such a text, with "secret" in place of each encrypted value.
Used by whatever shows arguments and replies to people.';

CREATE FUNCTION jobmachine.may_change_file(maker text, is_complete boolean) RETURNS boolean
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.may_change_file(maker text, is_complete boolean) IS 'Returns true if the login of this session may add to a file, finish or remove it: its maker may; workers
and administrators may when it is finished; the owner of the schema always may. Used by add_chunk,
finish_file, drop_file and refuse_file.';

CREATE FUNCTION jobmachine.members_of("group" bigint, after bigint DEFAULT 0, amount integer DEFAULT 100, tenants text[] DEFAULT NULL::text[]) RETURNS TABLE(id bigint, ticket text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.members_of("group" bigint, after bigint, amount integer, tenants text[]) IS 'Returns the jobs of a group, in the order of their numbers, from behind one. The ticket of one that was
deleted, or whose days are over, is null. tenants: only jobs of these, which are stored; null for all.';

CREATE FUNCTION jobmachine.mended_environment(environment jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.mended_environment(environment jsonb) IS 'Returns an environment as it is if it has its shape and length, and otherwise only its user, its locale and
its tenant, where they are short texts. Used by bring_back.';

CREATE FUNCTION jobmachine.missing_days(ahead integer DEFAULT 2) RETURNS TABLE(subject text, since timestamp with time zone, words jsonb)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.missing_days(ahead integer) IS 'Returns the partitioned tables that lack a day from today to so many days ahead, at most 7, and the first
such day: no job can end without it. See dead_workers for the columns.';

CREATE FUNCTION jobmachine.neighbour_of(worker integer, OUT id integer, OUT beat bigint, OUT lease interval, OUT silence interval, OUT grace interval, OUT key_class integer, OUT key_number integer, OUT session integer, OUT login oid) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.neighbour_of(worker integer, OUT id integer, OUT beat bigint, OUT lease interval, OUT silence interval, OUT grace interval, OUT key_class integer, OUT key_number integer, OUT session integer, OUT login oid) IS 'Returns the worker that this one watches, which has the next higher number or else is the first: its last
sign of life, its lease, how long it has been silent before the watcher, how long it may yet come back, and
its session. All are null if there is nobody, or the watcher has no session itself. No table stays locked
behind it.';

CREATE FUNCTION jobmachine.next_chore(names text[]) RETURNS double precision
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.next_chore(names text[]) IS 'Returns in how many seconds the first of these chores can be claimed; null if there is none of them.';

CREATE FUNCTION jobmachine.next_due(rule text, zone text, after timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.next_due(rule text, zone text, after timestamp with time zone) IS 'Returns the first due time of a rule after a time; null if there is none. When clocks are set, a fixed time
that does not exist comes at the end of the gap, and one that exists twice comes once, at the first; a rule of
every hour follows the time that passes. Raises DJ400 for a rule that it does not understand, and for a time
that is not from the year 1 to the year 200,000.';

CREATE FUNCTION jobmachine.next_token(queues text[]) RETURNS timestamp with time zone
    LANGUAGE sql;
COMMENT ON FUNCTION jobmachine.next_token(queues text[]) IS 'Returns the time at which the rates of these queues let the next waiting jobs begin; null if none waits for
a rate. Used by promote_with.';

CREATE FUNCTION jobmachine.next_wall_time(rule jobmachine.cron, earliest timestamp without time zone) RETURNS timestamp without time zone
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.next_wall_time(rule jobmachine.cron, earliest timestamp without time zone) IS 'Returns the first time that a rule admits, from a whole second onwards, on a clock that is never set; null
if there is none, as for the 30th of February. Used by next_due.';

CREATE FUNCTION jobmachine.note_chores(names text[], times timestamp with time zone[], errors text[]) RETURNS void
    LANGUAGE sql;
COMMENT ON FUNCTION jobmachine.note_chores(names text[], times timestamp with time zone[], errors text[]) IS 'Notes when each of Djet''s own chores ran, which follow one another: times begins with the beginning of the
first, and goes on with the end of each. Used by do_chores.';

CREATE FUNCTION jobmachine.note_clock() RETURNS timestamp with time zone
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.note_clock() IS 'Notes what the server''s clock shows, at most once in 50 seconds, and returns the time by which what is old
is dropped: one that the clock showed sixty notes ago, or up to as many before. So nothing is dropped at once
because the clock was set or stood still, and an hour or two of beats later all is as usual. Used by do_chores
and keep_days.';

CREATE FUNCTION jobmachine.note_ends(ended bigint[], queues text[]) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.note_ends(ended bigint[], queues text[]) IS 'Notes that these jobs end in a transaction that may not see who waits for them, since its snapshot is
older: settle looks again, with the next beat at the latest. Lets others have their places under limits.
queues: those of the jobs. Used by reply, reply_or_raise and end_each.';

CREATE FUNCTION jobmachine.note_group_ends(groups jsonb[], jobs bigint[], status jobmachine.status) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.note_group_ends(groups jsonb[], jobs bigint[], status jobmachine.status) IS 'Notes that jobs of groups have ended, for settle, which frees what waits for all of them. It locks nothing.
jobs names them if they failed. Used by reply and end_each.';

CREATE FUNCTION jobmachine.note_refusal(what text, amount integer DEFAULT 1) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.note_refusal(what text, amount integer) IS 'Counts reports that the fence refused. A transaction that raised DJF01 has undone its count: its caller
counts afterwards. Raises DJ400 for a name that no report has, and for an amount below 1.';

CREATE FUNCTION jobmachine.note_silence(worker integer, neighbour integer, beat bigint, waited interval) RETURNS interval
    LANGUAGE sql;
COMMENT ON FUNCTION jobmachine.note_silence(worker integer, neighbour integer, beat bigint, waited interval) IS 'Adds a wait in which a worker''s neighbour gave no sign of life to those before it, and returns their sum:
a duration that one side has measured, whatever the clocks say. Null if the neighbour has given one since.
Used by watch.';

CREATE FUNCTION jobmachine.offload(kind text, arguments jsonb DEFAULT '{}'::jsonb, queue text DEFAULT 'default'::text, priority integer DEFAULT 4, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, after bigint[] DEFAULT NULL::bigint[], attempt_limit integer DEFAULT NULL::integer, environment jsonb DEFAULT '{}'::jsonb, ring boolean DEFAULT true, after_end bigint[] DEFAULT NULL::bigint[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.offload(kind text, arguments jsonb, queue text, priority integer, run_at timestamp with time zone, after bigint[], attempt_limit integer, environment jsonb, ring boolean, after_end bigint[]) IS 'Puts a job on a queue and returns its id; queue.id is its ticket. It exists when the caller''s transaction
commits. The same commit rings the workers, unless ring is false, which leaves that to the caller. run_at: not
before this time. after: not before these jobs have finished; it fails if one of them does. after_end: not
before these have ended, however they do. Both together have 10,000 at most. priority: 0 goes first, 9 last.
attempt_limit: how many attempts the job has; null is as many as its handler allows. environment: an object of
user and tenant, on whose behalf it runs, locale, trace, timeout (seconds of an attempt), expires (the time by
which it must have begun), tags (texts), note, unique (see offload_unique) and group (see make_group). Raises
DJ400 for arguments that are too long as text and other keys in environment, DJ409 for a job in after that
will not finish and one in after_end or a group that does not exist, and check_violation for values that no
job can have.';

CREATE FUNCTION jobmachine.offload_each(kinds text[], arguments jsonb[], queues text[], priorities integer[], run_at timestamp with time zone[], attempt_limits integer[], environments jsonb[]) RETURNS SETOF bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan';
COMMENT ON FUNCTION jobmachine.offload_each(kinds text[], arguments jsonb[], queues text[], priorities integer[], run_at timestamp with time zone[], attempt_limits integer[], environments jsonb[]) IS 'Puts unlike jobs on their queues in one statement, and returns their ids in the order of the arrays. A null
attempt limit is the handler''s. It rings nobody: that is left to the caller, behind the commit.';

CREATE FUNCTION jobmachine.offload_group(name text, kind text, arguments jsonb[], then_kind text DEFAULT NULL::text, then_arguments jsonb DEFAULT '{}'::jsonb, queue text DEFAULT 'default'::text, priority integer DEFAULT 4, then_queue text DEFAULT NULL::text, environment jsonb DEFAULT '{}'::jsonb, outer_group bigint DEFAULT NULL::bigint, ring boolean DEFAULT true) RETURNS TABLE(id bigint, then_job bigint, jobs bigint[])
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.offload_group(name text, kind text, arguments jsonb[], then_kind text, then_arguments jsonb, queue text, priority integer, then_queue text, environment jsonb, outer_group bigint, ring boolean) IS 'Puts jobs of one kind on a queue as a group, and returns the number of the group, the job that runs once
all of them have ended, however they do, and the jobs. That job is told by its environment: outcome has
finished, failed, cancelled and failures. More jobs join the group by the key group of their environment, as
long as one of it lives. outer_group: the group of the job that makes this one, which waits for it; as in
make_group. All else is as in offload_many.';

CREATE FUNCTION jobmachine.offload_many(kind text, arguments jsonb[], queue text DEFAULT 'default'::text, priority integer DEFAULT 4, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, after bigint[] DEFAULT NULL::bigint[], attempt_limit integer DEFAULT NULL::integer, environment jsonb DEFAULT '{}'::jsonb, ring boolean DEFAULT true, after_end bigint[] DEFAULT NULL::bigint[]) RETURNS SETOF bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.offload_many(kind text, arguments jsonb[], queue text, priority integer, run_at timestamp with time zone, after bigint[], attempt_limit integer, environment jsonb, ring boolean, after_end bigint[]) IS 'Puts many jobs of one kind on a queue in one statement, and returns their ids in the order of the
arguments. All else is as in offload.';

CREATE FUNCTION jobmachine.offload_scheduled(entry jobmachine.schedule, due timestamp with time zone) RETURNS bigint
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.offload_scheduled(entry jobmachine.schedule, due timestamp with time zone) IS 'Puts a job of a schedule on its queue for a due time, which the job''s environment tells, with the
schedule''s terms. Returns its id, or that of the unique job that is there already. Used by fire_schedule and
run_schedule.';

CREATE FUNCTION jobmachine.offload_unique(kind text, arguments jsonb DEFAULT '{}'::jsonb, key text DEFAULT NULL::text, while text DEFAULT 'live'::text, within interval DEFAULT NULL::interval, otherwise text DEFAULT 'keep'::text, queue text DEFAULT 'default'::text, priority integer DEFAULT 4, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, after bigint[] DEFAULT NULL::bigint[], attempt_limit integer DEFAULT NULL::integer, environment jsonb DEFAULT '{}'::jsonb, ring boolean DEFAULT true, after_end bigint[] DEFAULT NULL::bigint[]) RETURNS TABLE(id bigint, ticket text, is_new boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.offload_unique(kind text, arguments jsonb, key text, while text, within interval, otherwise text, queue text, priority integer, run_at timestamp with time zone, after bigint[], attempt_limit integer, environment jsonb, ring boolean, after_end bigint[]) IS 'Puts a job on a queue unless one with its key is there already, and returns the id and the ticket of the
job that has the key. is_new: false if that job was there already. key: null for the arguments; it belongs to
the kind. while: live until the job has ended, or waiting until it begins. within, which wins over while: for
this time from when the key was taken, unless its job fails or is cancelled. otherwise: keep answers the job
that is there; replace gives it these arguments and times if it has not begun, and offloads another one if it
has (its queue and what it waits for stay); refuse raises unique_violation, with its ticket as the detail.
Raises DJ503 if an open transaction has been taking the key for 2 seconds. All else is as in offload.';

CREATE FUNCTION jobmachine.old_snapshots(patience interval DEFAULT '00:05:00'::interval) RETURNS TABLE(subject text, since timestamp with time zone, words jsonb)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.old_snapshots(patience interval) IS 'Returns the holder of the oldest snapshot, if it has held it for the patience or, if that is not known, for
100,000 transactions. See dead_workers for the columns.';

CREATE FUNCTION jobmachine.oldest_snapshot() RETURNS TABLE(holder text, pid integer, application text, role text, state text, transaction_began_at timestamp with time zone, query_began_at timestamp with time zone, age integer)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.oldest_snapshot() IS 'Returns the session, prepared transaction or replication slot with the oldest view of the data, or the
oldest open change of it: vacuum cannot remove what ended since, so that every queue grows slower. age is in
transactions. No row if nobody else holds one. The server hides other roles'' sessions from those that may not
read them.';

CREATE FUNCTION jobmachine.oldest_waits() RETURNS TABLE(queue text, seconds double precision)
    LANGUAGE sql STABLE
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off';
COMMENT ON FUNCTION jobmachine.oldest_waits() IS 'Returns how long the job that is next in line has been able to run, of each queue with jobs in line; of
several priorities, the longest. It looks at the first job of each line: millions cost as little as a few.';

CREATE FUNCTION jobmachine.outcomes(ids bigint[]) RETURNS TABLE(id bigint, queue text, status jobmachine.status, reply text, error text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION jobmachine.outcomes(ids bigint[]) IS 'Returns the status of jobs, and the reply and error of those that have ended, for whoever waits for them.';

CREATE FUNCTION jobmachine.outdated_workers(patience interval DEFAULT '1 day'::interval) RETURNS TABLE(subject text, since timestamp with time zone, words jsonb)
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION jobmachine.outdated_workers(patience interval) IS 'Returns the workers that are older than the last migration, if that was longer ago than the patience: their
program is of an earlier version. See dead_workers for the columns.';

CREATE FUNCTION jobmachine.own_chores() RETURNS text[]
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.own_chores() IS 'Returns the names of Djet''s own chores, in the order in which do_chores does them.';

CREATE FUNCTION jobmachine.park(worker integer, id bigint, attempt integer, signal text) RETURNS jobmachine.status
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.park(worker integer, id bigint, attempt integer, signal text) IS 'Puts off a job until a signal comes that it has asked for by await_signal, or until that wait is over. The
attempt does not count. The job joins the line at once if the signal has come since, and ends as cancelled if
somebody wants that. Returns its status, or null if the fence refused the report.';

CREATE FUNCTION jobmachine.parse_cron(rule text) RETURNS jobmachine.cron
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.parse_cron(rule text) IS 'Reads a rule of five fields of cron: minute, hour, day of the month (L is the last one), month and weekday
(0 and 7 are Sunday), and a sixth one for seconds; or @hourly, @daily, @weekly, @monthly, @yearly. If day and
weekday are both restricted, either will do, as in cron. Raises DJ400 for another rule, and says which part.';

CREATE FUNCTION jobmachine.parse_rate(text text) RETURNS jobmachine.rate
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.parse_rate(text text) IS 'Reads a rate such as 10/s, 500/h or 10/s burst 20. Without a burst, jobs begin evenly spaced, or 20 times a
second those of a twentieth. Returns null for null. Raises DJ400 for anything else.';

CREATE FUNCTION jobmachine.pause(queue text, by_whom text DEFAULT NULL::text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION jobmachine.pause(queue text, by_whom text) IS 'Lets no worker claim from a queue, or from one below it, any more; running jobs go on. Returns false if it
was paused already. Raises DJ400 if it cannot be the name of a queue, and if the name of whoever pauses it has
more than 200 letters, and DJ503 if somebody else keeps it locked for 10 seconds.';

CREATE FUNCTION jobmachine.pause_schedule(name text, by_whom text DEFAULT NULL::text, why text DEFAULT NULL::text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.pause_schedule(name text, by_whom text, why text) IS 'Lets a schedule make no jobs until it is resumed. Returns false if it was paused already. Raises DJ404 if
there is none of this name.';

CREATE FUNCTION jobmachine.paused_queues(patience interval DEFAULT '01:00:00'::interval) RETURNS TABLE(subject text, since timestamp with time zone, words jsonb)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.paused_queues(patience interval) IS 'Returns the queues that have been paused for the patience, and keep jobs waiting in them or below. See
dead_workers for the columns.';

CREATE FUNCTION jobmachine.paused_schedules() RETURNS TABLE(subject text, since timestamp with time zone, words jsonb)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.paused_schedules() IS 'Returns the schedules that paused themselves, since their jobs were refused or their user was disabled. See
dead_workers for the columns.';

CREATE FUNCTION jobmachine.place_of(worker integer) RETURNS TABLE(rank integer, others integer)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.place_of(worker integer) IS 'The earlier name of rank.';

CREATE FUNCTION jobmachine.plain_delay(delay interval) RETURNS interval
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.plain_delay(delay interval) IS 'Returns a delay within zero and what anybody may mean, so that the time after it is a valid one. Null is
null. Used by fail and snooze.';

CREATE FUNCTION jobmachine.plain_error(error jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.plain_error(error jsonb) IS 'Returns an error as it is kept: an object with a type and a message. Any other shape becomes the message of
an unknown error. One of more than 8 kB keeps its type, its message, cut at 8 kB, and a value of 8 kB at
most.';

CREATE FUNCTION jobmachine.progress(worker integer, id bigint, attempt integer, progress jsonb) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.progress(worker integer, id bigint, attempt integer, progress jsonb) IS 'Notes how far a job is: an object of done, of and note, whose note is cut at 8 kB. Returns true, or null if
the fence refused the report. Raises DJ400 for anything else.';

CREATE FUNCTION jobmachine.promote(queues text[]) RETURNS double precision
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.promote(queues text[]) IS 'Cancels jobs that expire, gives due jobs their position in the line, fires due schedules, and returns in
how many seconds the next of these is due, or a rate lets waiting jobs begin: 0 if some have just joined, null
if there is none. It also frees, or ends, jobs whose needs ended unseen; while that is uncertain of one, it
returns at most 0.2 seconds: see promote_with. A failure there is a warning, and keeps no other job waiting.';

CREATE FUNCTION jobmachine.promote_with(queues text[], INOUT doubts integer, OUT next_in double precision) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.promote_with(queues text[], INOUT doubts integer, OUT next_in double precision) IS 'Does what promote does, for one who looks again and again. next_in: what promote returns. doubts: how many
of the caller''s looks in succession have found something uncertain: 0 at first, then what the last look
returned. The more, the longer is next_in while it stays uncertain: at most 0.2 seconds, and twice as much
each time, up to 3.2.';

CREATE FUNCTION jobmachine.pulse() RETURNS text
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.pulse() IS 'Returns a text that differs whenever something has happened in the queues. Pages compare it now and then,
and read on only if it has changed. It costs as little with millions of jobs as with a few.';

CREATE FUNCTION jobmachine.queues() RETURNS TABLE(name text, paused_at timestamp with time zone, paused_by text, paused_with text, workers integer, slots bigint, "limit" jsonb, in_use integer)
    LANGUAGE sql STABLE
    SET jit TO 'off';
COMMENT ON FUNCTION jobmachine.queues() IS 'Returns the queues that have live or ended jobs, workers or limits, or are paused: since when each is
paused and by whom, and the paused queue above it; how many workers claim from it, and how many jobs those run
at once, of all their queues together; its own limits, an object as in set_limit, and how many jobs run under
them.';

CREATE FUNCTION jobmachine.rank(worker integer) RETURNS TABLE(rank integer, others integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.rank(worker integer) IS 'Returns how many workers that share a queue with this one registered before it, and how many share one in
all. Workers that hear the same ring look in this order.';

CREATE FUNCTION jobmachine.rate_text(rate jobmachine.rate) RETURNS text
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.rate_text(rate jobmachine.rate) IS 'Returns a rate as parse_rate reads it; null for null.';

CREATE TABLE jobmachine.log (
    id bigint NOT NULL,
    job bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    attempt integer NOT NULL,
    level text NOT NULL,
    message text NOT NULL,
    CONSTRAINT log_level_is_one CHECK ((level = ANY (ARRAY['trace'::text, 'debug'::text, 'info'::text, 'notice'::text, 'warning'::text, 'error'::text, 'critical'::text])))
)
PARTITION BY RANGE (at);
COMMENT ON TABLE jobmachine.log IS 'The lines that jobs log while they run, a partition for each day. A line survives the rollback of the job''s own transaction.';
COMMENT ON COLUMN jobmachine.log.id IS 'Grows from line to line of a job: who has seen one reads on from there.';
COMMENT ON COLUMN jobmachine.log.job IS 'The job''s id.';
COMMENT ON COLUMN jobmachine.log.at IS 'The time when it was logged.';
COMMENT ON COLUMN jobmachine.log.attempt IS 'In which attempt, from 1.';
COMMENT ON COLUMN jobmachine.log.level IS 'The level: trace, debug, info, notice, warning, error or critical.';
COMMENT ON COLUMN jobmachine.log.message IS 'The message, with the values that were logged along with it.';

CREATE FUNCTION jobmachine.read_log(id bigint, after bigint DEFAULT 0, amount integer DEFAULT 500) RETURNS SETOF jobmachine.log
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.read_log(id bigint, after bigint, amount integer) IS 'Returns up to amount lines of a job''s log that follow the line after, oldest first.';

CREATE FUNCTION jobmachine.recount() RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.recount() IS 'Forgets the tally and the totals, so that roll_up counts the whole history again, for use after somebody
has changed it by hand. Returns the time at which the count begins.';

CREATE FUNCTION jobmachine.refuse_duplicate(holder bigint, kind text, key text, rule jsonb) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.refuse_duplicate(holder bigint, kind text, key text, rule jsonb) IS 'Raises unique_violation for a unique job whose key another one has; the detail is its ticket, and the hint
tells until when it has the key if it has ended. Used by admit and retake_key.';

CREATE FUNCTION jobmachine.refuse_file(file bigint) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.refuse_file(file bigint) IS 'Raises an error that says why a file cannot be changed: DJ403 if it is another login''s, DJ404 if it is
complete or gone. Used by add_chunk, finish_file and drop_file.';

CREATE FUNCTION jobmachine.refuse_name(queue text, kind text) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.refuse_name(queue text, kind text) IS 'Raises the table''s check_violation, in words, for the name of a queue or a kind. Used by check_job.';

CREATE FUNCTION jobmachine.refuse_null() RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.refuse_null() IS 'Raises DJ400 for null arguments or a null environment. Used by offload, offload_each and
offload_many.';

CREATE FUNCTION jobmachine.refuse_signal(job bigint) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.refuse_signal(job bigint) IS 'Raises DJ404 for a job that does not exist, and DJ409 for one that has ended. Used by signal.';

CREATE FUNCTION jobmachine.register(host text, pid integer, queues text[], slots integer, worker integer DEFAULT NULL::integer, lease interval DEFAULT '00:03:00'::interval) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.register(host text, pid integer, queues text[], slots integer, worker integer, lease interval) IS 'Enters a worker, and marks this session as its life: when the session ends, its jobs are rescued. Returns
its number. A queue gl.* stands for gl and all queues below it: see find_queues. A worker that lost its
session registers again under its number. lease: how long it may be silent, without a beat, before it is taken
for dead. Raises DJ400 for values that no worker can have.';

CREATE FUNCTION jobmachine.release(worker integer, ids bigint[], attempts integer[], have_begun boolean DEFAULT true) RETURNS SETOF bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.release(worker integer, ids bigint[], attempts integer[], have_begun boolean) IS 'Hands jobs back to the line unfinished, as a stopping worker does. The attempt does not count. A job that
somebody wants cancelled ends as cancelled instead. have_begun: false for jobs that were claimed alone, which
still expire, and end as cancelled if their time is over. Returns the ids of those that were still this
worker''s in these attempts.';

CREATE FUNCTION jobmachine.release_dependents(ended bigint[], have_finished boolean DEFAULT true) RETURNS void
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_nestloop TO 'off'
    SET enable_hashjoin TO 'on'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off';
COMMENT ON FUNCTION jobmachine.release_dependents(ended bigint[], have_finished boolean) IS 'Frees the dependents of these jobs, which have finished; if they ended otherwise, only those that wait for
any end. It rings within the transaction, since only the server knows whom to wake. Dependents that somebody
has locked are left to settle, and all beyond 10,000. Used by reply, reply_or_raise, settle_ends and lose.';

CREATE FUNCTION jobmachine.remove_schedule(name text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.remove_schedule(name text) IS 'Removes a schedule; its jobs stay. Raises DJ404 if there is none of this name, and DJ409 if a part declares
it.';

CREATE FUNCTION jobmachine.renew_keys(queue text) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.renew_keys(queue text) IS 'Gives all jobs of a queue, and of those below it, the keys of the present limits, in place of others. Used
by set_limit.';

CREATE FUNCTION jobmachine.repeat_cancellations() RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.repeat_cancellations() IS 'Sees to requests to cancel that were committed too late for the report of their job''s worker: cancels jobs
that no worker has any more, rings the workers of those that run, and forgets those that have ended. Used by
do_chores.';

CREATE FUNCTION jobmachine.reply(worker integer, ids bigint[], attempts integer[], replies jsonb[]) RETURNS SETOF bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION jobmachine.reply(worker integer, ids bigint[], attempts integer[], replies jsonb[]) IS 'Ends jobs with their replies, and returns the ids of those that were still this worker''s in these
attempts. An id that is missing was refused: the job has been rescued, cancelled or ended since, and what was
done for it must be undone. Raises program_limit_exceeded for a reply longer than reply_limit().';

CREATE FUNCTION jobmachine.reply_limit() RETURNS integer
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.reply_limit() IS 'Returns the limit on a job''s reply and on a step''s value, in bytes of their text. It is above the most
that a worker may be told to allow (200 MiB), since the text here has blanks that a worker''s has not.';

CREATE FUNCTION jobmachine.reply_or_raise(worker integer, ids bigint[], attempts integer[], replies jsonb[]) RETURNS void
    LANGUAGE plpgsql
    SET lock_timeout TO '1s';
COMMENT ON FUNCTION jobmachine.reply_or_raise(worker integer, ids bigint[], attempts integer[], replies jsonb[]) IS 'Ends jobs with their replies in the transaction that did their work. Raises DJF01, so that the transaction
cannot commit, if the fence refuses one of them, and lock_not_available if somebody keeps one locked for more
than a second.';

CREATE FUNCTION jobmachine.reply_or_raise(worker integer, id bigint, attempt integer, reply jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.reply_or_raise(worker integer, id bigint, attempt integer, reply jsonb) IS 'Ends one job with its reply in the transaction that did its work. Raises DJF01, so that the transaction
cannot commit, if the fence refuses it.';

CREATE FUNCTION jobmachine.require_group("group" bigint) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.require_group("group" bigint) IS 'Raises DJ409 unless a group can grow: it has not ended, or one of its jobs was retried since and lives. One
that has not ended does not end before the commit. Used by join_group and make_group.';

CREATE FUNCTION jobmachine.require_schedule(name text) RETURNS jobmachine.schedule
    LANGUAGE plpgsql
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION jobmachine.require_schedule(name text) IS 'Returns a schedule, locked until the end of the transaction. Raises DJ404 if there is none of this name,
and DJ503 if somebody else keeps it locked for 10 seconds.';

CREATE FUNCTION jobmachine.rescue(worker integer, beat bigint DEFAULT NULL::bigint) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '2s';
COMMENT ON FUNCTION jobmachine.rescue(worker integer, beat bigint) IS 'Strikes a dead worker off, and brings its jobs back to the line. Returns how many jobs came back, or ended;
one that somebody else keeps locked for half a second is left for the beats to come. A job whose workers died
in five attempts, or in as many as it may have if that is more, ends as error instead, unless it has done a
step in the last five. beat: the worker''s last sign of life, if it is given; after a later one nothing is
done, and it returns null. Raises DJ503 if the worker itself is kept locked for more than 2 seconds.';

CREATE FUNCTION jobmachine.rescue_job(job bigint, death jsonb) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.rescue_job(job bigint, death jsonb) IS 'Notes that a job''s worker died, and brings the job back to the line, or ends it. Used by rescue.';

CREATE FUNCTION jobmachine.reseal(ids bigint[], arguments jsonb[], new_arguments jsonb[], replies jsonb[], new_replies jsonb[]) RETURNS integer
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.reseal(ids bigint[], arguments jsonb[], new_arguments jsonb[], replies jsonb[], new_replies jsonb[]) IS 'Gives jobs the same arguments and replies, encrypted anew. A job that has changed meanwhile, or that
somebody keeps locked, is left out. Returns the number of jobs. Only the schema''s owner may call it.';

CREATE FUNCTION jobmachine.reserve_ids(amount integer, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone) RETURNS TABLE(id bigint, "position" bigint)
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.reserve_ids(amount integer, run_at timestamp with time zone) IS 'Reserves ids for this many jobs, and returns each with its position in the line, which is null if the jobs
are not due. It serves callers that copy jobs into the table, and returns no rows to those that may not.';

CREATE FUNCTION jobmachine.reset_schedule(name text) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.reset_schedule(name text) IS 'Gives a schedule back what its part declares, in place of what somebody chose by hand, and returns its next
due time. Raises DJ404 if there is none of this name, and DJ409 if no part declares it.';

CREATE FUNCTION jobmachine.resume(queue text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION jobmachine.resume(queue text) IS 'Lets workers claim from a paused queue again, and rings it and those below it. Returns false if it was not
paused. Raises DJ503 if somebody else keeps it locked for 10 seconds.';

CREATE FUNCTION jobmachine.resume_schedule(name text) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.resume_schedule(name text) IS 'Lets a paused schedule make jobs again, and returns its next due time. Times that went by meanwhile are not
made up for. Raises DJ404 if there is none of this name.';

CREATE FUNCTION jobmachine.retake_key(job bigint) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.retake_key(job bigint) IS 'Takes the key of a unique job that failed or was cancelled and is to come back. Raises unique_violation if
another job has it. Used by retry.';

CREATE FUNCTION jobmachine.retentions(retention interval, finished interval, error interval, cancelled interval) RETURNS TABLE(status jobmachine.status, term interval)
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.retentions(retention interval, finished interval, error interval, cancelled interval) IS 'Returns how long ended jobs are kept, by their status: a day at least. retention is that of the statuses
for which none is given. A status without any is left out: its jobs are kept for ever. Used by do_chores and
longest_retention.';

CREATE FUNCTION jobmachine.retry(id bigint) RETURNS jobmachine.status
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.retry(id bigint) IS 'Brings a job that failed or was cancelled back to the line, with as many attempts as it had at first, and
with it those that ended because it did, which wait for it again; lets a scheduled one run now. Returns the
job''s status, which is entered if it was brought back, or waiting if it needs others that live. Null if there
is no such job. Raises DJ409, and changes nothing, if a file that it was given is no longer stored,
unique_violation if another job has its key, and DJ503 if somebody else keeps it, or one beside it, locked for
10 seconds.';

CREATE FUNCTION jobmachine.retry_job(id bigint, patience interval DEFAULT NULL::interval) RETURNS jobmachine.status
    LANGUAGE plpgsql
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION jobmachine.retry_job(id bigint, patience interval) IS 'Does what retry does. patience: the longest wait for each lock, 10 seconds by default. Used by retry and retry_many.';

CREATE FUNCTION jobmachine.retry_many(ids bigint[]) RETURNS TABLE(id bigint, status jobmachine.status)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.retry_many(ids bigint[]) IS 'Brings jobs back to the line, and returns the status of each, as retry does. A job that cannot be retried
stays as it is. It waits 10 seconds for the first one that somebody else keeps locked, and a hundredth of one
for each further. Raises DJ400 for more than 10,000 ids.';

CREATE FUNCTION jobmachine.return_key(job bigint, kind text, arguments jsonb, rule jsonb) RETURNS boolean
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.return_key(job bigint, kind text, arguments jsonb, rule jsonb) IS 'Returns true if a unique job that ended because another did may come back with it, and takes its key. False
if another job has the key, or has just come back with it. Used by revive.';

CREATE FUNCTION jobmachine.revive(needed bigint[]) RETURNS void
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_incremental_sort TO 'off'
    SET jit TO 'off';
COMMENT ON FUNCTION jobmachine.revive(needed bigint[]) IS 'Brings back the jobs that ended because these did, which are live again, and those that ended because of
them in turn: they wait again. Used by retry and take_over.';

CREATE FUNCTION jobmachine.rights() RETURNS TABLE(role text, "right" text, object text)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.rights() IS 'Returns the rights of the roles. djet_offload offloads jobs, waits for tickets, cancels them and sends them
signals, and stores and reads files, but is not told the arguments of jobs; djet_work is a worker, and may do
the same; djet_admin reads everything, and calls all that the jobs page does. Nobody writes to tables.
grant_rights grants them.';

CREATE FUNCTION jobmachine.ring(queue text, word text DEFAULT ''::text) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.ring(queue text, word text) IS 'Rings the workers of a queue, and those of the branches that it belongs to. The word tells them of what:
later if a job is not due yet.';

CREATE FUNCTION jobmachine.ring_branch(root text) RETURNS void
    LANGUAGE sql;
COMMENT ON FUNCTION jobmachine.ring_branch(root text) IS 'Rings a queue, and those below it that have jobs.';

CREATE FUNCTION jobmachine.ring_groups(groups jsonb[]) RETURNS void
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    SET enable_nestloop TO 'on'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off';
COMMENT ON FUNCTION jobmachine.ring_groups(groups jsonb[]) IS 'Rings the queues of the jobs that wait for groups, or for those around them, one of whose jobs has ended
without a worker: somebody must look whether it was the last. Used by end_each.';

CREATE FUNCTION jobmachine.roll_up(patience interval DEFAULT '00:00:01'::interval) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.roll_up(patience interval) IS 'Counts ended jobs, minute by minute, as far as they are settled and its patience lasts. Returns the time up
to which all is counted. Workers call it with their beat, and pages before they show the tally. It does
nothing if somebody else is counting.';

CREATE FUNCTION jobmachine.rule_of(environment jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.rule_of(environment jsonb) IS 'Returns the rule of a unique job as key_of reads it: with the job''s tenant, since no tenant has part in
the jobs of another.';

CREATE FUNCTION jobmachine.run_schedule(name text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.run_schedule(name text) IS 'Makes a job of a schedule now, even if it is paused, and returns the job''s id. The next due time stays.
Raises DJ404 if there is none of this name.';

CREATE FUNCTION jobmachine.running() RETURNS SETOF jobmachine.job
    LANGUAGE sql STABLE
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off';
COMMENT ON FUNCTION jobmachine.running() IS 'Returns the jobs that workers run at present. An index on the worker would make each claim dearer; but
claimed jobs stand at the head of their line, of which the first 5000 are looked at, or in the list of their
limit.';

CREATE FUNCTION jobmachine.scarce_connections(share double precision DEFAULT 0.1) RETURNS TABLE(subject text, since timestamp with time zone, words jsonb)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.scarce_connections(share double precision) IS 'Returns the limits of connections, of the server, the database and the caller''s role, of which less than a
share is left, or fewer than three. See dead_workers for the columns.';

CREATE FUNCTION jobmachine.schedule_interval(rule text) RETURNS interval
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.schedule_interval(rule text) IS 'Returns the interval of a rule such as @every 10 minutes, of whole seconds; null for a rule of another
form. Raises DJ400 for an interval that no schedule can have.';

CREATE FUNCTION jobmachine.schedule_terms() RETURNS text[]
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.schedule_terms() IS 'Returns the names of the terms that a schedule can set for its jobs. Used by those that add and change
schedules.';

CREATE FUNCTION jobmachine.schedule_with(entry jobmachine.schedule, changes jsonb) RETURNS jobmachine.schedule
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.schedule_with(entry jobmachine.schedule, changes jsonb) IS 'Returns a schedule with other values. Raises DJ400 for names of values that no schedule has. Used by
add_schedule, change_schedule, declare_schedules and reset_schedule.';

CREATE FUNCTION jobmachine.sealed_jobs(after bigint, amount integer) RETURNS TABLE(id bigint, kind text, arguments text, reply text)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.sealed_jobs(after bigint, amount integer) IS 'Looks through some jobs, live and ended, from the next id on, and returns those with encrypted values. The
last row is the last job that it looked at, with nulls if it has none. No row if there are no more jobs.';

CREATE FUNCTION jobmachine.seconds_of(span jsonb) RETURNS jsonb
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION jobmachine.seconds_of(span jsonb) IS 'Returns a span of time in seconds: a number as it is, a text as PostgreSQL reads intervals. Raises DJ400
for any other value. Used by terms_of.';

CREATE FUNCTION jobmachine.set_limit(queue text, running integer DEFAULT NULL::integer, key text DEFAULT NULL::text, key_running integer DEFAULT NULL::integer, rate text DEFAULT NULL::text, key_rate text DEFAULT NULL::text, by_whom text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION jobmachine.set_limit(queue text, running integer, key text, key_running integer, rate text, key_rate text, by_whom text) IS 'Sets the limits of a queue, which hold for it and all queues below it together, in place of those that it
had. running: the most jobs at once, from 1 to 1,000,000. key: the argument whose values take turns, such as
customer or order.customer. key_running: the most jobs of one key at once. rate, key_rate: how many begin in a
time, in all and of one key, such as 10/s or 500/h burst 20. Raises DJ400 for values that no limit can have,
DJ409 if a queue above or below it has a key, and DJ503 if somebody else keeps the limits locked for 10
seconds. A claim that begins after the commit obeys the limits, and counts the jobs that run. While a queue
had no limits, its claims locked nothing: what one takes that is under way at the commit runs beside what the
limits allow, and counts from the next call on that sets the limits.';

CREATE FUNCTION jobmachine.settle(OUT is_certain boolean, OUT has_more boolean) RETURNS record
    LANGUAGE plpgsql
    SET lock_timeout TO '500ms'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET jit TO 'off';
COMMENT ON FUNCTION jobmachine.settle(OUT is_certain boolean, OUT has_more boolean) IS 'Makes sure that jobs that wait for others hear of their ends, even of one that ended while the transaction
was open that offloaded the waiting job, and that groups end with their last job. is_certain: true if that is
certain of all; false if not, or if somebody else is settling, so that it is to be called again soon.
has_more: true if there was more than one call sees to, so that it is to be called again at once. A failure
for one of them is a warning, and tried again with the next beat. Used by promote_with and do_chores.';

CREATE FUNCTION jobmachine.settle_ends(ended bigint[], status jobmachine.status) RETURNS bigint[]
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.settle_ends(ended bigint[], status jobmachine.status) IS 'Frees or ends the dependents of jobs that ended with this status, job by job if that fails for all at once.
Returns the jobs for which it failed. Used by settle.';

CREATE FUNCTION jobmachine.settle_group("group" bigint) RETURNS boolean
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET jit TO 'off';
COMMENT ON FUNCTION jobmachine.settle_group("group" bigint) IS 'Ends a group if all of its jobs, and the groups within it, have ended; then the one around it, and so on.
Returns false if somebody is adding to one of them or has locked the job that waits for it: it is to be called
again. Used by settle_groups.';

CREATE FUNCTION jobmachine.settle_groups() RETURNS boolean
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET jit TO 'off';
COMMENT ON FUNCTION jobmachine.settle_groups() IS 'Adds the ends of jobs to the counts of their groups, and of those around them if theirs have ended, and
sees to the groups that have ended by that. Returns true if that is certain of all. Used by settle, which lets
one session at a time do so.';

CREATE FUNCTION jobmachine.settled_until() RETURNS timestamp with time zone
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.settled_until() IS 'Returns the minute up to which nothing can be added to the history any more. Open transactions that have
ended jobs are waited for, however long they last. Used by roll_up.';

CREATE FUNCTION jobmachine.share(job bigint, "user" text) RETURNS void
    LANGUAGE sql;
COMMENT ON FUNCTION jobmachine.share(job bigint, "user" text) IS 'Lets a user who was given the ticket of somebody else''s unique job see it. Used by admit.';

CREATE FUNCTION jobmachine.signal(id bigint, name text, value jsonb DEFAULT 'null'::jsonb, by_whom text DEFAULT NULL::text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION jobmachine.signal(id bigint, name text, value jsonb, by_whom text) IS 'Sends a signal to a live job, and returns true. A job that is parked on it joins the line; any other keeps
it until it asks. Returns false, and changes nothing, if the same signal with the same value was sent before.
Raises DJ400 for a name or a value that no signal has, DJ404 if there is no such job, DJ409 if the job has
ended, waits for this signal no longer, has it with another value or newer than the snapshot of this
transaction, or has 100 of them, and DJ503 if somebody else keeps the job locked for 10 seconds. by_whom: the
person who sends it, up to 200 characters.';

CREATE FUNCTION jobmachine.signals_of(job bigint) RETURNS TABLE(name text, ends_at timestamp with time zone, timed_out_at timestamp with time zone, sent_at timestamp with time zone, sent_by text, is_parked boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.signals_of(job bigint) IS 'Returns the signals of a job, without their values: those that were sent, oldest first, then those that it
waits for, each with the time at which the wait is over. is_parked: the job does nothing until that signal
comes, or until then.';

CREATE FUNCTION jobmachine.snooze(worker integer, id bigint, attempt integer, delay interval) RETURNS jobmachine.status
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.snooze(worker integer, id bigint, attempt integer, delay interval) IS 'Puts off a job that its worker cannot do yet: it runs again after delay, at once if that is null, and the
attempt does not count. A job that somebody wants cancelled ends as cancelled instead. Returns its status, or
null if the fence refused the report.';

CREATE FUNCTION jobmachine.sort_keys(queue text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.sort_keys(queue text) IS 'Gives their keys to all jobs of a queue, and of those below it, that have none, since they came by a COPY,
or while the limit was set. Used by those who copy jobs into the table; a beat does what it has time for.';

CREATE FUNCTION jobmachine.sort_keys_until(queue text, deadline timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.sort_keys_until(queue text, deadline timestamp with time zone) IS 'Gives their keys to jobs of a queue, and of those below it, that have none, a thousand at a time. Returns
true when all have one, and false if the time is over before; null is no time. Used by sort_keys and
do_chores.';

CREATE FUNCTION jobmachine.status_of(worker integer, waiting_for integer, "position" bigint) RETURNS jobmachine.status
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.status_of(worker integer, waiting_for integer, "position" bigint) IS 'Returns the status of a live job. The planner replaces each call by the expression.';

CREATE TABLE jobmachine.cancellation (
    job bigint NOT NULL,
    requested_at timestamp with time zone DEFAULT now() NOT NULL
);
COMMENT ON TABLE jobmachine.cancellation IS 'Running jobs that somebody wants cancelled. A request is a row of its own: who makes it locks nothing that the job''s worker needs. A row goes when its job ends as cancelled, or with a later beat. Nearly always empty.';
COMMENT ON COLUMN jobmachine.cancellation.job IS 'The id of the job.';
COMMENT ON COLUMN jobmachine.cancellation.requested_at IS 'The time when the transaction began that asked first.';

CREATE TABLE jobmachine.history (
    id bigint NOT NULL,
    run_at timestamp with time zone NOT NULL,
    offloaded_at timestamp with time zone NOT NULL,
    claimed_at timestamp with time zone,
    finished_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    worker integer,
    attempt integer NOT NULL,
    attempt_limit integer NOT NULL,
    priority smallint NOT NULL,
    status jobmachine.status NOT NULL,
    queue text NOT NULL,
    kind text NOT NULL,
    arguments jsonb NOT NULL,
    environment jsonb NOT NULL,
    reply jsonb,
    error jsonb,
    limit_is_given boolean DEFAULT true NOT NULL,
    CONSTRAINT history_error_says_why CHECK (((status <> 'error'::jobmachine.status) OR (error IS NOT NULL))),
    CONSTRAINT history_has_ended CHECK ((status = ANY (ARRAY['finished'::jobmachine.status, 'error'::jobmachine.status, 'cancelled'::jobmachine.status])))
)
PARTITION BY RANGE (finished_at);
COMMENT ON TABLE jobmachine.history IS 'The jobs that have ended, a partition for each day; old days are dropped whole.';
COMMENT ON COLUMN jobmachine.history.id IS 'The number of its ticket.';
COMMENT ON COLUMN jobmachine.history.run_at IS 'The time before which it did not run.';
COMMENT ON COLUMN jobmachine.history.offloaded_at IS 'The time when it was offloaded.';
COMMENT ON COLUMN jobmachine.history.claimed_at IS 'The time when its last attempt began; null before the first.';
COMMENT ON COLUMN jobmachine.history.finished_at IS 'The time when it ended.';
COMMENT ON COLUMN jobmachine.history.worker IS 'The worker that ran its last attempt; null if none did.';
COMMENT ON COLUMN jobmachine.history.attempt IS 'The number of times that it was claimed.';
COMMENT ON COLUMN jobmachine.history.attempt_limit IS 'The last attempt: if it failed, the job ended as error.';
COMMENT ON COLUMN jobmachine.history.priority IS '0 goes first, 9 last.';
COMMENT ON COLUMN jobmachine.history.status IS 'The status: finished, error or cancelled.';
COMMENT ON COLUMN jobmachine.history.queue IS 'The line it stood in.';
COMMENT ON COLUMN jobmachine.history.kind IS 'The name of the handler that it needed.';
COMMENT ON COLUMN jobmachine.history.arguments IS 'The value that the handler got.';
COMMENT ON COLUMN jobmachine.history.environment IS 'The user and the tenant on whose behalf it ran, and the rest of its environment.';
COMMENT ON COLUMN jobmachine.history.reply IS 'The answer.';
COMMENT ON COLUMN jobmachine.history.error IS 'The error: type, message, and the error itself if it could be encoded; null if there was none.';
COMMENT ON COLUMN jobmachine.history.limit_is_given IS 'True if its number of attempts was given by whoever offloaded it, or by its handler.';

CREATE VIEW jobmachine.jobs AS
 SELECT job.id,
    ((job.queue || '.'::text) || job.id) AS ticket,
    job.queue,
    job.kind,
    jobmachine.status_of(job.worker, job.waiting_for, job."position") AS status,
    job.priority,
    job.attempt,
    job.attempt_limit,
    job.waiting_for,
    job.worker,
    job.offloaded_at,
    job.run_at,
    job.claimed_at,
    NULL::timestamp with time zone AS finished_at,
    (EXISTS ( SELECT
           FROM jobmachine.cancellation c
          WHERE (c.job = job.id))) AS cancel_requested,
    job.arguments,
    job.environment,
    job.progress,
    NULL::jsonb AS reply,
    job.error,
        CASE
            WHEN job.limit_is_given THEN COALESCE(
            CASE
                WHEN (jsonb_typeof((job.environment -> 'attempts'::text)) = 'number'::text) THEN (LEAST(((job.environment -> 'attempts'::text))::numeric, (999999999)::numeric))::integer
                ELSE NULL::integer
            END, job.attempt_limit)
            ELSE NULL::integer
        END AS attempts
   FROM jobmachine.job
UNION ALL
 SELECT history.id,
    ((history.queue || '.'::text) || history.id) AS ticket,
    history.queue,
    history.kind,
    history.status,
    history.priority,
    history.attempt,
    history.attempt_limit,
    0 AS waiting_for,
    history.worker,
    history.offloaded_at,
    history.run_at,
    history.claimed_at,
    history.finished_at,
    false AS cancel_requested,
    history.arguments,
    history.environment,
    NULL::jsonb AS progress,
    history.reply,
    history.error,
        CASE
            WHEN history.limit_is_given THEN COALESCE(
            CASE
                WHEN (jsonb_typeof((history.environment -> 'attempts'::text)) = 'number'::text) THEN (LEAST(((history.environment -> 'attempts'::text))::numeric, (999999999)::numeric))::integer
                ELSE NULL::integer
            END, history.attempt_limit)
            ELSE NULL::integer
        END AS attempts
   FROM jobmachine.history;
COMMENT ON VIEW jobmachine.jobs IS 'All jobs, live and ended, with their status.';
COMMENT ON COLUMN jobmachine.jobs.id IS 'The number of its ticket.';
COMMENT ON COLUMN jobmachine.jobs.ticket IS 'The ticket: its queue and its id, as in slow.42.';
COMMENT ON COLUMN jobmachine.jobs.queue IS 'The queue that it was offloaded to.';
COMMENT ON COLUMN jobmachine.jobs.kind IS 'The handler that it needs: for a model function, the function''s name.';
COMMENT ON COLUMN jobmachine.jobs.status IS 'The status: entered, processing, scheduled, waiting, finished, error or cancelled.';
COMMENT ON COLUMN jobmachine.jobs.priority IS 'The priority: 0 goes first, 9 last.';
COMMENT ON COLUMN jobmachine.jobs.attempt IS 'The number of times that it has been claimed.';
COMMENT ON COLUMN jobmachine.jobs.attempt_limit IS 'The last attempt: if it fails, the job ends as error.';
COMMENT ON COLUMN jobmachine.jobs.waiting_for IS 'The number of jobs that it still waits for.';
COMMENT ON COLUMN jobmachine.jobs.worker IS 'The worker that runs it, or ran its last attempt; null if none has claimed it.';
COMMENT ON COLUMN jobmachine.jobs.offloaded_at IS 'The time when it was offloaded.';
COMMENT ON COLUMN jobmachine.jobs.run_at IS 'The time before which it does not run.';
COMMENT ON COLUMN jobmachine.jobs.claimed_at IS 'The time when its last attempt began; null before the first.';
COMMENT ON COLUMN jobmachine.jobs.finished_at IS 'The time when it ended; null while it is live.';
COMMENT ON COLUMN jobmachine.jobs.cancel_requested IS 'True if its worker has been asked to stop it.';
COMMENT ON COLUMN jobmachine.jobs.arguments IS 'The arguments of its handler: for a model function, the function itself.';
COMMENT ON COLUMN jobmachine.jobs.environment IS 'The user on whose behalf it runs, their locale and trace.';
COMMENT ON COLUMN jobmachine.jobs.progress IS 'The progress: done, of and note; null if none was reported, and once it has ended.';
COMMENT ON COLUMN jobmachine.jobs.reply IS 'The reply; null unless it has finished.';
COMMENT ON COLUMN jobmachine.jobs.error IS 'The error of its last attempt: type, message, and the error itself if it could be encoded.';
COMMENT ON COLUMN jobmachine.jobs.attempts IS 'The number of attempts that it was given, of which attempt_limit is the last; null for as many as its handler allows.';

CREATE FUNCTION jobmachine.status(id bigint) RETURNS SETOF jobmachine.jobs
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.status(id bigint) IS 'Returns all that is known of one job, live or ended. No row if it does not exist, or no longer.';

CREATE FUNCTION jobmachine.steps(job bigint) RETURNS TABLE(name text, value text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.steps(job bigint) IS 'Returns the steps that a job has done, oldest first, and the value of each.';

CREATE FUNCTION jobmachine.stored_bytes_of(owner text) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.stored_bytes_of(owner text) IS 'Returns the bytes that the files of a user take together, including those that are still being stored. Each
file counts 4096 besides its own, so that empty ones count.';

CREATE FUNCTION jobmachine.strike_off(worker integer) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.strike_off(worker integer) IS 'Rescues the jobs of workers that died unwatched, whose sessions were gone at this worker''s last beat and
still are, and jobs that were locked when their worker was struck off. One beat is not enough: after a
standstill or a restart of the server all sessions may be gone for a moment. Used by beat.';

CREATE FUNCTION jobmachine.suspend_schedule(name text, why text) RETURNS void
    LANGUAGE sql;
COMMENT ON FUNCTION jobmachine.suspend_schedule(name text, why text) IS 'Lets a schedule pause itself. Does nothing if there is none of this name. Used by fire and fail.';

CREATE FUNCTION jobmachine.suspend_schedules_of("user" text, why text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION jobmachine.suspend_schedules_of("user" text, why text) IS 'Pauses the schedules on behalf of a user, such as one who is disabled, and returns how many. Raises DJ503
if somebody else keeps one of them locked for 10 seconds.';

CREATE FUNCTION jobmachine.take_key(job bigint, kind text, arguments jsonb, rule jsonb) RETURNS bigint
    LANGUAGE plpgsql
    SET lock_timeout TO '2s';
COMMENT ON FUNCTION jobmachine.take_key(job bigint, kind text, arguments jsonb, rule jsonb) IS 'Returns the job that has the key of a unique job: this one if the key was free, which takes it, or the
other one. Waits up to 2 seconds for an open transaction that takes the same key; raises lock_not_available
then. Used by admit, retake_key and return_key.';

CREATE FUNCTION jobmachine.take_off_tally(finished_at timestamp with time zone[], queues text[], kinds text[], statuses jobmachine.status[]) RETURNS void
    LANGUAGE sql;
COMMENT ON FUNCTION jobmachine.take_off_tally(finished_at timestamp with time zone[], queues text[], kinds text[], statuses jobmachine.status[]) IS 'Notes in the tally that ended jobs, given by parallel arrays, have left the history. Used by bring_back and
delete_ended, which hold lock_tally.';

CREATE FUNCTION jobmachine.take_over(job bigint, instead_of bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION jobmachine.take_over(job bigint, instead_of bigint) IS 'Lets the jobs that ended because one failed or was cancelled come back and wait for another, which does the
same again. Raises DJ503 if the ended jobs are being counted or retried, or these are kept locked, for longer
than 10 seconds.';

CREATE FUNCTION jobmachine.tally_minute(since timestamp with time zone) RETURNS void
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan';
COMMENT ON FUNCTION jobmachine.tally_minute(since timestamp with time zone) IS 'Adds the jobs that ended in one minute to the tally, to the totals, and to the spread of their times. Used
by roll_up.';

CREATE FUNCTION jobmachine.tally_up(patience interval DEFAULT '00:00:01'::interval) RETURNS timestamp with time zone
    LANGUAGE sql;
COMMENT ON FUNCTION jobmachine.tally_up(patience interval) IS 'The earlier name of roll_up.';

CREATE FUNCTION jobmachine.tell_empty(queue text, worker integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off';
COMMENT ON FUNCTION jobmachine.tell_empty(queue text, worker integer) IS 'Tells the other workers of a queue that a worker has left no job in its line, if so: they need not look for
what they were rung for before.';

CREATE FUNCTION jobmachine.tenant_counts(tenants text[], reach integer DEFAULT 10000) RETURNS TABLE(queue text, status jobmachine.status, amount bigint, is_exact boolean)
    LANGUAGE sql STABLE
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION jobmachine.tenant_counts(tenants text[], reach integer) IS 'Returns how many jobs some tenants have, in a row for each queue and status. It looks at no more than the
last reach live jobs, and as many that ended last; is_exact is false if there are more than that.';

CREATE FUNCTION jobmachine.terms_of(terms jsonb) RETURNS jsonb
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION jobmachine.terms_of(terms jsonb) IS 'Returns the terms of a schedule''s jobs as they are stored, with times in seconds. Raises DJ400 for what is
no term. Used by schedule_with.';

CREATE FUNCTION jobmachine.ticket_of(job bigint) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.ticket_of(job bigint) IS 'Returns the ticket of a job, such as slow.42; null if there is none. A unique job''s may be in
another queue than the one that was asked for.';

CREATE VIEW jobmachine.tickets AS
 SELECT j.id,
    j.ticket,
    j.kind,
    j.status,
    j.attempt,
    j.attempt_limit,
    j.waiting_for,
    j.cancel_requested,
    j.offloaded_at,
    j.run_at,
    j.claimed_at,
    j.finished_at,
    (j.error ->> 'type'::text) AS error_type,
    (j.error ->> 'message'::text) AS error,
    j.progress,
    j.reply,
    (j.environment ->> 'user'::text) AS owner,
    (j.environment ->> 'tenant'::text) AS tenant
   FROM jobmachine.jobs j;
COMMENT ON VIEW jobmachine.tickets IS 'All jobs as their waiters see them: status and outcome, without the arguments.';
COMMENT ON COLUMN jobmachine.tickets.id IS 'The number of its ticket.';
COMMENT ON COLUMN jobmachine.tickets.ticket IS 'The ticket: its queue and its id, as in slow.42.';
COMMENT ON COLUMN jobmachine.tickets.kind IS 'The handler that it needs: for a model function, the function''s name.';
COMMENT ON COLUMN jobmachine.tickets.status IS 'The status: entered, processing, scheduled, waiting, finished, error or cancelled.';
COMMENT ON COLUMN jobmachine.tickets.attempt IS 'The number of times that it has been claimed.';
COMMENT ON COLUMN jobmachine.tickets.attempt_limit IS 'The last attempt: if it fails, the job ends as error.';
COMMENT ON COLUMN jobmachine.tickets.waiting_for IS 'The number of jobs that it still waits for.';
COMMENT ON COLUMN jobmachine.tickets.cancel_requested IS 'True if its worker has been asked to stop it.';
COMMENT ON COLUMN jobmachine.tickets.offloaded_at IS 'The time when it was offloaded.';
COMMENT ON COLUMN jobmachine.tickets.run_at IS 'The time before which it does not run.';
COMMENT ON COLUMN jobmachine.tickets.claimed_at IS 'The time when its last attempt began; null before the first.';
COMMENT ON COLUMN jobmachine.tickets.finished_at IS 'The time when it ended; null while it is live.';
COMMENT ON COLUMN jobmachine.tickets.error_type IS 'The type of its last attempt''s error.';
COMMENT ON COLUMN jobmachine.tickets.error IS 'The message of its last attempt''s error.';
COMMENT ON COLUMN jobmachine.tickets.progress IS 'The progress: done, of and note; null if none was reported, and once it has ended.';
COMMENT ON COLUMN jobmachine.tickets.reply IS 'The reply; null unless it has finished.';
COMMENT ON COLUMN jobmachine.tickets.owner IS 'The user on whose behalf it runs; null for nobody in particular.';
COMMENT ON COLUMN jobmachine.tickets.tenant IS 'The tenant on whose behalf it runs; null for none.';

CREATE FUNCTION jobmachine.tickets_of(owner text, before bigint DEFAULT NULL::bigint, amount integer DEFAULT 50, tenants text[] DEFAULT NULL::text[]) RETURNS SETOF jobmachine.tickets
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.tickets_of(owner text, before bigint, amount integer, tenants text[]) IS 'Returns the jobs that a user offloaded: the live ones, highest id first, then the ended ones, newest end
first. before is the id of the last one that is known already. tenants: only jobs of these; null for all.';

CREATE FUNCTION jobmachine.time_text(at timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.time_text(at timestamp with time zone) IS 'Returns a time as it stands in the environment of a job. Used by offload_scheduled.';

CREATE FUNCTION jobmachine.tokens(rate jobmachine.rate, full_at timestamp with time zone) RETURNS integer
    LANGUAGE sql;
COMMENT ON FUNCTION jobmachine.tokens(rate jobmachine.rate, full_at timestamp with time zone) IS 'Returns how many jobs may begin now at a rate whose bucket is full at a time. A bucket is never further
from full than empty, wherever the clock jumps. Returns null without a rate.';

CREATE FUNCTION jobmachine.unclaimed_queues(patience interval DEFAULT '00:05:00'::interval) RETURNS TABLE(subject text, since timestamp with time zone, words jsonb)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.unclaimed_queues(patience interval) IS 'Returns the queues whose jobs could have run for the patience, but from which no living worker claims. See
dead_workers for the columns.';

CREATE FUNCTION jobmachine.unknown_kinds() RETURNS TABLE(subject text, since timestamp with time zone, words jsonb)
    LANGUAGE sql STABLE
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off';
COMMENT ON FUNCTION jobmachine.unknown_kinds() IS 'Returns the kinds of which a worker that had no handler for them ended a job, yesterday or today. It looks
at the last job of each queue, kind, status and worker, and skips from one to the next: millions of jobs cost
as little as a few. See dead_workers for the columns.';

CREATE FUNCTION jobmachine.unregister(worker integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.unregister(worker integer) IS 'Strikes off a worker that stops by itself, in the session in which it registered.';

CREATE FUNCTION jobmachine.unresponsive_workers(patience interval DEFAULT '00:05:00'::interval) RETURNS TABLE(subject text, since timestamp with time zone, words jsonb)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.unresponsive_workers(patience interval) IS 'Returns the workers that live and run nothing, while a job of their queues that nothing keeps from
beginning has been at the head of its line for the patience. See dead_workers for the columns.';

CREATE FUNCTION jobmachine.up_to(amount integer) RETURNS integer
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.up_to(amount integer) IS 'Returns how many rows somebody wants at most. Raises DJ400 if that is less than none.';

CREATE FUNCTION jobmachine.wait_for(job bigint, needs bigint[], ends bigint[] DEFAULT NULL::bigint[]) RETURNS integer
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.wait_for(job bigint, needs bigint[], ends bigint[]) IS 'Notes the live jobs that a new job waits for, until they finish (needs) or end (ends), and returns how
many. Raises DJ400 for more than 10,000, and DJ409 for one that does not exist, or of needs that ended
otherwise than finished. Used by offload.';

CREATE FUNCTION jobmachine.wake(job bigint, signal text) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION jobmachine.wake(job bigint, signal text) IS 'Ends the wait of a job for a signal that has come, gives the job a position in the line if it is parked on
that signal, and rings for it if it is in the line. Used by signal.';

CREATE FUNCTION jobmachine.watch(worker integer, patience interval DEFAULT '00:01:00'::interval) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.watch(worker integer, patience interval) IS 'Waits until the next worker dies (the one with the next higher number, or else the first), and rescues its
jobs: each worker is watched by another, and a death is known at once, without polling. A worker whose session
lives on, but that has given no sign of life for its lease, is taken for dead, too; that is found at the end
of a wait, at most one patience later. No table is locked while it waits. Returns how many jobs were rescued,
0 if nobody died within the patience or the next one stopped by itself, null if there is nobody to watch.';

CREATE FUNCTION jobmachine.way_of(filter jsonb) RETURNS TABLE(direction text, bound text, beyond text)
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION jobmachine.way_of(filter jsonb) IS 'Returns how a filter wants ended jobs in order, in SQL: the direction of the order, the operator of the
time at which it stops, and that of what lies beyond a job. They come newest end first, or oldest if order is
oldest. Used by look_by_time and look_by_bucket.';

CREATE FUNCTION jobmachine.workers() RETURNS TABLE(id integer, host text, pid integer, queues text[], slots integer, started_at timestamp with time zone, seen_at timestamp with time zone, is_alive boolean)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.workers() IS 'Returns the workers; is_alive is true if a worker''s session still holds its lock. The jobs of one that
does not are rescued soon.';

CREATE FUNCTION jobmachine.write_log(worker integer, id bigint, attempt integer, ages double precision[], levels text[], messages text[]) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION jobmachine.write_log(worker integer, id bigint, attempt integer, ages double precision[], levels text[], messages text[]) IS 'Adds lines to a job''s log, in their order: how many seconds ago each was logged, its level, and its
message, which is cut at 8 kB. Returns true, or null if the fence refused it.
Raises DJ400 for a line without one of the seven levels.';

CREATE FUNCTION jobmachine.zone_change(zone text, after timestamp with time zone, until timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION jobmachine.zone_change(zone text, after timestamp with time zone, until timestamp with time zone) IS 'Returns the time at which the clocks of a zone are set, after one time and up to another one; null if they
are not. The times are whole seconds, and at most some days apart: no zone sets its clocks twice within days.
Used by next_due.';

CREATE FUNCTION jobmachine.zone_offset(zone text, at timestamp with time zone) RETURNS interval
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION jobmachine.zone_offset(zone text, at timestamp with time zone) IS 'Returns how far the clocks of a zone are ahead of UTC at a time.';

CREATE FUNCTION logistics.add_warehouse(code text, name text) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION logistics.add_warehouse(code text, name text) IS 'Adds a warehouse. Raises DJ400 for an empty or long text, and DJ409 for a code that exists.';

CREATE SEQUENCE logistics.parcel_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
COMMENT ON SEQUENCE logistics.parcel_number IS 'Numbers for the codes of parcels.';

CREATE TABLE logistics.parcel (
    id bigint NOT NULL,
    shipped_at timestamp with time zone NOT NULL,
    shipped_on date NOT NULL,
    code text DEFAULT ('P'::text || nextval('logistics.parcel_number'::regclass)) NOT NULL COLLATE pg_catalog."C",
    order_number text NOT NULL COLLATE pg_catalog."C",
    carrier text,
    tracking_number text,
    CONSTRAINT parcel_carrier_has_1_to_100_characters CHECK (((char_length(carrier) >= 1) AND (char_length(carrier) <= 100))),
    CONSTRAINT parcel_code_has_1_to_64_characters CHECK (((char_length(code) >= 1) AND (char_length(code) <= 64))),
    CONSTRAINT parcel_tracking_number_has_1_to_100_characters CHECK (((char_length(tracking_number) >= 1) AND (char_length(tracking_number) <= 100)))
);
COMMENT ON TABLE logistics.parcel IS 'The parcels: goods that were shipped of an order at once. An order may need several.';
COMMENT ON COLUMN logistics.parcel.id IS 'The key that model functions and addresses use.';
COMMENT ON COLUMN logistics.parcel.shipped_at IS 'The time when it was shipped.';
COMMENT ON COLUMN logistics.parcel.shipped_on IS 'The day of that in the shop''s time zone.';
COMMENT ON COLUMN logistics.parcel.code IS 'Its code for people: P1, P2, …, perhaps with gaps.';
COMMENT ON COLUMN logistics.parcel.order_number IS 'The order that it belongs to.';
COMMENT ON COLUMN logistics.parcel.carrier IS 'The carrier; null if nobody said.';
COMMENT ON COLUMN logistics.parcel.tracking_number IS 'The carrier''s number of it. Like the carrier, it may be known later.';

CREATE FUNCTION logistics.book_parcels(needs logistics.need[], shipped_at timestamp with time zone, carrier text, tracking_number text) RETURNS SETOF logistics.parcel
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off';
COMMENT ON FUNCTION logistics.book_parcels(needs logistics.need[], shipped_at timestamp with time zone, carrier text, tracking_number text) IS 'Ships what logistics.grant_needs() has granted, in one parcel for each order, and returns the parcels. What is reserved for the lines is used up first. Raises DJ400 for a time that is none.';

CREATE FUNCTION logistics.book_transfer(kind text, happened_at timestamp with time zone, reference text, lines logistics.stock_line[], from_place text, to_place text) RETURNS bigint
    LANGUAGE plpgsql;
COMMENT ON FUNCTION logistics.book_transfer(kind text, happened_at timestamp with time zone, reference text, lines logistics.stock_line[], from_place text, to_place text) IS 'Books a transfer that no order has part in, and returns its id. A negative quantity goes the other way. The caller has checked the lines. Raises DJ400 for an empty or long reference, and for a time that is none.';

CREATE FUNCTION logistics.check_parcels() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off';
COMMENT ON FUNCTION logistics.check_parcels() IS 'Trigger: refuses to ship an order that is not confirmed (DJ409).';

CREATE FUNCTION logistics.check_products(lines logistics.stock_line[]) RETURNS void
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION logistics.check_products(lines logistics.stock_line[]) IS 'Adds the products that lines describe and nobody knows. Raises DJ404, with the number of the line, for one that is neither known nor described.';

CREATE TABLE logistics.move (
    transfer_id bigint NOT NULL,
    line_number bigint,
    "position" integer NOT NULL,
    quantity numeric(12,4) NOT NULL,
    product_code text NOT NULL COLLATE pg_catalog."C",
    from_place text NOT NULL COLLATE pg_catalog."C",
    to_place text NOT NULL COLLATE pg_catalog."C",
    order_number text COLLATE pg_catalog."C",
    CONSTRAINT move_leads_to_another_place CHECK ((from_place <> to_place)),
    CONSTRAINT move_names_order_and_line_or_neither CHECK (((order_number IS NULL) = (line_number IS NULL))),
    CONSTRAINT move_position_is_positive CHECK (("position" > 0)),
    CONSTRAINT move_quantity_is_positive CHECK ((quantity > (0)::numeric))
);
COMMENT ON TABLE logistics.move IS 'The moves of goods: added, never changed. logistics.keep_on_hand() checks what they name and keeps on_hand.';
COMMENT ON COLUMN logistics.move.transfer_id IS 'The event that it is part of.';
COMMENT ON COLUMN logistics.move.line_number IS 'The line of the order; null if no order has part.';
COMMENT ON COLUMN logistics.move."position" IS 'Its place in the event, from 1.';
COMMENT ON COLUMN logistics.move.quantity IS 'The quantity.';
COMMENT ON COLUMN logistics.move.product_code IS 'The code of the product that moved.';
COMMENT ON COLUMN logistics.move.from_place IS 'The place where it lay.';
COMMENT ON COLUMN logistics.move.to_place IS 'The place where it went. A product that is not stocked goes from the suppliers to the customers.';
COMMENT ON COLUMN logistics.move.order_number IS 'The order; null if none has part.';

CREATE TABLE logistics.transfer (
    id bigint NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    booked_at timestamp with time zone DEFAULT now() NOT NULL,
    parcel_id bigint,
    kind text NOT NULL,
    order_number text COLLATE pg_catalog."C",
    reference text,
    return_number text COLLATE pg_catalog."C",
    CONSTRAINT transfer_has_a_parcel_if_goods_are_shipped CHECK (((kind = 'ship'::text) = (parcel_id IS NOT NULL))),
    CONSTRAINT transfer_has_an_order_if_a_customer_has_part CHECK (((kind = ANY (ARRAY['ship'::text, 'return'::text])) = (order_number IS NOT NULL))),
    CONSTRAINT transfer_kind_is_known CHECK ((kind = ANY (ARRAY['receive'::text, 'ship'::text, 'return'::text, 'count'::text, 'relocate'::text, 'correction'::text]))),
    CONSTRAINT transfer_reference_has_1_to_200_characters CHECK (((char_length(reference) >= 1) AND (char_length(reference) <= 200)))
);
COMMENT ON TABLE logistics.transfer IS 'One event in which goods move. It never changes.';
COMMENT ON COLUMN logistics.transfer.id IS 'The key that model functions use.';
COMMENT ON COLUMN logistics.transfer.happened_at IS 'The time when the goods moved.';
COMMENT ON COLUMN logistics.transfer.booked_at IS 'The time when that was booked here.';
COMMENT ON COLUMN logistics.transfer.parcel_id IS 'The parcel in which goods were shipped; null for other kinds.';
COMMENT ON COLUMN logistics.transfer.kind IS 'The kind: receive, ship, return (by a customer), count, relocate (between warehouses), or correction (by hand, in SQL).';
COMMENT ON COLUMN logistics.transfer.order_number IS 'The order that was shipped, or of which goods came back; null otherwise.';
COMMENT ON COLUMN logistics.transfer.reference IS 'The reference by which people find it, such as the number of a delivery note; null if there is none.';
COMMENT ON COLUMN logistics.transfer.return_number IS 'The return by which its goods came back; null if they came without one, or it was placed apart.';

CREATE VIEW logistics.whole_transfer AS
 SELECT t.id,
    t.kind,
    t.happened_at,
    t.reference,
    t.order_number,
    l.lines,
    t.return_number
   FROM (logistics.transfer t
     CROSS JOIN LATERAL ( SELECT COALESCE(jsonb_agg(jsonb_build_object('product', m.product_code, 'quantity', trim_scale(m.quantity), 'from', m.from_place, 'to', m.to_place, 'orderLine', m.line_number) ORDER BY m."position"), '[]'::jsonb) AS lines
           FROM ( SELECT move.transfer_id,
                    move.line_number,
                    move."position",
                    move.quantity,
                    move.product_code,
                    move.from_place,
                    move.to_place,
                    move.order_number
                   FROM logistics.move
                  WHERE (move.transfer_id = t.id)
                  ORDER BY move."position"
                 LIMIT 1000) m) l);
COMMENT ON VIEW logistics.whole_transfer IS 'A transfer and, as a json array, its first 1,000 moves. Ask for one (where id = …) or for a page, not for all.';
COMMENT ON COLUMN logistics.whole_transfer.id IS 'The key that model functions use.';
COMMENT ON COLUMN logistics.whole_transfer.kind IS 'The kind: receive, ship, return, count, relocate or correction.';
COMMENT ON COLUMN logistics.whole_transfer.happened_at IS 'The time when the goods moved.';
COMMENT ON COLUMN logistics.whole_transfer.reference IS 'The reference by which people find it; null if there is none.';
COMMENT ON COLUMN logistics.whole_transfer.order_number IS 'The order; null if none has part.';
COMMENT ON COLUMN logistics.whole_transfer.lines IS 'Objects of product, quantity, from, to and orderLine, in the order of the event: the first 1,000.';
COMMENT ON COLUMN logistics.whole_transfer.return_number IS 'The return by which its goods came back; null if none was said.';

CREATE FUNCTION logistics.count_stock(lines jsonb, counted_at timestamp with time zone, warehouse text DEFAULT NULL::text, reference text DEFAULT NULL::text) RETURNS SETOF logistics.whole_transfer
    LANGUAGE plpgsql;
COMMENT ON FUNCTION logistics.count_stock(lines jsonb, counted_at timestamp with time zone, warehouse text, reference text) IS 'Makes what was counted in a warehouse (null is main) what is on hand: the differences go to the losses, or come from there. Returns the transfer with these moves. What is counted, be it 0, is stocked from then on. Raises DJ400, DJ404, and DJ409 if more is reserved than was counted.';

CREATE FUNCTION logistics.follow_order() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION logistics.follow_order() IS 'Trigger: notes an order that is confirmed as to be shipped. Of one that is cancelled or closed, nothing is to be shipped, and what was reserved is free again.';

CREATE FUNCTION logistics.grant_needs(needs logistics.need[], is_partial boolean) RETURNS logistics.need[]
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off';
COMMENT ON FUNCTION logistics.grant_needs(needs logistics.need[], is_partial boolean) IS 'Locks the goods that are wanted, and returns the needs with how many each gets: what is reserved for it, and of the rest what nobody has reserved, older orders first. A product that is not stocked is there always. Raises DJ409 if that is less than wanted, unless it may be partial.';

CREATE FUNCTION logistics.is_stocked(product text) RETURNS boolean
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION logistics.is_stocked(product text) IS 'Returns true if a product is stocked. It is from its first receipt or count on, or when somebody says so: logistics.set_stocked().';

CREATE FUNCTION logistics.keep_on_hand() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off';
COMMENT ON FUNCTION logistics.keep_on_hand() IS 'Trigger: checks what new moves name, and adds them to what is on hand in the warehouses, which is locked first.';

CREATE FUNCTION logistics.keep_reserved() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off';
COMMENT ON FUNCTION logistics.keep_reserved() IS 'Trigger: adds up in on_hand what is reserved.';

CREATE FUNCTION logistics.list_backorders(of_product text DEFAULT NULL::text, after_id bigint DEFAULT 0, after_line bigint DEFAULT 0, amount integer DEFAULT 50, before_id bigint DEFAULT NULL::bigint) RETURNS TABLE(order_id bigint, order_number text, ordered_on date, customer text, line_number bigint, product text, description text, ordered numeric, shipped numeric, reserved numeric, missing numeric)
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_custom_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET max_parallel_workers_per_gather TO '0';
COMMENT ON FUNCTION logistics.list_backorders(of_product text, after_id bigint, after_line bigint, amount integer, before_id bigint) IS 'Returns a page of the lines of orders that lack goods, in the order in which they were booked: at most `amount` that come after the order id and line given, of orders with an id below `before_id`: see logistics.next_to_look(). `missing` is what the line could not get from any warehouse though it got all that is not reserved.';

CREATE FUNCTION logistics.list_moves(of_product text, before_transfer bigint DEFAULT NULL::bigint, before_position integer DEFAULT NULL::integer, amount integer DEFAULT 50) RETURNS TABLE(transfer_id bigint, "position" integer, kind text, happened_at timestamp with time zone, reference text, quantity numeric, from_place text, to_place text, order_number text, parcel_id bigint)
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_custom_plan';
COMMENT ON FUNCTION logistics.list_moves(of_product text, before_transfer bigint, before_position integer, amount integer) IS 'Returns a page of the moves of a product, those booked last first: at most `amount` that come after the transfer and position given.';

CREATE FUNCTION logistics.list_parcels(of_order text DEFAULT NULL::text, of_customer text DEFAULT NULL::text, with_code text DEFAULT NULL::text, with_tracking_number text DEFAULT NULL::text, from_day date DEFAULT NULL::date, to_day date DEFAULT NULL::date, before_day date DEFAULT NULL::date, before_id bigint DEFAULT NULL::bigint, amount integer DEFAULT 50) RETURNS TABLE(id bigint, code text, order_id bigint, order_number text, customer text, shipped_at timestamp with time zone, shipped_on date, carrier text, tracking_number text)
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_custom_plan';
COMMENT ON FUNCTION logistics.list_parcels(of_order text, of_customer text, with_code text, with_tracking_number text, from_day date, to_day date, before_day date, before_id bigint, amount integer) IS 'Returns a page of parcels, latest first: at most `amount` that come after the day and id given. A null parameter matches all.';

CREATE FUNCTION logistics.list_stock(search text DEFAULT NULL::text, in_warehouse text DEFAULT NULL::text, is_out boolean DEFAULT NULL::boolean, after_product text DEFAULT NULL::text, after_warehouse text DEFAULT NULL::text, amount integer DEFAULT 50) RETURNS TABLE(product text, name text, warehouse text, quantity numeric, reserved numeric, free numeric)
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_custom_plan'
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION logistics.list_stock(search text, in_warehouse text, is_out boolean, after_product text, after_warehouse text, amount integer) IS 'Returns a page of what is on hand, by product and warehouse: at most `amount` that come after the ones given. `search` is the beginning of the code, in capitals or not, or of the name in any case; `is_out` picks what has nothing free, or what has. A null parameter matches all.';

CREATE FUNCTION logistics.list_to_ship(after_id bigint DEFAULT 0, amount integer DEFAULT 50) RETURNS TABLE(id bigint, number text, ordered_on date, customer text, country text, ordered numeric, reserved numeric, shipped numeric, returned numeric, missing numeric, is_shippable boolean)
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_custom_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET max_parallel_workers_per_gather TO '0';
COMMENT ON FUNCTION logistics.list_to_ship(after_id bigint, amount integer) IS 'Returns a page of the orders of which something is to be shipped, in the order in which they were booked: at most `amount` with an id above the one given. The quantities are sums over their lines; `missing` counts all warehouses. `is_shippable` says that one line at least has goods where they are reserved for it, or else in main, or that nothing but fees is left: then logistics.ship_orders() ships something.';

CREATE TABLE sales."order" (
    id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    ordered_on date NOT NULL,
    line_count integer NOT NULL,
    total numeric(30,2) NOT NULL,
    number text NOT NULL COLLATE pg_catalog."C",
    customer text COLLATE pg_catalog."C",
    country text,
    kind text DEFAULT 'order'::text NOT NULL,
    is_return boolean GENERATED ALWAYS AS ((kind = 'return'::text)) STORED NOT NULL,
    status text DEFAULT 'confirmed'::text NOT NULL,
    currency text COLLATE pg_catalog."C",
    return_of text COLLATE pg_catalog."C",
    invoice_address jsonb,
    delivery_address jsonb,
    CONSTRAINT order_country_has_1_to_100_characters CHECK (((char_length(country) >= 1) AND (char_length(country) <= 100))),
    CONSTRAINT order_has_lines CHECK ((line_count > 0)),
    CONSTRAINT order_kind_is_known CHECK ((kind = ANY (ARRAY['order'::text, 'return'::text]))),
    CONSTRAINT order_number_has_1_to_64_characters CHECK (((char_length(number) >= 1) AND (char_length(number) <= 64))),
    CONSTRAINT order_total_is_negative_on_returns_only CHECK (((total >= (0)::numeric) OR (kind = 'return'::text)))
);
COMMENT ON TABLE sales."order" IS 'An order, or a return. A quote may change. Once confirmed it stays as it is, with its lines: it is cancelled, closed, or undone by a return.';
COMMENT ON COLUMN sales."order".id IS 'The key that model functions and addresses use.';
COMMENT ON COLUMN sales."order".created_at IS 'The time when the order was booked here.';
COMMENT ON COLUMN sales."order".ordered_on IS 'The day of the order; the day of the import where the file has no date.';
COMMENT ON COLUMN sales."order".line_count IS 'The number of its lines; sales.check_order_lines() compares.';
COMMENT ON COLUMN sales."order".total IS 'The sum of its lines'' amounts; sales.check_order_lines() compares.';
COMMENT ON COLUMN sales."order".number IS 'The order''s number, as people and files spell it.';
COMMENT ON COLUMN sales."order".customer IS 'The customer''s code; null for a walk-in. sales.check_order_customers() compares.';
COMMENT ON COLUMN sales."order".country IS 'The country that the order goes to, or came from; null if nobody said.';
COMMENT ON COLUMN sales."order".kind IS 'order, or return: said by whoever places it, and in files by the mark that its number begins with.';
COMMENT ON COLUMN sales."order".is_return IS 'True if its kind is return.';
COMMENT ON COLUMN sales."order".status IS 'quote, confirmed, cancelled or closed: sales.keep_orders() says from which to which. What files bring is confirmed.';
COMMENT ON COLUMN sales."order".currency IS 'The currency of its prices; null for the shop''s own.';
COMMENT ON COLUMN sales."order".return_of IS 'The number of the order that a return undoes; null if nobody said.';
COMMENT ON COLUMN sales."order".invoice_address IS 'The address of its invoice, as an object of sales.party_address; the customer''s when it was confirmed, unless it has one of its own.';
COMMENT ON COLUMN sales."order".delivery_address IS 'The address of its goods, likewise.';

CREATE FUNCTION logistics.lock_order(order_id bigint, may_be_closed boolean DEFAULT false) RETURNS sales."order"
    LANGUAGE plpgsql
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION logistics.lock_order(order_id bigint, may_be_closed boolean) IS 'Locks an order until the transaction ends, and returns it: whoever reserves, ships or takes back its goods begins with this. Raises DJ404 if there is none, DJ409 for a return, a quote or an order that is cancelled, or closed unless it `may_be_closed`, as goods of such a one come back; and DJ503 after 10 seconds.';

CREATE FUNCTION logistics.lock_stock(products text[], places text[]) RETURNS void
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET lock_timeout TO '10s'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off';
COMMENT ON FUNCTION logistics.lock_stock(products text[], places text[]) IS 'Locks what is on hand of products in places, given in pairs, until the transaction ends, and makes the rows that a warehouse lacks. Call it once, before anything is written, with all that is to be changed. Raises DJ503 after 10 seconds.';

CREATE FUNCTION logistics.move_stock(lines jsonb, moved_at timestamp with time zone, from_warehouse text, to_warehouse text, reference text DEFAULT NULL::text) RETURNS SETOF logistics.whole_transfer
    LANGUAGE plpgsql;
COMMENT ON FUNCTION logistics.move_stock(lines jsonb, moved_at timestamp with time zone, from_warehouse text, to_warehouse text, reference text) IS 'Books goods from one warehouse into another, and returns the transfer. Raises DJ400 and DJ404, and DJ409 if there is not so much that nobody has reserved.';

CREATE FUNCTION logistics.next_to_look(after_id bigint, most integer) RETURNS bigint
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_custom_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET max_parallel_workers_per_gather TO '0';
COMMENT ON FUNCTION logistics.next_to_look(after_id bigint, most integer) IS 'Returns the id of the order to be shipped at which a look ends that begins with an id and takes about `most` lines, one order at least; null if there are no more.';

CREATE FUNCTION logistics.note_orders() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION logistics.note_orders() IS 'Trigger: notes new orders that are confirmed as to be shipped.';

CREATE FUNCTION logistics.order_needs(of_order sales."order", lines jsonb, warehouse text, are_reserved boolean) RETURNS logistics.need[]
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off';
COMMENT ON FUNCTION logistics.order_needs(of_order sales."order", lines jsonb, warehouse text, are_reserved boolean) IS 'Returns what is wanted for an order: for the lines of a json array (objects of line and quantity), or, if it is null, for all that is left; if they are to be reserved, less what is reserved already. The goods come from the warehouse, or if that is null from where they are reserved, or main. The caller has locked the order. Raises DJ400, DJ404 and DJ409 with the number of the line.';

CREATE FUNCTION logistics.pick_lines(order_ids bigint[]) RETURNS TABLE(warehouse text, product text, description text, quantity numeric, order_id bigint, order_number text, line_number bigint)
    LANGUAGE sql STABLE
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off';
COMMENT ON FUNCTION logistics.pick_lines(order_ids bigint[]) IS 'Returns what is reserved for orders, by warehouse and product: the way of whoever fetches it.';

CREATE FUNCTION logistics.read_lines(lines jsonb, of_order boolean, can_be_0 boolean DEFAULT false) RETURNS logistics.stock_line[]
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION logistics.read_lines(lines jsonb, of_order boolean, can_be_0 boolean) IS 'Returns the lines of a json array: objects of line and quantity if they are lines of an order, or else of product, quantity and perhaps description. Raises DJ400, with the number of the line, for what cannot be one.';

CREATE FUNCTION logistics.receive_goods(lines jsonb, received_at timestamp with time zone, reference text DEFAULT NULL::text, warehouse text DEFAULT NULL::text, key text DEFAULT NULL::text) RETURNS SETOF logistics.whole_transfer
    LANGUAGE plpgsql;
COMMENT ON FUNCTION logistics.receive_goods(lines jsonb, received_at timestamp with time zone, reference text, warehouse text, key text) IS 'Books goods that come from a supplier into a warehouse (null is main), and returns the transfer. `lines` is a json array of objects of product, quantity and perhaps description, which adds an unknown product. What is received is stocked from then on. The same under the same `key` again books nothing. Raises DJ400, DJ404 and, for a key under which something else was booked, DJ409.';

CREATE FUNCTION logistics.receive_ordered(received_at timestamp with time zone, reference text DEFAULT NULL::text) RETURNS SETOF logistics.whole_transfer
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_custom_plan';
COMMENT ON FUNCTION logistics.receive_ordered(received_at timestamp with time zone, reference text) IS 'Books into main, as goods from the suppliers, what the open orders lack of each product, and returns the transfer; no row if they lack nothing. Raises DJ400 for an empty or long reference.';

CREATE FUNCTION logistics.receive_return(order_id bigint, lines jsonb, received_at timestamp with time zone, warehouse text DEFAULT NULL::text, reference text DEFAULT NULL::text, key text DEFAULT NULL::text, return_number text DEFAULT NULL::text) RETURNS SETOF logistics.whole_transfer
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off';
COMMENT ON FUNCTION logistics.receive_return(order_id bigint, lines jsonb, received_at timestamp with time zone, warehouse text, reference text, key text, return_number text) IS 'Books goods that a customer sends back into a warehouse (null is main), and returns the transfer. `lines` is a json array of objects of line and quantity; `return_number` is the return by which they come, if there is one: sales.return_lines() places it as well. The same under the same `key` again books nothing. Raises DJ400, DJ404, and DJ409 for more than was delivered and has not come back.';

CREATE FUNCTION logistics.recipient(order_id bigint) RETURNS TABLE(name text, address jsonb)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION logistics.recipient(order_id bigint) IS 'Returns to whom the goods of an order go: the customer''s name, and the address of delivery, or else that of the invoice.';

CREATE TABLE logistics.on_hand (
    quantity numeric(16,4) DEFAULT 0 NOT NULL,
    reserved numeric(16,4) DEFAULT 0 NOT NULL,
    product_code text NOT NULL COLLATE pg_catalog."C",
    place_code text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT on_hand_quantity_is_not_negative CHECK ((quantity >= (0)::numeric)),
    CONSTRAINT on_hand_reserved_is_not_negative CHECK ((reserved >= (0)::numeric)),
    CONSTRAINT on_hand_reserved_is_on_hand CHECK ((reserved <= quantity))
)
WITH (fillfactor='80');
COMMENT ON TABLE logistics.on_hand IS 'The goods that lie in the warehouses: the sums of the moves and of the reservations, kept beside them by triggers. A product with a row here, be it 0, is stocked; any other, such as a fee, is delivered without stock.';
COMMENT ON COLUMN logistics.on_hand.quantity IS 'The quantity that is there.';
COMMENT ON COLUMN logistics.on_hand.reserved IS 'The part of the quantity that is kept for orders.';
COMMENT ON COLUMN logistics.on_hand.product_code IS 'The code of the product that is there.';
COMMENT ON COLUMN logistics.on_hand.place_code IS 'The warehouse.';

CREATE TABLE logistics.reservation (
    line_number bigint NOT NULL,
    quantity numeric(12,4) NOT NULL,
    order_number text NOT NULL COLLATE pg_catalog."C",
    product_code text NOT NULL COLLATE pg_catalog."C",
    place_code text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT reservation_quantity_is_positive CHECK ((quantity > (0)::numeric))
);
COMMENT ON TABLE logistics.reservation IS 'The goods that are kept for the lines of orders, each in one warehouse. logistics.keep_reserved() adds them up in on_hand.';
COMMENT ON COLUMN logistics.reservation.line_number IS 'The line.';
COMMENT ON COLUMN logistics.reservation.quantity IS 'The quantity that is kept for it.';
COMMENT ON COLUMN logistics.reservation.order_number IS 'The order.';
COMMENT ON COLUMN logistics.reservation.product_code IS 'The product of the line.';
COMMENT ON COLUMN logistics.reservation.place_code IS 'The warehouse where they lie.';

CREATE TABLE sales.order_line (
    line_number bigint NOT NULL,
    order_number text NOT NULL COLLATE pg_catalog."C",
    product_code text NOT NULL COLLATE pg_catalog."C",
    quantity numeric(12,4) NOT NULL,
    unit_price numeric(12,4) NOT NULL,
    amount numeric(30,2) NOT NULL,
    description text,
    discount numeric(7,6),
    undoes_line bigint,
    CONSTRAINT order_line_description_has_1_to_4000_bytes CHECK (((octet_length(description) >= 1) AND (octet_length(description) <= 4000))),
    CONSTRAINT order_line_quantity_is_not_0 CHECK ((quantity <> (0)::numeric))
);
COMMENT ON TABLE sales.order_line IS 'The lines of the orders. Order and product are checked once per statement by sales.check_order_lines().';
COMMENT ON COLUMN sales.order_line.line_number IS 'The line''s place in its order, not necessarily without gaps: for an imported order the line of the file.';
COMMENT ON COLUMN sales.order_line.order_number IS 'The order that the line belongs to.';
COMMENT ON COLUMN sales.order_line.product_code IS 'The code of the product that was ordered.';
COMMENT ON COLUMN sales.order_line.quantity IS 'The quantity; negative for goods that come back.';
COMMENT ON COLUMN sales.order_line.unit_price IS 'The price of one; 0 is a free item, a negative one a discount.';
COMMENT ON COLUMN sales.order_line.amount IS 'Quantity times price less the discount, rounded half away from zero to 2 decimals; sales.fill_amount() sets it.';
COMMENT ON COLUMN sales.order_line.description IS 'The product as this order describes it; null if it does not.';
COMMENT ON COLUMN sales.order_line.discount IS 'The share of the price that is not asked for, such as 0.05; null for none.';
COMMENT ON COLUMN sales.order_line.undoes_line IS 'In a return, the line of the order which it undoes, by a quantity of the other sign; null for a line that undoes none, and where nobody said.';

CREATE TABLE sales.product (
    code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    unit text COLLATE pg_catalog."C",
    tax_class text,
    supplier text COLLATE pg_catalog."C",
    category text,
    CONSTRAINT product_category_has_1_to_100_characters CHECK (((char_length(category) >= 1) AND (char_length(category) <= 100))),
    CONSTRAINT product_code_has_1_to_64_characters CHECK (((char_length(code) >= 1) AND (char_length(code) <= 64))),
    CONSTRAINT product_name_has_1_to_1000_characters CHECK (((char_length(name) >= 1) AND (char_length(name) <= 1000))),
    CONSTRAINT product_tax_class_is_known CHECK ((tax_class = ANY (ARRAY['standard'::text, 'reduced'::text, 'zero'::text, 'exempt'::text, 'none'::text])))
);
COMMENT ON TABLE sales.product IS 'The products that are sold, fees and adjustments that are booked like a product included.';
COMMENT ON COLUMN sales.product.code IS 'The product''s code, as orders and files spell it.';
COMMENT ON COLUMN sales.product.name IS 'The first description seen; the code while no line has described it.';
COMMENT ON COLUMN sales.product.created_at IS 'The time when the product was first seen.';
COMMENT ON COLUMN sales.product.is_active IS 'False if it is no longer sold.';
COMMENT ON COLUMN sales.product.unit IS 'The unit of its quantities and price; null if nobody said, which means pieces.';
COMMENT ON COLUMN sales.product.tax_class IS 'standard, reduced, zero, exempt or none; null if nobody said.';
COMMENT ON COLUMN sales.product.supplier IS 'The supplier from whom the shop buys it.';
COMMENT ON COLUMN sales.product.category IS 'The group of goods to which it belongs.';

CREATE VIEW logistics.delivery_line AS
 SELECT l.order_number,
    l.line_number AS number,
    l.product_code AS product,
    COALESCE(l.description, p.name) AS description,
    trim_scale(l.quantity) AS ordered,
    trim_scale(m.shipped) AS shipped,
    trim_scale(m.returned) AS returned,
    trim_scale(GREATEST((l.quantity - m.shipped), (0)::numeric)) AS left_to_ship,
    trim_scale(COALESCE(r.quantity, (0)::numeric)) AS reserved,
    r.place_code AS reserved_at,
    s.is_stocked,
        CASE
            WHEN s.is_stocked THEN trim_scale(GREATEST((((l.quantity - m.shipped) - COALESCE(r.quantity, (0)::numeric)) - s.free), (0)::numeric))
            ELSE (0)::numeric
        END AS missing
   FROM ((((sales.order_line l
     JOIN sales.product p ON ((p.code = l.product_code)))
     LEFT JOIN LATERAL ( SELECT r_1.quantity,
            r_1.place_code
           FROM logistics.reservation r_1
          WHERE ((r_1.order_number = l.order_number) AND (r_1.line_number = l.line_number))
         OFFSET 0) r ON (true))
     CROSS JOIN LATERAL ( SELECT COALESCE(sum(m_1.quantity) FILTER (WHERE (m_1.to_place = 'customers'::text)), (0)::numeric) AS shipped,
            COALESCE(sum(m_1.quantity) FILTER (WHERE (m_1.from_place = 'customers'::text)), (0)::numeric) AS returned
           FROM logistics.move m_1
          WHERE ((m_1.order_number = l.order_number) AND (m_1.line_number = l.line_number))) m)
     CROSS JOIN LATERAL ( SELECT (count(*) > 0) AS is_stocked,
            COALESCE(sum((h.quantity - h.reserved)), (0)::numeric) AS free
           FROM logistics.on_hand h
          WHERE (h.product_code = l.product_code)) s)
  WHERE (l.quantity > (0)::numeric);
COMMENT ON VIEW logistics.delivery_line IS 'The lines of orders, each with how far it is delivered. Ask for those of one order (where order_number = …) or of a page.';
COMMENT ON COLUMN logistics.delivery_line.order_number IS 'The order.';
COMMENT ON COLUMN logistics.delivery_line.number IS 'The number of the line.';
COMMENT ON COLUMN logistics.delivery_line.product IS 'The product.';
COMMENT ON COLUMN logistics.delivery_line.description IS 'The product as the order describes it.';
COMMENT ON COLUMN logistics.delivery_line.ordered IS 'The quantity that was ordered.';
COMMENT ON COLUMN logistics.delivery_line.shipped IS 'The quantity that was shipped.';
COMMENT ON COLUMN logistics.delivery_line.returned IS 'The part of the shipped quantity that came back.';
COMMENT ON COLUMN logistics.delivery_line.left_to_ship IS 'The quantity that is still to be shipped.';
COMMENT ON COLUMN logistics.delivery_line.reserved IS 'The part of the quantity left to ship that is reserved.';
COMMENT ON COLUMN logistics.delivery_line.reserved_at IS 'The warehouse where they are; null if none is reserved.';
COMMENT ON COLUMN logistics.delivery_line.is_stocked IS 'True if the product is stocked.';
COMMENT ON COLUMN logistics.delivery_line.missing IS 'The quantity that could not be shipped though the line got all that is not reserved, in all warehouses together.';

CREATE FUNCTION logistics.release_order(order_id bigint) RETURNS SETOF logistics.delivery_line
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off';
COMMENT ON FUNCTION logistics.release_order(order_id bigint) IS 'Gives back what is reserved for an order, and returns how far its lines are. Raises DJ404 if there is no such order, and DJ409 for a return.';

CREATE FUNCTION logistics.require_warehouse(code text) RETURNS text
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION logistics.require_warehouse(code text) IS 'Returns the code of a warehouse; null means main. Raises DJ404 if there is none of that code.';

CREATE FUNCTION logistics.reserve_order(order_id bigint, lines jsonb DEFAULT NULL::jsonb, warehouse text DEFAULT NULL::text, is_partial boolean DEFAULT false) RETURNS SETOF logistics.delivery_line
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off';
COMMENT ON FUNCTION logistics.reserve_order(order_id bigint, lines jsonb, warehouse text, is_partial boolean) IS 'Reserves the goods of an order, all that is left or the `lines` (a json array of objects of line and quantity), and returns how far its lines are. What is reserved already counts; what is not stocked needs no reservation. A null `warehouse` is the one where the line has a reservation, or main. If `is_partial`, as much as there is; otherwise all or, with DJ409, nothing. Raises DJ400 and DJ404 as well.';

CREATE FUNCTION logistics.set_stocked(product text, is_stocked boolean) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION logistics.set_stocked(product text, is_stocked boolean) IS 'Makes a product one that is stocked, or one that is delivered without stock. Raises DJ404 for an unknown product, and DJ409 if some of it is on hand.';

CREATE FUNCTION logistics.set_stocked_many(products text[], are_stocked boolean[]) RETURNS void
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off';
COMMENT ON FUNCTION logistics.set_stocked_many(products text[], are_stocked boolean[]) IS 'Makes each of these products, which are known and named once, one that is stocked or not. The caller has locked those that shall not be, and has asked logistics.stocked_refusal(): one that got goods meanwhile stays stocked.';

CREATE VIEW logistics.whole_parcel AS
 SELECT p.id,
    p.code,
    o.id AS order_id,
    p.order_number,
    o.customer,
    p.shipped_at,
    p.shipped_on,
    p.carrier,
    p.tracking_number,
    l.lines
   FROM (((logistics.parcel p
     JOIN sales."order" o ON ((o.number = p.order_number)))
     JOIN logistics.transfer t ON ((t.parcel_id = p.id)))
     CROSS JOIN LATERAL ( SELECT jsonb_agg(jsonb_build_object('number', m.line_number, 'product', m.product_code, 'description', COALESCE(ol.description, pr.name), 'quantity', trim_scale(m.quantity)) ORDER BY m."position") AS lines
           FROM ((( SELECT move.transfer_id,
                    move.line_number,
                    move."position",
                    move.quantity,
                    move.product_code,
                    move.from_place,
                    move.to_place,
                    move.order_number
                   FROM logistics.move
                  WHERE (move.transfer_id = t.id)
                  ORDER BY move."position"
                 LIMIT 1000) m
             JOIN sales.order_line ol ON (((ol.order_number = m.order_number) AND (ol.line_number = m.line_number))))
             JOIN sales.product pr ON ((pr.code = m.product_code)))) l);
COMMENT ON VIEW logistics.whole_parcel IS 'A parcel and, as a json array, its first 1,000 lines. Ask for one (where id = …) or for a page, not for all.';
COMMENT ON COLUMN logistics.whole_parcel.id IS 'The key that model functions and addresses use.';
COMMENT ON COLUMN logistics.whole_parcel.code IS 'The code for people.';
COMMENT ON COLUMN logistics.whole_parcel.order_id IS 'The id of its order.';
COMMENT ON COLUMN logistics.whole_parcel.order_number IS 'The number of its order.';
COMMENT ON COLUMN logistics.whole_parcel.customer IS 'The customer''s code; null for a walk-in.';
COMMENT ON COLUMN logistics.whole_parcel.shipped_at IS 'The time when it was shipped.';
COMMENT ON COLUMN logistics.whole_parcel.shipped_on IS 'The day of that in the shop''s time zone.';
COMMENT ON COLUMN logistics.whole_parcel.carrier IS 'The carrier; null if nobody said.';
COMMENT ON COLUMN logistics.whole_parcel.tracking_number IS 'The carrier''s number of it; null if nobody said.';
COMMENT ON COLUMN logistics.whole_parcel.lines IS 'Objects of number (the line of the order), product, description and quantity: the first 1,000.';

CREATE FUNCTION logistics.set_tracking(parcel_id bigint, carrier text, tracking_number text) RETURNS SETOF logistics.whole_parcel
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION logistics.set_tracking(parcel_id bigint, carrier text, tracking_number text) IS 'Sets the carrier and the tracking number of a parcel, and returns it. What is null stays as it is. Raises DJ400 for an empty or long text, and DJ404 for an unknown parcel.';

CREATE FUNCTION logistics.ship_order(order_id bigint, shipped_at timestamp with time zone, lines jsonb DEFAULT NULL::jsonb, warehouse text DEFAULT NULL::text, is_partial boolean DEFAULT false, carrier text DEFAULT NULL::text, tracking_number text DEFAULT NULL::text, key text DEFAULT NULL::text) RETURNS SETOF logistics.whole_parcel
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off';
COMMENT ON FUNCTION logistics.ship_order(order_id bigint, shipped_at timestamp with time zone, lines jsonb, warehouse text, is_partial boolean, carrier text, tracking_number text, key text) IS 'Ships an order in one parcel, all that is left or the `lines` (a json array of objects of line and quantity), and returns the parcel. What is reserved for the order is used up first. A null `warehouse` is the one where the line has a reservation, or main. If `is_partial`, as much as there is, and what is not stocked only along with goods. The same under the same `key` again ships nothing. Raises DJ400, DJ404, and DJ409 for more than is left to ship, or than is there.';

CREATE FUNCTION logistics.ship_orders(order_ids bigint[], moment timestamp with time zone, by_carrier text DEFAULT NULL::text) RETURNS TABLE(refusal_code text, refusal text, id bigint, code text, order_id bigint, order_number text, customer text, shipped_at timestamp with time zone, shipped_on date, carrier text, tracking_number text)
    LANGUAGE plpgsql
    SET lock_timeout TO '10s'
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off';
COMMENT ON FUNCTION logistics.ship_orders(order_ids bigint[], moment timestamp with time zone, by_carrier text) IS 'Ships of each order as much as there is, in one parcel each, and returns for each in the order asked its parcel: the goods that are reserved for it, and what nobody has reserved in main, older orders first; what is not stocked along with goods. The parcel is null where nothing can be shipped. A refusal and its code stand in its place: DJ404 for an unknown order, DJ409 for a return and an order that is not confirmed. Raises DJ400 for an empty or long carrier, and DJ503 after 10 seconds.';

CREATE FUNCTION logistics.stock_differences() RETURNS TABLE(product text, place text, moved numeric, quantity numeric, kept numeric, reserved numeric)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION logistics.stock_differences() IS 'Returns where on_hand is not the sum of the moves, or not that of the reservations: no row, unless somebody has switched the triggers off. It reads all moves.';

CREATE FUNCTION logistics.stocked_refusal(product text) RETURNS text
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION logistics.stocked_refusal(product text) IS 'Returns the reason, as a sentence for people, why a product must remain stocked: some of it is on hand. Null if it need not.';

CREATE FUNCTION logistics.text_refusal(name text, value text, most integer) RETURNS text
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION logistics.text_refusal(name text, value text, most integer) IS 'Returns the reason, as a sentence for people, why a text cannot be booked; null if it can. A missing one can.';

CREATE FUNCTION sales.add_order_codes(lines sales.placed_line[], customer text, country text) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.add_order_codes(lines sales.placed_line[], customer text, country text) IS 'Books the products and the customer of an order that nobody has named before.';

CREATE FUNCTION sales.add_order_lines(number text, lines sales.placed_line[]) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.add_order_lines(number text, lines sales.placed_line[]) IS 'Books the lines of an order that is booked with their count and total.';

CREATE FUNCTION sales.address_fault(address jsonb, field text) RETURNS text
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION sales.address_fault(address jsonb, field text) IS 'Returns the reason, which begins with the field''s name, why a json object cannot be an address; null if it can, or is null.';

CREATE FUNCTION sales.address_lines(address jsonb) RETURNS text[]
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION sales.address_lines(address jsonb) IS 'Returns the lines of an address that is given as a json object; none if it has none.';

CREATE FUNCTION sales.address_refusal(customer text, country text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION sales.address_refusal(customer text, country text) IS 'Returns the reason, as a sentence for people, why nobody can be ordered for like this; null if they can. Both may be null.';

CREATE VIEW sales.whole_order AS
 SELECT o.id,
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
   FROM (sales."order" o
     CROSS JOIN LATERAL ( SELECT jsonb_agg(jsonb_build_object('number', l_1.line_number, 'product', l_1.product_code, 'description', COALESCE(l_1.description, p.name), 'quantity', trim_scale(l_1.quantity), 'unitPrice', trim_scale(l_1.unit_price), 'discount', trim_scale(l_1.discount), 'amount', l_1.amount, 'undoesLine', l_1.undoes_line) ORDER BY l_1.line_number) AS lines
           FROM (( SELECT order_line.line_number,
                    order_line.order_number,
                    order_line.product_code,
                    order_line.quantity,
                    order_line.unit_price,
                    order_line.amount,
                    order_line.description,
                    order_line.discount,
                    order_line.undoes_line
                   FROM sales.order_line
                  WHERE (order_line.order_number = o.number)
                  ORDER BY order_line.line_number
                 LIMIT 1000) l_1
             JOIN sales.product p ON ((p.code = l_1.product_code)))) l);
COMMENT ON VIEW sales.whole_order IS 'An order and, as a json array, its first 1,000 lines. Ask for one (where id = …) or for a page, not for all.';
COMMENT ON COLUMN sales.whole_order.id IS 'The key that model functions and addresses use.';
COMMENT ON COLUMN sales.whole_order.number IS 'The order''s number, as people and files spell it.';
COMMENT ON COLUMN sales.whole_order.kind IS 'The kind: order or return.';
COMMENT ON COLUMN sales.whole_order.status IS 'quote, confirmed, cancelled or closed.';
COMMENT ON COLUMN sales.whole_order.is_return IS 'True if the kind is return.';
COMMENT ON COLUMN sales.whole_order.return_of IS 'The number of the order that a return undoes.';
COMMENT ON COLUMN sales.whole_order.ordered_on IS 'The day of the order.';
COMMENT ON COLUMN sales.whole_order.customer IS 'The customer''s code; null for a walk-in.';
COMMENT ON COLUMN sales.whole_order.country IS 'The country that the order goes to, or came from.';
COMMENT ON COLUMN sales.whole_order.invoice_address IS 'The address of its invoice, as an object of sales.party_address.';
COMMENT ON COLUMN sales.whole_order.delivery_address IS 'The address of its goods, as an object of sales.party_address.';
COMMENT ON COLUMN sales.whole_order.currency IS 'The currency of its prices; null for the shop''s own.';
COMMENT ON COLUMN sales.whole_order.total IS 'The sum of its lines'' amounts.';
COMMENT ON COLUMN sales.whole_order.line_count IS 'The number of its lines.';
COMMENT ON COLUMN sales.whole_order.lines IS 'Objects of number, product, description, quantity, unitPrice, discount, amount and undoesLine, in the order of their numbers: the first 1,000. line_count says how many there are.';

CREATE FUNCTION sales.change_order(order_id bigint, fields jsonb) RETURNS SETOF sales.whole_order
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.change_order(order_id bigint, fields jsonb) IS 'Changes a quote and returns it. `fields` is a json object of customer, country, orderedOn, currency, invoiceAddress, deliveryAddress and lines, which replace all lines. A field that is not there stays as it is, one that is null is emptied. Raises DJ400 for what cannot be an order, DJ404 if there is no such order, and DJ409 for one that is no quote.';

CREATE FUNCTION sales.check_order_customers() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION sales.check_order_customers() IS 'Trigger: checks that the customers that new orders name exist.';

CREATE FUNCTION sales.check_order_lines() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET work_mem TO '64MB';
COMMENT ON FUNCTION sales.check_order_lines() IS 'Trigger: checks that every new line has its order and its product, and that every touched order adds up.';

CREATE FUNCTION sales.check_rows(import text, kind text, lines bigint[], fields text[], texts text[] DEFAULT NULL::text[]) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.check_rows(import text, kind text, lines bigint[], fields text[], texts text[]) IS 'Notes in sales.import_reject which rows of a file break a rule, as sales.import_rows() does, with their texts, and books none.';

CREATE FUNCTION sales.claim_key(new_key text, contents jsonb, what text DEFAULT 'order'::text) RETURNS text
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.claim_key(new_key text, contents jsonb, what text) IS 'Takes a key for an order, or `what` else is about to be booked. Returns null if the key is free, or null; otherwise the number of what was booked under it. Whoever books it names it in sales.placement. Raises DJ400 unless a key has 1 to 200 characters, and DJ409 if that had other contents.';

CREATE FUNCTION sales.code_refusal(code text, field text) RETURNS text
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION sales.code_refusal(code text, field text) IS 'Returns the reason, which begins with the field''s name, why a currency, countryCode, unit or supplier has no such code; null if it has, and for no code.';

CREATE FUNCTION sales.confirm_order(order_id bigint) RETURNS SETOF sales.whole_order
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.confirm_order(order_id bigint) IS 'Confirms a quote and returns the order, which stays as it is from then on. Addresses of its own that it lacks are the customer''s of this moment. A confirmed order is returned as it is. Raises DJ404 if there is no such order, and DJ409 for one that is cancelled or closed.';

CREATE FUNCTION sales.country_of(name text) RETURNS text
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION sales.country_of(name text) IS 'Returns the code by ISO 3166-1 of the country that a text means: a code, a name in English or in the country''s own language, EIRE, USA and the like. Null where that is not sure, as for Channel Islands.';

CREATE FUNCTION sales.customer_address(customer text, kind text) RETURNS jsonb
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION sales.customer_address(customer text, kind text) IS 'Returns a customer''s address of a kind, invoice or delivery; null if there is none.';

CREATE FUNCTION sales.day_refusal(day date, field text) RETURNS text
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION sales.day_refusal(day date, field text) IS 'Returns the reason, which begins with the field''s name, why a day cannot be booked, as infinity cannot; null if it can, or is null.';

CREATE FUNCTION sales.day_refusal(moment timestamp with time zone, field text) RETURNS text
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION sales.day_refusal(moment timestamp with time zone, field text) IS 'Returns the reason, which begins with the field''s name, why a time cannot be booked; null if it can, or is null.';

CREATE FUNCTION sales.draw_number() RETURNS text
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.draw_number() IS 'Returns the next free number for an order that is placed without one: D1, D2, …. It is the first behind the one drawn last that no file has brought.';

CREATE FUNCTION sales.email_refusal(email text) RETURNS text
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION sales.email_refusal(email text) IS 'Returns the reason why a text is no address for e-mail; null if it looks like one, or is null. Whether anybody reads what is sent there, only sending tells.';

CREATE FUNCTION sales.end_order(order_id bigint, status text) RETURNS SETOF sales.whole_order
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.end_order(order_id bigint, status text) IS 'Cancels or closes an order, by the status cancelled or closed, and returns it: what is reserved for it is free again. One that is so already is returned as it is. Raises DJ404 if there is no such order, and DJ409 where sales.keep_orders() refuses.';

CREATE FUNCTION sales.fill_amount() RETURNS trigger
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.fill_amount() IS 'Trigger: gives a line that has none its amount. An import brings the amounts: a call for each of its lines would cost more than the line.';

CREATE FUNCTION sales.find_codes(kind text, search text, after_way text, after_code text, amount integer) RETURNS TABLE(code text, way text, place integer)
    LANGUAGE plpgsql STABLE ROWS 50;
COMMENT ON FUNCTION sales.find_codes(kind text, search text, after_way text, after_code text, amount integer) IS 'Returns a page of the codes in a table, customer, supplier, product or price_list: all, or those whose code, name, e-mail or VAT id begins with `search`, in this order of ways, each by its own order. The page comes after the way and code given. `place` numbers it from 1.';

CREATE FUNCTION sales.find_import_mapping(function text, header text[]) RETURNS TABLE(name text, choices text)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION sales.find_import_mapping(function text, header text[]) IS 'Returns the mapping that was last saved for files with a header; none if there is none.';

CREATE FUNCTION sales.find_order(order_id bigint, after bigint DEFAULT 0) RETURNS TABLE(id bigint, number text, kind text, status text, is_return boolean, return_of text, ordered_on date, customer text, country text, invoice_address jsonb, delivery_address jsonb, currency text, total numeric, line_count integer, lines jsonb, next bigint)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION sales.find_order(order_id bigint, after bigint) IS 'Returns one order with its first 1,000 lines behind the line number `after`, as a json array; `next` is the number of the last of these if more lines follow. No row if there is no such order.';

CREATE FUNCTION sales.header_digest(names text[]) RETURNS text
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION sales.header_digest(names text[]) IS 'Returns the digest of a header, by which its mapping is found again. The caller has removed from the names what makes no difference.';

CREATE FUNCTION sales.import_begin() RETURNS void
    LANGUAGE plpgsql
    SET client_min_messages TO 'warning';
COMMENT ON FUNCTION sales.import_begin() IS 'Begins an import''s work in this transaction: waits until no other import is at work, then creates the temporary table order_import_product, which COPY fills and sales.import_part empties. Raises DJ503 as sales.lock_imports does.';

CREATE FUNCTION sales.import_clash(import text) RETURNS TABLE(message text, detail text, hint text)
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION sales.import_clash(import text) IS 'Returns why a file that sales.import_judge() has decided on cannot be imported: an order of it exists already. Returns nothing if it can.';

CREATE FUNCTION sales.import_fates(import text, part integer) RETURNS TABLE(number text, refusal text)
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION sales.import_fates(import text, part integer) IS 'Returns the orders of a part of a file whose lines are not simply booked with it: refused ones, with the reason, and those that lie in other parts, too.';

CREATE FUNCTION sales.import_finish(import text) RETURNS TABLE(orders bigint, returns bigint, sales_total numeric, returns_total numeric, net_total numeric, rejected bigint, "foreign" jsonb)
    LANGUAGE sql STABLE
    SET jit TO 'off'
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION sales.import_finish(import text) IS 'Returns how many orders and returns an import has booked, their totals in the shop''s own currency, how many lines it has rejected, and as a json array the counts and totals in each other currency.';

CREATE FUNCTION sales.import_forget(import text) RETURNS void
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION sales.import_forget(import text) IS 'Forgets all that an import has noted for itself, when it has ended or begins again.';

CREATE FUNCTION sales.import_gather(import text, part integer) RETURNS void
    LANGUAGE sql
    SET jit TO 'off'
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION sales.import_gather(import text, part integer) IS 'Books the lines of orders that lie in several parts of a file and end in this one.';

CREATE FUNCTION sales.import_judge(import text, return_mark text) RETURNS void
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET work_mem TO '64MB';
COMMENT ON FUNCTION sales.import_judge(import text, return_mark text) IS 'Decides on each order of a file, from what its parts say (sales.import_run): its kind, and why it cannot be booked. One line that breaks a rule, two customers, countries, days or currencies, and a return whose number does not begin with the mark refuse the whole order.';

CREATE FUNCTION sales.import_open(import text) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.import_open(import text) IS 'Begins an import in steps, whose notes outlive an attempt. Forgets the notes of up to ten imports that began more than 30 days ago.';

CREATE FUNCTION sales.import_part(import text, part integer, import_day date) RETURNS void
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET work_mem TO '64MB';
COMMENT ON FUNCTION sales.import_part(import text, part integer, import_day date) IS 'Books the products of order_import_product, which it empties, and the customers and orders whose last line lies in a part of the file. Their lines follow in the same transaction: by COPY into sales.order_line, or by sales.import_gather. Raises DJ409 if an order exists already.';

CREATE FUNCTION sales.import_rejects(import text, after_line bigint, amount integer) RETURNS TABLE(line bigint, reason text, text text)
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION sales.import_rejects(import text, after_line bigint, amount integer) IS 'Returns a page of an import''s rejected lines, by line number: at most `amount` after `after_line`.';

CREATE FUNCTION sales.import_rows(import text, kind text) RETURNS bigint
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION sales.import_rows(import text, kind text) IS 'Books the rows of import_row, which it empties, and returns how many: `kind` is customer, supplier, product, price or tax-rate, or in the import of a shop category, order-line or order. A row that breaks a rule is noted in sales.import_reject, with its reason; it harms no other.';

CREATE FUNCTION sales.import_rows_begin() RETURNS void
    LANGUAGE plpgsql
    SET client_min_messages TO 'warning';
COMMENT ON FUNCTION sales.import_rows_begin() IS 'Begins an import of customers, suppliers, products, prices or tax rates in this transaction: waits until no other import is at work, then creates the temporary table import_row, which COPY fills and sales.import_rows empties. Raises DJ503 as sales.lock_imports does.';

CREATE FUNCTION sales.import_shop_begin() RETURNS void
    LANGUAGE plpgsql
    SET client_min_messages TO 'warning';
COMMENT ON FUNCTION sales.import_shop_begin() IS 'Begins the import of a whole shop in this transaction: creates the temporary tables in which sales.import_rows keeps categories, and the lines of orders until their orders come.';

CREATE FUNCTION sales.import_shop_order(fields jsonb) RETURNS text
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.import_shop_order(fields jsonb) IS 'Books an order of a file with its lines in shop_line, and with its freight as a line of the product FREIGHT; returns null, or the reason, as a sentence for people, why it cannot be booked.';

CREATE FUNCTION sales.import_sum_up(import text, return_mark text) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.import_sum_up(import text, return_mark text) IS 'Decides on each order of a file, as sales.import_judge() does. Raises DJ409 if an order exists already.';

CREATE FUNCTION sales.is_booked(number text) RETURNS boolean
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION sales.is_booked(number text) IS 'Returns true if there is an order of this number.';

CREATE FUNCTION sales.is_plain(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION sales.is_plain(value text) IS 'Returns true if a text can be a number, a code or a name as it is: no blanks around it, no other blank than a space within, no control and no unseen character, in the normal form NFC. The programs make it so before they ask. The caller has checked the length.';

CREATE FUNCTION sales.is_prose(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION sales.is_prose(value text) IS 'Returns true if a text can be a description as it is: as sales.is_plain(), but with the joiners and selectors of scripts and emoji. The programs make it so before they ask.';

CREATE FUNCTION sales.is_spreadsheet_error(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION sales.is_spreadsheet_error(value text) IS 'Returns true for an error value that a spreadsheet has written in the place of a number, a code or a name.';

CREATE FUNCTION sales.is_vat_number(prefix text, number text) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION sales.is_vat_number(prefix text, number text) IS 'Returns true if the check digits of a VAT id are right, given its prefix and the rest, whose form is right. Numbers of persons are not compared with a day of birth.';

CREATE FUNCTION sales.keep_lines() RETURNS trigger
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.keep_lines() IS 'Trigger: refuses to change lines of an order that is no quote (DJ409).';

CREATE FUNCTION sales.keep_orders() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp';
COMMENT ON FUNCTION sales.keep_orders() IS 'Trigger: lets a quote change, be confirmed or cancelled, and a confirmed order be cancelled while it is neither shipped nor invoiced, or closed when it is invoiced as far as it is delivered, or free; all else is refused (DJ409).';

CREATE FUNCTION sales.line_refusal(number text, line bigint) RETURNS text
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION sales.line_refusal(number text, line bigint) IS 'Returns the sentence that an order has no such line of which goods move, with the first and the last line that it has: an imported order keeps the numbers of the lines of its file.';

CREATE FUNCTION sales.list_import_mappings(function text) RETURNS TABLE(id bigint, name text, changed_at timestamp with time zone, changed_by text)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION sales.list_import_mappings(function text) IS 'Returns the mappings of an import by name; there are at most 1,000.';

CREATE FUNCTION sales.list_orders(of_customer text DEFAULT NULL::text, with_number text DEFAULT NULL::text, from_day date DEFAULT NULL::date, to_day date DEFAULT NULL::date, in_state text DEFAULT NULL::text, before_day date DEFAULT NULL::date, before_id bigint DEFAULT NULL::bigint, amount integer DEFAULT 50, in_status text DEFAULT NULL::text) RETURNS TABLE(id bigint, number text, status text, is_return boolean, ordered_on date, customer text, country text, total numeric, currency text, line_count integer, invoice_id bigint, invoice_kind text, invoice_number bigint, invoice_count integer, invoiced numeric)
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_custom_plan'
    SET max_parallel_workers_per_gather TO '0';
COMMENT ON FUNCTION sales.list_orders(of_customer text, with_number text, from_day date, to_day date, in_state text, before_day date, before_id bigint, amount integer, in_status text) IS 'Returns a page of orders and returns, latest first, each with its last invoice, the number of its invoices and what they come to: at most `amount` that come after the day and id given. `with_number` is the beginning of the number; `in_state` is open (something of it is not invoiced), invoiced or free (a total of 0, which is never invoiced), `in_status` quote, confirmed, cancelled or closed. A null parameter matches all.';

CREATE FUNCTION sales.list_parties(role text, search text DEFAULT NULL::text, after_way text DEFAULT NULL::text, after_code text DEFAULT NULL::text, amount integer DEFAULT 50) RETURNS TABLE(code text, name text, language text, email text, vat_id text, payment_days integer, currency text, country text, country_code text, invoice_address jsonb, delivery_address jsonb, created_at timestamp with time zone, way text)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION sales.list_parties(role text, search text, after_way text, after_code text, amount integer) IS 'Returns a page of customers or suppliers, which `role` names, as sales.find_codes() finds them: at most `amount` that come after the way and code given.';

CREATE FUNCTION sales.list_price_lists(search text DEFAULT NULL::text, after_way text DEFAULT NULL::text, after_code text DEFAULT NULL::text, amount integer DEFAULT 50) RETURNS TABLE(code text, name text, currency text, valid_from date, valid_to date, way text)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION sales.list_price_lists(search text, after_way text, after_code text, amount integer) IS 'Returns a page of the lists of prices, as sales.find_codes() finds them: at most `amount` that come after the way and code given.';

CREATE FUNCTION sales.list_prices(of_list text DEFAULT NULL::text, of_product text DEFAULT NULL::text, on_day date DEFAULT NULL::date, after_list text DEFAULT NULL::text, after_product text DEFAULT NULL::text, after_day date DEFAULT NULL::date, amount integer DEFAULT 50) RETURNS TABLE(list text, product text, from_day date, unit_price numeric, currency text)
    LANGUAGE plpgsql STABLE
    SET plan_cache_mode TO 'force_custom_plan';
COMMENT ON FUNCTION sales.list_prices(of_list text, of_product text, on_day date, after_list text, after_product text, after_day date, amount integer) IS 'Returns a page of prices by list, product and day: at most `amount` that come after the list, product and day given. `on_day` leaves only the prices that hold on that day. A null parameter matches all.';

CREATE FUNCTION sales.list_products(search text DEFAULT NULL::text, after_way text DEFAULT NULL::text, after_code text DEFAULT NULL::text, amount integer DEFAULT 50) RETURNS TABLE(code text, name text, unit text, tax_class text, is_stocked boolean, is_active boolean, supplier text, category text, created_at timestamp with time zone, way text)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION sales.list_products(search text, after_way text, after_code text, amount integer) IS 'Returns a page of products, as sales.find_codes() finds them: at most `amount` that come after the way and code given.';

CREATE FUNCTION sales.lock_imports() RETURNS void
    LANGUAGE plpgsql
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION sales.lock_imports() IS 'Lets one transaction at a time import orders. Raises DJ503 if another one does for more than 10 seconds.';

CREATE FUNCTION sales.lock_order(order_id bigint) RETURNS sales."order"
    LANGUAGE plpgsql
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION sales.lock_order(order_id bigint) IS 'Locks an order until the transaction ends, and returns it. Raises DJ404 if there is none, and DJ503 after 10 seconds.';

CREATE FUNCTION sales.lock_undone(number text, lines jsonb) RETURNS sales."order"
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.lock_undone(number text, lines jsonb) IS 'Locks the order that a return undoes, and returns it. Raises DJ404 if there is none, and DJ409 unless its goods may come back: no more than are delivered and not returned yet, by product, and by line where a line of the return names one; and DJ400 for one that names another product.';

CREATE FUNCTION sales.luhn(digits text) RETURNS integer
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION sales.luhn(digits text) IS 'Returns the sum of digits by Luhn, modulo 10: 0 if the last one checks the others.';

CREATE FUNCTION sales.mod_11_10(digits text) RETURNS integer
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION sales.mod_11_10(digits text) IS 'Returns the sum of digits by ISO 7064, Mod 11,10: 1 if the last one checks the others.';

CREATE FUNCTION sales.name_categories() RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.name_categories() IS 'Gives the products whose category is the code of one in shop_category its name instead.';

CREATE FUNCTION sales.name_lines(undone text, lines jsonb) RETURNS jsonb
    LANGUAGE sql STABLE
    SET jit TO 'off';
COMMENT ON FUNCTION sales.name_lines(undone text, lines jsonb) IS 'Returns the lines of a return, each with the line of the order that it undoes, `undoesLine`. One that names a product alone undoes the lines of that product from the first one on, and becomes as many lines. The caller has seen that so many may come back.';

CREATE FUNCTION sales.order_refusal(number text, kind text, lines sales.placed_line[], day date DEFAULT NULL::date) RETURNS text
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION sales.order_refusal(number text, kind text, lines sales.placed_line[], day date) IS 'Returns the reason, as a sentence for people, why this cannot be booked as an order, or return, of a day; null if it can. The rules are those of the import.';

CREATE FUNCTION sales.order_totals() RETURNS TABLE(lines bigint, orders bigint, returns bigint, sales_total numeric, returns_total numeric, net_total numeric, "foreign" jsonb)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION sales.order_totals() IS 'Returns how many lines, orders and returns are booked in the shop''s own currency, and their totals; `foreign` is a json array of the same for each other currency. Quotes and cancelled orders do not count.';

CREATE FUNCTION sales.party_of_row(kind text, fields jsonb) RETURNS jsonb
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION sales.party_of_row(kind text, fields jsonb) IS 'Returns the fields of a customer or supplier from those of a row of a file, whose addresses are columns such as invoiceLine1 and invoicePostcode.';

CREATE FUNCTION sales.party_page(role text, after_code text, amount integer) RETURNS TABLE(last text, entries bigint, csv text)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION sales.party_page(role text, after_code text, amount integer) IS 'Returns the next `amount` customers or suppliers, which `role` names, after a code, as the text of CSV lines in the order of their codes (code, name and so on, the parts of the invoice and the delivery address), with the last code and the count; no row when there are none.';

CREATE FUNCTION sales.party_refusal(fields jsonb) RETURNS text
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION sales.party_refusal(fields jsonb) IS 'Returns the reason, which begins with the field''s name, why these cannot be fields of a customer or supplier; null if they can. They are in the form of sales.plain_party().';

CREATE FUNCTION sales.place_order(number text, customer text, country text, ordered_on date, lines jsonb, key text DEFAULT NULL::text, kind text DEFAULT NULL::text, status text DEFAULT NULL::text, currency text DEFAULT NULL::text, return_of text DEFAULT NULL::text, invoice_address jsonb DEFAULT NULL::jsonb, delivery_address jsonb DEFAULT NULL::jsonb) RETURNS SETOF sales.whole_order
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.place_order(number text, customer text, country text, ordered_on date, lines jsonb, key text, kind text, status text, currency text, return_of text, invoice_address jsonb, delivery_address jsonb) IS 'Books one order, or return, and returns it. A null `number` draws the next free one (D1, D2, …); a null `customer` is a walk-in; `kind` is order, as null is, or return; `status` is confirmed, as null is, or quote. `lines` is a json array of objects as sales.read_order_lines() reads them. A null `currency` is the shop''s own. A return may name the order that it undoes, `return_of`. Addresses that are null are the customer''s. The same order under the same `key` again places none: the first is returned. Raises DJ400 for what cannot be an order, DJ404 for an unknown order to undo, and DJ409 for a number that exists, a key under which another order was placed, or goods that cannot come back. Each line of a return that names an order undoes one of its lines: the one that it names, or else the first of the product that may still come back.';

CREATE FUNCTION sales.plain_address(address jsonb) RETURNS jsonb
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION sales.plain_address(address jsonb) IS 'Returns an address in the form in which an order keeps it, that of sales.party_address: its country as a code where sales.country_of() knows it. Null for one that says nothing.';

CREATE FUNCTION sales.plain_boolean(value text) RETURNS jsonb
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION sales.plain_boolean(value text) IS 'Returns what a file means by yes, no, true, 0 and the like, as a json boolean; null for any other text.';

CREATE FUNCTION sales.plain_currency(code text) RETURNS text
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION sales.plain_currency(code text) IS 'Returns a currency as orders keep it: in capitals, and null for the shop''s own. Raises DJ400 for one that does not exist.';

CREATE FUNCTION sales.plain_party(fields jsonb) RETURNS jsonb
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION sales.plain_party(fields jsonb) IS 'Returns the fields of a customer or supplier in the form in which they are kept: the VAT id without signs, the currency in capitals, countries as codes where sales.country_of() knows them.';

CREATE FUNCTION sales.plain_product(fields jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION sales.plain_product(fields jsonb) IS 'Returns the fields of a product in the form in which they are kept: the unit in capitals, yes and no as booleans. A product that is discontinued is not active.';

CREATE FUNCTION sales.plain_row(kind text, fields jsonb) RETURNS jsonb
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION sales.plain_row(kind text, fields jsonb) IS 'Returns the fields of a row in their plain form, as sales.row_refusal() judges them and sales.import_rows() books them.';

CREATE FUNCTION sales.plain_vat_id(value text) RETURNS text
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION sales.plain_vat_id(value text) IS 'Returns a VAT id in the form in which it is kept: in capitals, without blanks and signs, with EL for Greece, without the words behind a Swiss one, with the 0 before an old Greek or Belgian one. The caller has checked the length.';

CREATE FUNCTION sales.price_of(product text, day date, list text DEFAULT NULL::text, currency text DEFAULT NULL::text) RETURNS numeric
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION sales.price_of(product text, day date, list text, currency text) IS 'Returns the price of one of a product on a day: by its list, or else by the list in that currency that has begun last. In a list, the latest price that has begun holds. Null if there is none. Without a list and a currency, any list will do.';

CREATE FUNCTION sales.price_page(after_mark text, amount integer) RETURNS TABLE(last text, entries bigint, csv text)
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION sales.price_page(after_mark text, amount integer) IS 'Returns the next `amount` prices after a mark, which is empty for the first ones, as the text of CSV lines by list, product and day (list, product, from, unit price), with the mark of the last one and the count; no row when there are none.';

CREATE FUNCTION sales.price_refusal(fields jsonb) RETURNS text
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION sales.price_refusal(fields jsonb) IS 'Returns the reason, which begins with the field''s name, why these cannot be fields of a price; null if they can.';

CREATE FUNCTION sales.product_page(after_code text, amount integer) RETURNS TABLE(last text, entries bigint, csv text)
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION sales.product_page(after_code text, amount integer) IS 'Returns the next `amount` products after a code, as the text of CSV lines in the order of their codes (code, name, unit, tax class, stocked, active, supplier, category), with the last code and the count; no row when there are none.';

CREATE FUNCTION sales.product_refusal(fields jsonb) RETURNS text
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION sales.product_refusal(fields jsonb) IS 'Returns the reason, which begins with the field''s name, why these cannot be fields of a product; null if they can. They are in the form of sales.plain_product().';

CREATE FUNCTION sales.read_order_lines(lines jsonb, day date, currency text, return_of text) RETURNS sales.placed_line[]
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION sales.read_order_lines(lines jsonb, day date, currency text, return_of text) IS 'Returns the lines of a json array of objects of product, quantity and perhaps description, unitPrice and discount. A price that is not there is that of the price lists on the day, or in a return that of the line it undoes, with its discount; null if there is none. A line of a return may say which line that is: undoesLine.';

CREATE FUNCTION sales.refuse_change() RETURNS trigger
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.refuse_change() IS 'Trigger: refuses to change what is booked (DJ409). Its argument is the hint, which says what undoes it.';

CREATE FUNCTION sales.remove_import_mapping(id bigint) RETURNS void
    LANGUAGE plpgsql
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION sales.remove_import_mapping(id bigint) IS 'Removes a mapping. Raises DJ404 if there is no such mapping.';

CREATE FUNCTION sales.rename_import_mapping(id bigint, name text) RETURNS void
    LANGUAGE plpgsql
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION sales.rename_import_mapping(id bigint, name text) IS 'Renames a mapping. Raises DJ400 for a name that is none, DJ404 if there is no such mapping, and DJ409 if another one of the same import has the name.';

CREATE FUNCTION sales.return_lines(order_id bigint, lines jsonb, moment timestamp with time zone, warehouse text DEFAULT NULL::text, reference text DEFAULT NULL::text, key text DEFAULT NULL::text) RETURNS TABLE(return_id bigint, transfer_id bigint)
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_mergejoin TO 'off';
COMMENT ON FUNCTION sales.return_lines(order_id bigint, lines jsonb, moment timestamp with time zone, warehouse text, reference text, key text) IS 'Takes back lines of an order, a json array of objects of line and quantity: places a return of them, receives the goods into a warehouse (null is main), and issues the credit notes if all of it is invoiced; otherwise those are due with the invoice. Returns the return, and the transfer of the goods: null if the warehouse had them already, or none went out. The same under the same `key` again returns the first. Raises DJ400, DJ404, and DJ409 for more than was delivered and is not returned yet.';

CREATE FUNCTION sales.returnable_goods(number text) RETURNS TABLE(product text, quantity numeric)
    LANGUAGE sql STABLE
    SET enable_seqscan TO 'off';
COMMENT ON FUNCTION sales.returnable_goods(number text) IS 'Returns how many of each product of an order a return may undo: what was delivered, or of a closed order invoiced, less what returns that name it undo already, be it by its lines or not.';

CREATE FUNCTION sales.returnable_lines(number text) RETURNS TABLE(line_number bigint, product text, ordered numeric, delivered numeric, returned numeric)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off';
COMMENT ON FUNCTION sales.returnable_lines(number text) IS 'Returns how many of each line of an order were ordered and delivered, and how many of these returns that name the line take back. What is invoiced counts as delivered in a closed order, and of a line with a negative quantity, such as a rebate: delivered and returned are never negative.';

CREATE FUNCTION sales.row_refusal(kind text, plain jsonb) RETURNS text
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION sales.row_refusal(kind text, plain jsonb) IS 'Returns why a row of a file, in its plain form, breaks a rule; null if it breaks none. The orders of a shop have their own: sales.import_shop_order().';

CREATE FUNCTION sales.save_import_mapping(function text, name text, header text[], choices jsonb, changed_at timestamp with time zone, changed_by text) RETURNS bigint
    LANGUAGE plpgsql
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION sales.save_import_mapping(function text, name text, header text[], choices jsonb, changed_at timestamp with time zone, changed_by text) IS 'Saves how files with a header are to be read, in place of what the name stood for, and returns its number. Raises DJ400 for a name that is none, and DJ409 beyond 1,000 mappings of an import.';

CREATE FUNCTION sales.set_currency(code text) RETURNS text
    LANGUAGE plpgsql
    SET lock_timeout TO '10s';
COMMENT ON FUNCTION sales.set_currency(code text) IS 'Sets the currency in which the shop keeps its books, and returns its code. Raises DJ400 for a code that does not exist, and DJ409 if orders would change their meaning.';

CREATE TABLE sales.address (
    id bigint NOT NULL,
    customer text COLLATE pg_catalog."C",
    supplier text COLLATE pg_catalog."C",
    kind text NOT NULL,
    lines text[] NOT NULL,
    postcode text,
    city text,
    region text,
    country text COLLATE pg_catalog."C",
    CONSTRAINT address_city_has_1_to_100_characters CHECK (((char_length(city) >= 1) AND (char_length(city) <= 100))),
    CONSTRAINT address_has_at_most_3_lines CHECK (((cardinality(lines) <= 3) AND (array_position(lines, NULL::text) IS NULL))),
    CONSTRAINT address_is_of_one_party CHECK ((num_nonnulls(customer, supplier) = 1)),
    CONSTRAINT address_kind_is_known CHECK ((kind = ANY (ARRAY['invoice'::text, 'delivery'::text]))),
    CONSTRAINT address_lines_have_at_most_600_characters CHECK ((char_length(array_to_string(lines, ''::text)) <= 600)),
    CONSTRAINT address_postcode_has_1_to_20_characters CHECK (((char_length(postcode) >= 1) AND (char_length(postcode) <= 20))),
    CONSTRAINT address_region_has_1_to_100_characters CHECK (((char_length(region) >= 1) AND (char_length(region) <= 100))),
    CONSTRAINT address_says_something CHECK (((cardinality(lines) > 0) OR (num_nonnulls(postcode, city, region, country) > 0)))
);
COMMENT ON TABLE sales.address IS 'The addresses of customers and suppliers: at most one of each kind.';
COMMENT ON COLUMN sales.address.id IS 'The key.';
COMMENT ON COLUMN sales.address.customer IS 'The customer whose address it is; null for a supplier''s.';
COMMENT ON COLUMN sales.address.supplier IS 'The supplier whose address it is; null for a customer''s.';
COMMENT ON COLUMN sales.address.kind IS 'invoice or delivery: where the party''s invoices go, or the goods.';
COMMENT ON COLUMN sales.address.lines IS 'Street and house, perhaps with a name or a floor in lines of their own.';
COMMENT ON COLUMN sales.address.postcode IS 'The postcode.';
COMMENT ON COLUMN sales.address.city IS 'The city.';
COMMENT ON COLUMN sales.address.region IS 'The state or province, where addresses have one.';
COMMENT ON COLUMN sales.address.country IS 'The country by ISO 3166-1.';

CREATE TABLE sales.country_name (
    name text NOT NULL,
    country text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT country_name_is_in_lower_case CHECK ((name = lower(name)))
);
COMMENT ON TABLE sales.country_name IS 'The texts by which files mean a country, where they are sure: sales.country_of() looks here.';
COMMENT ON COLUMN sales.country_name.name IS 'The text in lower case, such as eire.';
COMMENT ON COLUMN sales.country_name.country IS 'The country''s code.';

CREATE TABLE sales.customer (
    code text NOT NULL COLLATE pg_catalog."C",
    country text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    name text,
    language text,
    email text,
    vat_id text COLLATE pg_catalog."C",
    payment_days integer,
    currency text COLLATE pg_catalog."C",
    country_code text COLLATE pg_catalog."C",
    CONSTRAINT customer_code_has_1_to_64_characters CHECK (((char_length(code) >= 1) AND (char_length(code) <= 64))),
    CONSTRAINT customer_country_has_1_to_100_characters CHECK (((char_length(country) >= 1) AND (char_length(country) <= 100))),
    CONSTRAINT customer_email_has_1_to_254_characters CHECK (((char_length(email) >= 1) AND (char_length(email) <= 254))),
    CONSTRAINT customer_language_is_a_tag CHECK ((language ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$'::text)),
    CONSTRAINT customer_name_has_1_to_200_characters CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
    CONSTRAINT customer_payment_days_are_0_to_366 CHECK (((payment_days >= 0) AND (payment_days <= 366))),
    CONSTRAINT customer_vat_id_has_4_to_16_characters CHECK ((vat_id ~ '^[A-Z]{2}[A-Z0-9+*]{2,14}$'::text))
);
COMMENT ON TABLE sales.customer IS 'The customers who order. A walk-in has no row here.';
COMMENT ON COLUMN sales.customer.code IS 'The customer''s number or code, as orders and files spell it.';
COMMENT ON COLUMN sales.customer.country IS 'The country of the first order that named one.';
COMMENT ON COLUMN sales.customer.created_at IS 'The time when the customer was first seen.';
COMMENT ON COLUMN sales.customer.name IS 'The name of the person or firm; null if only the code is known.';
COMMENT ON COLUMN sales.customer.language IS 'The language to write in, such as da or pt-BR.';
COMMENT ON COLUMN sales.customer.email IS 'The address for e-mail.';
COMMENT ON COLUMN sales.customer.vat_id IS 'The VAT id with its prefix, without blanks and signs, such as DK13585628; sales.vat_refusal() checks it.';
COMMENT ON COLUMN sales.customer.payment_days IS 'The days from the invoice''s day until payment is due; null if nothing was agreed, which means the shop''s payment_days.';
COMMENT ON COLUMN sales.customer.currency IS 'The currency in which the customer pays.';
COMMENT ON COLUMN sales.customer.country_code IS 'The country by ISO 3166-1, if somebody said it; sales.whole_customer derives it from the text otherwise.';

CREATE VIEW sales.party_address AS
 SELECT a.customer,
    a.supplier,
    a.kind,
    jsonb_strip_nulls(jsonb_build_object('lines', to_jsonb(a.lines), 'postcode', a.postcode, 'city', a.city, 'region', a.region, 'countryCode', a.country)) AS address
   FROM sales.address a;
COMMENT ON VIEW sales.party_address IS 'The addresses as json objects, as model functions and frozen copies have them.';
COMMENT ON COLUMN sales.party_address.customer IS 'The customer whose address it is; null for a supplier''s.';
COMMENT ON COLUMN sales.party_address.supplier IS 'The supplier whose address it is; null for a customer''s.';
COMMENT ON COLUMN sales.party_address.kind IS 'The kind: invoice or delivery.';
COMMENT ON COLUMN sales.party_address.address IS 'An object of lines, postcode, city, region and countryCode, without those that are not known.';

CREATE VIEW sales.whole_customer AS
 SELECT c.code,
    c.name,
    c.language,
    c.email,
    c.vat_id,
    c.payment_days,
    c.currency,
    c.country,
    COALESCE(c.country_code, n.country) AS country_code,
    i.address AS invoice_address,
    d.address AS delivery_address,
    c.created_at
   FROM (((sales.customer c
     LEFT JOIN sales.country_name n ON ((n.name = lower(c.country))))
     LEFT JOIN sales.party_address i ON (((i.customer = c.code) AND (i.kind = 'invoice'::text))))
     LEFT JOIN sales.party_address d ON (((d.customer = c.code) AND (d.kind = 'delivery'::text))));
COMMENT ON VIEW sales.whole_customer IS 'A customer with the addresses. Ask for one (where code = …) or for a page, not for all.';
COMMENT ON COLUMN sales.whole_customer.code IS 'The customer''s number or code.';
COMMENT ON COLUMN sales.whole_customer.name IS 'The name of the person or firm.';
COMMENT ON COLUMN sales.whole_customer.language IS 'The language to write in.';
COMMENT ON COLUMN sales.whole_customer.email IS 'The address for e-mail.';
COMMENT ON COLUMN sales.whole_customer.vat_id IS 'The VAT id with its prefix.';
COMMENT ON COLUMN sales.whole_customer.payment_days IS 'The days from the invoice''s day until payment is due.';
COMMENT ON COLUMN sales.whole_customer.currency IS 'The currency in which the customer pays.';
COMMENT ON COLUMN sales.whole_customer.country IS 'The country as a file or an order spelled it.';
COMMENT ON COLUMN sales.whole_customer.country_code IS 'The country by ISO 3166-1: as somebody said it, or else by the text where that is sure.';
COMMENT ON COLUMN sales.whole_customer.invoice_address IS 'The address for invoices, as an object of sales.party_address.';
COMMENT ON COLUMN sales.whole_customer.delivery_address IS 'The address for goods, as an object of sales.party_address.';
COMMENT ON COLUMN sales.whole_customer.created_at IS 'The time when the customer was first seen.';

CREATE FUNCTION sales.set_customer(fields jsonb) RETURNS SETOF sales.whole_customer
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.set_customer(fields jsonb) IS 'Creates or changes a customer and returns it. `fields` is a json object of code, name, language, email, vatId, paymentDays, currency, country, countryCode, invoiceAddress and deliveryAddress. A field that is not there stays as it is, one that is null is emptied. Raises DJ400, naming the field, for what cannot be one.';

CREATE FUNCTION sales.set_price(fields jsonb) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.set_price(fields jsonb) IS 'Sets the price of one of a product in a list from a day on. `fields` is a json object of list, product, from and unitPrice; a unitPrice that is null removes the price of that day. Raises DJ400, naming the field, for what cannot be one.';

CREATE TABLE sales.price_list (
    valid_from date DEFAULT '0001-01-01'::date NOT NULL,
    valid_to date,
    code text NOT NULL COLLATE pg_catalog."C",
    name text,
    currency text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT price_list_code_has_1_to_64_characters CHECK (((char_length(code) >= 1) AND (char_length(code) <= 64))),
    CONSTRAINT price_list_ends_after_it_begins CHECK ((valid_to >= valid_from)),
    CONSTRAINT price_list_name_has_1_to_200_characters CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)))
);
COMMENT ON TABLE sales.price_list IS 'The lists of prices, each in one currency.';
COMMENT ON COLUMN sales.price_list.valid_from IS 'The first day on which its prices hold.';
COMMENT ON COLUMN sales.price_list.valid_to IS 'The last day on which its prices hold; null for ever.';
COMMENT ON COLUMN sales.price_list.code IS 'The list''s code, such as retail.';
COMMENT ON COLUMN sales.price_list.name IS 'The name for people.';
COMMENT ON COLUMN sales.price_list.currency IS 'The currency of its prices.';

CREATE FUNCTION sales.set_price_list(fields jsonb) RETURNS SETOF sales.price_list
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.set_price_list(fields jsonb) IS 'Creates or changes a list of prices and returns it. `fields` is a json object of code, name, currency, validFrom and validTo. A field that is not there stays as it is, one that is null is emptied. Raises DJ400, naming the field, for what cannot be one.';

CREATE VIEW sales.whole_product AS
 SELECT p.code,
    p.name,
    p.unit,
    p.tax_class,
    (EXISTS ( SELECT
           FROM logistics.on_hand h
          WHERE (h.product_code = p.code))) AS is_stocked,
    p.is_active,
    p.supplier,
    p.category,
    p.created_at
   FROM sales.product p;
COMMENT ON VIEW sales.whole_product IS 'A product, and if it is stocked. Whoever reads it needs no rights in logistics. Ask for one or for a page.';
COMMENT ON COLUMN sales.whole_product.code IS 'The code, as files spell it.';
COMMENT ON COLUMN sales.whole_product.name IS 'The name; the code while nobody has said one.';
COMMENT ON COLUMN sales.whole_product.unit IS 'The unit of its quantities and price.';
COMMENT ON COLUMN sales.whole_product.tax_class IS 'The kind of tax: standard, reduced, zero, exempt or none.';
COMMENT ON COLUMN sales.whole_product.is_stocked IS 'True if orders of it are shipped from what is on hand, as logistics.is_stocked() says.';
COMMENT ON COLUMN sales.whole_product.is_active IS 'False if it is no longer sold.';
COMMENT ON COLUMN sales.whole_product.supplier IS 'The supplier from whom the shop buys it.';
COMMENT ON COLUMN sales.whole_product.category IS 'The group of goods to which it belongs.';
COMMENT ON COLUMN sales.whole_product.created_at IS 'The time when the product was first seen.';

CREATE FUNCTION sales.set_product(fields jsonb) RETURNS SETOF sales.whole_product
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.set_product(fields jsonb) IS 'Creates or changes a product and returns it. `fields` is a json object of code, name, unit, taxClass, isStocked, isActive, supplier and category. A field that is not there stays as it is, one that is null is emptied. Raises DJ400, naming the field, for what cannot be one, and DJ409 if it shall not be stocked while some of it is on hand.';

CREATE TABLE sales.supplier (
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    payment_days integer,
    code text NOT NULL COLLATE pg_catalog."C",
    name text,
    language text,
    email text,
    vat_id text COLLATE pg_catalog."C",
    currency text COLLATE pg_catalog."C",
    country text,
    country_code text COLLATE pg_catalog."C",
    CONSTRAINT supplier_code_has_1_to_64_characters CHECK (((char_length(code) >= 1) AND (char_length(code) <= 64))),
    CONSTRAINT supplier_country_has_1_to_100_characters CHECK (((char_length(country) >= 1) AND (char_length(country) <= 100))),
    CONSTRAINT supplier_email_has_1_to_254_characters CHECK (((char_length(email) >= 1) AND (char_length(email) <= 254))),
    CONSTRAINT supplier_language_is_a_tag CHECK ((language ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$'::text)),
    CONSTRAINT supplier_name_has_1_to_200_characters CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
    CONSTRAINT supplier_payment_days_are_0_to_366 CHECK (((payment_days >= 0) AND (payment_days <= 366))),
    CONSTRAINT supplier_vat_id_has_4_to_16_characters CHECK ((vat_id ~ '^[A-Z]{2}[A-Z0-9+*]{2,14}$'::text))
);
COMMENT ON TABLE sales.supplier IS 'The parties from which the shop buys.';
COMMENT ON COLUMN sales.supplier.created_at IS 'The time when the supplier was first seen.';
COMMENT ON COLUMN sales.supplier.payment_days IS 'The days from the invoice''s day until the shop pays.';
COMMENT ON COLUMN sales.supplier.code IS 'The supplier''s number or code, as files spell it.';
COMMENT ON COLUMN sales.supplier.name IS 'The name of the person or firm; null if only the code is known.';
COMMENT ON COLUMN sales.supplier.language IS 'The language to write in, such as da or pt-BR.';
COMMENT ON COLUMN sales.supplier.email IS 'The address for e-mail.';
COMMENT ON COLUMN sales.supplier.vat_id IS 'The VAT id with its prefix, without blanks and signs, such as DK13585628; sales.vat_refusal() checks it.';
COMMENT ON COLUMN sales.supplier.currency IS 'The currency in which the shop pays.';
COMMENT ON COLUMN sales.supplier.country IS 'The country as a file spells it.';
COMMENT ON COLUMN sales.supplier.country_code IS 'The country by ISO 3166-1, if somebody said it; sales.whole_supplier derives it from the text otherwise.';

CREATE VIEW sales.whole_supplier AS
 SELECT s.code,
    s.name,
    s.language,
    s.email,
    s.vat_id,
    s.payment_days,
    s.currency,
    s.country,
    COALESCE(s.country_code, n.country) AS country_code,
    i.address AS invoice_address,
    d.address AS delivery_address,
    s.created_at
   FROM (((sales.supplier s
     LEFT JOIN sales.country_name n ON ((n.name = lower(s.country))))
     LEFT JOIN sales.party_address i ON (((i.supplier = s.code) AND (i.kind = 'invoice'::text))))
     LEFT JOIN sales.party_address d ON (((d.supplier = s.code) AND (d.kind = 'delivery'::text))));
COMMENT ON VIEW sales.whole_supplier IS 'A supplier with the addresses. Ask for one (where code = …) or for a page, not for all.';
COMMENT ON COLUMN sales.whole_supplier.code IS 'The supplier''s number or code.';
COMMENT ON COLUMN sales.whole_supplier.name IS 'The name of the person or firm.';
COMMENT ON COLUMN sales.whole_supplier.language IS 'The language to write in.';
COMMENT ON COLUMN sales.whole_supplier.email IS 'The address for e-mail.';
COMMENT ON COLUMN sales.whole_supplier.vat_id IS 'The VAT id with its prefix.';
COMMENT ON COLUMN sales.whole_supplier.payment_days IS 'The days from the invoice''s day until the shop pays.';
COMMENT ON COLUMN sales.whole_supplier.currency IS 'The currency in which the shop pays.';
COMMENT ON COLUMN sales.whole_supplier.country IS 'The country as a file spells it.';
COMMENT ON COLUMN sales.whole_supplier.country_code IS 'The country by ISO 3166-1: as somebody said it, or else by the text where that is sure.';
COMMENT ON COLUMN sales.whole_supplier.invoice_address IS 'The address for letters, as an object of sales.party_address.';
COMMENT ON COLUMN sales.whole_supplier.delivery_address IS 'The address from which goods come, as an object of sales.party_address.';
COMMENT ON COLUMN sales.whole_supplier.created_at IS 'The time when the supplier was first seen.';

CREATE FUNCTION sales.set_supplier(fields jsonb) RETURNS SETOF sales.whole_supplier
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.set_supplier(fields jsonb) IS 'Creates or changes a supplier and returns it. `fields` is a json object of code, name, language, email, vatId, paymentDays, currency, country, countryCode, invoiceAddress and deliveryAddress. A field that is not there stays as it is, one that is null is emptied. Raises DJ400, naming the field, for what cannot be one.';

CREATE FUNCTION sales.set_time_zone(name text) RETURNS text
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.set_time_zone(name text) IS 'Sets the shop''s time zone, by its name in the IANA database or UTC, and returns that name. Booked orders and invoices keep their day. Raises DJ400 for a zone that does not exist.';

CREATE FUNCTION sales.shop_day(moment timestamp with time zone) RETURNS date
    LANGUAGE sql STABLE;
COMMENT ON FUNCTION sales.shop_day(moment timestamp with time zone) IS 'Returns the day on which a moment falls in the shop''s time zone: the day that orders and invoices bear.';

CREATE FUNCTION sales.text_refusal(value text, field text, longest integer) RETURNS text
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION sales.text_refusal(value text, field text, longest integer) IS 'Returns the reason, which begins with the field''s name, why a text cannot be a code or a name of at most so many characters; null if it can, or is null.';

CREATE FUNCTION sales.vat_form(prefix text) RETURNS text
    LANGUAGE sql IMMUTABLE;
COMMENT ON FUNCTION sales.vat_form(prefix text) IS 'Returns the form of a country''s VAT ids behind the prefix, as a regular expression; null for other prefixes.';

CREATE FUNCTION sales.vat_refusal(vat_id text) RETURNS text
    LANGUAGE plpgsql STABLE;
COMMENT ON FUNCTION sales.vat_refusal(vat_id text) IS 'Returns the reason, as a sentence for people, why a text is no VAT id; null if it is one, or null. The text is in the form of sales.plain_vat_id(). Those of the European Union, Great Britain, Northern Ireland, Norway and Switzerland are checked by their form and check digits, others by their letters.';

CREATE FUNCTION sales.weigh(digits text, weights integer[]) RETURNS integer
    LANGUAGE plpgsql IMMUTABLE;
COMMENT ON FUNCTION sales.weigh(digits text, weights integer[]) IS 'Returns the sum of the first digits of a text, each times its weight.';

CREATE FUNCTION sales.work_to_do(today date, most integer DEFAULT 1000) RETURNS TABLE(to_ship bigint, to_invoice bigint, overdue bigint, out_of_stock bigint)
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_custom_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET max_parallel_workers_per_gather TO '0';
COMMENT ON FUNCTION sales.work_to_do(today date, most integer) IS 'Returns how many orders are to be shipped, orders are to be invoiced (nothing of them is, or more is delivered than invoiced), invoices are overdue, and products have nothing free in a warehouse. No count takes long: each stops above `most`, that of the orders to invoice looks at the last orders, five times as many, and that of the products at fifty times as many.';

CREATE FUNCTION sales.write_party(role text, fields jsonb) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.write_party(role text, fields jsonb) IS 'Creates or changes a customer or a supplier: `role` is customer or supplier. A field that is not there stays as it is, one that is null is emptied. The fields have passed sales.party_refusal().';

CREATE FUNCTION sales.write_price(fields jsonb) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.write_price(fields jsonb) IS 'Sets or removes the price of a product in a list from a day on. The fields have passed sales.price_refusal().';

CREATE FUNCTION sales.write_product(fields jsonb) RETURNS void
    LANGUAGE plpgsql;
COMMENT ON FUNCTION sales.write_product(fields jsonb) IS 'Creates or changes a product. A field that is not there stays as it is, one that is null is emptied: the name becomes the code. The fields have passed sales.product_refusal(). logistics.set_stocked() sets isStocked.';

CREATE TABLE accounting.account_total (
    id bigint NOT NULL,
    debit numeric(30,2) NOT NULL,
    credit numeric(30,2) NOT NULL,
    day date NOT NULL,
    account text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT account_total_is_not_negative CHECK (((debit >= (0)::numeric) AND (credit >= (0)::numeric)))
)
WITH (fillfactor='50');
COMMENT ON TABLE accounting.account_total IS 'The sums of the postings to each account on each day; several rows where transactions added to one at once. accounting.tally_postings() keeps them.';
COMMENT ON COLUMN accounting.account_total.id IS 'The key.';
COMMENT ON COLUMN accounting.account_total.debit IS 'The sum of the postings that are debit.';
COMMENT ON COLUMN accounting.account_total.credit IS 'The sum of those that are credit, as a positive amount.';
COMMENT ON COLUMN accounting.account_total.day IS 'The day that the postings bear.';
COMMENT ON COLUMN accounting.account_total.account IS 'The account.';

ALTER TABLE accounting.account_total ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME accounting.account_total_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE accounting.bank_clearing (
    line_id bigint NOT NULL,
    why text NOT NULL
);
COMMENT ON TABLE accounting.bank_clearing IS 'The clearing list: the lines that a person has to assign. accounting.assign_line() takes them off.';
COMMENT ON COLUMN accounting.bank_clearing.line_id IS 'The line.';
COMMENT ON COLUMN accounting.bank_clearing.why IS 'The reason why it was not booked.';

CREATE TABLE accounting.bank_entry (
    id bigint NOT NULL,
    statement_id bigint NOT NULL,
    booked_on date NOT NULL,
    value_on date,
    amount numeric(30,2) NOT NULL,
    is_reversal boolean NOT NULL,
    bank_account text NOT NULL COLLATE pg_catalog."C",
    key text NOT NULL COLLATE pg_catalog."C",
    reference text COLLATE pg_catalog."C",
    CONSTRAINT bank_entry_amount_is_not_0 CHECK ((amount <> (0)::numeric)),
    CONSTRAINT bank_entry_reference_has_1_to_70_characters CHECK (((char_length(reference) >= 1) AND (char_length(reference) <= 70)))
);
COMMENT ON TABLE accounting.bank_entry IS 'The booked entries of the statements, each once. None is changed.';
COMMENT ON COLUMN accounting.bank_entry.id IS 'Its key.';
COMMENT ON COLUMN accounting.bank_entry.statement_id IS 'The statement that brought it first.';
COMMENT ON COLUMN accounting.bank_entry.booked_on IS 'The day on which the bank booked it.';
COMMENT ON COLUMN accounting.bank_entry.value_on IS 'The day from which it counts; null if the bank does not say.';
COMMENT ON COLUMN accounting.bank_entry.amount IS 'The amount; negative if it left the account.';
COMMENT ON COLUMN accounting.bank_entry.is_reversal IS 'True if it undoes another one.';
COMMENT ON COLUMN accounting.bank_entry.bank_account IS 'The account of its statement.';
COMMENT ON COLUMN accounting.bank_entry.key IS 'A digest of the bank''s reference with day and amount, or of all that the entry says, and its place among equal ones of the statement.';
COMMENT ON COLUMN accounting.bank_entry.reference IS 'The bank''s reference; null if there is none.';

ALTER TABLE accounting.bank_entry ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME accounting.bank_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE accounting.bank_line (
    id bigint NOT NULL,
    entry_id bigint NOT NULL,
    booked_on date NOT NULL,
    place integer NOT NULL,
    amount numeric(30,2) NOT NULL,
    payer text,
    payer_account text COLLATE pg_catalog."C",
    end_to_end text COLLATE pg_catalog."C",
    text text,
    named bigint[] NOT NULL,
    bare bigint[] NOT NULL,
    CONSTRAINT bank_line_amount_is_not_0 CHECK ((amount <> (0)::numeric)),
    CONSTRAINT bank_line_end_to_end_has_1_to_70_characters CHECK (((char_length(end_to_end) >= 1) AND (char_length(end_to_end) <= 70))),
    CONSTRAINT bank_line_payer_account_has_1_to_70_characters CHECK (((char_length(payer_account) >= 1) AND (char_length(payer_account) <= 70))),
    CONSTRAINT bank_line_payer_has_1_to_200_characters CHECK (((char_length(payer) >= 1) AND (char_length(payer) <= 200))),
    CONSTRAINT bank_line_text_has_1_to_1000_characters CHECK (((char_length(text) >= 1) AND (char_length(text) <= 1000)))
);
COMMENT ON TABLE accounting.bank_line IS 'The amounts that came, or went: an entry, or each payment of an entry for several. None is changed.';
COMMENT ON COLUMN accounting.bank_line.id IS 'The key that model functions use.';
COMMENT ON COLUMN accounting.bank_line.entry_id IS 'The entry that it belongs to.';
COMMENT ON COLUMN accounting.bank_line.booked_on IS 'The day on which the bank booked it.';
COMMENT ON COLUMN accounting.bank_line.place IS 'Its place in the entry, from 1.';
COMMENT ON COLUMN accounting.bank_line.amount IS 'The amount; negative if it left the account.';
COMMENT ON COLUMN accounting.bank_line.payer IS 'The name of the other side; null if the bank does not say.';
COMMENT ON COLUMN accounting.bank_line.payer_account IS 'The account of the other side: its IBAN, or its bank''s own number.';
COMMENT ON COLUMN accounting.bank_line.end_to_end IS 'The reference that the payer gave it.';
COMMENT ON COLUMN accounting.bank_line.text IS 'The text of the payer, or else of the bank.';
COMMENT ON COLUMN accounting.bank_line.named IS 'The numbers that it gives for those of invoices.';
COMMENT ON COLUMN accounting.bank_line.bare IS 'Further numbers in its text, which may be those of invoices.';

ALTER TABLE accounting.bank_line ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME accounting.bank_line_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE accounting.bank_match (
    id bigint NOT NULL,
    line_id bigint NOT NULL,
    payment_id bigint,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    way text NOT NULL,
    text text,
    CONSTRAINT bank_match_has_a_payment_unless_it_is_set_aside CHECK (((payment_id IS NULL) = (way = 'set-aside'::text))),
    CONSTRAINT bank_match_text_has_1_to_500_characters CHECK (((char_length(text) >= 1) AND (char_length(text) <= 500))),
    CONSTRAINT bank_match_way_is_known CHECK ((way = ANY (ARRAY['reference'::text, 'amount'::text, 'customer'::text, 'assigned'::text, 'set-aside'::text])))
);
COMMENT ON TABLE accounting.bank_match IS 'The fates of lines. None is changed: a line whose payment is reversed gets another.';
COMMENT ON COLUMN accounting.bank_match.id IS 'The order in which it happened.';
COMMENT ON COLUMN accounting.bank_match.line_id IS 'The line.';
COMMENT ON COLUMN accounting.bank_match.payment_id IS 'The payment that it became; null if it is set aside.';
COMMENT ON COLUMN accounting.bank_match.made_at IS 'The time when it happened.';
COMMENT ON COLUMN accounting.bank_match.way IS 'The way: reference, amount or customer, which the import found; assigned, or set-aside, by a person.';
COMMENT ON COLUMN accounting.bank_match.text IS 'The text that people wrote to it; null if they wrote none.';

ALTER TABLE accounting.bank_match ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME accounting.bank_match_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE accounting.bank_statement (
    id bigint NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    from_day date,
    to_day date,
    bank_account text NOT NULL COLLATE pg_catalog."C",
    number text NOT NULL COLLATE pg_catalog."C",
    file text,
    CONSTRAINT bank_statement_bank_account_has_1_to_70_characters CHECK (((char_length(bank_account) >= 1) AND (char_length(bank_account) <= 70))),
    CONSTRAINT bank_statement_file_has_1_to_255_characters CHECK (((char_length(file) >= 1) AND (char_length(file) <= 255))),
    CONSTRAINT bank_statement_number_has_1_to_70_characters CHECK (((char_length(number) >= 1) AND (char_length(number) <= 70)))
);
COMMENT ON TABLE accounting.bank_statement IS 'The statements of the bank that were imported. None is changed.';
COMMENT ON COLUMN accounting.bank_statement.id IS 'Its key.';
COMMENT ON COLUMN accounting.bank_statement.made_at IS 'The moment of the first import.';
COMMENT ON COLUMN accounting.bank_statement.from_day IS 'Its first day; null if it does not say.';
COMMENT ON COLUMN accounting.bank_statement.to_day IS 'Its last day; null if it does not say.';
COMMENT ON COLUMN accounting.bank_statement.bank_account IS 'The account at the bank: its IBAN, or the bank''s own number.';
COMMENT ON COLUMN accounting.bank_statement.number IS 'The bank''s number of the statement.';
COMMENT ON COLUMN accounting.bank_statement.file IS 'The name of the file that brought it first.';

ALTER TABLE accounting.bank_statement ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME accounting.bank_statement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE accounting.books (
    are_the_books boolean DEFAULT true NOT NULL,
    closed_until date,
    times_reopened integer DEFAULT 0 NOT NULL,
    CONSTRAINT books_are_one CHECK (are_the_books)
);
COMMENT ON TABLE accounting.books IS 'The state of the books: one row.';
COMMENT ON COLUMN accounting.books.are_the_books IS 'Always true, so that there is one row.';
COMMENT ON COLUMN accounting.books.closed_until IS 'The last closed day: no entry may bear it, or one before. Null if nothing is closed.';
COMMENT ON COLUMN accounting.books.times_reopened IS 'The number of times that a period was opened again: accounting.reopen_period() counts. The last closed day goes back only with it.';

CREATE VIEW accounting.buyer AS
 SELECT c.code AS customer,
    jsonb_strip_nulls(jsonb_build_object('name', c.name, 'vatId', c.vat_id, 'email', c.email, 'countryCode', c.country_code, 'invoiceAddress', c.invoice_address, 'deliveryAddress', c.delivery_address)) AS buyer
   FROM sales.whole_customer c;
COMMENT ON VIEW accounting.buyer IS 'The customers as invoices copy them. Ask for one (where customer = …).';
COMMENT ON COLUMN accounting.buyer.customer IS 'The customer''s code.';
COMMENT ON COLUMN accounting.buyer.buyer IS 'An object of name, vatId, email, countryCode, invoiceAddress and deliveryAddress, without those that are not known.';

CREATE TABLE accounting.closing (
    id bigint NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    closed_until date,
    closed_until_before date
);
COMMENT ON TABLE accounting.closing IS 'The record of each time that a period was closed, or opened again.';
COMMENT ON COLUMN accounting.closing.id IS 'The order in which it happened.';
COMMENT ON COLUMN accounting.closing.made_at IS 'The time when it happened.';
COMMENT ON COLUMN accounting.closing.closed_until IS 'The last closed day since then; null if nothing is closed.';
COMMENT ON COLUMN accounting.closing.closed_until_before IS 'The last closed day before; null if nothing was closed.';

ALTER TABLE accounting.closing ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME accounting.closing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE accounting.dunning_level (
    level integer NOT NULL,
    days integer NOT NULL,
    fee numeric(12,2),
    title text NOT NULL,
    text text NOT NULL,
    CONSTRAINT dunning_level_days_are_1_to_365 CHECK (((days >= 1) AND (days <= 365))),
    CONSTRAINT dunning_level_fee_is_positive CHECK ((fee > (0)::numeric)),
    CONSTRAINT dunning_level_is_1_to_9 CHECK (((level >= 1) AND (level <= 9))),
    CONSTRAINT dunning_level_text_has_1_to_2000_characters CHECK (((char_length(text) >= 1) AND (char_length(text) <= 2000))),
    CONSTRAINT dunning_level_title_has_1_to_200_characters CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200)))
);
COMMENT ON TABLE accounting.dunning_level IS 'The levels of reminders, each later than the one before.';
COMMENT ON COLUMN accounting.dunning_level.level IS 'Its number, from 1.';
COMMENT ON COLUMN accounting.dunning_level.days IS 'The days after the due day from which it applies.';
COMMENT ON COLUMN accounting.dunning_level.fee IS 'The fee that the letter asks for; null for none. It is not booked.';
COMMENT ON COLUMN accounting.dunning_level.title IS 'The title of the letter.';
COMMENT ON COLUMN accounting.dunning_level.text IS 'The text of the letter.';

CREATE TABLE accounting.earlier_buyer (
    customer text NOT NULL COLLATE pg_catalog."C",
    buyer jsonb NOT NULL,
    CONSTRAINT earlier_buyer_is_an_object CHECK ((jsonb_typeof(buyer) = 'object'::text))
);
COMMENT ON TABLE accounting.earlier_buyer IS 'The customers as they were when invoices began to copy them: the buyers of all invoices of before.';
COMMENT ON COLUMN accounting.earlier_buyer.customer IS 'The customer''s code.';
COMMENT ON COLUMN accounting.earlier_buyer.buyer IS 'The customer, as an object of accounting.buyer.';

ALTER TABLE accounting.entry ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME accounting.entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE accounting.invoice ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME accounting.invoice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE accounting.ledger_role (
    role text NOT NULL,
    kind text NOT NULL,
    account text NOT NULL COLLATE pg_catalog."C"
);
COMMENT ON TABLE accounting.ledger_role IS 'The account that plays each role in what the business books by itself. An installation may choose others.';
COMMENT ON COLUMN accounting.ledger_role.role IS 'The role, such as receivables.';
COMMENT ON COLUMN accounting.ledger_role.kind IS 'The kind that its account must be of.';
COMMENT ON COLUMN accounting.ledger_role.account IS 'The account that plays it.';

CREATE TABLE accounting.month_total (
    total numeric(30,2) NOT NULL,
    invoice_count bigint NOT NULL,
    month date NOT NULL,
    kind text NOT NULL,
    CONSTRAINT month_total_counts_invoices CHECK ((invoice_count > 0)),
    CONSTRAINT month_total_month_is_a_first_day CHECK ((EXTRACT(day FROM month) = (1)::numeric))
)
WITH (fillfactor='50');
COMMENT ON TABLE accounting.month_total IS 'The sums of the invoices and of the credit notes of each month. accounting.tally_invoices() keeps them.';
COMMENT ON COLUMN accounting.month_total.total IS 'The sum of their totals, which are net of tax: negative for credit notes.';
COMMENT ON COLUMN accounting.month_total.invoice_count IS 'The number of them.';
COMMENT ON COLUMN accounting.month_total.month IS 'The first day of the month.';
COMMENT ON COLUMN accounting.month_total.kind IS 'The series: invoice or credit-note.';

CREATE TABLE accounting.number_series (
    kind text NOT NULL,
    last_number bigint DEFAULT 0 NOT NULL,
    CONSTRAINT number_series_kind_is_known CHECK ((kind = ANY (ARRAY['invoice'::text, 'credit-note'::text]))),
    CONSTRAINT number_series_last_number_is_not_negative CHECK ((last_number >= 0))
);
COMMENT ON TABLE accounting.number_series IS 'The gapless series: a row, not a sequence, so that a rollback gives its number back.';
COMMENT ON COLUMN accounting.number_series.kind IS 'The kind of document that it numbers: invoice or credit-note.';
COMMENT ON COLUMN accounting.number_series.last_number IS 'The last number that was given out; 0 before the first.';

CREATE VIEW accounting.open_order AS
 SELECT o.id,
    o.number,
    o.is_return,
    o.ordered_on,
    o.customer,
    o.country,
    o.total,
    o.line_count,
    o.return_of
   FROM sales."order" o
  WHERE ((o.total <> (0)::numeric) AND (o.status = 'confirmed'::text) AND (o.currency IS NULL) AND (NOT (EXISTS ( SELECT
           FROM accounting.invoice i
          WHERE (i.order_id = o.id)))) AND ((o.return_of IS NULL) OR (EXISTS ( SELECT
           FROM (sales."order" u
             JOIN accounting.invoice i ON ((i.order_id = u.id)))
          WHERE (u.number = o.return_of)))));
COMMENT ON VIEW accounting.open_order IS 'Confirmed orders and returns of which nothing is invoiced. A return that names an order waits for that one''s invoices. One whose total is 0, or in a foreign currency, is never open.';
COMMENT ON COLUMN accounting.open_order.id IS 'The key that model functions and addresses use.';
COMMENT ON COLUMN accounting.open_order.number IS 'The order''s number, as people and files spell it.';
COMMENT ON COLUMN accounting.open_order.is_return IS 'True if its kind is return.';
COMMENT ON COLUMN accounting.open_order.ordered_on IS 'The day of the order.';
COMMENT ON COLUMN accounting.open_order.customer IS 'The customer''s code; null for a walk-in.';
COMMENT ON COLUMN accounting.open_order.country IS 'The country that the order goes to, or came from.';
COMMENT ON COLUMN accounting.open_order.total IS 'The sum of its lines'' amounts.';
COMMENT ON COLUMN accounting.open_order.line_count IS 'The number of its lines.';
COMMENT ON COLUMN accounting.open_order.return_of IS 'The number of the order that a return undoes.';

CREATE VIEW accounting.part_order AS
 SELECT o.id,
    o.number,
    o.ordered_on,
    o.customer,
    o.country,
    o.total,
    i.invoiced,
    o.line_count
   FROM (sales."order" o
     CROSS JOIN LATERAL ( SELECT sum(i_1.total) AS invoiced
           FROM accounting.invoice i_1
          WHERE (i_1.order_id = o.id)) i)
  WHERE ((o.kind = 'order'::text) AND (o.status = 'confirmed'::text) AND (i.invoiced <> o.total));
COMMENT ON VIEW accounting.part_order IS 'Confirmed orders of which a part is invoiced, and the rest is not.';
COMMENT ON COLUMN accounting.part_order.id IS 'The key that model functions and addresses use.';
COMMENT ON COLUMN accounting.part_order.number IS 'The order''s number, as people and files spell it.';
COMMENT ON COLUMN accounting.part_order.ordered_on IS 'The day of the order.';
COMMENT ON COLUMN accounting.part_order.customer IS 'The customer''s code; null for a walk-in.';
COMMENT ON COLUMN accounting.part_order.country IS 'The country that the order goes to.';
COMMENT ON COLUMN accounting.part_order.total IS 'The sum of its lines'' amounts.';
COMMENT ON COLUMN accounting.part_order.invoiced IS 'The sum of its invoices'' totals.';
COMMENT ON COLUMN accounting.part_order.line_count IS 'The number of its lines.';

ALTER TABLE accounting.payment ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME accounting.payment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE accounting.reminder (
    id bigint NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    day date NOT NULL,
    level integer NOT NULL,
    total numeric(30,2) NOT NULL,
    credit numeric(30,2) NOT NULL,
    fee numeric(12,2),
    customer text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL,
    text text NOT NULL,
    CONSTRAINT reminder_asks_for_something CHECK (((credit >= (0)::numeric) AND (total > credit)))
);
COMMENT ON TABLE accounting.reminder IS 'The letters to customers who owe something that is overdue. None is changed.';
COMMENT ON COLUMN accounting.reminder.id IS 'The key that model functions use, and the letter''s reference for people.';
COMMENT ON COLUMN accounting.reminder.made_at IS 'The moment of writing.';
COMMENT ON COLUMN accounting.reminder.day IS 'The day that it bears: one letter a customer and day.';
COMMENT ON COLUMN accounting.reminder.level IS 'The highest level that one of its items has reached.';
COMMENT ON COLUMN accounting.reminder.total IS 'The sum of what is overdue.';
COMMENT ON COLUMN accounting.reminder.credit IS 'The amount that the customer had to get that day: credit notes and prepayments.';
COMMENT ON COLUMN accounting.reminder.fee IS 'The fee that it asks for; null for none.';
COMMENT ON COLUMN accounting.reminder.customer IS 'The customer''s code.';
COMMENT ON COLUMN accounting.reminder.title IS 'Its title: the level''s at that time.';
COMMENT ON COLUMN accounting.reminder.text IS 'Its text: the level''s at that time.';

ALTER TABLE accounting.reminder ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME accounting.reminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE accounting.reminder_item (
    reminder_id bigint NOT NULL,
    entry_id bigint NOT NULL,
    level integer,
    open numeric(30,2) NOT NULL,
    CONSTRAINT reminder_item_open_is_positive CHECK ((open > (0)::numeric))
);
COMMENT ON TABLE accounting.reminder_item IS 'The items that each letter lists: all that was overdue. None is changed.';
COMMENT ON COLUMN accounting.reminder_item.reminder_id IS 'The letter.';
COMMENT ON COLUMN accounting.reminder_item.entry_id IS 'The item: the id of its entry.';
COMMENT ON COLUMN accounting.reminder_item.level IS 'The level that the item reaches with this letter, each once; null if the letter only lists it again.';
COMMENT ON COLUMN accounting.reminder_item.open IS 'The amount of it that was open.';

ALTER TABLE accounting.settlement ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME accounting.settlement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE accounting.tax_rate (
    from_day date NOT NULL,
    country text NOT NULL COLLATE pg_catalog."C",
    class text NOT NULL,
    rate numeric(7,6) NOT NULL,
    CONSTRAINT tax_rate_class_has_rates CHECK ((class = ANY (ARRAY['standard'::text, 'reduced'::text]))),
    CONSTRAINT tax_rate_is_a_share CHECK (((rate > (0)::numeric) AND (rate < (1)::numeric)))
);
COMMENT ON TABLE accounting.tax_rate IS 'The rate of tax of a country on a class of goods, from a day until the next rate of that class. Goods of the classes zero and exempt bear none anywhere.';
COMMENT ON COLUMN accounting.tax_rate.from_day IS 'The first day on which it holds.';
COMMENT ON COLUMN accounting.tax_rate.country IS 'The country by ISO 3166-1.';
COMMENT ON COLUMN accounting.tax_rate.class IS 'The class of the goods: standard or reduced.';
COMMENT ON COLUMN accounting.tax_rate.rate IS 'The share of the price, such as 0.19.';

CREATE TABLE accounting.tax_total (
    invoice_count bigint NOT NULL,
    net numeric(30,2) NOT NULL,
    tax numeric(30,2) NOT NULL,
    day date NOT NULL,
    rate numeric(7,6) NOT NULL,
    kind text NOT NULL,
    category text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT tax_total_counts_invoices CHECK ((invoice_count > 0))
)
WITH (fillfactor='50');
COMMENT ON TABLE accounting.tax_total IS 'The sums of the taxes of invoices and credit notes, by day, category and rate. accounting.tally_taxes() and accounting.tally_invoices() keep them.';
COMMENT ON COLUMN accounting.tax_total.invoice_count IS 'The number of the invoices that bear the tax.';
COMMENT ON COLUMN accounting.tax_total.net IS 'The sum of their net: negative for credit notes.';
COMMENT ON COLUMN accounting.tax_total.tax IS 'The sum of the tax on it.';
COMMENT ON COLUMN accounting.tax_total.day IS 'The day that the invoices bear.';
COMMENT ON COLUMN accounting.tax_total.rate IS 'The rate as a share; 0 for what is outside of tax, which has none.';
COMMENT ON COLUMN accounting.tax_total.kind IS 'The series: invoice or credit-note.';
COMMENT ON COLUMN accounting.tax_total.category IS 'The category: a code of accounting.tax_category.';

CREATE TABLE accounting.uninvoiced_order (
    order_id bigint NOT NULL,
    ordered_on date NOT NULL
);
COMMENT ON TABLE accounting.uninvoiced_order IS 'The confirmed orders and returns in the shop''s currency, other than those of a total of 0, that are not invoiced as far as they are ordered. accounting.note_orders(), accounting.follow_order() and accounting.note_invoices() keep it.';
COMMENT ON COLUMN accounting.uninvoiced_order.order_id IS 'The order''s id.';
COMMENT ON COLUMN accounting.uninvoiced_order.ordered_on IS 'The day of the order.';

CREATE VIEW accounting.whole_reminder AS
 SELECT r.id,
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
    ((r.total - r.credit) + COALESCE(r.fee, (0)::numeric)) AS to_pay,
    i.items
   FROM (((accounting.reminder r
     JOIN sales.customer c ON ((c.code = r.customer)))
     LEFT JOIN sales.party_address a ON (((a.customer = r.customer) AND (a.kind = 'invoice'::text))))
     CROSS JOIN LATERAL ( SELECT jsonb_agg(jsonb_build_object('invoiceId', v.id, 'number', v.number, 'day', o.day, 'dueOn', o.due_on, 'overdueDays', (r.day - o.due_on), 'amount', o.amount, 'open', l.open, 'level', l.level) ORDER BY o.due_on, o.entry_id) AS items
           FROM (((( SELECT reminder_item.reminder_id,
                    reminder_item.entry_id,
                    reminder_item.level,
                    reminder_item.open
                   FROM accounting.reminder_item
                  WHERE (reminder_item.reminder_id = r.id)
                  ORDER BY reminder_item.entry_id
                 LIMIT 1000) l
             JOIN accounting.open_item o ON ((o.entry_id = l.entry_id)))
             JOIN accounting.entry e ON ((e.id = l.entry_id)))
             JOIN accounting.invoice v ON ((v.id = e.source_id)))) i);
COMMENT ON VIEW accounting.whole_reminder IS 'A letter with the customer''s name and address of today, and, as a json array, its first 1,000 items. Ask for one.';
COMMENT ON COLUMN accounting.whole_reminder.id IS 'The letter''s key.';
COMMENT ON COLUMN accounting.whole_reminder.day IS 'The day that it bears.';
COMMENT ON COLUMN accounting.whole_reminder.level IS 'Its level.';
COMMENT ON COLUMN accounting.whole_reminder.customer IS 'The customer''s code.';
COMMENT ON COLUMN accounting.whole_reminder.name IS 'The customer''s name; null if nobody has said it.';
COMMENT ON COLUMN accounting.whole_reminder.address IS 'The address of the customer''s invoices; null if nobody has said it.';
COMMENT ON COLUMN accounting.whole_reminder.title IS 'Its title.';
COMMENT ON COLUMN accounting.whole_reminder.text IS 'Its text.';
COMMENT ON COLUMN accounting.whole_reminder.total IS 'The sum of what was overdue.';
COMMENT ON COLUMN accounting.whole_reminder.credit IS 'The amount that the customer had to get.';
COMMENT ON COLUMN accounting.whole_reminder.fee IS 'The fee that it asks for; null for none.';
COMMENT ON COLUMN accounting.whole_reminder.to_pay IS 'The amount to pay: the total and the fee, less the credit.';
COMMENT ON COLUMN accounting.whole_reminder.items IS 'Objects of invoiceId, number, day, dueOn, overdueDays, amount, open and level, due first.';

CREATE TABLE business.migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);
COMMENT ON TABLE business.migration IS 'The migrations that were applied; and, as number 0, the functions that were installed.';
COMMENT ON COLUMN business.migration.number IS 'The number in the file''s name; 0 for the functions.';
COMMENT ON COLUMN business.migration.name IS 'The path of the file.';
COMMENT ON COLUMN business.migration.checksum IS 'The fingerprint of the text.';
COMMENT ON COLUMN business.migration.applied_at IS 'The time when it was last applied.';

CREATE TABLE djet.access (
    node bigint NOT NULL,
    role text NOT NULL COLLATE pg_catalog."C",
    rights text[] NOT NULL,
    CONSTRAINT access_for_administrator_keeps_view_and_manage CHECK (((role <> 'administrator'::text) OR (rights @> ARRAY['view'::text, 'manage'::text]))),
    CONSTRAINT access_for_everyone_is_view_and_use CHECK (((role <> 'everyone'::text) OR (rights <@ ARRAY['view'::text, 'use'::text]))),
    CONSTRAINT access_rights_are_known CHECK (((rights <@ ARRAY['view'::text, 'use'::text, 'operate'::text, 'signal'::text, 'arguments'::text, 'manage'::text]) AND (array_position(rights, NULL::text) IS NULL))),
    CONSTRAINT access_role_is_a_name CHECK (((role ~ '^[a-z][a-z0-9_.-]*$'::text) AND (length(role) <= 60)))
);
COMMENT ON TABLE djet.access IS 'The rules: what a role may do at a node and below. For each role the nearest rule on the way up to the root decides.';
COMMENT ON COLUMN djet.access.node IS 'At which node, and below.';
COMMENT ON COLUMN djet.access.role IS 'The role to which the rule gives rights: everyone, users, administrator, or a role of one''s own.';
COMMENT ON COLUMN djet.access.rights IS 'The rights that it gives them: view, use, operate, signal, arguments, manage; none if it is empty.';

CREATE TABLE djet.approval (
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    token_hash bytea NOT NULL,
    ticket text NOT NULL,
    signal text NOT NULL,
    question text NOT NULL,
    whom text,
    CONSTRAINT approval_ends_within_a_year CHECK (((expires_at > created_at) AND (expires_at <= (created_at + '366 days'::interval)))),
    CONSTRAINT approval_texts_are_short CHECK (((length(ticket) <= 60) AND (length(signal) <= 60) AND (length(question) <= 2000) AND (length(whom) <= 200))),
    CONSTRAINT approval_token_hash_is_sha256 CHECK ((length(token_hash) = 32))
);
COMMENT ON TABLE djet.approval IS 'One-time links to a page on which somebody approves or rejects: the answer is a signal to a job. One that was used is deleted.';
COMMENT ON COLUMN djet.approval.created_at IS 'The time when it was made.';
COMMENT ON COLUMN djet.approval.expires_at IS 'The time when it is over: a year later at the latest.';
COMMENT ON COLUMN djet.approval.token_hash IS 'The sha256 of the token in the link.';
COMMENT ON COLUMN djet.approval.ticket IS 'The ticket of the job.';
COMMENT ON COLUMN djet.approval.signal IS 'The name of the signal, whose value is true or false.';
COMMENT ON COLUMN djet.approval.question IS 'The question on the page.';
COMMENT ON COLUMN djet.approval.whom IS 'The person who is asked; null for whoever has the link.';

ALTER TABLE djet.audit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME djet.audit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE djet.common_password (
    password text NOT NULL COLLATE pg_catalog."C"
);
COMMENT ON TABLE djet.common_password IS 'Passwords, in lower case, that are tried first by whoever guesses. None of them can be set, nor one that is hardly more.';
COMMENT ON COLUMN djet.common_password.password IS 'The password, or what is left of it without the digits at its ends.';

CREATE TABLE djet.function (
    name text NOT NULL COLLATE pg_catalog."C",
    exposed_by text NOT NULL,
    CONSTRAINT function_is_exposed_by_a_right CHECK ((exposed_by = ANY (ARRAY['view'::text, 'use'::text, 'operate'::text, 'signal'::text, 'arguments'::text, 'manage'::text])))
);
COMMENT ON TABLE djet.function IS 'The rights that it takes to expose a model function at a node. Programs declare them when they start; any other function takes manage.';
COMMENT ON COLUMN djet.function.name IS 'Its name, such as sales.order-totals.';
COMMENT ON COLUMN djet.function.exposed_by IS 'The right at the root that it takes.';

ALTER TABLE djet.invitation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME djet.invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE djet.migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);
COMMENT ON TABLE djet.migration IS 'The migrations that were applied; and, as number 0, the functions that were installed.';
COMMENT ON COLUMN djet.migration.number IS 'The number in the file''s name; 0 for the functions.';
COMMENT ON COLUMN djet.migration.name IS 'The path of the file.';
COMMENT ON COLUMN djet.migration.checksum IS 'The fingerprint of the text.';
COMMENT ON COLUMN djet.migration.applied_at IS 'The time when it was last applied.';

ALTER TABLE djet.node ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME djet.node_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE djet.recovery_code (
    user_id bigint NOT NULL,
    code_hash bytea NOT NULL,
    CONSTRAINT recovery_code_code_hash_is_sha256 CHECK ((length(code_hash) = 32))
);
COMMENT ON TABLE djet.recovery_code IS 'Codes that each stand once for the one-time code of a lost device. One that was used is deleted.';
COMMENT ON COLUMN djet.recovery_code.user_id IS 'The user whose code it is.';
COMMENT ON COLUMN djet.recovery_code.code_hash IS 'The sha256 of the code, which has 80 random bits and was shown once.';

CREATE TABLE djet.role (
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL,
    needs_second_factor boolean DEFAULT false NOT NULL,
    CONSTRAINT role_name_is_plain CHECK ((name ~ '^[a-z][a-z0-9_.-]{0,59}$'::text)),
    CONSTRAINT role_title_is_one_plain_line CHECK (((title ~ '\S'::text) AND (length(title) <= 100) AND (title !~ '[\x01-\x1f\x7f]'::text)))
);
COMMENT ON TABLE djet.role IS 'The names under which access rules give rights.';
COMMENT ON COLUMN djet.role.created_at IS 'The time when it was added.';
COMMENT ON COLUMN djet.role.name IS 'The name that access rules and grants use.';
COMMENT ON COLUMN djet.role.title IS 'The title that is shown.';
COMMENT ON COLUMN djet.role.needs_second_factor IS 'True if its members must sign in with a one-time code besides the password.';

CREATE TABLE djet.server (
    id bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    machine text NOT NULL,
    address text NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT server_address_is_an_address CHECK (((address ~ '^https?://[^/[:cntrl:][:space:]]+$'::text) AND (length(address) <= 300)))
);
COMMENT ON TABLE djet.server IS 'The web servers that serve the site. One that stops is deleted; one that crashed stays until another serves at its address, and counts as gone when seen_at is more than a minute or two old.';
COMMENT ON COLUMN djet.server.id IS 'Its number.';
COMMENT ON COLUMN djet.server.started_at IS 'The time since when it serves.';
COMMENT ON COLUMN djet.server.machine IS 'The name of its machine.';
COMMENT ON COLUMN djet.server.address IS 'The address at which it serves, such as http://127.0.0.1:8080.';
COMMENT ON COLUMN djet.server.seen_at IS 'The time when it last said that it serves, which it does every minute.';

ALTER TABLE djet.server ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME djet.server_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE djet.session ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME djet.session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE djet.sign_in_failure (
    failed_at timestamp with time zone NOT NULL,
    wait_until timestamp with time zone NOT NULL,
    failures integer NOT NULL,
    is_told boolean DEFAULT false NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT sign_in_failure_failures_are_not_negative CHECK ((failures >= 0))
);
COMMENT ON TABLE djet.sign_in_failure IS 'Failed attempts to sign in, counted per account and per address. They are forgotten after a day.';
COMMENT ON COLUMN djet.sign_in_failure.failed_at IS 'The time of the last one.';
COMMENT ON COLUMN djet.sign_in_failure.wait_until IS 'The time until which no further one is looked at.';
COMMENT ON COLUMN djet.sign_in_failure.failures IS 'The number of failures in a row, none of them an hour after the last.';
COMMENT ON COLUMN djet.sign_in_failure.is_told IS 'True if the audit tells of the wait.';
COMMENT ON COLUMN djet.sign_in_failure.key IS 'The key by which they are counted: an account (the sha256 of its name, since people type passwords there) or an address.';

CREATE TABLE djet.token (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    token_hash bytea NOT NULL,
    purpose text NOT NULL,
    rights text[] NOT NULL,
    below text COLLATE pg_catalog."C",
    CONSTRAINT token_below_is_a_path CHECK (((below ~ '^(/|(/[^/\x01-\x20\x7f]+)+)$'::text) AND (length(below) <= 1000))),
    CONSTRAINT token_ends_within_a_year CHECK (((expires_at > created_at) AND (expires_at <= (created_at + '366 days'::interval)))),
    CONSTRAINT token_has_known_rights CHECK (((cardinality(rights) > 0) AND (rights <@ '{view,use,operate,signal,arguments,manage}'::text[]))),
    CONSTRAINT token_purpose_is_one_plain_line CHECK (((purpose ~ '\S'::text) AND (length(purpose) <= 100) AND (purpose !~ '[\x01-\x1f\x7f]'::text))),
    CONSTRAINT token_token_hash_is_sha256 CHECK ((length(token_hash) = 32))
);
COMMENT ON TABLE djet.token IS 'API tokens: with one, a program acts for a user. A token that was revoked is deleted.';
COMMENT ON COLUMN djet.token.id IS 'The number under which it can be revoked.';
COMMENT ON COLUMN djet.token.user_id IS 'The user for whom it acts.';
COMMENT ON COLUMN djet.token.created_at IS 'The time when it was made.';
COMMENT ON COLUMN djet.token.expires_at IS 'The time when it is over: a year later at the latest.';
COMMENT ON COLUMN djet.token.used_at IS 'The time when it was last used, to the minute; null if it never was.';
COMMENT ON COLUMN djet.token.token_hash IS 'The sha256 of the token, which was shown once.';
COMMENT ON COLUMN djet.token.purpose IS 'The purpose, in a person''s words.';
COMMENT ON COLUMN djet.token.rights IS 'The rights that it has at the most; it never has one that its user lacks.';
COMMENT ON COLUMN djet.token.below IS 'The branch that it may reach at the most; null is the whole tree.';

ALTER TABLE djet.token ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME djet.token_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE djet.users ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME djet.users_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE jobmachine.attempt (
    job bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    worker integer NOT NULL,
    attempt integer NOT NULL,
    error jsonb NOT NULL
)
PARTITION BY RANGE (ended_at);
COMMENT ON TABLE jobmachine.attempt IS 'Each failed attempt, a partition for each day.';
COMMENT ON COLUMN jobmachine.attempt.job IS 'The job''s id.';
COMMENT ON COLUMN jobmachine.attempt.started_at IS 'The time when it was claimed.';
COMMENT ON COLUMN jobmachine.attempt.ended_at IS 'The time when it failed.';
COMMENT ON COLUMN jobmachine.attempt.worker IS 'The worker that tried.';
COMMENT ON COLUMN jobmachine.attempt.attempt IS 'The number of the attempt, from 1.';
COMMENT ON COLUMN jobmachine.attempt.error IS 'The error: type, message, and the error itself if it could be encoded.';

CREATE TABLE jobmachine.awaited_signal (
    job bigint NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    timed_out_at timestamp with time zone,
    name text NOT NULL
);
COMMENT ON TABLE jobmachine.awaited_signal IS 'The signals that jobs wait for. A row goes when its signal comes; one that is over stays until the job has finished, so that each attempt finds the same. A job is parked by its own run_at, which is then ends_at.';
COMMENT ON COLUMN jobmachine.awaited_signal.job IS 'The id of the job.';
COMMENT ON COLUMN jobmachine.awaited_signal.ends_at IS 'The time at which the wait is over, set when it began first.';
COMMENT ON COLUMN jobmachine.awaited_signal.timed_out_at IS 'The time when the job was told that the wait is over; null before.';
COMMENT ON COLUMN jobmachine.awaited_signal.name IS 'The name of the signal.';

CREATE TABLE jobmachine.blind_end (
    job bigint NOT NULL
);
COMMENT ON TABLE jobmachine.blind_end IS 'Jobs that have ended, while jobs may wait for them that were not seen to: their transaction saw nothing of what was committed since it began, or somebody had locked those that wait. Nearly always empty.';
COMMENT ON COLUMN jobmachine.blind_end.job IS 'The id of the job that ended.';

CREATE TABLE jobmachine.worker (
    id integer NOT NULL,
    pid integer NOT NULL,
    slots integer NOT NULL,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL,
    host text NOT NULL,
    queues text[] NOT NULL,
    lease interval DEFAULT '00:03:00'::interval NOT NULL,
    connected_at timestamp with time zone DEFAULT now() NOT NULL,
    beat bigint NOT NULL,
    returned_beat bigint,
    watched_beat bigint,
    silence interval DEFAULT '00:00:00'::interval NOT NULL,
    session integer,
    login oid,
    key_class integer,
    key_number integer,
    missed bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    branches text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT worker_branches_check CHECK (jobmachine.are_names(branches)),
    CONSTRAINT worker_has_queues CHECK ((cardinality(queues) > 0)),
    CONSTRAINT worker_has_slots CHECK ((slots > 0)),
    CONSTRAINT worker_host_is_a_name CHECK ((((length(host) >= 1) AND (length(host) <= 255)) AND (host !~ '[[:cntrl:]]'::text))),
    CONSTRAINT worker_lease_is_a_day_at_most CHECK ((lease <= '1 day'::interval)),
    CONSTRAINT worker_lease_is_positive CHECK ((lease > '00:00:00'::interval)),
    CONSTRAINT worker_queues_are_a_list CHECK (((array_ndims(queues) = 1) AND (array_lower(queues, 1) = 1))),
    CONSTRAINT worker_queues_are_names CHECK (((queues <> '{}'::text[]) AND jobmachine.are_names(queues))),
    CONSTRAINT worker_slots_are_ten_thousand_at_most CHECK ((slots <= 10000))
);
COMMENT ON TABLE jobmachine.worker IS 'The workers. One is alive as long as its session, of its login, holds the advisory lock (key_class, key_number).';
COMMENT ON COLUMN jobmachine.worker.id IS 'Its number, never used again.';
COMMENT ON COLUMN jobmachine.worker.pid IS 'Its process on its host.';
COMMENT ON COLUMN jobmachine.worker.slots IS 'The number of jobs that it runs at once, at most.';
COMMENT ON COLUMN jobmachine.worker.started_at IS 'The time when it registered for the first time.';
COMMENT ON COLUMN jobmachine.worker.seen_at IS 'Its last beat, for people to read: nothing is decided by it.';
COMMENT ON COLUMN jobmachine.worker.host IS 'The machine it runs on.';
COMMENT ON COLUMN jobmachine.worker.queues IS 'The queues that it claims from, with those that it has found in its branches.';
COMMENT ON COLUMN jobmachine.worker.lease IS 'The longest silence before it is taken for dead, though its session lives on: it may be frozen, or its network gone.';
COMMENT ON COLUMN jobmachine.worker.connected_at IS 'The time when the session began that is its life now.';
COMMENT ON COLUMN jobmachine.worker.beat IS 'The number of its last sign of life: a registration or a beat. All workers draw from one sequence, so that a number is larger the later it was drawn, whatever the clocks say.';
COMMENT ON COLUMN jobmachine.worker.returned_beat IS 'The number drawn when it registered again after it had lost its session. Null if it never has.';
COMMENT ON COLUMN jobmachine.worker.watched_beat IS 'The last sign of life of the worker that it watches.';
COMMENT ON COLUMN jobmachine.worker.silence IS 'The time that it has watched since then, and seen no other: the sum of its waits, each measured by itself.';
COMMENT ON COLUMN jobmachine.worker.session IS 'The server process of its session.';
COMMENT ON COLUMN jobmachine.worker.login IS 'The login of its session, as an oid: a lock of any other does not count.';
COMMENT ON COLUMN jobmachine.worker.key_class IS 'The first half of the key of its lock, which is drawn anew for each session.';
COMMENT ON COLUMN jobmachine.worker.key_number IS 'The second half.';
COMMENT ON COLUMN jobmachine.worker.missed IS 'The last signs of life of the workers whose sessions were gone at its last beat. Those whose sessions still are gone at the next one are struck off.';
COMMENT ON COLUMN jobmachine.worker.branches IS 'The roots of the branches that it claims from: a worker of gl.* claims from gl and from all queues below it.';

CREATE VIEW jobmachine.chores AS
 SELECT c.name,
    c.part,
    (EXTRACT(epoch FROM c.every))::double precision AS every,
    (EXTRACT(epoch FROM c.time_limit))::double precision AS time_limit,
    c.next_at,
    c.started_at,
    (EXTRACT(epoch FROM c.took))::double precision AS took,
    c.error,
    w.id AS worker
   FROM (jobmachine.chore c
     LEFT JOIN jobmachine.worker w ON ((w.id = c.worker)));
COMMENT ON VIEW jobmachine.chores IS 'The housekeeping: the chores of the parts, and Djet''s own.';
COMMENT ON COLUMN jobmachine.chores.name IS 'The name.';
COMMENT ON COLUMN jobmachine.chores.part IS 'The part of the program that declares it; null for Djet''s own.';
COMMENT ON COLUMN jobmachine.chores.every IS 'The seconds from the beginning of a run to that of the next.';
COMMENT ON COLUMN jobmachine.chores.time_limit IS 'The seconds that a run may take; null for Djet''s own.';
COMMENT ON COLUMN jobmachine.chores.next_at IS 'The time at which it is due next. Djet''s own go with the next beat of any worker.';
COMMENT ON COLUMN jobmachine.chores.started_at IS 'The time when its last run began.';
COMMENT ON COLUMN jobmachine.chores.took IS 'The seconds that its last run took.';
COMMENT ON COLUMN jobmachine.chores.error IS 'The error of its last run; null if it went well.';
COMMENT ON COLUMN jobmachine.chores.worker IS 'The worker that runs it; null if none does.';

CREATE TABLE jobmachine.chunk (
    file bigint NOT NULL,
    number integer NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT chunk_is_not_empty CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= 1048576)))
);
ALTER TABLE ONLY jobmachine.chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
COMMENT ON TABLE jobmachine.chunk IS 'The bytes of files.';
COMMENT ON COLUMN jobmachine.chunk.file IS 'The file whose bytes they are.';
COMMENT ON COLUMN jobmachine.chunk.number IS 'The number of the part, from 0.';
COMMENT ON COLUMN jobmachine.chunk.bytes IS 'At most 1 MiB of them.';

CREATE TABLE jobmachine.clock (
    seen timestamp with time zone NOT NULL,
    trusted timestamp with time zone NOT NULL,
    upcoming timestamp with time zone NOT NULL,
    notes integer DEFAULT 0 NOT NULL,
    is_only boolean DEFAULT true NOT NULL,
    CONSTRAINT clock_is_only CHECK (is_only)
);
COMMENT ON TABLE jobmachine.clock IS 'The times that the server''s clock has shown: one row. All that is old is dropped by a time that it showed some while ago, so that a jump of the clock drops nothing at once.';
COMMENT ON COLUMN jobmachine.clock.seen IS 'The time that it showed when it was last noted.';
COMMENT ON COLUMN jobmachine.clock.trusted IS 'The time by which what is old is dropped.';
COMMENT ON COLUMN jobmachine.clock.upcoming IS 'The time that is trusted after sixty more notes.';
COMMENT ON COLUMN jobmachine.clock.notes IS 'The number of notes since upcoming was set, 60 at most.';
COMMENT ON COLUMN jobmachine.clock.is_only IS 'True: there is no other row.';

CREATE TABLE jobmachine.dependency (
    needs bigint NOT NULL,
    job bigint NOT NULL,
    lost_at timestamp with time zone,
    is_settled boolean DEFAULT true NOT NULL,
    on_end boolean DEFAULT false NOT NULL
);
COMMENT ON TABLE jobmachine.dependency IS 'The jobs that wait for others. A row goes when the job that is needed has finished, or ended at all if on_end; otherwise it stays, so that those that ended because of it come back with it.';
COMMENT ON COLUMN jobmachine.dependency.needs IS 'The job that must finish first, or end.';
COMMENT ON COLUMN jobmachine.dependency.job IS 'The job that waits.';
COMMENT ON COLUMN jobmachine.dependency.lost_at IS 'The time when the job that waited ended without having run; null as long as it waits.';
COMMENT ON COLUMN jobmachine.dependency.is_settled IS 'True if the end of the job that is needed is certain to see this row. One that is new may have been missed by it.';
COMMENT ON COLUMN jobmachine.dependency.on_end IS 'True if any end of the job that is needed will do, false if it must have finished.';

CREATE VIEW jobmachine.ended AS
 SELECT history.status,
    history.reply,
    history.error,
    history.id,
    history.run_at,
    history.offloaded_at,
    history.claimed_at,
    history.worker,
    history.attempt,
    history.attempt_limit,
    history.limit_is_given,
    history.priority,
    history.queue,
    history.kind,
    history.arguments,
    history.environment
   FROM jobmachine.history;
COMMENT ON VIEW jobmachine.ended IS 'The one way into the history. A row is a status, a reply and an error, then one of the view ending.';
COMMENT ON COLUMN jobmachine.ended.status IS 'The status: finished, error or cancelled.';
COMMENT ON COLUMN jobmachine.ended.reply IS 'The reply; null unless it has finished.';
COMMENT ON COLUMN jobmachine.ended.error IS 'The error of its last attempt: type, message, and the error itself if it could be encoded.';
COMMENT ON COLUMN jobmachine.ended.id IS 'The number of its ticket.';
COMMENT ON COLUMN jobmachine.ended.run_at IS 'The time before which it does not run.';
COMMENT ON COLUMN jobmachine.ended.offloaded_at IS 'The time when it was offloaded.';
COMMENT ON COLUMN jobmachine.ended.claimed_at IS 'The time when its last attempt began; null before the first.';
COMMENT ON COLUMN jobmachine.ended.worker IS 'The worker that ran its last attempt; null if none did.';
COMMENT ON COLUMN jobmachine.ended.attempt IS 'The number of times that it has been claimed.';
COMMENT ON COLUMN jobmachine.ended.attempt_limit IS 'The last attempt: if it fails, the job ends as error.';
COMMENT ON COLUMN jobmachine.ended.limit_is_given IS 'True if its number of attempts was given by whoever offloaded it, or by its handler.';
COMMENT ON COLUMN jobmachine.ended.priority IS 'The priority: 0 goes first, 9 last.';
COMMENT ON COLUMN jobmachine.ended.queue IS 'The queue that it was offloaded to.';
COMMENT ON COLUMN jobmachine.ended.kind IS 'The handler that it needs: for a model function, the function''s name.';
COMMENT ON COLUMN jobmachine.ended.arguments IS 'The arguments of its handler: for a model function, the function itself.';
COMMENT ON COLUMN jobmachine.ended.environment IS 'The user on whose behalf it runs, their locale and trace.';

CREATE VIEW jobmachine.ended_summary AS
 SELECT history.id,
    history.queue,
    history.kind,
    history.status,
    history.priority,
    history.attempt,
    history.attempt_limit,
    0 AS waiting_for,
    history.worker,
    "left"((history.environment ->> 'user'::text), 200) AS "user",
    history.offloaded_at,
    history.run_at,
    history.claimed_at,
    history.finished_at,
    false AS cancel_requested,
    NULL::jsonb AS progress,
    "left"((history.error ->> 'type'::text), 200) AS error_type,
    ("left"((history.error ->> 'message'::text), 300) ||
        CASE
            WHEN (length((history.error ->> 'message'::text)) > 300) THEN '…'::text
            ELSE ''::text
        END) AS error_message,
    (history.environment ->> 'tenant'::text) AS tenant
   FROM jobmachine.history;
COMMENT ON VIEW jobmachine.ended_summary IS 'Ended jobs as lists show them: no arguments or replies, and the first 300 characters of errors.';
COMMENT ON COLUMN jobmachine.ended_summary.id IS 'The number of its ticket.';
COMMENT ON COLUMN jobmachine.ended_summary.queue IS 'The queue that it was offloaded to.';
COMMENT ON COLUMN jobmachine.ended_summary.kind IS 'The handler that it needs: for a model function, the function''s name.';
COMMENT ON COLUMN jobmachine.ended_summary.status IS 'The status: finished, error or cancelled.';
COMMENT ON COLUMN jobmachine.ended_summary.priority IS 'The priority: 0 goes first, 9 last.';
COMMENT ON COLUMN jobmachine.ended_summary.attempt IS 'The number of times that it has been claimed.';
COMMENT ON COLUMN jobmachine.ended_summary.attempt_limit IS 'The last attempt: if it fails, the job ends as error.';
COMMENT ON COLUMN jobmachine.ended_summary.waiting_for IS '0: it has ended.';
COMMENT ON COLUMN jobmachine.ended_summary.worker IS 'The worker that ran its last attempt; null if none did.';
COMMENT ON COLUMN jobmachine.ended_summary."user" IS 'The user on whose behalf it runs: the first 200 characters of the name. Null for nobody in particular.';
COMMENT ON COLUMN jobmachine.ended_summary.offloaded_at IS 'The time when it was offloaded.';
COMMENT ON COLUMN jobmachine.ended_summary.run_at IS 'The time before which it does not run.';
COMMENT ON COLUMN jobmachine.ended_summary.claimed_at IS 'The time when its last attempt began; null before the first.';
COMMENT ON COLUMN jobmachine.ended_summary.finished_at IS 'The time when it ended.';
COMMENT ON COLUMN jobmachine.ended_summary.cancel_requested IS 'False: it has ended.';
COMMENT ON COLUMN jobmachine.ended_summary.progress IS 'Null: it has ended.';
COMMENT ON COLUMN jobmachine.ended_summary.error_type IS 'The type of its last attempt''s error: the first 200 characters.';
COMMENT ON COLUMN jobmachine.ended_summary.error_message IS 'The message of its last attempt''s error: the first 300 characters, and … if there are more.';
COMMENT ON COLUMN jobmachine.ended_summary.tenant IS 'The tenant on whose behalf it runs; null for none.';

CREATE VIEW jobmachine.ending AS
 SELECT job.id,
    job.run_at,
    job.offloaded_at,
    job.claimed_at,
    job.worker,
    job.attempt,
    job.attempt_limit,
    job.limit_is_given,
    job.priority,
    job.queue,
    job.kind,
    job.arguments,
    job.environment
   FROM jobmachine.job;
COMMENT ON VIEW jobmachine.ending IS 'The columns of live jobs that the history keeps. A job ends by a delete from this view, whose rows go into
the view ended.';
COMMENT ON COLUMN jobmachine.ending.id IS 'The number of its ticket.';
COMMENT ON COLUMN jobmachine.ending.run_at IS 'The time before which it does not run.';
COMMENT ON COLUMN jobmachine.ending.offloaded_at IS 'The time when it was offloaded.';
COMMENT ON COLUMN jobmachine.ending.claimed_at IS 'The time when its worker claimed it; null if none has.';
COMMENT ON COLUMN jobmachine.ending.worker IS 'The worker that runs it; null if none does.';
COMMENT ON COLUMN jobmachine.ending.attempt IS 'The number of times that it has been claimed.';
COMMENT ON COLUMN jobmachine.ending.attempt_limit IS 'The last attempt: if it fails, the job ends as error.';
COMMENT ON COLUMN jobmachine.ending.limit_is_given IS 'True if its number of attempts was given by whoever offloaded it, or by its handler.';
COMMENT ON COLUMN jobmachine.ending.priority IS 'The priority: 0 goes first, 9 last.';
COMMENT ON COLUMN jobmachine.ending.queue IS 'The queue that it was offloaded to.';
COMMENT ON COLUMN jobmachine.ending.kind IS 'The handler that it needs: for a model function, the function''s name.';
COMMENT ON COLUMN jobmachine.ending.arguments IS 'The arguments of its handler: for a model function, the function itself.';
COMMENT ON COLUMN jobmachine.ending.environment IS 'The user on whose behalf it runs, their locale and trace.';

CREATE TABLE jobmachine.expiry (
    expires_at timestamp with time zone NOT NULL,
    job bigint NOT NULL,
    queue text NOT NULL
);
COMMENT ON TABLE jobmachine.expiry IS 'The times by which jobs must have begun. A row goes when its time has come, whatever has become of its job, so that no job pays for it when it begins or ends.';
COMMENT ON COLUMN jobmachine.expiry.expires_at IS 'The time at which the job is cancelled unless it has begun.';
COMMENT ON COLUMN jobmachine.expiry.job IS 'The id of the job.';
COMMENT ON COLUMN jobmachine.expiry.queue IS 'The queue of the job.';

CREATE TABLE jobmachine.file (
    id bigint NOT NULL,
    size bigint DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    name text NOT NULL,
    mime_type text NOT NULL,
    owner text,
    written_at timestamp with time zone DEFAULT now() NOT NULL,
    is_complete boolean DEFAULT true NOT NULL,
    maker text,
    input_of bigint,
    CONSTRAINT file_has_a_name CHECK (((length(name) >= 1) AND (length(name) <= 255))),
    CONSTRAINT file_mime_type_is_one CHECK ((mime_type ~ '^[a-z0-9.+-]+/[a-z0-9.+-]+(; ?[a-z-]+=[A-Za-z0-9_-]+)*$'::text)),
    CONSTRAINT file_size_counts_up CHECK ((size >= 0))
);
COMMENT ON TABLE jobmachine.file IS 'Files that jobs read and write.';
COMMENT ON COLUMN jobmachine.file.id IS 'Its number.';
COMMENT ON COLUMN jobmachine.file.size IS 'Its length in bytes.';
COMMENT ON COLUMN jobmachine.file.created_at IS 'The time when it was stored.';
COMMENT ON COLUMN jobmachine.file.name IS 'The name to save it under. It comes from people: it is not a path.';
COMMENT ON COLUMN jobmachine.file.mime_type IS 'The type of its contents, such as image/png.';
COMMENT ON COLUMN jobmachine.file.owner IS 'The user who stored it, and may give it to a function; null for nobody in particular.';
COMMENT ON COLUMN jobmachine.file.written_at IS 'The time when bytes were last added.';
COMMENT ON COLUMN jobmachine.file.is_complete IS 'False while an upload is under way, and for ever if its client has vanished.';
COMMENT ON COLUMN jobmachine.file.maker IS 'The login that began it: nobody else adds bytes to it, finishes or removes it before it is finished, or says for which job it is.';
COMMENT ON COLUMN jobmachine.file.input_of IS 'The job that it was stored for, and that nobody else needs it for. Null for no job in particular.';

ALTER TABLE jobmachine.file ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME jobmachine.file_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE jobmachine.group_tally (
    id bigint NOT NULL,
    group_id bigint NOT NULL,
    finished integer DEFAULT 0 NOT NULL,
    failed integer DEFAULT 0 NOT NULL,
    cancelled integer DEFAULT 0 NOT NULL,
    failures bigint[] DEFAULT '{}'::bigint[] NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0.01', autovacuum_vacuum_threshold='1000');
COMMENT ON TABLE jobmachine.group_tally IS 'Ends of jobs of groups that are not in the counts of job_group yet. Each transaction that ends some adds a row, so that none waits for another one; settle takes them. A row of noughts asks to look at the group.';
COMMENT ON COLUMN jobmachine.group_tally.id IS 'The number of the row.';
COMMENT ON COLUMN jobmachine.group_tally.group_id IS 'The number of the group.';
COMMENT ON COLUMN jobmachine.group_tally.finished IS 'The number of its jobs that finished.';
COMMENT ON COLUMN jobmachine.group_tally.failed IS 'The number that ended as error; negative for those that came back.';
COMMENT ON COLUMN jobmachine.group_tally.cancelled IS 'The number that were cancelled; negative for those that came back.';
COMMENT ON COLUMN jobmachine.group_tally.failures IS 'The jobs that ended as error, 100 at most.';

ALTER TABLE jobmachine.group_tally ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME jobmachine.group_tally_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE jobmachine.job_group ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME jobmachine.job_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE jobmachine.job ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME jobmachine.job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE jobmachine.key_use (
    full_at timestamp with time zone NOT NULL,
    queue text NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C"
);
COMMENT ON TABLE jobmachine.key_use IS 'The buckets of the rates of keys, except full ones, which go with a later beat.';
COMMENT ON COLUMN jobmachine.key_use.full_at IS 'The time at which the bucket is full again.';
COMMENT ON COLUMN jobmachine.key_use.queue IS 'The queue of the limit.';
COMMENT ON COLUMN jobmachine.key_use.key IS 'The key.';

CREATE VIEW jobmachine.live_summary AS
 SELECT job.id,
    job.queue,
    job.kind,
    jobmachine.status_of(job.worker, job.waiting_for, job."position") AS status,
    job.priority,
    job.attempt,
    job.attempt_limit,
    job.waiting_for,
    job.worker,
    "left"((job.environment ->> 'user'::text), 200) AS "user",
    job.offloaded_at,
    job.run_at,
    job.claimed_at,
    NULL::timestamp with time zone AS finished_at,
    (EXISTS ( SELECT
           FROM jobmachine.cancellation c
          WHERE (c.job = job.id))) AS cancel_requested,
    jobmachine.cut_progress(job.progress, 300) AS progress,
    "left"((job.error ->> 'type'::text), 200) AS error_type,
    ("left"((job.error ->> 'message'::text), 300) ||
        CASE
            WHEN (length((job.error ->> 'message'::text)) > 300) THEN '…'::text
            ELSE ''::text
        END) AS error_message,
        CASE
            WHEN ((job.worker IS NULL) AND (job."position" IS NULL) AND (job.waiting_for = 0)) THEN ( SELECT w.name
               FROM jobmachine.awaited_signal w
              WHERE ((w.job = job.id) AND (w.ends_at = job.run_at))
              ORDER BY w.name
             LIMIT 1)
            ELSE NULL::text
        END AS signal,
    (job.environment ->> 'tenant'::text) AS tenant
   FROM jobmachine.job;
COMMENT ON VIEW jobmachine.live_summary IS 'Live jobs as lists show them: no arguments, and the first 300 characters of notes and errors.';
COMMENT ON COLUMN jobmachine.live_summary.id IS 'The number of its ticket.';
COMMENT ON COLUMN jobmachine.live_summary.queue IS 'The queue that it was offloaded to.';
COMMENT ON COLUMN jobmachine.live_summary.kind IS 'The handler that it needs: for a model function, the function''s name.';
COMMENT ON COLUMN jobmachine.live_summary.status IS 'The status: entered, processing, scheduled or waiting.';
COMMENT ON COLUMN jobmachine.live_summary.priority IS 'The priority: 0 goes first, 9 last.';
COMMENT ON COLUMN jobmachine.live_summary.attempt IS 'The number of times that it has been claimed.';
COMMENT ON COLUMN jobmachine.live_summary.attempt_limit IS 'The last attempt: if it fails, the job ends as error.';
COMMENT ON COLUMN jobmachine.live_summary.waiting_for IS 'The number of jobs that it still waits for.';
COMMENT ON COLUMN jobmachine.live_summary.worker IS 'The worker that runs it; null if none does.';
COMMENT ON COLUMN jobmachine.live_summary."user" IS 'The user on whose behalf it runs: the first 200 characters of the name. Null for nobody in particular.';
COMMENT ON COLUMN jobmachine.live_summary.offloaded_at IS 'The time when it was offloaded.';
COMMENT ON COLUMN jobmachine.live_summary.run_at IS 'The time before which it does not run.';
COMMENT ON COLUMN jobmachine.live_summary.claimed_at IS 'The time when its worker claimed it; null if none has.';
COMMENT ON COLUMN jobmachine.live_summary.finished_at IS 'Null: it is live.';
COMMENT ON COLUMN jobmachine.live_summary.cancel_requested IS 'True if its worker has been asked to stop it.';
COMMENT ON COLUMN jobmachine.live_summary.progress IS 'The progress: done, of and note: its first 300 characters, and … if there are more. Null if none was reported.';
COMMENT ON COLUMN jobmachine.live_summary.error_type IS 'The type of its last attempt''s error: the first 200 characters.';
COMMENT ON COLUMN jobmachine.live_summary.error_message IS 'The message of its last attempt''s error: the first 300 characters, and … if there are more.';
COMMENT ON COLUMN jobmachine.live_summary.signal IS 'The signal on which it is parked until it comes, or until run_at; null if it is not.';
COMMENT ON COLUMN jobmachine.live_summary.tenant IS 'The tenant on whose behalf it runs; null for none.';

CREATE TABLE jobmachine.lock (
    name text NOT NULL,
    place bigint DEFAULT 0 NOT NULL
);
COMMENT ON TABLE jobmachine.lock IS 'The pieces of work that one transaction at a time may do: it locks the row. An advisory lock could be taken by anyone who may connect.';
COMMENT ON COLUMN jobmachine.lock.name IS 'The work: history (making and dropping days), tally (counting), rights (granting), settle (looking after jobs that wait for others).';
COMMENT ON COLUMN jobmachine.lock.place IS 'The job behind which the next look of settle goes on, while more jobs wait than one look sees to; 0 otherwise.';

ALTER TABLE jobmachine.log ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME jobmachine.log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE jobmachine.member (
    group_id bigint NOT NULL,
    job bigint NOT NULL
);
COMMENT ON TABLE jobmachine.member IS 'The jobs of groups, live and ended. They go with their group.';
COMMENT ON COLUMN jobmachine.member.group_id IS 'The number of the group.';
COMMENT ON COLUMN jobmachine.member.job IS 'The id of the job.';

CREATE TABLE jobmachine.migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);
COMMENT ON TABLE jobmachine.migration IS 'The migrations that were applied; and, as number 0, the functions that were installed.';
COMMENT ON COLUMN jobmachine.migration.number IS 'The number in the file''s name; 0 for the functions.';
COMMENT ON COLUMN jobmachine.migration.name IS 'The path of the file.';
COMMENT ON COLUMN jobmachine.migration.checksum IS 'The fingerprint of the text.';
COMMENT ON COLUMN jobmachine.migration.applied_at IS 'The time when it was last applied.';

CREATE TABLE jobmachine.queue (
    name text NOT NULL,
    paused_at timestamp with time zone,
    paused_by text,
    CONSTRAINT queue_has_a_name CHECK (((name ~ '^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*$'::text) AND (length(name) <= 30))),
    CONSTRAINT queue_is_paused_by_somebody_only_when_paused CHECK (((paused_by IS NULL) OR (paused_at IS NOT NULL)))
);
COMMENT ON TABLE jobmachine.queue IS 'The queues of which there is something to say. One without a row is not paused.';
COMMENT ON COLUMN jobmachine.queue.name IS 'Its name.';
COMMENT ON COLUMN jobmachine.queue.paused_at IS 'The time since when no worker gets a job from it; null if workers do.';
COMMENT ON COLUMN jobmachine.queue.paused_by IS 'The person who paused it.';

CREATE TABLE jobmachine.queue_use (
    full_at timestamp with time zone DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone NOT NULL,
    queue text NOT NULL,
    last_key text DEFAULT ''::text NOT NULL COLLATE pg_catalog."C",
    jobs bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    number bigint NOT NULL,
    walks jsonb DEFAULT '{}'::jsonb NOT NULL
);
ALTER TABLE ONLY jobmachine.queue_use ALTER COLUMN jobs SET STORAGE EXTERNAL;
COMMENT ON TABLE jobmachine.queue_use IS 'The use of each limit. A claim locks it, and decides alone. Nobody gives anything back: whether a job of the jobs still runs is asked of the job.';
COMMENT ON COLUMN jobmachine.queue_use.full_at IS 'The time at which the bucket of the rate is full again.';
COMMENT ON COLUMN jobmachine.queue_use.queue IS 'The queue of the limit.';
COMMENT ON COLUMN jobmachine.queue_use.last_key IS 'The key that had its turn last.';
COMMENT ON COLUMN jobmachine.queue_use.jobs IS 'The jobs that were claimed under the limit, and those of them that have ended since the last claim.';
COMMENT ON COLUMN jobmachine.queue_use.number IS 'Rises with each claim, so that the newest version of the row is found first.';
COMMENT ON COLUMN jobmachine.queue_use.walks IS 'The walks along the keys of a queue and priority that a claim has left to the next: at, the key behind which it goes on; until, where it ends; since, the last job id at its beginning; and again, true if a job has ended since.';

ALTER TABLE jobmachine.queue_use ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME jobmachine.queue_use_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE jobmachine.refusal (
    what text NOT NULL,
    amount bigint NOT NULL,
    last_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT refusal_amount_is_positive CHECK ((amount > 0))
);
COMMENT ON TABLE jobmachine.refusal IS 'The reports on jobs that were no longer the reporter''s own, which were refused: those of a worker that was frozen or cut off and had its jobs taken away.';
COMMENT ON COLUMN jobmachine.refusal.what IS 'The report that was refused: reply, fail, snooze, progress, log, step, transaction or release.';
COMMENT ON COLUMN jobmachine.refusal.amount IS 'The number of refusals.';
COMMENT ON COLUMN jobmachine.refusal.last_at IS 'The time of the last refusal.';

CREATE TABLE jobmachine.retention_mark (
    until timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL,
    status jobmachine.status NOT NULL
);
COMMENT ON TABLE jobmachine.retention_mark IS 'The marks up to which ended jobs were deleted whose status is kept for less time than others are. No row is looked at twice.';
COMMENT ON COLUMN jobmachine.retention_mark.until IS 'The jobs of the status that ended up to this time are deleted.';
COMMENT ON COLUMN jobmachine.retention_mark.status IS 'The status.';

CREATE VIEW jobmachine.schedules AS
 SELECT s.name,
    s.rule,
    s.zone,
    s.kind,
    s.queue,
    s.priority,
    s.missed,
    s.overlap,
    s.arguments,
    (s.environment ->> 'user'::text) AS "user",
    (s.environment ->> 'locale'::text) AS locale,
        CASE
            WHEN ((s.paused_at IS NULL) AND (s.retired_at IS NULL)) THEN s.next_at
            ELSE NULL::timestamp with time zone
        END AS next_at,
    s.last_at,
    s.last_job,
    last.queue AS last_queue,
    last.status AS last_status,
    s.skipped_at,
    s.paused_at,
    s.paused_by,
    s.paused_why,
    s.part,
    s.retired_at,
    s.created_at,
    s.changed_at,
    s.changed_by,
    s.declared,
    (s.environment - '{user,locale,tenant,unique,limitKey}'::text[]) AS terms,
    (s.environment ->> 'tenant'::text) AS tenant,
    (s.environment -> 'unique'::text) AS "unique"
   FROM (jobmachine.schedule s
     LEFT JOIN LATERAL ( SELECT j.queue,
            j.status
           FROM jobmachine.jobs j
          WHERE (j.id = s.last_job)
          ORDER BY j.finished_at DESC
         LIMIT 1) last ON (true));
COMMENT ON VIEW jobmachine.schedules IS 'The schedules, each with the status of its last job.';
COMMENT ON COLUMN jobmachine.schedules.name IS 'The name.';
COMMENT ON COLUMN jobmachine.schedules.rule IS 'The rule, as it was written.';
COMMENT ON COLUMN jobmachine.schedules.zone IS 'The time zone of the rule.';
COMMENT ON COLUMN jobmachine.schedules.kind IS 'The kind of its jobs.';
COMMENT ON COLUMN jobmachine.schedules.queue IS 'The queue that its jobs join.';
COMMENT ON COLUMN jobmachine.schedules.priority IS 'The priority of its jobs.';
COMMENT ON COLUMN jobmachine.schedules.missed IS 'The rule for due times at which no worker was there: last, all or none.';
COMMENT ON COLUMN jobmachine.schedules.overlap IS 'The rule for a due time while the job before is live: skip or allow.';
COMMENT ON COLUMN jobmachine.schedules.arguments IS 'The arguments of its jobs.';
COMMENT ON COLUMN jobmachine.schedules."user" IS 'The user on whose behalf its jobs run.';
COMMENT ON COLUMN jobmachine.schedules.locale IS 'The locale of its jobs.';
COMMENT ON COLUMN jobmachine.schedules.next_at IS 'The next due time; null while it is paused or retired.';
COMMENT ON COLUMN jobmachine.schedules.last_at IS 'The due time of its last job.';
COMMENT ON COLUMN jobmachine.schedules.last_job IS 'Its last job.';
COMMENT ON COLUMN jobmachine.schedules.last_queue IS 'The queue of its last job; null if that is no longer kept.';
COMMENT ON COLUMN jobmachine.schedules.last_status IS 'The status of its last job; null if that is no longer kept.';
COMMENT ON COLUMN jobmachine.schedules.skipped_at IS 'The last due time that made no job.';
COMMENT ON COLUMN jobmachine.schedules.paused_at IS 'The time since when it makes no jobs.';
COMMENT ON COLUMN jobmachine.schedules.paused_by IS 'The person who paused it; null if it paused itself.';
COMMENT ON COLUMN jobmachine.schedules.paused_why IS 'The reason for the pause.';
COMMENT ON COLUMN jobmachine.schedules.part IS 'The part that declares it; null if it was added by hand.';
COMMENT ON COLUMN jobmachine.schedules.retired_at IS 'The time when its part no longer declared it.';
COMMENT ON COLUMN jobmachine.schedules.created_at IS 'The time when it was added or first declared.';
COMMENT ON COLUMN jobmachine.schedules.changed_at IS 'The time when a person last changed it by hand.';
COMMENT ON COLUMN jobmachine.schedules.changed_by IS 'The person who changed it.';
COMMENT ON COLUMN jobmachine.schedules.declared IS 'The declaration of its part.';
COMMENT ON COLUMN jobmachine.schedules.terms IS 'The terms of its jobs: timeout, attempts, expires, tags and note.';
COMMENT ON COLUMN jobmachine.schedules.tenant IS 'The tenant on whose behalf its jobs run.';
COMMENT ON COLUMN jobmachine.schedules."unique" IS 'The rule by which its jobs are unique; null if they are not.';

CREATE TABLE jobmachine.sent_signal (
    job bigint NOT NULL,
    sent_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    name text NOT NULL,
    sent_by text,
    value jsonb NOT NULL,
    CONSTRAINT sent_signal_name_is_a_name CHECK (((length(name) <= 60) AND (name ~ '^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*$'::text))),
    CONSTRAINT sent_signal_sender_is_short CHECK ((length(sent_by) <= 200))
);
COMMENT ON TABLE jobmachine.sent_signal IS 'The signals that were sent to jobs, until the job has finished. Like a step, a signal is there for each attempt. A job that failed keeps them.';
COMMENT ON COLUMN jobmachine.sent_signal.job IS 'The id of the job.';
COMMENT ON COLUMN jobmachine.sent_signal.sent_at IS 'The time when it was sent.';
COMMENT ON COLUMN jobmachine.sent_signal.name IS 'The name, once for each job.';
COMMENT ON COLUMN jobmachine.sent_signal.sent_by IS 'The person who sent it; null for nobody in particular.';
COMMENT ON COLUMN jobmachine.sent_signal.value IS 'The value that the job is given.';

CREATE TABLE jobmachine.sharer (
    job bigint NOT NULL,
    shared_at timestamp with time zone DEFAULT now() NOT NULL,
    "user" text NOT NULL,
    CONSTRAINT sharer_user_is_short CHECK ((octet_length("user") <= 1000))
);
COMMENT ON TABLE jobmachine.sharer IS 'The users who were given the ticket of somebody else''s unique job, and may see it.';
COMMENT ON COLUMN jobmachine.sharer.job IS 'The id of the job.';
COMMENT ON COLUMN jobmachine.sharer.shared_at IS 'The time when the user was given the ticket.';
COMMENT ON COLUMN jobmachine.sharer."user" IS 'The name of the user.';

CREATE VIEW jobmachine.shown_jobs AS
 SELECT j.id,
    j.queue,
    j.kind,
    j.status,
    j.priority,
    j.attempt,
    j.attempt_limit,
    j.waiting_for,
    j.worker,
    "left"((j.environment ->> 'user'::text), 200) AS "user",
    "left"((j.environment ->> 'locale'::text), 200) AS locale,
    j.offloaded_at,
    j.run_at,
    j.claimed_at,
    j.finished_at,
    j.cancel_requested,
    "left"(long.arguments, 65536) AS arguments,
    octet_length(long.arguments) AS arguments_size,
    "left"(long.reply, 65536) AS reply,
    octet_length(long.reply) AS reply_size,
    jobmachine.cut_progress(j.progress, 65536) AS progress,
    octet_length(long.progress) AS progress_size,
    "left"((j.error ->> 'type'::text), 200) AS error_type,
    "left"((j.error ->> 'message'::text), 65536) AS error_message,
    octet_length(long.error) AS error_size,
    "left"((j.environment)::text, 65536) AS environment,
    (j.environment ->> 'tenant'::text) AS tenant,
    j.attempts
   FROM (jobmachine.jobs j
     CROSS JOIN LATERAL ( SELECT jobmachine.masked((j.arguments)::text) AS arguments,
            jobmachine.masked((j.reply)::text) AS reply,
            (j.progress)::text AS progress,
            (j.error)::text AS error
         OFFSET 0) long);
COMMENT ON VIEW jobmachine.shown_jobs IS 'The jobs as pages show them. Long values are cut to their first 65,536 characters, with the bytes of the
whole text beside them; the rest does not leave the server.';
COMMENT ON COLUMN jobmachine.shown_jobs.id IS 'The number of its ticket.';
COMMENT ON COLUMN jobmachine.shown_jobs.queue IS 'The queue that it was offloaded to.';
COMMENT ON COLUMN jobmachine.shown_jobs.kind IS 'The handler that it needs: for a model function, the function''s name.';
COMMENT ON COLUMN jobmachine.shown_jobs.status IS 'The status: entered, processing, scheduled, waiting, finished, error or cancelled.';
COMMENT ON COLUMN jobmachine.shown_jobs.priority IS 'The priority: 0 goes first, 9 last.';
COMMENT ON COLUMN jobmachine.shown_jobs.attempt IS 'The number of times that it has been claimed.';
COMMENT ON COLUMN jobmachine.shown_jobs.attempt_limit IS 'The last attempt: if it fails, the job ends as error.';
COMMENT ON COLUMN jobmachine.shown_jobs.waiting_for IS 'The number of jobs that it still waits for.';
COMMENT ON COLUMN jobmachine.shown_jobs.worker IS 'The worker that runs it, or ran its last attempt; null if none has claimed it.';
COMMENT ON COLUMN jobmachine.shown_jobs."user" IS 'The user on whose behalf it runs: the first 200 characters of the name. Null for nobody in particular.';
COMMENT ON COLUMN jobmachine.shown_jobs.locale IS 'The locale of that user: its first 200 characters.';
COMMENT ON COLUMN jobmachine.shown_jobs.offloaded_at IS 'The time when it was offloaded.';
COMMENT ON COLUMN jobmachine.shown_jobs.run_at IS 'The time before which it does not run.';
COMMENT ON COLUMN jobmachine.shown_jobs.claimed_at IS 'The time when its last attempt began; null before the first.';
COMMENT ON COLUMN jobmachine.shown_jobs.finished_at IS 'The time when it ended; null while it is live.';
COMMENT ON COLUMN jobmachine.shown_jobs.cancel_requested IS 'True if its worker has been asked to stop it.';
COMMENT ON COLUMN jobmachine.shown_jobs.arguments IS 'The arguments as text: the first 65,536 characters.';
COMMENT ON COLUMN jobmachine.shown_jobs.arguments_size IS 'The bytes of the whole arguments as text.';
COMMENT ON COLUMN jobmachine.shown_jobs.reply IS 'The reply as text: the first 65,536 characters.';
COMMENT ON COLUMN jobmachine.shown_jobs.reply_size IS 'The bytes of the whole reply as text.';
COMMENT ON COLUMN jobmachine.shown_jobs.progress IS 'The progress: done, of and note, which is cut to 65,536 characters.';
COMMENT ON COLUMN jobmachine.shown_jobs.progress_size IS 'The bytes of the whole progress as text.';
COMMENT ON COLUMN jobmachine.shown_jobs.error_type IS 'The type of its last attempt''s error: the first 200 characters.';
COMMENT ON COLUMN jobmachine.shown_jobs.error_message IS 'The message of its last attempt''s error: the first 65,536 characters.';
COMMENT ON COLUMN jobmachine.shown_jobs.error_size IS 'The bytes of the whole error as text.';
COMMENT ON COLUMN jobmachine.shown_jobs.environment IS 'The environment as text: the first 65,536 characters.';
COMMENT ON COLUMN jobmachine.shown_jobs.tenant IS 'The tenant on whose behalf it runs; null for none.';
COMMENT ON COLUMN jobmachine.shown_jobs.attempts IS 'The number of attempts that it was given; null for as many as its handler allows.';

CREATE VIEW jobmachine.shown_tickets AS
 SELECT t.id,
    t.ticket,
    t.kind,
    t.status,
    t.attempt,
    t.attempt_limit,
    t.waiting_for,
    t.cancel_requested,
    t.offloaded_at,
    t.run_at,
    t.claimed_at,
    t.finished_at,
    "left"(t.error_type, 200) AS error_type,
    "left"(t.error, 65536) AS error,
    jobmachine.cut_progress(t.progress, 65536) AS progress,
    octet_length(long.progress) AS progress_size,
    "left"(long.reply, 65536) AS reply,
    octet_length(long.reply) AS reply_size,
    t.owner,
    t.tenant
   FROM (jobmachine.tickets t
     CROSS JOIN LATERAL ( SELECT (t.progress)::text AS progress,
            jobmachine.masked((t.reply)::text) AS reply
         OFFSET 0) long);
COMMENT ON VIEW jobmachine.shown_tickets IS 'The tickets as pages and event streams show them. Long values are cut to their first 65,536 characters,
with the bytes of the whole text beside them; the rest does not leave the server.';
COMMENT ON COLUMN jobmachine.shown_tickets.id IS 'The number of its ticket.';
COMMENT ON COLUMN jobmachine.shown_tickets.ticket IS 'The ticket: its queue and its id, as in slow.42.';
COMMENT ON COLUMN jobmachine.shown_tickets.kind IS 'The handler that it needs: for a model function, the function''s name.';
COMMENT ON COLUMN jobmachine.shown_tickets.status IS 'The status: entered, processing, scheduled, waiting, finished, error or cancelled.';
COMMENT ON COLUMN jobmachine.shown_tickets.attempt IS 'The number of times that it has been claimed.';
COMMENT ON COLUMN jobmachine.shown_tickets.attempt_limit IS 'The last attempt: if it fails, the job ends as error.';
COMMENT ON COLUMN jobmachine.shown_tickets.waiting_for IS 'The number of jobs that it still waits for.';
COMMENT ON COLUMN jobmachine.shown_tickets.cancel_requested IS 'True if its worker has been asked to stop it.';
COMMENT ON COLUMN jobmachine.shown_tickets.offloaded_at IS 'The time when it was offloaded.';
COMMENT ON COLUMN jobmachine.shown_tickets.run_at IS 'The time before which it does not run.';
COMMENT ON COLUMN jobmachine.shown_tickets.claimed_at IS 'The time when its last attempt began; null before the first.';
COMMENT ON COLUMN jobmachine.shown_tickets.finished_at IS 'The time when it ended; null while it is live.';
COMMENT ON COLUMN jobmachine.shown_tickets.error_type IS 'The type of its last attempt''s error: the first 200 characters.';
COMMENT ON COLUMN jobmachine.shown_tickets.error IS 'The message of its last attempt''s error: the first 65,536 characters.';
COMMENT ON COLUMN jobmachine.shown_tickets.progress IS 'The progress: done, of and note, which is cut to 65,536 characters.';
COMMENT ON COLUMN jobmachine.shown_tickets.progress_size IS 'The bytes of the whole progress as text.';
COMMENT ON COLUMN jobmachine.shown_tickets.reply IS 'The reply as text: the first 65,536 characters.';
COMMENT ON COLUMN jobmachine.shown_tickets.reply_size IS 'The bytes of the whole reply as text.';
COMMENT ON COLUMN jobmachine.shown_tickets.owner IS 'The user on whose behalf it runs; null for nobody in particular.';
COMMENT ON COLUMN jobmachine.shown_tickets.tenant IS 'The tenant on whose behalf it runs; null for none.';

CREATE TABLE jobmachine.spread (
    amount bigint NOT NULL,
    bucket smallint NOT NULL,
    what text NOT NULL,
    queue text NOT NULL,
    kind text NOT NULL,
    CONSTRAINT spread_counts_up CHECK (((amount >= 0) AND (bucket >= 0))),
    CONSTRAINT spread_is_of_two_times CHECK ((what = ANY (ARRAY['waited'::text, 'ran'::text])))
);
COMMENT ON TABLE jobmachine.spread IS 'The jobs of the totals by how long they waited and how long they ran. Jobs that no worker ever claimed are left out.';
COMMENT ON COLUMN jobmachine.spread.amount IS 'The number of jobs.';
COMMENT ON COLUMN jobmachine.spread.bucket IS 'The number of bounds that their time is greater than: see bounds.';
COMMENT ON COLUMN jobmachine.spread.what IS 'waited: the time until their last claim; ran: the time from then until their end.';
COMMENT ON COLUMN jobmachine.spread.queue IS 'Their queue.';
COMMENT ON COLUMN jobmachine.spread.kind IS 'Their kind.';

CREATE TABLE jobmachine.step (
    job bigint NOT NULL,
    done_at timestamp with time zone DEFAULT now() NOT NULL,
    attempt integer NOT NULL,
    name text NOT NULL,
    value jsonb NOT NULL,
    CONSTRAINT step_name_is_not_empty CHECK ((name <> ''::text))
);
COMMENT ON TABLE jobmachine.step IS 'The steps that stepwise jobs have done, until the job has finished. A job that failed keeps them, so that it goes on from there when it is retried.';
COMMENT ON COLUMN jobmachine.step.job IS 'The id of the job.';
COMMENT ON COLUMN jobmachine.step.done_at IS 'The time when the step''s transaction began, which committed its writes, too.';
COMMENT ON COLUMN jobmachine.step.attempt IS 'The number of the attempt that did it.';
COMMENT ON COLUMN jobmachine.step.name IS 'Its name, once for each job.';
COMMENT ON COLUMN jobmachine.step.value IS 'The value that it returned: a later attempt is given this instead of doing the step again.';

CREATE TABLE jobmachine.tally (
    since timestamp with time zone NOT NULL,
    amount bigint NOT NULL,
    retried bigint DEFAULT 0 NOT NULL,
    waited double precision NOT NULL,
    ran double precision NOT NULL,
    status jobmachine.status NOT NULL,
    span text NOT NULL,
    queue text NOT NULL,
    kind text NOT NULL,
    CONSTRAINT tally_counts_up CHECK (((amount >= 0) AND ((retried >= 0) AND (retried <= amount)))),
    CONSTRAINT tally_is_of_ended_jobs CHECK ((status = ANY (ARRAY['finished'::jobmachine.status, 'error'::jobmachine.status, 'cancelled'::jobmachine.status]))),
    CONSTRAINT tally_span_is_one_of_three CHECK ((span = ANY (ARRAY['minute'::text, 'hour'::text, 'day'::text])))
);
COMMENT ON TABLE jobmachine.tally IS 'The numbers of jobs that ended in each minute, hour and day, so that nobody need count the history.';
COMMENT ON COLUMN jobmachine.tally.since IS 'The beginning of the minute, hour or day, in UTC.';
COMMENT ON COLUMN jobmachine.tally.amount IS 'The number of jobs that ended.';
COMMENT ON COLUMN jobmachine.tally.retried IS 'The number of them that were brought back to the line or deleted since, and are no longer in the history.';
COMMENT ON COLUMN jobmachine.tally.waited IS 'The seconds, together, from when they could run until they were claimed.';
COMMENT ON COLUMN jobmachine.tally.ran IS 'The seconds, together, from when they were claimed until they ended.';
COMMENT ON COLUMN jobmachine.tally.status IS 'The status with which they ended.';
COMMENT ON COLUMN jobmachine.tally.span IS 'minute (kept for two days), hour or day (kept as long as the history).';
COMMENT ON COLUMN jobmachine.tally.queue IS 'The line they stood in.';
COMMENT ON COLUMN jobmachine.tally.kind IS 'The name of the handler that they needed.';

CREATE TABLE jobmachine.tally_mark (
    until timestamp with time zone NOT NULL,
    is_only boolean DEFAULT true NOT NULL,
    CONSTRAINT tally_mark_is_only CHECK (is_only)
);
COMMENT ON TABLE jobmachine.tally_mark IS 'Up to when the history has been counted: one row.';
COMMENT ON COLUMN jobmachine.tally_mark.until IS 'Whatever ended before this time is in the tally.';
COMMENT ON COLUMN jobmachine.tally_mark.is_only IS 'True: there is no other row.';

CREATE TABLE jobmachine.total (
    amount bigint NOT NULL,
    attempts bigint NOT NULL,
    waited double precision NOT NULL,
    ran double precision NOT NULL,
    status jobmachine.status NOT NULL,
    queue text NOT NULL,
    kind text NOT NULL,
    CONSTRAINT total_counts_up CHECK (((amount >= 0) AND (attempts >= 0))),
    CONSTRAINT total_is_of_ended_jobs CHECK ((status = ANY (ARRAY['finished'::jobmachine.status, 'error'::jobmachine.status, 'cancelled'::jobmachine.status])))
);
COMMENT ON TABLE jobmachine.total IS 'The jobs that have ended since the totals began, which never become fewer: a monitor counts by their growth. roll_up adds to them what it adds to the tally; recount begins them anew.';
COMMENT ON COLUMN jobmachine.total.amount IS 'The number of jobs, those that were retried or deleted since included.';
COMMENT ON COLUMN jobmachine.total.attempts IS 'The number of their attempts.';
COMMENT ON COLUMN jobmachine.total.waited IS 'The total seconds from the time they could run until their last claim.';
COMMENT ON COLUMN jobmachine.total.ran IS 'The total seconds from their last claim until their end.';
COMMENT ON COLUMN jobmachine.total.status IS 'The status with which they ended.';
COMMENT ON COLUMN jobmachine.total.queue IS 'Their queue.';
COMMENT ON COLUMN jobmachine.total.kind IS 'Their kind.';

CREATE TABLE jobmachine.unique_key (
    job bigint NOT NULL,
    taken_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    kept_until timestamp with time zone NOT NULL,
    looked_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    CONSTRAINT unique_key_is_short CHECK ((length(key) <= 200))
);
COMMENT ON TABLE jobmachine.unique_key IS 'The keys of unique jobs. A key says nothing about its job: whether it is free is asked of the job, so that no job pays for it when it begins or ends. Keys of jobs that have ended go with a later beat.';
COMMENT ON COLUMN jobmachine.unique_key.job IS 'The job that took the key last.';
COMMENT ON COLUMN jobmachine.unique_key.taken_at IS 'The time when that job took it.';
COMMENT ON COLUMN jobmachine.unique_key.kept_until IS 'The time until which the key is kept though its job has ended.';
COMMENT ON COLUMN jobmachine.unique_key.looked_at IS 'The time when somebody last looked whether it can go.';
COMMENT ON COLUMN jobmachine.unique_key.kind IS 'The kind of the job.';
COMMENT ON COLUMN jobmachine.unique_key.key IS 'The key: what whoever offloaded the job chose, or a hash of its arguments; of a tenant''s job a hash of the tenant and either.';

CREATE SEQUENCE jobmachine.worker_beat_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE jobmachine.worker_beat_seq OWNED BY jobmachine.worker.beat;

ALTER TABLE jobmachine.worker ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME jobmachine.worker_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE logistics.open_order (
    order_id bigint NOT NULL
);
COMMENT ON TABLE logistics.open_order IS 'The orders of which something is to be shipped. Orders that were booked before this table was made are not in it: they count as delivered elsewhere, though they can be shipped.';
COMMENT ON COLUMN logistics.open_order.order_id IS 'The order''s id.';

ALTER TABLE logistics.parcel ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME logistics.parcel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE logistics.place (
    code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    kind text NOT NULL,
    CONSTRAINT place_code_has_1_to_64_characters CHECK (((char_length(code) >= 1) AND (char_length(code) <= 64))),
    CONSTRAINT place_kind_is_known CHECK ((kind = ANY (ARRAY['warehouse'::text, 'customer'::text, 'supplier'::text, 'loss'::text]))),
    CONSTRAINT place_name_has_1_to_100_characters CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100)))
);
COMMENT ON TABLE logistics.place IS 'The places where goods lie, come from and go to. Warehouses are counted; of each other kind there is one place.';
COMMENT ON COLUMN logistics.place.code IS 'The code of the place, as people spell it.';
COMMENT ON COLUMN logistics.place.name IS 'The name for people.';
COMMENT ON COLUMN logistics.place.kind IS 'The kind: warehouse, customer, supplier or loss.';

ALTER TABLE logistics.transfer ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME logistics.transfer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE sales.address ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME sales.address_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE sales.country (
    code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    eu_from date,
    eu_to date,
    vat_prefix text COLLATE pg_catalog."C",
    CONSTRAINT country_code_has_2_letters CHECK ((code ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT country_leaves_after_it_joins CHECK ((eu_to >= eu_from))
);
COMMENT ON TABLE sales.country IS 'The countries of ISO 3166-1.';
COMMENT ON COLUMN sales.country.code IS 'The code, alpha-2, such as DK.';
COMMENT ON COLUMN sales.country.name IS 'The usual name in English.';
COMMENT ON COLUMN sales.country.eu_from IS 'The day on which it joined the European Union, or a community before it; null for others.';
COMMENT ON COLUMN sales.country.eu_to IS 'The last day on which the Union''s rules on VAT held there; null while they do.';
COMMENT ON COLUMN sales.country.vat_prefix IS 'The letters that its VAT ids begin with, such as EL for Greece; null where none are checked. Those of Northern Ireland begin with XI.';

CREATE TABLE sales.currency (
    code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    decimals integer NOT NULL,
    CONSTRAINT currency_code_has_3_letters CHECK ((code ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT currency_decimals_are_0_to_4 CHECK (((decimals >= 0) AND (decimals <= 4)))
);
COMMENT ON TABLE sales.currency IS 'The currencies of ISO 4217 in which goods are paid.';
COMMENT ON COLUMN sales.currency.code IS 'The code, such as EUR.';
COMMENT ON COLUMN sales.currency.name IS 'The name in English.';
COMMENT ON COLUMN sales.currency.decimals IS 'The number of decimals that its amounts have.';

CREATE TABLE sales.import (
    key text NOT NULL,
    begun_at timestamp with time zone DEFAULT now() NOT NULL
);
COMMENT ON TABLE sales.import IS 'The imports in steps that have begun and not ended well: what they note in the other tables is kept for another attempt.';
COMMENT ON COLUMN sales.import.key IS 'The import, by which the other tables name it.';
COMMENT ON COLUMN sales.import.begun_at IS 'The time when it began; all that it has noted is forgotten after 30 days.';

CREATE TABLE sales.import_line (
    import text NOT NULL,
    line_number bigint NOT NULL,
    order_number text NOT NULL COLLATE pg_catalog."C",
    product_code text NOT NULL COLLATE pg_catalog."C",
    quantity numeric(12,4) NOT NULL,
    unit_price numeric(12,4) NOT NULL,
    description text,
    discount numeric(7,6)
);
COMMENT ON TABLE sales.import_line IS 'Lines of orders that lie in several parts of a file, until the last of their lines has come.';
COMMENT ON COLUMN sales.import_line.import IS 'The import.';
COMMENT ON COLUMN sales.import_line.line_number IS 'The number of the line in the file.';
COMMENT ON COLUMN sales.import_line.order_number IS 'The number of its order.';
COMMENT ON COLUMN sales.import_line.product_code IS 'The code of the product that was ordered.';
COMMENT ON COLUMN sales.import_line.quantity IS 'The quantity.';
COMMENT ON COLUMN sales.import_line.unit_price IS 'The price of one.';
COMMENT ON COLUMN sales.import_line.description IS 'The product as the line describes it.';
COMMENT ON COLUMN sales.import_line.discount IS 'The share of the price that is not asked for; null for none.';

CREATE TABLE sales.import_mapping (
    id bigint NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    function text NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    header text NOT NULL,
    changed_by text,
    choices jsonb NOT NULL,
    CONSTRAINT import_mapping_choices_are_an_object CHECK ((jsonb_typeof(choices) = 'object'::text)),
    CONSTRAINT import_mapping_header_is_a_digest CHECK ((header ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT import_mapping_name_has_1_to_100_characters CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100)))
);
COMMENT ON TABLE sales.import_mapping IS 'The ways to read files with a certain header: each saved under a name, and proposed when such a header comes again.';
COMMENT ON COLUMN sales.import_mapping.id IS 'Its number.';
COMMENT ON COLUMN sales.import_mapping.changed_at IS 'The time when it was last saved: of several for one header the latest is proposed.';
COMMENT ON COLUMN sales.import_mapping.function IS 'The import that it is for, such as sales.import-orders.';
COMMENT ON COLUMN sales.import_mapping.name IS 'The name that people gave it.';
COMMENT ON COLUMN sales.import_mapping.header IS 'The digest of the names in the header: sales.header_digest().';
COMMENT ON COLUMN sales.import_mapping.changed_by IS 'The user who last saved it; null if nobody was signed in.';
COMMENT ON COLUMN sales.import_mapping.choices IS 'Encoding, separator, decimal, dates, and in mapping the field of each column; what is missing is found in the file.';

ALTER TABLE sales.import_mapping ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME sales.import_mapping_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE sales.import_order (
    import text NOT NULL,
    first_line bigint NOT NULL,
    line_count integer NOT NULL,
    first_part integer NOT NULL,
    last_part integer NOT NULL,
    total numeric NOT NULL,
    ordered_on date,
    number text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL,
    customer text COLLATE pg_catalog."C",
    country text,
    refusal text,
    currency text COLLATE pg_catalog."C"
);
COMMENT ON TABLE sales.import_order IS 'The orders of a file that an import has looked through. Empty when it has ended.';
COMMENT ON COLUMN sales.import_order.import IS 'The import.';
COMMENT ON COLUMN sales.import_order.first_line IS 'The number of its first line in the file.';
COMMENT ON COLUMN sales.import_order.line_count IS 'The number of its lines.';
COMMENT ON COLUMN sales.import_order.first_part IS 'The part of the file in which its first line lies.';
COMMENT ON COLUMN sales.import_order.last_part IS 'The part of the file in which its last line lies, with which it is booked.';
COMMENT ON COLUMN sales.import_order.total IS 'The sum of its lines'' amounts.';
COMMENT ON COLUMN sales.import_order.ordered_on IS 'The day that its lines name.';
COMMENT ON COLUMN sales.import_order.number IS 'The order''s number.';
COMMENT ON COLUMN sales.import_order.kind IS 'order or return.';
COMMENT ON COLUMN sales.import_order.customer IS 'The customer that its lines name.';
COMMENT ON COLUMN sales.import_order.country IS 'The country that its lines name.';
COMMENT ON COLUMN sales.import_order.refusal IS 'The reason why none of its lines is booked; null if all are.';
COMMENT ON COLUMN sales.import_order.currency IS 'The currency that its lines name; null for the shop''s own, and if they name none.';

CREATE TABLE sales.import_reject (
    import text NOT NULL,
    line bigint NOT NULL,
    reason text NOT NULL,
    text text NOT NULL
);
COMMENT ON TABLE sales.import_reject IS 'The lines that an import has rejected so far. They become its file of rejects when it ends.';
COMMENT ON COLUMN sales.import_reject.import IS 'The import.';
COMMENT ON COLUMN sales.import_reject.line IS 'The number of the line in the file.';
COMMENT ON COLUMN sales.import_reject.reason IS 'The rule that it breaks.';
COMMENT ON COLUMN sales.import_reject.text IS 'The line''s fields, as the file of rejects has them.';

CREATE TABLE sales.import_run (
    import text NOT NULL,
    first_line bigint NOT NULL,
    part integer NOT NULL,
    line_count integer NOT NULL,
    total numeric NOT NULL,
    is_taken_back boolean NOT NULL,
    ordered_on date,
    number text NOT NULL COLLATE pg_catalog."C",
    customer text COLLATE pg_catalog."C",
    country text,
    fault text,
    currency text COLLATE pg_catalog."C"
);
COMMENT ON TABLE sales.import_run IS 'Lines of a file that follow each other and belong to one order, while an import looks through it. A line of another width than the header may belong to two. Empty when it has ended.';
COMMENT ON COLUMN sales.import_run.import IS 'The import.';
COMMENT ON COLUMN sales.import_run.first_line IS 'The number of the first of these lines in the file.';
COMMENT ON COLUMN sales.import_run.part IS 'The part of the file in which they lie, from 1.';
COMMENT ON COLUMN sales.import_run.line_count IS 'The number of these lines.';
COMMENT ON COLUMN sales.import_run.total IS 'The sum of their amounts.';
COMMENT ON COLUMN sales.import_run.is_taken_back IS 'True if all of their quantities are negative.';
COMMENT ON COLUMN sales.import_run.ordered_on IS 'The day that they name.';
COMMENT ON COLUMN sales.import_run.number IS 'The number of their order.';
COMMENT ON COLUMN sales.import_run.customer IS 'The customer that they name.';
COMMENT ON COLUMN sales.import_run.country IS 'The country that they name.';
COMMENT ON COLUMN sales.import_run.fault IS 'The rule that the line breaks; null if they break none.';
COMMENT ON COLUMN sales.import_run.currency IS 'The currency that they name, in capitals.';

CREATE TABLE sales.import_turn (
    is_only boolean DEFAULT true NOT NULL,
    CONSTRAINT import_turn_is_only CHECK (is_only)
);
COMMENT ON TABLE sales.import_turn IS 'One row: whoever imports orders locks it. Two imports that met the same new products in a different order would deadlock.';
COMMENT ON COLUMN sales.import_turn.is_only IS 'True.';

ALTER TABLE sales."order" ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME sales.order_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE SEQUENCE sales.order_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
COMMENT ON SEQUENCE sales.order_number IS 'Numbers for orders that are placed without one.';

CREATE TABLE sales.placement (
    placed_at timestamp with time zone DEFAULT now() NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    digest text NOT NULL,
    made text COLLATE pg_catalog."C",
    CONSTRAINT placement_key_has_1_to_200_characters CHECK (((char_length(key) >= 1) AND (char_length(key) <= 200)))
);
COMMENT ON TABLE sales.placement IS 'The keys under which something was booked: one that comes again books nothing twice.';
COMMENT ON COLUMN sales.placement.placed_at IS 'The time when the key was taken; it is forgotten after 30 days.';
COMMENT ON COLUMN sales.placement.key IS 'The key that the caller made up for it.';
COMMENT ON COLUMN sales.placement.digest IS 'A digest of what was sent, so that something else is told apart.';
COMMENT ON COLUMN sales.placement.made IS 'The number of what was made: of an order or a parcel, or the id of a transfer; null only until its transaction ends.';

CREATE TABLE sales.price (
    from_day date NOT NULL,
    list text NOT NULL COLLATE pg_catalog."C",
    product text NOT NULL COLLATE pg_catalog."C",
    unit_price numeric(12,4) NOT NULL,
    CONSTRAINT price_unit_price_is_not_negative CHECK ((unit_price >= (0)::numeric))
);
COMMENT ON TABLE sales.price IS 'The price of one of a product in a list, from a day until the next price of the product in that list.';
COMMENT ON COLUMN sales.price.from_day IS 'The first day on which it holds.';
COMMENT ON COLUMN sales.price.list IS 'The list that it belongs to.';
COMMENT ON COLUMN sales.price.product IS 'The product.';
COMMENT ON COLUMN sales.price.unit_price IS 'The price of one, in the list''s currency.';

CREATE TABLE sales.shop (
    is_the_shop boolean DEFAULT true NOT NULL,
    time_zone text DEFAULT 'UTC'::text NOT NULL,
    payment_days integer DEFAULT 30 NOT NULL,
    currency text COLLATE pg_catalog."C",
    CONSTRAINT shop_is_one CHECK (is_the_shop),
    CONSTRAINT shop_payment_days_are_0_to_365 CHECK (((payment_days >= 0) AND (payment_days <= 365)))
);
COMMENT ON TABLE sales.shop IS 'The facts that hold for the business as a whole: one row.';
COMMENT ON COLUMN sales.shop.is_the_shop IS 'Always true, so that there is one row.';
COMMENT ON COLUMN sales.shop.time_zone IS 'The time zone whose days orders and invoices bear, such as Europe/Copenhagen; sales.set_time_zone() checks it.';
COMMENT ON COLUMN sales.shop.payment_days IS 'The days from an invoice to the day on which it is due, for customers with whom nothing else was agreed.';
COMMENT ON COLUMN sales.shop.currency IS 'The currency in which the books are kept; sales.set_currency() sets it. Null while nobody has said.';

CREATE TABLE sales.unit (
    code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    CONSTRAINT unit_code_has_2_to_3_characters CHECK ((code ~ '^[A-Z0-9]{2,3}$'::text))
);
COMMENT ON TABLE sales.unit IS 'The usual units of UN/ECE Recommendation 20.';
COMMENT ON COLUMN sales.unit.code IS 'The code, such as KGM.';
COMMENT ON COLUMN sales.unit.name IS 'The name in English.';

ALTER TABLE ONLY jobmachine.worker ALTER COLUMN beat SET DEFAULT nextval('jobmachine.worker_beat_seq'::regclass);

ALTER TABLE ONLY accounting.account_total
    ADD CONSTRAINT account_total_pkey PRIMARY KEY (id);

ALTER TABLE ONLY accounting.bank_clearing
    ADD CONSTRAINT bank_clearing_pkey PRIMARY KEY (line_id);

ALTER TABLE accounting.bank_entry
    ADD CONSTRAINT bank_entry_amount_is_a_number CHECK ((amount <> 'NaN'::numeric)) NOT VALID;

ALTER TABLE ONLY accounting.bank_entry
    ADD CONSTRAINT bank_entry_bank_account_key_key UNIQUE (bank_account, key);

ALTER TABLE accounting.bank_entry
    ADD CONSTRAINT bank_entry_days_have_a_year_from_1_to_9999 CHECK ((((booked_on >= '0001-01-01'::date) AND (booked_on <= '9999-12-31'::date)) AND ((value_on >= '0001-01-01'::date) AND (value_on <= '9999-12-31'::date)))) NOT VALID;

ALTER TABLE ONLY accounting.bank_entry
    ADD CONSTRAINT bank_entry_pkey PRIMARY KEY (id);

ALTER TABLE accounting.bank_line
    ADD CONSTRAINT bank_line_amount_is_a_number CHECK ((amount <> 'NaN'::numeric)) NOT VALID;

ALTER TABLE accounting.bank_line
    ADD CONSTRAINT bank_line_day_has_a_year_from_1_to_9999 CHECK (((booked_on >= '0001-01-01'::date) AND (booked_on <= '9999-12-31'::date))) NOT VALID;

ALTER TABLE ONLY accounting.bank_line
    ADD CONSTRAINT bank_line_entry_id_place_key UNIQUE (entry_id, place);

ALTER TABLE ONLY accounting.bank_line
    ADD CONSTRAINT bank_line_pkey PRIMARY KEY (id);

ALTER TABLE ONLY accounting.bank_match
    ADD CONSTRAINT bank_match_payment_id_key UNIQUE (payment_id);

ALTER TABLE ONLY accounting.bank_match
    ADD CONSTRAINT bank_match_pkey PRIMARY KEY (id);

ALTER TABLE ONLY accounting.bank_statement
    ADD CONSTRAINT bank_statement_bank_account_number_key UNIQUE (bank_account, number);

ALTER TABLE accounting.bank_statement
    ADD CONSTRAINT bank_statement_days_have_a_year_from_1_to_9999 CHECK ((((from_day >= '0001-01-01'::date) AND (from_day <= '9999-12-31'::date)) AND ((to_day >= '0001-01-01'::date) AND (to_day <= '9999-12-31'::date)))) NOT VALID;

ALTER TABLE ONLY accounting.bank_statement
    ADD CONSTRAINT bank_statement_pkey PRIMARY KEY (id);

ALTER TABLE accounting.books
    ADD CONSTRAINT books_day_has_a_year_from_1_to_9999 CHECK (((closed_until >= '0001-01-01'::date) AND (closed_until <= '9999-12-31'::date))) NOT VALID;

ALTER TABLE ONLY accounting.books
    ADD CONSTRAINT books_pkey PRIMARY KEY (are_the_books);

ALTER TABLE ONLY accounting.closing
    ADD CONSTRAINT closing_pkey PRIMARY KEY (id);

ALTER TABLE ONLY accounting.dunning_level
    ADD CONSTRAINT dunning_level_days_key UNIQUE (days);

ALTER TABLE ONLY accounting.dunning_level
    ADD CONSTRAINT dunning_level_pkey PRIMARY KEY (level);

ALTER TABLE ONLY accounting.earlier_buyer
    ADD CONSTRAINT earlier_buyer_pkey PRIMARY KEY (customer);

ALTER TABLE accounting.entry
    ADD CONSTRAINT entry_day_has_a_year_from_1_to_9999 CHECK (((day >= '0001-01-01'::date) AND (day <= '9999-12-31'::date))) NOT VALID;

ALTER TABLE ONLY accounting.entry
    ADD CONSTRAINT entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY accounting.entry
    ADD CONSTRAINT entry_reverses_key UNIQUE (reverses);

ALTER TABLE accounting.invoice
    ADD CONSTRAINT invoice_buyer_is_an_object CHECK ((jsonb_typeof(buyer) = 'object'::text)) NOT VALID;

ALTER TABLE accounting.invoice
    ADD CONSTRAINT invoice_day_has_a_year_from_1_to_9999 CHECK (((issued_on >= '0001-01-01'::date) AND (issued_on <= '9999-12-31'::date))) NOT VALID;

ALTER TABLE ONLY accounting.invoice_document
    ADD CONSTRAINT invoice_document_pkey PRIMARY KEY (invoice_id);

ALTER TABLE accounting.invoice
    ADD CONSTRAINT invoice_is_corrected_by_a_credit_note_only CHECK (((corrects IS NULL) OR (kind = 'credit-note'::text))) NOT VALID;

ALTER TABLE ONLY accounting.invoice
    ADD CONSTRAINT invoice_kind_number_key UNIQUE (kind, number);

ALTER TABLE accounting.invoice_line
    ADD CONSTRAINT invoice_line_amount_is_quantity_times_price_to_the_cent CHECK ((abs((amount - ((quantity * unit_price) * ((1)::numeric - COALESCE(discount, (0)::numeric))))) <= 0.01)) NOT VALID;

ALTER TABLE ONLY accounting.invoice_line
    ADD CONSTRAINT invoice_line_pkey PRIMARY KEY (invoice_id, line_number);

ALTER TABLE accounting.invoice_line
    ADD CONSTRAINT invoice_line_tax_rate_is_one_of_its_category CHECK (
CASE
    WHEN (tax_category = 'O'::text) THEN (tax_rate IS NULL)
    WHEN (tax_category = 'S'::text) THEN COALESCE(((tax_rate > (0)::numeric) AND (tax_rate < (1)::numeric)), false)
    ELSE ((tax_category = ANY (ARRAY['Z'::text, 'E'::text, 'AE'::text, 'K'::text, 'G'::text])) AND COALESCE((tax_rate = (0)::numeric), false))
END) NOT VALID;

ALTER TABLE ONLY accounting.invoice
    ADD CONSTRAINT invoice_order_id_part_key UNIQUE (order_id, part);

ALTER TABLE accounting.invoice
    ADD CONSTRAINT invoice_part_is_positive CHECK ((part > 0)) NOT VALID;

ALTER TABLE ONLY accounting.invoice
    ADD CONSTRAINT invoice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY accounting.invoice_tax
    ADD CONSTRAINT invoice_tax_pkey PRIMARY KEY (invoice_id, category, rate);

ALTER TABLE ONLY accounting.ledger_account
    ADD CONSTRAINT ledger_account_code_kind_key UNIQUE (code, kind);

ALTER TABLE ONLY accounting.ledger_account
    ADD CONSTRAINT ledger_account_pkey PRIMARY KEY (code);

ALTER TABLE ONLY accounting.ledger_role
    ADD CONSTRAINT ledger_role_pkey PRIMARY KEY (role);

ALTER TABLE ONLY accounting.month_total
    ADD CONSTRAINT month_total_pkey PRIMARY KEY (kind, month);

ALTER TABLE ONLY accounting.number_series
    ADD CONSTRAINT number_series_pkey PRIMARY KEY (kind);

ALTER TABLE ONLY accounting.open_item
    ADD CONSTRAINT open_item_pkey PRIMARY KEY (entry_id);

ALTER TABLE accounting.payment
    ADD CONSTRAINT payment_day_has_a_year_from_1_to_9999 CHECK (((day >= '0001-01-01'::date) AND (day <= '9999-12-31'::date))) NOT VALID;

ALTER TABLE ONLY accounting.payment
    ADD CONSTRAINT payment_key_key UNIQUE (key);

ALTER TABLE ONLY accounting.payment
    ADD CONSTRAINT payment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY accounting.posting
    ADD CONSTRAINT posting_pkey PRIMARY KEY (entry_id, line);

ALTER TABLE ONLY accounting.reminder
    ADD CONSTRAINT reminder_customer_day_key UNIQUE (customer, day);

ALTER TABLE accounting.reminder
    ADD CONSTRAINT reminder_day_has_a_year_from_1_to_9999 CHECK (((day >= '0001-01-01'::date) AND (day <= '9999-12-31'::date))) NOT VALID;

ALTER TABLE ONLY accounting.reminder_item
    ADD CONSTRAINT reminder_item_entry_id_level_key UNIQUE (entry_id, level);

ALTER TABLE ONLY accounting.reminder_item
    ADD CONSTRAINT reminder_item_pkey PRIMARY KEY (reminder_id, entry_id);

ALTER TABLE ONLY accounting.reminder
    ADD CONSTRAINT reminder_pkey PRIMARY KEY (id);

ALTER TABLE ONLY accounting.seller
    ADD CONSTRAINT seller_pkey PRIMARY KEY (is_only);

ALTER TABLE ONLY accounting.settlement
    ADD CONSTRAINT settlement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY accounting.settlement
    ADD CONSTRAINT settlement_undoes_key UNIQUE (undoes);

ALTER TABLE ONLY accounting.tax_category
    ADD CONSTRAINT tax_category_pkey PRIMARY KEY (code);

ALTER TABLE accounting.tax_rate
    ADD CONSTRAINT tax_rate_day_has_a_year_from_1_to_9999 CHECK (((from_day >= '0001-01-01'::date) AND (from_day <= '9999-12-31'::date))) NOT VALID;

ALTER TABLE ONLY accounting.tax_rate
    ADD CONSTRAINT tax_rate_pkey PRIMARY KEY (country, class, from_day);

ALTER TABLE ONLY accounting.tax_total
    ADD CONSTRAINT tax_total_pkey PRIMARY KEY (kind, day, category, rate);

ALTER TABLE ONLY accounting.uninvoiced_order
    ADD CONSTRAINT uninvoiced_order_pkey PRIMARY KEY (order_id);

ALTER TABLE ONLY business.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY djet.access
    ADD CONSTRAINT access_pkey PRIMARY KEY (node, role);

ALTER TABLE ONLY djet.approval
    ADD CONSTRAINT approval_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY djet.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY djet.basetype
    ADD CONSTRAINT basetype_pkey PRIMARY KEY (name);

ALTER TABLE ONLY djet.common_password
    ADD CONSTRAINT common_password_pkey PRIMARY KEY (password);

ALTER TABLE ONLY djet.function
    ADD CONSTRAINT function_pkey PRIMARY KEY (name);

ALTER TABLE ONLY djet.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY djet.invitation
    ADD CONSTRAINT invitation_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY djet.invitation
    ADD CONSTRAINT invitation_user_id_key UNIQUE (user_id);

ALTER TABLE ONLY djet.membership
    ADD CONSTRAINT membership_pkey PRIMARY KEY (user_id, role);

ALTER TABLE ONLY djet.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY djet.node
    ADD CONSTRAINT node_path_key UNIQUE (path);

ALTER TABLE ONLY djet.node
    ADD CONSTRAINT node_pkey PRIMARY KEY (id);

ALTER TABLE ONLY djet.recovery_code
    ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (user_id, code_hash);

ALTER TABLE ONLY djet.role
    ADD CONSTRAINT role_pkey PRIMARY KEY (name);

ALTER TABLE ONLY djet.second_factor
    ADD CONSTRAINT second_factor_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY djet.server
    ADD CONSTRAINT server_is_one_at_its_address UNIQUE (machine, address);

ALTER TABLE ONLY djet.server
    ADD CONSTRAINT server_pkey PRIMARY KEY (id);

ALTER TABLE ONLY djet.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);

ALTER TABLE ONLY djet.session
    ADD CONSTRAINT session_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY djet.sign_in_failure
    ADD CONSTRAINT sign_in_failure_pkey PRIMARY KEY (key);

ALTER TABLE ONLY djet.token
    ADD CONSTRAINT token_pkey PRIMARY KEY (id);

ALTER TABLE ONLY djet.token
    ADD CONSTRAINT token_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY djet.users
    ADD CONSTRAINT users_name_key UNIQUE (name);

ALTER TABLE ONLY djet.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

ALTER TABLE ONLY jobmachine.awaited_signal
    ADD CONSTRAINT awaited_signal_pkey PRIMARY KEY (job, name);

ALTER TABLE ONLY jobmachine.blind_end
    ADD CONSTRAINT blind_end_pkey PRIMARY KEY (job);

ALTER TABLE ONLY jobmachine.cancellation
    ADD CONSTRAINT cancellation_pkey PRIMARY KEY (job);

ALTER TABLE ONLY jobmachine.chore
    ADD CONSTRAINT chore_pkey PRIMARY KEY (name);

ALTER TABLE ONLY jobmachine.chunk
    ADD CONSTRAINT chunk_pkey PRIMARY KEY (file, number);

ALTER TABLE ONLY jobmachine.clock
    ADD CONSTRAINT clock_pkey PRIMARY KEY (is_only);

ALTER TABLE ONLY jobmachine.dependency
    ADD CONSTRAINT dependency_pkey PRIMARY KEY (needs, job);

ALTER TABLE ONLY jobmachine.expiry
    ADD CONSTRAINT expiry_pkey PRIMARY KEY (job);

ALTER TABLE ONLY jobmachine.file
    ADD CONSTRAINT file_pkey PRIMARY KEY (id);

ALTER TABLE ONLY jobmachine.group_tally
    ADD CONSTRAINT group_tally_pkey PRIMARY KEY (id);

ALTER TABLE ONLY jobmachine.job_group
    ADD CONSTRAINT job_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY jobmachine.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (id);

ALTER TABLE ONLY jobmachine.key_use
    ADD CONSTRAINT key_use_pkey PRIMARY KEY (queue, key);

ALTER TABLE ONLY jobmachine.lock
    ADD CONSTRAINT lock_pkey PRIMARY KEY (name);

ALTER TABLE jobmachine.log
    ADD CONSTRAINT log_message_is_short CHECK ((length(message) <= 8192)) NOT VALID;

ALTER TABLE ONLY jobmachine.member
    ADD CONSTRAINT member_pkey PRIMARY KEY (group_id, job);

ALTER TABLE ONLY jobmachine.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY jobmachine.queue_limit
    ADD CONSTRAINT queue_limit_pkey PRIMARY KEY (queue);

ALTER TABLE ONLY jobmachine.queue
    ADD CONSTRAINT queue_pkey PRIMARY KEY (name);

ALTER TABLE ONLY jobmachine.queue_use
    ADD CONSTRAINT queue_use_pkey PRIMARY KEY (queue, number);

ALTER TABLE ONLY jobmachine.refusal
    ADD CONSTRAINT refusal_pkey PRIMARY KEY (what);

ALTER TABLE ONLY jobmachine.retention_mark
    ADD CONSTRAINT retention_mark_pkey PRIMARY KEY (status);

ALTER TABLE ONLY jobmachine.schedule
    ADD CONSTRAINT schedule_pkey PRIMARY KEY (name);

ALTER TABLE ONLY jobmachine.sent_signal
    ADD CONSTRAINT sent_signal_pkey PRIMARY KEY (job, name);

ALTER TABLE ONLY jobmachine.sharer
    ADD CONSTRAINT sharer_pkey PRIMARY KEY (job, "user");

ALTER TABLE ONLY jobmachine.spread
    ADD CONSTRAINT spread_pkey PRIMARY KEY (queue, kind, what, bucket);

ALTER TABLE ONLY jobmachine.step
    ADD CONSTRAINT step_pkey PRIMARY KEY (job, name);

ALTER TABLE ONLY jobmachine.tally_mark
    ADD CONSTRAINT tally_mark_pkey PRIMARY KEY (is_only);

ALTER TABLE ONLY jobmachine.tally
    ADD CONSTRAINT tally_pkey PRIMARY KEY (span, since, queue, kind, status);

ALTER TABLE ONLY jobmachine.total
    ADD CONSTRAINT total_pkey PRIMARY KEY (queue, kind, status);

ALTER TABLE ONLY jobmachine.unique_key
    ADD CONSTRAINT unique_key_pkey PRIMARY KEY (kind, key);

ALTER TABLE ONLY jobmachine.worker
    ADD CONSTRAINT worker_pkey PRIMARY KEY (id);

ALTER TABLE ONLY logistics.move
    ADD CONSTRAINT move_pkey PRIMARY KEY (transfer_id, "position");

ALTER TABLE ONLY logistics.on_hand
    ADD CONSTRAINT on_hand_pkey PRIMARY KEY (product_code, place_code);

ALTER TABLE ONLY logistics.open_order
    ADD CONSTRAINT open_order_pkey PRIMARY KEY (order_id);

ALTER TABLE ONLY logistics.parcel
    ADD CONSTRAINT parcel_code_key UNIQUE (code);

ALTER TABLE logistics.parcel
    ADD CONSTRAINT parcel_day_has_a_year_from_1_to_9999 CHECK ((((shipped_on >= '0001-01-01'::date) AND (shipped_on <= '9999-12-31'::date)) AND isfinite(shipped_at))) NOT VALID;

ALTER TABLE ONLY logistics.parcel
    ADD CONSTRAINT parcel_pkey PRIMARY KEY (id);

ALTER TABLE ONLY logistics.place
    ADD CONSTRAINT place_pkey PRIMARY KEY (code);

ALTER TABLE ONLY logistics.reservation
    ADD CONSTRAINT reservation_pkey PRIMARY KEY (order_number, line_number);

ALTER TABLE logistics.transfer
    ADD CONSTRAINT transfer_is_of_a_return_if_it_names_one CHECK (((return_number IS NULL) OR (kind = 'return'::text))) NOT VALID;

ALTER TABLE ONLY logistics.transfer
    ADD CONSTRAINT transfer_parcel_id_key UNIQUE (parcel_id);

ALTER TABLE ONLY logistics.transfer
    ADD CONSTRAINT transfer_pkey PRIMARY KEY (id);

ALTER TABLE logistics.transfer
    ADD CONSTRAINT transfer_time_has_a_year_from_1_to_9999 CHECK (((happened_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (happened_at <= '10000-01-01 00:00:00+00'::timestamp with time zone))) NOT VALID;

ALTER TABLE ONLY sales.address
    ADD CONSTRAINT address_customer_kind_key UNIQUE (customer, kind);

ALTER TABLE ONLY sales.address
    ADD CONSTRAINT address_pkey PRIMARY KEY (id);

ALTER TABLE ONLY sales.address
    ADD CONSTRAINT address_supplier_kind_key UNIQUE (supplier, kind);

ALTER TABLE ONLY sales.country
    ADD CONSTRAINT country_name_key UNIQUE (name);

ALTER TABLE ONLY sales.country_name
    ADD CONSTRAINT country_name_pkey PRIMARY KEY (name);

ALTER TABLE ONLY sales.country
    ADD CONSTRAINT country_pkey PRIMARY KEY (code);

ALTER TABLE ONLY sales.currency
    ADD CONSTRAINT currency_pkey PRIMARY KEY (code);

ALTER TABLE ONLY sales.customer
    ADD CONSTRAINT customer_pkey PRIMARY KEY (code);

ALTER TABLE ONLY sales.import_line
    ADD CONSTRAINT import_line_pkey PRIMARY KEY (import, order_number, line_number);

ALTER TABLE ONLY sales.import_mapping
    ADD CONSTRAINT import_mapping_name_is_unique UNIQUE (function, name);

ALTER TABLE ONLY sales.import_mapping
    ADD CONSTRAINT import_mapping_pkey PRIMARY KEY (id);

ALTER TABLE ONLY sales.import_order
    ADD CONSTRAINT import_order_pkey PRIMARY KEY (import, number);

ALTER TABLE ONLY sales.import
    ADD CONSTRAINT import_pkey PRIMARY KEY (key);

ALTER TABLE ONLY sales.import_reject
    ADD CONSTRAINT import_reject_pkey PRIMARY KEY (import, line);

ALTER TABLE ONLY sales.import_run
    ADD CONSTRAINT import_run_pkey PRIMARY KEY (import, part, first_line, number);

ALTER TABLE ONLY sales.import_turn
    ADD CONSTRAINT import_turn_pkey PRIMARY KEY (is_only);

ALTER TABLE sales."order"
    ADD CONSTRAINT order_day_has_a_year_from_1_to_9999 CHECK (((ordered_on >= '0001-01-01'::date) AND (ordered_on <= '9999-12-31'::date))) NOT VALID;

ALTER TABLE sales.order_line
    ADD CONSTRAINT order_line_amount_is_quantity_times_price_less_discount CHECK ((amount =
CASE
    WHEN (discount IS NULL) THEN round((quantity * unit_price), 2)
    ELSE round(((quantity * unit_price) * ((1)::numeric - discount)), 2)
END)) NOT VALID;

ALTER TABLE sales.order_line
    ADD CONSTRAINT order_line_discount_is_a_share CHECK (((discount > (0)::numeric) AND (discount <= (1)::numeric))) NOT VALID;

ALTER TABLE ONLY sales.order_line
    ADD CONSTRAINT order_line_pkey PRIMARY KEY (order_number, line_number);

ALTER TABLE ONLY sales."order"
    ADD CONSTRAINT order_number_key UNIQUE (number);

ALTER TABLE ONLY sales."order"
    ADD CONSTRAINT order_pkey PRIMARY KEY (id);

ALTER TABLE sales."order"
    ADD CONSTRAINT order_quote_is_no_return CHECK (((status <> 'quote'::text) OR (kind = 'order'::text))) NOT VALID;

ALTER TABLE sales."order"
    ADD CONSTRAINT order_status_is_known CHECK ((status = ANY (ARRAY['quote'::text, 'confirmed'::text, 'cancelled'::text, 'closed'::text]))) NOT VALID;

ALTER TABLE sales."order"
    ADD CONSTRAINT order_undoes_another_only_as_a_return CHECK (((return_of IS NULL) OR (kind = 'return'::text))) NOT VALID;

ALTER TABLE ONLY sales.placement
    ADD CONSTRAINT placement_pkey PRIMARY KEY (key);

ALTER TABLE sales.price
    ADD CONSTRAINT price_day_has_a_year_from_1_to_9999 CHECK (((from_day >= '0001-01-01'::date) AND (from_day <= '9999-12-31'::date))) NOT VALID;

ALTER TABLE sales.price_list
    ADD CONSTRAINT price_list_days_have_a_year_from_1_to_9999 CHECK ((((valid_from >= '0001-01-01'::date) AND (valid_from <= '9999-12-31'::date)) AND ((valid_to >= '0001-01-01'::date) AND (valid_to <= '9999-12-31'::date)))) NOT VALID;

ALTER TABLE ONLY sales.price_list
    ADD CONSTRAINT price_list_pkey PRIMARY KEY (code);

ALTER TABLE ONLY sales.price
    ADD CONSTRAINT price_pkey PRIMARY KEY (list, product, from_day);

ALTER TABLE ONLY sales.product
    ADD CONSTRAINT product_pkey PRIMARY KEY (code);

ALTER TABLE ONLY sales.shop
    ADD CONSTRAINT shop_pkey PRIMARY KEY (is_the_shop);

ALTER TABLE ONLY sales.supplier
    ADD CONSTRAINT supplier_pkey PRIMARY KEY (code);

ALTER TABLE ONLY sales.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (code);

CREATE INDEX account_total_by_account ON accounting.account_total USING btree (account, day);

CREATE INDEX bank_entry_by_statement ON accounting.bank_entry USING btree (statement_id);

CREATE INDEX bank_line_by_day ON accounting.bank_line USING btree (booked_on, id);

CREATE INDEX bank_line_by_payer_account ON accounting.bank_line USING btree (payer_account, id) WHERE (payer_account IS NOT NULL);

CREATE INDEX bank_match_by_line ON accounting.bank_match USING btree (line_id, id);

CREATE UNIQUE INDEX entry_by_source ON accounting.entry USING btree (source, source_id) WHERE (source_id IS NOT NULL);

CREATE INDEX invoice_by_corrected ON accounting.invoice USING btree (corrects) WHERE (corrects IS NOT NULL);

CREATE INDEX invoice_by_customer ON accounting.invoice USING btree (customer, issued_on, id) WHERE (customer IS NOT NULL);

CREATE INDEX invoice_by_day ON accounting.invoice USING btree (issued_on, id);

CREATE INDEX invoice_credit_note_by_day ON accounting.invoice USING btree (issued_on, id) WHERE (kind = 'credit-note'::text);

CREATE INDEX open_item_by_customer ON accounting.open_item USING btree (customer, due_on, entry_id) WHERE (open <> (0)::numeric);

CREATE INDEX open_item_by_due_day ON accounting.open_item USING btree (due_on, entry_id) WHERE (open <> (0)::numeric);

CREATE INDEX payment_by_customer ON accounting.payment USING btree (customer, day, id) WHERE (customer IS NOT NULL);

CREATE INDEX payment_by_day ON accounting.payment USING btree (day, id);

CREATE INDEX posting_by_account ON accounting.posting USING btree (account, day, entry_id) INCLUDE (amount);

CREATE INDEX reminder_by_day ON accounting.reminder USING btree (day, id);

CREATE INDEX settlement_by_credit ON accounting.settlement USING btree (credit_id);

CREATE INDEX settlement_by_debit ON accounting.settlement USING btree (debit_id);

CREATE INDEX settlement_by_entry ON accounting.settlement USING btree (entry_id) WHERE (entry_id IS NOT NULL);

CREATE INDEX uninvoiced_order_by_day ON accounting.uninvoiced_order USING btree (ordered_on, order_id);

CREATE INDEX approval_expires_at ON djet.approval USING btree (expires_at);

CREATE INDEX audit_action ON djet.audit USING btree (action, at, id);

CREATE INDEX audit_at ON djet.audit USING btree (at, id);

CREATE INDEX audit_sign_in ON djet.audit USING btree (user_name, address, at) WHERE (action = 'sign-in'::text);

CREATE INDEX audit_user_name ON djet.audit USING btree (user_name, at, id);

CREATE INDEX membership_role ON djet.membership USING btree (role);

CREATE INDEX node_parent ON djet.node USING btree (parent);

CREATE UNIQUE INDEX node_singleton ON djet.node USING btree (basetype) WHERE singleton;
COMMENT ON INDEX djet.node_singleton IS 'Exactly one node of a singleton basetype.';

CREATE INDEX session_seen_at ON djet.session USING btree (seen_at);

CREATE INDEX session_user_id ON djet.session USING btree (user_id);

CREATE INDEX sign_in_failure_failed_at ON djet.sign_in_failure USING btree (failed_at);

CREATE INDEX token_user_id ON djet.token USING btree (user_id);

CREATE INDEX attempt_job ON ONLY jobmachine.attempt USING btree (job);

CREATE INDEX awaited_signal_by_time ON jobmachine.awaited_signal USING btree (ends_at);

CREATE INDEX dependency_job ON jobmachine.dependency USING btree (job);

CREATE INDEX dependency_lost ON jobmachine.dependency USING btree (lost_at) WHERE (lost_at IS NOT NULL);

CREATE INDEX dependency_unsettled ON jobmachine.dependency USING btree (needs, job) WHERE (NOT is_settled);

CREATE INDEX expiry_by_time ON jobmachine.expiry USING btree (queue, expires_at);

CREATE INDEX file_created_at ON jobmachine.file USING btree (created_at);

CREATE INDEX file_incomplete ON jobmachine.file USING btree (written_at) WHERE (NOT is_complete);

CREATE INDEX file_input_of ON jobmachine.file USING btree (input_of) WHERE (input_of IS NOT NULL);

CREATE INDEX file_owner ON jobmachine.file USING btree (owner) WHERE (owner IS NOT NULL);

CREATE INDEX history_finished ON ONLY jobmachine.history USING btree (finished_at);

CREATE INDEX history_id ON ONLY jobmachine.history USING btree (id);

CREATE INDEX history_sort ON ONLY jobmachine.history USING btree (jobmachine.bucket(queue, kind, status), COALESCE(worker, 0), finished_at);

CREATE INDEX history_user ON ONLY jobmachine.history USING btree (hashtext((environment ->> 'user'::text)), jobmachine.bucket(queue, kind, status), finished_at) WHERE (environment ? 'user'::text);

CREATE INDEX job_by_key ON jobmachine.job USING btree (queue, priority, limit_key, "position") WHERE (limit_key IS NOT NULL);

CREATE INDEX job_due ON jobmachine.job USING btree (queue, run_at) WHERE (("position" IS NULL) AND (waiting_for = 0));

CREATE INDEX job_group_by_end ON jobmachine.job_group USING btree (ended_at);

CREATE INDEX job_group_by_name ON jobmachine.job_group USING btree (name, id);

CREATE INDEX job_group_then ON jobmachine.job_group USING btree (then_job);

CREATE INDEX job_group_within ON jobmachine.job_group USING btree (outer_group, ended_at) WHERE (outer_group IS NOT NULL);

CREATE INDEX job_line ON jobmachine.job USING btree (queue, priority, "position");

CREATE INDEX job_owner ON jobmachine.job USING btree (((environment ->> 'user'::text)), id) WHERE ((environment ->> 'user'::text) IS NOT NULL);

CREATE INDEX log_job ON ONLY jobmachine.log USING btree (job, id);

CREATE INDEX schedule_by_due_time ON jobmachine.schedule USING btree (queue, next_at) WHERE ((paused_at IS NULL) AND (retired_at IS NULL));

CREATE INDEX sent_signal_by_time ON jobmachine.sent_signal USING btree (sent_at);

CREATE INDEX sharer_by_time ON jobmachine.sharer USING btree (shared_at);

CREATE INDEX step_done_at ON jobmachine.step USING btree (done_at);

CREATE INDEX unique_key_by_look ON jobmachine.unique_key USING btree (looked_at);

CREATE INDEX move_by_order_line ON logistics.move USING btree (order_number, line_number) WHERE (order_number IS NOT NULL);

CREATE INDEX move_by_product ON logistics.move USING btree (product_code, transfer_id, "position");

CREATE INDEX parcel_by_day ON logistics.parcel USING btree (shipped_on, id);

CREATE INDEX parcel_by_order ON logistics.parcel USING btree (order_number, id);

CREATE INDEX parcel_by_tracking_number ON logistics.parcel USING btree (tracking_number) WHERE (tracking_number IS NOT NULL);

CREATE UNIQUE INDEX place_is_the_only_one_of_its_kind ON logistics.place USING btree (kind) WHERE (kind <> 'warehouse'::text);

CREATE INDEX customer_by_email ON sales.customer USING btree (lower(email) COLLATE "C", code) WHERE (email IS NOT NULL);

CREATE INDEX customer_by_name ON sales.customer USING btree (lower(name) COLLATE "C", code) WHERE (name IS NOT NULL);

CREATE INDEX customer_by_vat_id ON sales.customer USING btree (vat_id, code) WHERE (vat_id IS NOT NULL);

CREATE INDEX import_by_time ON sales.import USING btree (begun_at);

CREATE INDEX import_mapping_by_header ON sales.import_mapping USING btree (function, header, changed_at DESC);

CREATE INDEX import_order_by_part ON sales.import_order USING btree (import, last_part);

CREATE INDEX import_run_by_number ON sales.import_run USING btree (import, number);

CREATE INDEX order_by_customer ON sales."order" USING btree (customer, ordered_on, id) WHERE (customer IS NOT NULL);

CREATE INDEX order_by_day ON sales."order" USING btree (ordered_on, id);

CREATE INDEX order_by_day_and_number ON sales."order" USING btree (ordered_on, number) INCLUDE (id) WHERE (ordered_on IS NOT NULL);

CREATE INDEX order_by_status ON sales."order" USING btree (status, ordered_on, id) WHERE (status <> 'confirmed'::text);

CREATE INDEX order_by_undone ON sales."order" USING btree (return_of) WHERE (return_of IS NOT NULL);

CREATE INDEX order_free_by_day ON sales."order" USING btree (ordered_on, id) WHERE (total = (0)::numeric);

CREATE INDEX placement_by_time ON sales.placement USING btree (placed_at);

CREATE INDEX price_by_product ON sales.price USING btree (product, list, from_day);

CREATE INDEX price_list_by_name ON sales.price_list USING btree (lower(name) COLLATE "C", code) WHERE (name IS NOT NULL);

CREATE INDEX product_by_name ON sales.product USING btree (lower(name) COLLATE "C", code);

CREATE INDEX product_by_supplier ON sales.product USING btree (supplier) WHERE (supplier IS NOT NULL);

CREATE INDEX supplier_by_email ON sales.supplier USING btree (lower(email) COLLATE "C", code) WHERE (email IS NOT NULL);

CREATE INDEX supplier_by_name ON sales.supplier USING btree (lower(name) COLLATE "C", code) WHERE (name IS NOT NULL);

CREATE INDEX supplier_by_vat_id ON sales.supplier USING btree (vat_id, code) WHERE (vat_id IS NOT NULL);

CREATE TRIGGER check_entries AFTER INSERT ON accounting.entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_entries();
COMMENT ON TRIGGER check_entries ON accounting.entry IS 'An entry has postings, and bears a day that is not closed.';

CREATE TRIGGER check_invoice_lines AFTER INSERT ON accounting.invoice_line REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_invoice_lines();
COMMENT ON TRIGGER check_invoice_lines ON accounting.invoice_line IS 'Keeps the invoice''s line count, total and tax true, and issued invoices closed.';

CREATE TRIGGER check_invoice_taxes AFTER INSERT ON accounting.invoice_tax REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_invoice_taxes();
COMMENT ON TRIGGER check_invoice_taxes ON accounting.invoice_tax IS 'No tax is slipped in later.';

CREATE TRIGGER check_items AFTER INSERT ON accounting.open_item REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_items();
COMMENT ON TRIGGER check_items ON accounting.open_item IS 'Each item has its entry.';

CREATE CONSTRAINT TRIGGER check_numbers AFTER UPDATE ON accounting.number_series DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION accounting.check_numbers();
COMMENT ON TRIGGER check_numbers ON accounting.number_series IS 'Refuses to commit a number that was drawn and not used.';

CREATE TRIGGER check_parts AFTER INSERT ON accounting.invoice_line REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_parts();
COMMENT ON TRIGGER check_parts ON accounting.invoice_line IS 'All invoices of an order are of what is ordered, and all credit notes of what is invoiced.';

CREATE TRIGGER check_postings AFTER INSERT ON accounting.posting REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_postings();
COMMENT ON TRIGGER check_postings ON accounting.posting IS 'Every entry balances.';

CREATE TRIGGER check_settled AFTER UPDATE ON accounting.open_item FOR EACH ROW EXECUTE FUNCTION accounting.check_settled();
COMMENT ON TRIGGER check_settled ON accounting.open_item IS 'The settlements say how much is settled.';

CREATE TRIGGER freeze_buyer BEFORE INSERT ON accounting.invoice FOR EACH ROW WHEN (((new.customer IS NOT NULL) AND (new.buyer IS NULL))) EXECUTE FUNCTION accounting.freeze_buyer();
COMMENT ON TRIGGER freeze_buyer ON accounting.invoice IS 'An invoice keeps its customer as of its issue.';

CREATE TRIGGER keep_accounts BEFORE DELETE OR TRUNCATE ON accounting.ledger_account FOR EACH STATEMENT EXECUTE FUNCTION accounting.keep_accounts();
COMMENT ON TRIGGER keep_accounts ON accounting.ledger_account IS 'Postings name accounts, so that none goes away.';

CREATE TRIGGER keep_accounts BEFORE DELETE OR TRUNCATE ON accounting.ledger_role FOR EACH STATEMENT EXECUTE FUNCTION accounting.keep_accounts();
COMMENT ON TRIGGER keep_accounts ON accounting.ledger_role IS 'Each role is played by an account.';

CREATE TRIGGER keep_booked BEFORE DELETE OR UPDATE OR TRUNCATE ON accounting.closing FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Reverse the entry instead: accounting.reverse_entry().');
COMMENT ON TRIGGER keep_booked ON accounting.closing IS 'The record of closed periods never changes.';

CREATE TRIGGER keep_booked BEFORE DELETE OR UPDATE OR TRUNCATE ON accounting.entry FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Reverse the entry instead: accounting.reverse_entry().');
COMMENT ON TRIGGER keep_booked ON accounting.entry IS 'Entries never change.';

CREATE TRIGGER keep_booked BEFORE DELETE OR TRUNCATE ON accounting.open_item FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Reverse the entry instead: accounting.reverse_entry().');
COMMENT ON TRIGGER keep_booked ON accounting.open_item IS 'Items stay, though they are settled.';

CREATE TRIGGER keep_booked BEFORE DELETE OR UPDATE OR TRUNCATE ON accounting.payment FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Reverse the entry instead: accounting.reverse_entry().');
COMMENT ON TRIGGER keep_booked ON accounting.payment IS 'Payments never change.';

CREATE TRIGGER keep_booked BEFORE DELETE OR UPDATE OR TRUNCATE ON accounting.posting FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Reverse the entry instead: accounting.reverse_entry().');
COMMENT ON TRIGGER keep_booked ON accounting.posting IS 'Postings never change.';

CREATE TRIGGER keep_booked BEFORE DELETE OR UPDATE OR TRUNCATE ON accounting.settlement FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Reverse the entry instead: accounting.reverse_entry().');
COMMENT ON TRIGGER keep_booked ON accounting.settlement IS 'Settlements never change.';

CREATE TRIGGER keep_books BEFORE DELETE OR UPDATE OR TRUNCATE ON accounting.books FOR EACH STATEMENT EXECUTE FUNCTION accounting.keep_books();
COMMENT ON TRIGGER keep_books ON accounting.books IS 'No entry is made while the books close.';

CREATE TRIGGER keep_closed BEFORE UPDATE ON accounting.books FOR EACH ROW WHEN ((new.closed_until IS DISTINCT FROM old.closed_until)) EXECUTE FUNCTION accounting.keep_books();
COMMENT ON TRIGGER keep_closed ON accounting.books IS 'A closed period is opened on purpose only.';

CREATE TRIGGER keep_code BEFORE UPDATE ON accounting.ledger_account FOR EACH ROW WHEN (((new.code <> old.code) OR (new.kind <> old.kind))) EXECUTE FUNCTION accounting.keep_accounts();
COMMENT ON TRIGGER keep_code ON accounting.ledger_account IS 'Postings name accounts by code; the reports sort by kind.';

CREATE TRIGGER keep_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON accounting.earlier_buyer FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Undo an invoice by booking a return and issuing its credit note.');
COMMENT ON TRIGGER keep_frozen ON accounting.earlier_buyer IS 'The buyers of invoices never change.';

CREATE TRIGGER keep_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON accounting.invoice FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Undo an invoice by booking a return and issuing its credit note.');
COMMENT ON TRIGGER keep_frozen ON accounting.invoice IS 'Issued invoices never change.';

CREATE TRIGGER keep_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON accounting.invoice_document FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Undo an invoice by booking a return and issuing its credit note.');
COMMENT ON TRIGGER keep_frozen ON accounting.invoice_document IS 'A file that somebody may have got never changes.';

CREATE TRIGGER keep_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON accounting.invoice_line FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Undo an invoice by booking a return and issuing its credit note.');
COMMENT ON TRIGGER keep_frozen ON accounting.invoice_line IS 'The lines of issued invoices never change.';

CREATE TRIGGER keep_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON accounting.invoice_tax FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Undo an invoice by booking a return and issuing its credit note.');
COMMENT ON TRIGGER keep_frozen ON accounting.invoice_tax IS 'The taxes of issued invoices never change.';

CREATE TRIGGER keep_frozen BEFORE DELETE OR TRUNCATE ON accounting.number_series FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Undo an invoice by booking a return and issuing its credit note.');
COMMENT ON TRIGGER keep_frozen ON accounting.number_series IS 'A series is not dropped or started again.';

CREATE TRIGGER keep_gapless BEFORE UPDATE ON accounting.number_series FOR EACH ROW WHEN (((new.kind <> old.kind) OR (new.last_number < old.last_number))) EXECUTE FUNCTION sales.refuse_change('Undo an invoice by booking a return and issuing its credit note.');
COMMENT ON TRIGGER keep_gapless ON accounting.number_series IS 'A series never goes back. accounting.check_numbers() sees that it leaves none out.';

CREATE TRIGGER keep_item BEFORE UPDATE ON accounting.open_item FOR EACH ROW WHEN (((((((new.entry_id IS DISTINCT FROM old.entry_id) OR (new.day IS DISTINCT FROM old.day)) OR (new.due_on IS DISTINCT FROM old.due_on)) OR (new.amount IS DISTINCT FROM old.amount)) OR (new.account IS DISTINCT FROM old.account)) OR (new.customer IS DISTINCT FROM old.customer))) EXECUTE FUNCTION sales.refuse_change('Reverse the entry instead: accounting.reverse_entry().');
COMMENT ON TRIGGER keep_item ON accounting.open_item IS 'Nothing of an item changes but how much of it is settled.';

CREATE TRIGGER keep_role BEFORE UPDATE ON accounting.ledger_role FOR EACH ROW WHEN (((new.role <> old.role) OR (new.kind <> old.kind))) EXECUTE FUNCTION accounting.keep_accounts();
COMMENT ON TRIGGER keep_role ON accounting.ledger_role IS 'Only the account of a role changes.';

CREATE TRIGGER keep_statements BEFORE DELETE OR UPDATE OR TRUNCATE ON accounting.bank_entry FOR EACH STATEMENT EXECUTE FUNCTION accounting.keep_statements();
COMMENT ON TRIGGER keep_statements ON accounting.bank_entry IS 'Entries of the bank never change.';

CREATE TRIGGER keep_statements BEFORE DELETE OR UPDATE OR TRUNCATE ON accounting.bank_line FOR EACH STATEMENT EXECUTE FUNCTION accounting.keep_statements();
COMMENT ON TRIGGER keep_statements ON accounting.bank_line IS 'Lines of the bank never change.';

CREATE TRIGGER keep_statements BEFORE DELETE OR UPDATE OR TRUNCATE ON accounting.bank_match FOR EACH STATEMENT EXECUTE FUNCTION accounting.keep_statements();
COMMENT ON TRIGGER keep_statements ON accounting.bank_match IS 'The fate of a line never changes.';

CREATE TRIGGER keep_statements BEFORE DELETE OR UPDATE OR TRUNCATE ON accounting.bank_statement FOR EACH STATEMENT EXECUTE FUNCTION accounting.keep_statements();
COMMENT ON TRIGGER keep_statements ON accounting.bank_statement IS 'Statements never change.';

CREATE TRIGGER keep_statements BEFORE DELETE OR UPDATE OR TRUNCATE ON accounting.reminder FOR EACH STATEMENT EXECUTE FUNCTION accounting.keep_statements();
COMMENT ON TRIGGER keep_statements ON accounting.reminder IS 'Letters never change.';

CREATE TRIGGER keep_statements BEFORE DELETE OR UPDATE OR TRUNCATE ON accounting.reminder_item FOR EACH STATEMENT EXECUTE FUNCTION accounting.keep_statements();
COMMENT ON TRIGGER keep_statements ON accounting.reminder_item IS 'The list of a letter never changes.';

CREATE TRIGGER note_invoices AFTER INSERT ON accounting.invoice REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION accounting.note_invoices();
COMMENT ON TRIGGER note_invoices ON accounting.invoice IS 'Keeps the orders that are to be invoiced.';

CREATE TRIGGER post_invoices AFTER INSERT ON accounting.invoice REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION accounting.post_invoices();
COMMENT ON TRIGGER post_invoices ON accounting.invoice IS 'An invoice is posted in its own transaction.';

CREATE TRIGGER settle_items AFTER INSERT ON accounting.settlement REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION accounting.settle_items();
COMMENT ON TRIGGER settle_items ON accounting.settlement IS 'Keeps the items exact.';

CREATE TRIGGER sum_up_taxes AFTER INSERT ON accounting.invoice_line REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION accounting.sum_up_taxes();
COMMENT ON TRIGGER sum_up_taxes ON accounting.invoice_line IS 'Keeps the taxes of the invoices.';

CREATE TRIGGER tally_invoices AFTER INSERT ON accounting.invoice REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION accounting.tally_invoices();
COMMENT ON TRIGGER tally_invoices ON accounting.invoice IS 'Keeps the totals of the months, and of what is outside of tax.';

CREATE TRIGGER tally_postings AFTER INSERT ON accounting.posting REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION accounting.tally_postings();
COMMENT ON TRIGGER tally_postings ON accounting.posting IS 'Keeps the totals of the accounts.';

CREATE TRIGGER tally_taxes AFTER INSERT ON accounting.invoice_tax REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION accounting.tally_taxes();
COMMENT ON TRIGGER tally_taxes ON accounting.invoice_tax IS 'Keeps the totals of the taxes.';

CREATE TRIGGER check_columns BEFORE INSERT OR UPDATE OF basetype, columns ON djet.node FOR EACH ROW EXECUTE FUNCTION djet.check_columns();
COMMENT ON TRIGGER check_columns ON djet.node IS 'Holds a node to its basetype.';

CREATE TRIGGER check_node BEFORE INSERT OR UPDATE ON djet.node FOR EACH ROW EXECUTE FUNCTION djet.check_node();
COMMENT ON TRIGGER check_node ON djet.node IS 'Refuses what cannot be a node, and keeps its path.';

CREATE TRIGGER keep_audit BEFORE DELETE OR UPDATE OR TRUNCATE ON djet.audit FOR EACH STATEMENT EXECUTE FUNCTION djet.keep_audit();

CREATE TRIGGER keep_node BEFORE DELETE ON djet.node FOR EACH ROW EXECUTE FUNCTION djet.keep_node();
COMMENT ON TRIGGER keep_node ON djet.node IS 'Keeps what the site needs.';

CREATE TRIGGER keep_paths AFTER UPDATE ON djet.node FOR EACH ROW WHEN ((old.path IS DISTINCT FROM new.path)) EXECUTE FUNCTION djet.keep_paths();
COMMENT ON TRIGGER keep_paths ON djet.node IS 'Moving a branch moves all its paths.';

CREATE TRIGGER keep_role AFTER INSERT OR UPDATE OF role ON djet.access FOR EACH ROW EXECUTE FUNCTION djet.keep_role();

CREATE TRIGGER node_turn BEFORE INSERT OR DELETE OR UPDATE ON djet.node FOR EACH STATEMENT EXECUTE FUNCTION djet.node_turn();
COMMENT ON TRIGGER node_turn ON djet.node IS 'One change of the tree at a time.';

CREATE TRIGGER ring_rights AFTER INSERT OR DELETE ON djet.membership FOR EACH ROW EXECUTE FUNCTION djet.ring_rights();
COMMENT ON TRIGGER ring_rights ON djet.membership IS 'Holders of open streams check if their visitors may still be there.';

CREATE TRIGGER ring_rights AFTER UPDATE OF needs_second_factor ON djet.role FOR EACH ROW EXECUTE FUNCTION djet.ring_rights();
COMMENT ON TRIGGER ring_rights ON djet.role IS 'Holders of open streams check if their visitors may still be there.';

CREATE TRIGGER ring_rights AFTER DELETE ON djet.second_factor FOR EACH ROW EXECUTE FUNCTION djet.ring_rights();
COMMENT ON TRIGGER ring_rights ON djet.second_factor IS 'Holders of open streams check if their visitors may still be there.';

CREATE TRIGGER ring_rights AFTER DELETE ON djet.session FOR EACH ROW EXECUTE FUNCTION djet.ring_rights();
COMMENT ON TRIGGER ring_rights ON djet.session IS 'Holders of open streams check if their visitors may still be there.';

CREATE TRIGGER ring_rights AFTER DELETE ON djet.token FOR EACH ROW EXECUTE FUNCTION djet.ring_rights();
COMMENT ON TRIGGER ring_rights ON djet.token IS 'Holders of open streams check if their visitors may still be there.';

CREATE TRIGGER ring_rights AFTER UPDATE OF disabled_at, tenants ON djet.users FOR EACH ROW EXECUTE FUNCTION djet.ring_rights();
COMMENT ON TRIGGER ring_rights ON djet.users IS 'Holders of open streams check if their visitors may still be there.';

CREATE TRIGGER ring_tree AFTER INSERT OR DELETE OR UPDATE ON djet.access FOR EACH ROW EXECUTE FUNCTION djet.ring_tree();
COMMENT ON TRIGGER ring_tree ON djet.access IS 'Holders of the tree in memory read it again.';

CREATE TRIGGER ring_tree AFTER INSERT OR DELETE OR UPDATE ON djet.basetype FOR EACH ROW EXECUTE FUNCTION djet.ring_tree();
COMMENT ON TRIGGER ring_tree ON djet.basetype IS 'Holders of the tree in memory read it again.';

CREATE TRIGGER ring_tree AFTER INSERT OR DELETE OR UPDATE ON djet.node FOR EACH ROW EXECUTE FUNCTION djet.ring_tree();
COMMENT ON TRIGGER ring_tree ON djet.node IS 'Holders of the tree in memory read it again.';

CREATE TRIGGER job_has_its_shape BEFORE INSERT ON jobmachine.job FOR EACH ROW WHEN (((new.environment <> '{}'::jsonb) OR (new.progress IS NOT NULL))) EXECUTE FUNCTION jobmachine.check_shape();

CREATE TRIGGER check_parcels AFTER INSERT ON logistics.parcel REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION logistics.check_parcels();
COMMENT ON TRIGGER check_parcels ON logistics.parcel IS 'Only confirmed orders are shipped.';

CREATE TRIGGER keep_on_hand AFTER INSERT ON logistics.move REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION logistics.keep_on_hand();
COMMENT ON TRIGGER keep_on_hand ON logistics.move IS 'Keeps on_hand the sum of the moves.';

CREATE TRIGGER keep_reserved_when_added AFTER INSERT ON logistics.reservation REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION logistics.keep_reserved();
COMMENT ON TRIGGER keep_reserved_when_added ON logistics.reservation IS 'Keeps on_hand.reserved the sum of the reservations.';

CREATE TRIGGER keep_reserved_when_changed AFTER UPDATE ON logistics.reservation REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION logistics.keep_reserved();
COMMENT ON TRIGGER keep_reserved_when_changed ON logistics.reservation IS 'Keeps on_hand.reserved the sum of the reservations.';

CREATE TRIGGER keep_reserved_when_removed AFTER DELETE ON logistics.reservation REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION logistics.keep_reserved();
COMMENT ON TRIGGER keep_reserved_when_removed ON logistics.reservation IS 'Keeps on_hand.reserved the sum of the reservations.';

CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE OR TRUNCATE ON logistics.move FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Book a transfer that undoes what is wrong: a return, a count or a correction.');
COMMENT ON TRIGGER refuse_change ON logistics.move IS 'Moves stay as they were booked.';

CREATE TRIGGER refuse_change BEFORE DELETE OR TRUNCATE ON logistics.parcel FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Book a transfer that undoes what is wrong: a return, a count or a correction.');
COMMENT ON TRIGGER refuse_change ON logistics.parcel IS 'Parcels that were shipped stay shipped.';

CREATE TRIGGER refuse_change BEFORE DELETE OR TRUNCATE ON logistics.place FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Book a transfer that undoes what is wrong: a return, a count or a correction.');
COMMENT ON TRIGGER refuse_change ON logistics.place IS 'Moves name places, so that none goes away.';

CREATE TRIGGER refuse_change BEFORE TRUNCATE ON logistics.reservation FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Book a transfer that undoes what is wrong: a return, a count or a correction.');
COMMENT ON TRIGGER refuse_change ON logistics.reservation IS 'Reservations are deleted, so that on_hand hears of it.';

CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE OR TRUNCATE ON logistics.transfer FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Book a transfer that undoes what is wrong: a return, a count or a correction.');
COMMENT ON TRIGGER refuse_change ON logistics.transfer IS 'Transfers stay as they were booked, as their moves do.';

CREATE TRIGGER refuse_other_code BEFORE UPDATE OF code, kind ON logistics.place FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Book a transfer that undoes what is wrong: a return, a count or a correction.');
COMMENT ON TRIGGER refuse_other_code ON logistics.place IS 'Moves name places by code, which never changes.';

CREATE TRIGGER refuse_other_contents BEFORE UPDATE OF id, code, order_number, shipped_at, shipped_on ON logistics.parcel FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Book a transfer that undoes what is wrong: a return, a count or a correction.');
COMMENT ON TRIGGER refuse_other_contents ON logistics.parcel IS 'Carrier and tracking number alone may come later.';

CREATE TRIGGER check_new_order_customers AFTER INSERT ON sales."order" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION sales.check_order_customers();
COMMENT ON TRIGGER check_new_order_customers ON sales."order" IS 'Stands for the foreign key to customer.';

CREATE TRIGGER check_order_lines AFTER INSERT ON sales.order_line REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION sales.check_order_lines();
COMMENT ON TRIGGER check_order_lines ON sales.order_line IS 'Stands for the foreign keys to order and product, and keeps the order''s line count and total true.';

CREATE TRIGGER fill_amount BEFORE INSERT ON sales.order_line FOR EACH ROW WHEN ((new.amount IS NULL)) EXECUTE FUNCTION sales.fill_amount();
COMMENT ON TRIGGER fill_amount ON sales.order_line IS 'Sets the amount of a line that comes without one.';

CREATE TRIGGER follow_order AFTER UPDATE OF status ON sales."order" FOR EACH ROW WHEN ((new.status <> old.status)) EXECUTE FUNCTION logistics.follow_order();
COMMENT ON TRIGGER follow_order ON sales."order" IS 'The goods to ship follow the order''s status.';

CREATE TRIGGER follow_uninvoiced AFTER UPDATE OF status ON sales."order" FOR EACH ROW WHEN ((new.status <> old.status)) EXECUTE FUNCTION accounting.follow_order();
COMMENT ON TRIGGER follow_uninvoiced ON sales."order" IS 'The list of orders to invoice follows the order''s status.';

CREATE TRIGGER keep_lines BEFORE DELETE OR UPDATE ON sales.order_line FOR EACH ROW EXECUTE FUNCTION sales.keep_lines();
COMMENT ON TRIGGER keep_lines ON sales.order_line IS 'Lines stay as they were confirmed.';

CREATE TRIGGER keep_orders BEFORE UPDATE ON sales."order" FOR EACH ROW EXECUTE FUNCTION sales.keep_orders();
COMMENT ON TRIGGER keep_orders ON sales."order" IS 'Orders stay as they were confirmed.';

CREATE TRIGGER note_orders AFTER INSERT ON sales."order" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION logistics.note_orders();
COMMENT ON TRIGGER note_orders ON sales."order" IS 'A new order that is confirmed is to be shipped.';

CREATE TRIGGER note_uninvoiced AFTER INSERT ON sales."order" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION accounting.note_orders();
COMMENT ON TRIGGER note_uninvoiced ON sales."order" IS 'A new order that is confirmed is to be invoiced.';

CREATE TRIGGER refuse_change BEFORE DELETE OR TRUNCATE ON sales.customer FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Undo an order with a return, and an invoice with a credit note.');
COMMENT ON TRIGGER refuse_change ON sales.customer IS 'Orders name customers, so that none goes away.';

CREATE TRIGGER refuse_change BEFORE DELETE OR TRUNCATE ON sales."order" FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Undo an order with a return, and an invoice with a credit note.');
COMMENT ON TRIGGER refuse_change ON sales."order" IS 'Orders are cancelled, not deleted; sales.keep_orders() says what may change.';

CREATE TRIGGER refuse_change BEFORE TRUNCATE ON sales.order_line FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Undo an order with a return, and an invoice with a credit note.');
COMMENT ON TRIGGER refuse_change ON sales.order_line IS 'Lines are not dropped; sales.keep_lines() says which may change.';

CREATE TRIGGER refuse_change BEFORE DELETE OR TRUNCATE ON sales.product FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Undo an order with a return, and an invoice with a credit note.');
COMMENT ON TRIGGER refuse_change ON sales.product IS 'Lines name products, so that none goes away.';

CREATE TRIGGER refuse_new_code BEFORE UPDATE OF code ON sales.customer FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Undo an order with a return, and an invoice with a credit note.');
COMMENT ON TRIGGER refuse_new_code ON sales.customer IS 'Orders name customers by code, which never changes.';

CREATE TRIGGER refuse_new_code BEFORE UPDATE OF code ON sales.product FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change('Undo an order with a return, and an invoice with a credit note.');
COMMENT ON TRIGGER refuse_new_code ON sales.product IS 'Lines name products by code, which never changes.';

ALTER TABLE ONLY accounting.bank_clearing
    ADD CONSTRAINT bank_clearing_line_id_fkey FOREIGN KEY (line_id) REFERENCES accounting.bank_line(id);

ALTER TABLE ONLY accounting.bank_entry
    ADD CONSTRAINT bank_entry_statement_id_fkey FOREIGN KEY (statement_id) REFERENCES accounting.bank_statement(id);

ALTER TABLE ONLY accounting.bank_line
    ADD CONSTRAINT bank_line_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES accounting.bank_entry(id);

ALTER TABLE ONLY accounting.bank_match
    ADD CONSTRAINT bank_match_line_id_fkey FOREIGN KEY (line_id) REFERENCES accounting.bank_line(id);

ALTER TABLE ONLY accounting.bank_match
    ADD CONSTRAINT bank_match_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES accounting.payment(id);

ALTER TABLE ONLY accounting.entry
    ADD CONSTRAINT entry_reverses_fkey FOREIGN KEY (reverses) REFERENCES accounting.entry(id);

ALTER TABLE ONLY accounting.invoice
    ADD CONSTRAINT invoice_corrects_fkey FOREIGN KEY (corrects) REFERENCES accounting.invoice(id) NOT VALID;

ALTER TABLE ONLY accounting.invoice_document
    ADD CONSTRAINT invoice_document_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES accounting.invoice(id);

ALTER TABLE ONLY accounting.invoice
    ADD CONSTRAINT invoice_order_id_fkey FOREIGN KEY (order_id) REFERENCES sales."order"(id);

ALTER TABLE ONLY accounting.ledger_role
    ADD CONSTRAINT ledger_role_account_fkey FOREIGN KEY (account, kind) REFERENCES accounting.ledger_account(code, kind);

ALTER TABLE ONLY accounting.payment
    ADD CONSTRAINT payment_account_fkey FOREIGN KEY (account) REFERENCES accounting.ledger_account(code);

ALTER TABLE ONLY accounting.reminder
    ADD CONSTRAINT reminder_customer_fkey FOREIGN KEY (customer) REFERENCES sales.customer(code);

ALTER TABLE ONLY accounting.reminder_item
    ADD CONSTRAINT reminder_item_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES accounting.open_item(entry_id);

ALTER TABLE ONLY accounting.reminder_item
    ADD CONSTRAINT reminder_item_reminder_id_fkey FOREIGN KEY (reminder_id) REFERENCES accounting.reminder(id);

ALTER TABLE ONLY accounting.seller
    ADD CONSTRAINT seller_country_fkey FOREIGN KEY (country) REFERENCES sales.country(code);

ALTER TABLE ONLY accounting.settlement
    ADD CONSTRAINT settlement_undoes_fkey FOREIGN KEY (undoes) REFERENCES accounting.settlement(id);

ALTER TABLE ONLY accounting.tax_rate
    ADD CONSTRAINT tax_rate_country_fkey FOREIGN KEY (country) REFERENCES sales.country(code);

ALTER TABLE ONLY djet.access
    ADD CONSTRAINT access_node_fkey FOREIGN KEY (node) REFERENCES djet.node(id) ON DELETE CASCADE;

ALTER TABLE ONLY djet.invitation
    ADD CONSTRAINT invitation_user_id_fkey FOREIGN KEY (user_id) REFERENCES djet.users(id);

ALTER TABLE ONLY djet.membership
    ADD CONSTRAINT membership_role_fkey FOREIGN KEY (role) REFERENCES djet.role(name) ON DELETE CASCADE;

ALTER TABLE ONLY djet.membership
    ADD CONSTRAINT membership_user_id_fkey FOREIGN KEY (user_id) REFERENCES djet.users(id);

ALTER TABLE ONLY djet.node
    ADD CONSTRAINT node_basetype_fkey FOREIGN KEY (basetype) REFERENCES djet.basetype(name);

ALTER TABLE ONLY djet.node
    ADD CONSTRAINT node_parent_fkey FOREIGN KEY (parent) REFERENCES djet.node(id);

ALTER TABLE ONLY djet.recovery_code
    ADD CONSTRAINT recovery_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES djet.second_factor(user_id) ON DELETE CASCADE;

ALTER TABLE ONLY djet.second_factor
    ADD CONSTRAINT second_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES djet.users(id);

ALTER TABLE ONLY djet.session
    ADD CONSTRAINT session_user_id_fkey FOREIGN KEY (user_id) REFERENCES djet.users(id);

ALTER TABLE ONLY djet.token
    ADD CONSTRAINT token_user_id_fkey FOREIGN KEY (user_id) REFERENCES djet.users(id);

ALTER TABLE ONLY jobmachine.chunk
    ADD CONSTRAINT chunk_file_fkey FOREIGN KEY (file) REFERENCES jobmachine.file(id) ON DELETE CASCADE;

ALTER TABLE ONLY jobmachine.key_use
    ADD CONSTRAINT key_use_queue_fkey FOREIGN KEY (queue) REFERENCES jobmachine.queue_limit(queue) ON DELETE CASCADE;

ALTER TABLE ONLY jobmachine.queue_use
    ADD CONSTRAINT queue_use_queue_fkey FOREIGN KEY (queue) REFERENCES jobmachine.queue_limit(queue) ON DELETE CASCADE;

ALTER TABLE ONLY logistics.on_hand
    ADD CONSTRAINT on_hand_place_code_fkey FOREIGN KEY (place_code) REFERENCES logistics.place(code);

ALTER TABLE ONLY logistics.on_hand
    ADD CONSTRAINT on_hand_product_code_fkey FOREIGN KEY (product_code) REFERENCES sales.product(code);

ALTER TABLE ONLY logistics.parcel
    ADD CONSTRAINT parcel_order_number_fkey FOREIGN KEY (order_number) REFERENCES sales."order"(number);

ALTER TABLE ONLY logistics.reservation
    ADD CONSTRAINT reservation_line_fkey FOREIGN KEY (order_number, line_number) REFERENCES sales.order_line(order_number, line_number);

ALTER TABLE ONLY logistics.transfer
    ADD CONSTRAINT transfer_order_number_fkey FOREIGN KEY (order_number) REFERENCES sales."order"(number);

ALTER TABLE ONLY logistics.transfer
    ADD CONSTRAINT transfer_parcel_id_fkey FOREIGN KEY (parcel_id) REFERENCES logistics.parcel(id);

ALTER TABLE ONLY logistics.transfer
    ADD CONSTRAINT transfer_return_number_fkey FOREIGN KEY (return_number) REFERENCES sales."order"(number) NOT VALID;

ALTER TABLE ONLY sales.address
    ADD CONSTRAINT address_country_fkey FOREIGN KEY (country) REFERENCES sales.country(code);

ALTER TABLE ONLY sales.address
    ADD CONSTRAINT address_customer_fkey FOREIGN KEY (customer) REFERENCES sales.customer(code);

ALTER TABLE ONLY sales.address
    ADD CONSTRAINT address_supplier_fkey FOREIGN KEY (supplier) REFERENCES sales.supplier(code);

ALTER TABLE ONLY sales.country_name
    ADD CONSTRAINT country_name_country_fkey FOREIGN KEY (country) REFERENCES sales.country(code);

ALTER TABLE ONLY sales.customer
    ADD CONSTRAINT customer_country_code_fkey FOREIGN KEY (country_code) REFERENCES sales.country(code);

ALTER TABLE ONLY sales.customer
    ADD CONSTRAINT customer_currency_fkey FOREIGN KEY (currency) REFERENCES sales.currency(code);

ALTER TABLE ONLY sales."order"
    ADD CONSTRAINT order_currency_fkey FOREIGN KEY (currency) REFERENCES sales.currency(code) NOT VALID;

ALTER TABLE ONLY sales."order"
    ADD CONSTRAINT order_return_of_fkey FOREIGN KEY (return_of) REFERENCES sales."order"(number) NOT VALID;

ALTER TABLE ONLY sales.price_list
    ADD CONSTRAINT price_list_currency_fkey FOREIGN KEY (currency) REFERENCES sales.currency(code);

ALTER TABLE ONLY sales.price
    ADD CONSTRAINT price_list_fkey FOREIGN KEY (list) REFERENCES sales.price_list(code);

ALTER TABLE ONLY sales.price
    ADD CONSTRAINT price_product_fkey FOREIGN KEY (product) REFERENCES sales.product(code);

ALTER TABLE ONLY sales.product
    ADD CONSTRAINT product_supplier_fkey FOREIGN KEY (supplier) REFERENCES sales.supplier(code);

ALTER TABLE ONLY sales.product
    ADD CONSTRAINT product_unit_fkey FOREIGN KEY (unit) REFERENCES sales.unit(code);

ALTER TABLE ONLY sales.shop
    ADD CONSTRAINT shop_currency_fkey FOREIGN KEY (currency) REFERENCES sales.currency(code);

ALTER TABLE ONLY sales.supplier
    ADD CONSTRAINT supplier_country_code_fkey FOREIGN KEY (country_code) REFERENCES sales.country(code);

ALTER TABLE ONLY sales.supplier
    ADD CONSTRAINT supplier_currency_fkey FOREIGN KEY (currency) REFERENCES sales.currency(code);
