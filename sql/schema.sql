--
-- PostgreSQL database dump
--

--
-- Name: accounting; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA accounting;

--
-- Name: SCHEMA accounting; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA accounting IS 'Invoices and credit notes, issued once for each order and each return.';

--
-- Name: business; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA business;

--
-- Name: djet; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA djet;

--
-- Name: SCHEMA djet; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA djet IS 'The site: its tree of nodes, and who may do what there.';

--
-- Name: jobmachine; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA jobmachine;

--
-- Name: sales; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA sales;

--
-- Name: SCHEMA sales; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA sales IS 'Customers, products, and orders with their lines. A return is an order of that kind.';

--
-- Name: pgcrypto; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA public;

--
-- Name: EXTENSION pgcrypto; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION pgcrypto IS 'cryptographic functions';

--
-- Name: status; Type: TYPE; Schema: jobmachine; Owner: -
--

CREATE TYPE jobmachine.status AS ENUM (
    'entered',
    'scheduled',
    'waiting',
    'processing',
    'finished',
    'error',
    'cancelled'
);

--
-- Name: placed_line; Type: TYPE; Schema: sales; Owner: -
--

CREATE TYPE sales.placed_line AS (
	place bigint,
	product text,
	description text,
	quantity numeric,
	unit_price numeric
);

--
-- Name: TYPE placed_line; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TYPE sales.placed_line IS 'A line as sales.place_order is given it, before it is checked.';

--
-- Name: check_invoice_lines(); Type: FUNCTION; Schema: accounting; Owner: -
--

CREATE FUNCTION accounting.check_invoice_lines() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    AS $$
declare
  wrong record;
begin
  select added_to.invoice_id, (i.kind = 'credit-note') <> o.is_return as is_of_wrong_kind
  into wrong
  from (
    select invoice_id, count(*) as line_count, sum(amount) as total
    from added
    group by invoice_id
  ) added_to
  join accounting.invoice i on i.id = added_to.invoice_id
  join sales.order o on o.id = i.order_id
  where (i.line_count::bigint, i.total) is distinct from (added_to.line_count, added_to.total)
    or (i.kind = 'credit-note') <> o.is_return
  limit 1;
  if wrong.is_of_wrong_kind then
    raise exception using
      errcode = '23514',
      message = format('invoice id %s is of the wrong kind for its order', wrong.invoice_id),
      hint = 'A return gets a credit note, and any other order an invoice.';
  end if;
  if wrong.invoice_id is not null then
    raise exception using
      errcode = '23514',
      message = format('the lines of invoice id %s do not add up to its line count and total', wrong.invoice_id),
      hint = 'Insert all lines of an invoice with one statement. An issued invoice takes no further lines.';
  end if;
  return null;
end
$$;

--
-- Name: FUNCTION check_invoice_lines(); Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON FUNCTION accounting.check_invoice_lines() IS 'Trigger: the lines of an invoice come all at once and add up to it, so that none can be slipped in later; and a credit note is one of a return.';

--
-- Name: csv_field(text); Type: FUNCTION; Schema: accounting; Owner: -
--

CREATE FUNCTION accounting.csv_field(value text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
  select case
    when value is null then ''
    -- A spreadsheet would take it for a formula; the apostrophe makes it a text.
    when value ~ '^[=+@\t\r\n＝＋－＠-]' then '"''' || replace(value, '"', '""') || '"'
    when value ~ '[",\r\n]' then '"' || replace(value, '"', '""') || '"'
    else value
  end
$$;

--
-- Name: FUNCTION csv_field(value text); Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON FUNCTION accounting.csv_field(value text) IS 'A text as a field of a CSV file by RFC 4180: quoted where it must be; null is empty. What a spreadsheet would take for a formula has an apostrophe before it: texts come from whoever may place an order.';

--
-- Name: invoice; Type: TABLE; Schema: accounting; Owner: -
--

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
    CONSTRAINT invoice_has_lines CHECK ((line_count > 0)),
    CONSTRAINT invoice_number_is_positive CHECK ((number > 0)),
    CONSTRAINT invoice_total_is_not_0 CHECK ((total <> (0)::numeric))
);

--
-- Name: TABLE invoice; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON TABLE accounting.invoice IS 'Invoices and credit notes. An issued one never changes.';

--
-- Name: COLUMN invoice.id; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON COLUMN accounting.invoice.id IS 'The key that model functions and addresses use.';

--
-- Name: COLUMN invoice.number; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON COLUMN accounting.invoice.number IS 'Its number within its kind, without gaps from 1.';

--
-- Name: COLUMN invoice.order_id; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON COLUMN accounting.invoice.order_id IS 'The order that it invoices: at most one invoice for each.';

--
-- Name: COLUMN invoice.issued_at; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON COLUMN accounting.invoice.issued_at IS 'The moment of issue.';

--
-- Name: COLUMN invoice.issued_on; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON COLUMN accounting.invoice.issued_on IS 'The day that it bears.';

--
-- Name: COLUMN invoice.line_count; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON COLUMN accounting.invoice.line_count IS 'The number of its lines.';

--
-- Name: COLUMN invoice.total; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON COLUMN accounting.invoice.total IS 'The sum of its lines'' amounts; as a rule negative on a credit note.';

--
-- Name: COLUMN invoice.kind; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON COLUMN accounting.invoice.kind IS 'invoice, or credit-note for a return.';

--
-- Name: COLUMN invoice.order_number; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON COLUMN accounting.invoice.order_number IS 'The order''s number at issue.';

--
-- Name: COLUMN invoice.customer; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON COLUMN accounting.invoice.customer IS 'The customer''s code at issue; null for a walk-in.';

--
-- Name: COLUMN invoice.country; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON COLUMN accounting.invoice.country IS 'The order''s country at issue.';

--
-- Name: invoice_line; Type: TABLE; Schema: accounting; Owner: -
--

CREATE TABLE accounting.invoice_line (
    invoice_id bigint NOT NULL,
    line_number integer NOT NULL,
    quantity numeric(12,4) NOT NULL,
    unit_price numeric(12,4) NOT NULL,
    amount numeric(30,2) NOT NULL,
    product_code text NOT NULL,
    description text NOT NULL,
    CONSTRAINT invoice_line_amount_is_quantity_times_price CHECK ((amount = round((quantity * unit_price), 2))),
    CONSTRAINT invoice_line_number_is_positive CHECK ((line_number > 0))
);

--
-- Name: TABLE invoice_line; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON TABLE accounting.invoice_line IS 'The lines of the invoices: copies of the order''s lines at issue, frozen.';

--
-- Name: COLUMN invoice_line.invoice_id; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON COLUMN accounting.invoice_line.invoice_id IS 'The invoice that the line belongs to.';

--
-- Name: COLUMN invoice_line.line_number; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON COLUMN accounting.invoice_line.line_number IS 'Its place on the invoice, from 1.';

--
-- Name: COLUMN invoice_line.quantity; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON COLUMN accounting.invoice_line.quantity IS 'How many; negative for what came back.';

--
-- Name: COLUMN invoice_line.unit_price; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON COLUMN accounting.invoice_line.unit_price IS 'The price of one.';

--
-- Name: COLUMN invoice_line.amount; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON COLUMN accounting.invoice_line.amount IS 'Quantity times price, rounded half away from zero to 2 decimals.';

--
-- Name: COLUMN invoice_line.product_code; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON COLUMN accounting.invoice_line.product_code IS 'The product''s code at issue.';

--
-- Name: COLUMN invoice_line.description; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON COLUMN accounting.invoice_line.description IS 'The line''s description, or the product''s name, at issue.';

--
-- Name: whole_invoice; Type: VIEW; Schema: accounting; Owner: -
--

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
    i.total,
    i.line_count,
    l.lines
   FROM (accounting.invoice i
     CROSS JOIN LATERAL ( SELECT jsonb_agg(jsonb_build_object('number', l_1.line_number, 'product', l_1.product_code, 'description', l_1.description, 'quantity', trim_scale(l_1.quantity), 'unitPrice', trim_scale(l_1.unit_price), 'amount', l_1.amount) ORDER BY l_1.line_number) AS lines
           FROM accounting.invoice_line l_1
          WHERE (l_1.invoice_id = i.id)) l);

--
-- Name: VIEW whole_invoice; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON VIEW accounting.whole_invoice IS 'An invoice and, as a json array, its lines. Ask for one (where id = …) or for a page, not for all.';

--
-- Name: COLUMN whole_invoice.lines; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON COLUMN accounting.whole_invoice.lines IS 'Objects of number, product, description, quantity, unitPrice and amount, in the order of their numbers.';

--
-- Name: invoice_order(bigint, date); Type: FUNCTION; Schema: accounting; Owner: -
--

CREATE FUNCTION accounting.invoice_order(order_id bigint, issue_day date) RETURNS SETOF accounting.whole_invoice
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    AS $$
#variable_conflict use_column
declare
  booked sales.order;
  new_id bigint;
begin
  -- The lock makes a second call wait for the first and then find its invoice.
  select *
  into booked
  from sales.order o
  where o.id = invoice_order.order_id
  for no key update;
  if not found then
    raise exception using
      errcode = 'DJ404',
      message = format('there is no order with the id %s', invoice_order.order_id);
  end if;

  return query
  select w.*
  from accounting.whole_invoice w
  where w.order_id = booked.id;
  if found then
    return;
  end if;

  if booked.total = 0 then
    raise exception using
      errcode = 'DJ409',
      message = format('order %s is not invoiced: its total is 0', booked.number);
  end if;

  -- The number comes last: from here to the commit, nobody else gets one of this kind.
  with series as (
    update accounting.number_series
    set last_number = last_number + 1
    where kind = case when booked.is_return then 'credit-note' else 'invoice' end
    returning kind, last_number
  )
  insert into accounting.invoice (
    number, order_id, issued_on, line_count, total, kind, order_number, customer, country
  )
  select
    last_number, booked.id, issue_day, booked.line_count, booked.total, kind, booked.number,
    booked.customer, booked.country
  from series
  returning id into new_id;

  insert into accounting.invoice_line (
    invoice_id, line_number, quantity, unit_price, amount, product_code, description
  )
  select
    new_id,
    row_number() over (order by l.line_number),
    l.quantity,
    l.unit_price,
    l.amount,
    l.product_code,
    coalesce(l.description, p.name)
  from sales.order_line l
  join sales.product p on p.code = l.product_code
  where l.order_number = booked.number;

  return query
  select w.*
  from accounting.whole_invoice w
  where w.id = new_id;
end
$$;

--
-- Name: FUNCTION invoice_order(order_id bigint, issue_day date); Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON FUNCTION accounting.invoice_order(order_id bigint, issue_day date) IS 'The invoice of an order, or the credit note of a return: the one that exists, or a new one with the next number of its series and a frozen copy of the lines. Raises DJ404 for an unknown order and DJ409 for a total of 0.';

--
-- Name: invoice_page(text, bigint, integer); Type: FUNCTION; Schema: accounting; Owner: -
--

CREATE FUNCTION accounting.invoice_page(of_kind text, after_number bigint, amount integer) RETURNS TABLE(last_number bigint, invoices bigint, csv text)
    LANGUAGE sql STABLE
    AS $$
  select
    max(i.number),
    count(*),
    string_agg(
      concat_ws(
        ',',
        i.number,
        i.kind,
        i.issued_on,
        accounting.csv_field(i.order_number),
        accounting.csv_field(i.customer),
        accounting.csv_field(i.country),
        i.line_count,
        i.total
      ) || e'\r\n',
      '' order by i.number
    )
  from (
    select *
    from accounting.invoice
    where kind = of_kind
      and number > after_number
    order by number
    limit amount
  ) i
  having count(*) > 0
$$;

--
-- Name: FUNCTION invoice_page(of_kind text, after_number bigint, amount integer); Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON FUNCTION accounting.invoice_page(of_kind text, after_number bigint, amount integer) IS 'The next `amount` invoices of a kind after a number, as the text of CSV lines in number order (number, kind, day of issue, order, customer, country, lines, total), with the last number and how many; no row when there are none.';

--
-- Name: keep_frozen(); Type: FUNCTION; Schema: accounting; Owner: -
--

CREATE FUNCTION accounting.keep_frozen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception using
    errcode = 'DJ409',
    message = format('what is issued in %s.%s stays as it is', tg_table_schema, tg_table_name),
    detail = format('%s was refused.', lower(tg_op)),
    hint = 'Undo an invoice by booking a return and issuing its credit note.';
end
$$;

--
-- Name: FUNCTION keep_frozen(); Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON FUNCTION accounting.keep_frozen() IS 'Trigger: refuses to change or delete what is issued (DJ409).';

--
-- Name: list_invoices(text, bigint, text, text, date, date, date, bigint, integer); Type: FUNCTION; Schema: accounting; Owner: -
--

CREATE FUNCTION accounting.list_invoices(of_kind text DEFAULT NULL::text, with_number bigint DEFAULT NULL::bigint, of_customer text DEFAULT NULL::text, of_order text DEFAULT NULL::text, from_day date DEFAULT NULL::date, to_day date DEFAULT NULL::date, before_day date DEFAULT NULL::date, before_id bigint DEFAULT NULL::bigint, amount integer DEFAULT 50) RETURNS TABLE(id bigint, kind text, number bigint, order_id bigint, order_number text, issued_at timestamp with time zone, issued_on date, customer text, country text, total numeric, line_count integer)
    LANGUAGE plpgsql STABLE
    SET plan_cache_mode TO 'force_custom_plan'
    AS $$
#variable_conflict use_column
begin
  return query
  select
    i.id, i.kind, i.number, i.order_id, i.order_number, i.issued_at, i.issued_on, i.customer, i.country,
    i.total, i.line_count
  from accounting.invoice i
  where (of_kind is null or i.kind = of_kind)
    and (with_number is null or i.number = with_number)
    and (of_customer is null or i.customer = of_customer)
    and (
      of_order is null
      or i.order_id in (select o.id from sales.order o where starts_with(o.number, of_order))
    )
    and (from_day is null or i.issued_on >= from_day)
    and (to_day is null or i.issued_on <= to_day)
    and (before_day is null or (i.issued_on, i.id) < (before_day, before_id))
  order by i.issued_on desc, i.id desc
  limit amount;
end
$$;

--
-- Name: FUNCTION list_invoices(of_kind text, with_number bigint, of_customer text, of_order text, from_day date, to_day date, before_day date, before_id bigint, amount integer); Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON FUNCTION accounting.list_invoices(of_kind text, with_number bigint, of_customer text, of_order text, from_day date, to_day date, before_day date, before_id bigint, amount integer) IS 'A page of invoices and credit notes, the latest first: at most `amount` that come after the day and id given. `of_order` is how the order''s number begins. What is null does not matter.';

--
-- Name: accept_invitation(text, text, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.accept_invitation(token text, password text, address text DEFAULT NULL::text, agent text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS text
    LANGUAGE plpgsql
    AS $$
declare
  found_user djet.users;
  new_hash text;
begin
  -- The work before the lock, and only for an invitation that is good.
  select u.*
  into found_user
  from djet.invitation i
  join djet.users u on u.id = i.user_id
  where i.token_hash = djet.token_hash(token)
    and i.expires_at > at
    and u.disabled_at is null;
  if found then
    perform djet.check_password(password, found_user.name);
    new_hash := djet.password_hash(accept_invitation.password);
  end if;

  -- The user before the invitation, as everybody locks them who replaces or withdraws it.
  select u.*
  into found_user
  from djet.invitation i
  join djet.users u on u.id = i.user_id
  where i.token_hash = djet.token_hash(token)
    and i.expires_at > at
    and u.disabled_at is null
    -- Who was invited may have been granted more since than whoever has the link may.
    and djet.covers(i.invited_by, djet.roles_of(u.name))
  for update of u;
  if found then
    delete from djet.invitation i
    where i.user_id = found_user.id
      and i.token_hash = djet.token_hash(token);
  end if;
  if not found then
    raise exception using
      errcode = 'DJ404',
      message = 'this invitation is not good any more: it was used, replaced, or is older than 24 hours',
      hint = 'Ask for another one.';
  end if;

  update djet.users u
  set password = new_hash, password_set_at = at
  where u.id = found_user.id;
  -- Whoever had the old password may have had any of these.
  delete from djet.session s where s.user_id = found_user.id;
  delete from djet.token t where t.user_id = found_user.id;
  perform djet.enter_audit(found_user.name, 'invitation.accept', found_user.name, '{}', address, at);
  return djet.start_session(found_user.id, address, agent, at);
end
$$;

--
-- Name: FUNCTION accept_invitation(token text, password text, address text, agent text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.accept_invitation(token text, password text, address text, agent text, at timestamp with time zone) IS 'Sets the password of the user who was invited, ends their sessions and API tokens, uses the invitation up, and starts a session, whose token it returns. Raises DJ400 for the password, and then the invitation stays good; DJ404 for its token.';

--
-- Name: access_problem(text, text[]); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.access_problem(role text, rights text[]) RETURNS text
    LANGUAGE plpgsql IMMUTABLE
    AS $_$
declare
  unknown text;
begin
  if role is null or length(role) > 60 or role !~ '^[a-z][a-z0-9_.-]*$' then
    return format('“%s” cannot be a role: take up to 60 of a–z, 0–9, _, dot and -, a letter first', left(role, 80));
  end if;
  select r into unknown
  from unnest(rights) r
  where r is null or r not in ('view', 'use', 'operate', 'arguments', 'manage')
  limit 1;
  if found then
    return format('“%s” is no right; there are: view, use, operate, arguments, manage', left(unknown, 60));
  end if;
  if role = 'everyone' and not rights <@ array['view', 'use'] then
    return 'everyone can be given view and use alone: nobody operates or manages without having signed in';
  end if;
  if role = 'administrator' and not rights @> array['view', 'manage'] then
    return 'the administrator keeps view and manage everywhere: without them nobody could mend the rules';
  end if;
  return null;
end
$_$;

--
-- Name: FUNCTION access_problem(role text, rights text[]); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.access_problem(role text, rights text[]) IS 'Why a role cannot have these rights, for people; null if it can.';

--
-- Name: node; Type: TABLE; Schema: djet; Owner: -
--

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

--
-- Name: TABLE node; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TABLE djet.node IS 'An address of the site.';

--
-- Name: COLUMN node.id; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.node.id IS 'Its number, which it keeps wherever it is moved to.';

--
-- Name: COLUMN node.parent; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.node.parent IS 'The node above; null for the root.';

--
-- Name: COLUMN node."position"; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.node."position" IS 'Its place among its siblings: small numbers first, then by name.';

--
-- Name: COLUMN node.redirect_status; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.node.redirect_status IS 'With which status it redirects.';

--
-- Name: COLUMN node.singleton; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.node.singleton IS 'Whether its basetype is a singleton; a trigger keeps it so.';

--
-- Name: COLUMN node.in_menu; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.node.in_menu IS 'Whether menus show it.';

--
-- Name: COLUMN node.name; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.node.name IS 'The last part of its path; empty for the root.';

--
-- Name: COLUMN node.path; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.node.path IS 'Where it is: kept by triggers, for the whole branch when it is moved.';

--
-- Name: COLUMN node.basetype; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.node.basetype IS 'Which engine answers there, and which columns it has.';

--
-- Name: COLUMN node.title; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.node.title IS 'What people read.';

--
-- Name: COLUMN node.redirect_to; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.node.redirect_to IS 'Where it sends its visitors instead of answering.';

--
-- Name: COLUMN node.columns; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.node.columns IS 'What its basetype''s columns hold; a trigger checks it.';

--
-- Name: add_node(text, text, text, integer, boolean, jsonb, text, integer, text, bigint); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.add_node(path text, basetype text, title text, "position" integer DEFAULT NULL::integer, in_menu boolean DEFAULT true, columns jsonb DEFAULT '{}'::jsonb, redirect_to text DEFAULT NULL::text, redirect_status integer DEFAULT NULL::integer, by text DEFAULT NULL::text, token bigint DEFAULT NULL::bigint) RETURNS djet.node
    LANGUAGE plpgsql
    AS $_$
#variable_conflict use_column
declare
  above text;
  above_id bigint;
  added djet.node;
begin
  perform djet.lock_tree();
  -- Its length first: the patterns take as long as the path, or its square.
  if length(add_node.path) > 500 then
    raise exception using
      errcode = 'DJ400',
      message = 'a node''s path has at most 500 characters';
  end if;
  if add_node.path is null or add_node.path !~ '^/' then
    raise exception using
      errcode = 'DJ400',
      message = format('“%s” is no path: it must begin with a slash', add_node.path);
  end if;
  if add_node.path <> '/' then
    above := coalesce(nullif(regexp_replace(add_node.path, '/[^/]*$', ''), ''), '/');
    select n.id into above_id from djet.node n where n.path = above;
    if above_id is null then
      raise exception using
        errcode = 'DJ404',
        message = format('there is no node %s to put %s under', above, add_node.path);
    end if;
  end if;

  perform djet.demand_right(above_id, 'manage', by, token);
  perform djet.guard_exposure(add_node.basetype, coalesce(add_node.columns, '{}'), by, token);
  insert into djet.node (
    parent, name, basetype, title, position, in_menu, columns, redirect_to, redirect_status)
  values (
    above_id,
    regexp_replace(add_node.path, '^.*/', ''),
    add_node.basetype,
    add_node.title,
    coalesce(add_node.position, djet.last_position(above_id)),
    coalesce(add_node.in_menu, true),
    coalesce(add_node.columns, '{}'),
    nullif(add_node.redirect_to, ''),
    case when add_node.redirect_to <> '' then coalesce(add_node.redirect_status, 308) end)
  returning * into added;
  return added;
end
$_$;

--
-- Name: FUNCTION add_node(path text, basetype text, title text, "position" integer, in_menu boolean, columns jsonb, redirect_to text, redirect_status integer, by text, token bigint); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.add_node(path text, basetype text, title text, "position" integer, in_menu boolean, columns jsonb, redirect_to text, redirect_status integer, by text, token bigint) IS 'Adds a node and returns it; its parent must exist. `position` null puts it behind its siblings. Raises DJ400 for what
cannot be a node, DJ403 if `by`, with an API token if one is named, may not put it there, DJ404 for a parent or basetype that does not exist, DJ409 for a path that is taken and for a second node of
a singleton basetype.';

--
-- Name: add_role(text, text, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.add_role(name text, title text DEFAULT NULL::text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql
    AS $_$
begin
  if add_role.name is null or length(add_role.name) > 60 or add_role.name !~ '^[a-z][a-z0-9_.-]{0,59}$' then
    raise exception using
      errcode = 'DJ400',
      message = 'a role''s name is up to 60 of a–z, 0–9 and . _ -, beginning with a letter';
  end if;
  perform djet.check_line('title', coalesce(nullif(btrim(title), ''), add_role.name));
  insert into djet.role (name, title, created_at)
  values (add_role.name, coalesce(nullif(btrim(add_role.title), ''), add_role.name), at)
  on conflict on constraint role_pkey do nothing;
  if not found then
    raise exception using
      errcode = 'DJ409',
      message = format('there is a role “%s” already', add_role.name);
  end if;
  perform djet.enter_audit(by, 'role.add', add_role.name, '{}', address, at);
end
$_$;

--
-- Name: FUNCTION add_role(name text, title text, by text, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.add_role(name text, title text, by text, address text, at timestamp with time zone) IS 'Adds a role, to which access rules can give rights. Raises DJ400, DJ409.';

--
-- Name: add_token(text, text, text[], text, integer, text, timestamp with time zone, text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.add_token(name text, title text, scopes text[], below text DEFAULT NULL::text, days integer DEFAULT 90, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now(), by text DEFAULT NULL::text) RETURNS TABLE(id bigint, token text, expires_at timestamp with time zone)
    LANGUAGE plpgsql
    AS $_$
#variable_conflict use_variable
declare
  found_user djet.users := djet.require_user(add_token.name);
  refusal text;
begin
  if by is distinct from add_token.name then
    perform djet.guard_user(add_token.name, by);
  end if;
  perform djet.check_line('title', btrim(title));
  refusal := case
    when coalesce(cardinality(scopes), 0) = 0 or not scopes <@ '{view,use,operate,arguments,manage}'
      then 'a token has at least one of the scopes view, use, operate, arguments, manage'
    when length(below) > 1000 or below !~ '^(/|(/[^/\x01-\x20\x7f]+)+)$' or below ~ '/\.\.?(/|$)'
      then 'a token''s path begins with / and has no empty parts'
    when days is null or days not between 1 and 366 then 'a token is good for 1 to 366 days'
    when found_user.disabled_at is not null then 'a disabled user has no tokens'
  end;
  if refusal is not null then
    raise exception using errcode = 'DJ400', message = refusal;
  end if;

  token := 'djet_' || djet.new_token();
  expires_at := at + make_interval(days => days);
  insert into djet.token as t (user_id, created_at, expires_at, token_hash, title, scopes, below)
  values (
    found_user.id, at, expires_at, djet.token_hash(token), btrim(title),
    (select array_agg(distinct s order by s) from unnest(scopes) s), nullif(below, '/'))
  returning t.id into id;
  perform djet.enter_audit(
    coalesce(by, found_user.name), 'token.add', found_user.name,
    jsonb_build_object('token', id, 'title', btrim(title), 'scopes', scopes, 'below', below, 'days', days), address, at);
  return next;
end
$_$;

--
-- Name: FUNCTION add_token(name text, title text, scopes text[], below text, days integer, address text, at timestamp with time zone, by text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.add_token(name text, title text, scopes text[], below text, days integer, address text, at timestamp with time zone, by text) IS 'An API token with which a program acts for a user, with no more than these rights, below a path, for some days. It is shown now and never again. Raises DJ400, DJ403 for somebody who has more rights than `by`, DJ404.';

--
-- Name: invitation; Type: TABLE; Schema: djet; Owner: -
--

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

--
-- Name: TABLE invitation; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TABLE djet.invitation IS 'One-time links with which a user sets a password: at most one for each. One that was accepted is deleted.';

--
-- Name: COLUMN invitation.id; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.invitation.id IS 'Its number.';

--
-- Name: COLUMN invitation.user_id; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.invitation.user_id IS 'Who is invited.';

--
-- Name: COLUMN invitation.created_at; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.invitation.created_at IS 'When.';

--
-- Name: COLUMN invitation.expires_at; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.invitation.expires_at IS 'When it is over: 24 hours later.';

--
-- Name: COLUMN invitation.token_hash; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.invitation.token_hash IS 'The sha256 of the token in the link.';

--
-- Name: COLUMN invitation.invited_by; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.invitation.invited_by IS 'The name of the user who invited; null: a command did.';

--
-- Name: membership; Type: TABLE; Schema: djet; Owner: -
--

CREATE TABLE djet.membership (
    user_id bigint NOT NULL,
    granted_at timestamp with time zone DEFAULT now() NOT NULL,
    role text NOT NULL COLLATE pg_catalog."C",
    granted_by text,
    CONSTRAINT membership_role_is_not_given_to_all CHECK ((role <> ALL (ARRAY['everyone'::text, 'users'::text])))
);

--
-- Name: TABLE membership; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TABLE djet.membership IS 'Which roles were granted to whom.';

--
-- Name: COLUMN membership.user_id; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.membership.user_id IS 'To whom.';

--
-- Name: COLUMN membership.granted_at; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.membership.granted_at IS 'When.';

--
-- Name: COLUMN membership.role; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.membership.role IS 'Which role. Everybody has everyone and users without it.';

--
-- Name: COLUMN membership.granted_by; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.membership.granted_by IS 'The name of the user who granted it; null: by a command.';

--
-- Name: second_factor; Type: TABLE; Schema: djet; Owner: -
--

CREATE TABLE djet.second_factor (
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    last_step bigint,
    session_id bigint,
    secret bytea NOT NULL,
    CONSTRAINT second_factor_secret_has_160_bits CHECK ((length(secret) = 20))
);

--
-- Name: TABLE second_factor; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TABLE djet.second_factor IS 'The secrets of which devices make one-time codes (RFC 6238), one for each user who has set it up or is about to.';

--
-- Name: COLUMN second_factor.user_id; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.second_factor.user_id IS 'Whose it is.';

--
-- Name: COLUMN second_factor.created_at; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.second_factor.created_at IS 'When the secret was made.';

--
-- Name: COLUMN second_factor.confirmed_at; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.second_factor.confirmed_at IS 'When a code of it proved that a device has it; until then it counts for nothing.';

--
-- Name: COLUMN second_factor.last_step; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.second_factor.last_step IS 'The half minute, counted from 1970, of the last code that was accepted: no code is accepted that is not of a later one.';

--
-- Name: COLUMN second_factor.session_id; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.second_factor.session_id IS 'The session in which it was begun. It alone is shown the secret, and can confirm it: whoever else knows the password must not learn the secret of a device that is being set up. Null: it was begun in none.';

--
-- Name: COLUMN second_factor.secret; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.second_factor.secret IS 'The secret, as it is: codes cannot be checked with less. Nobody but the schema''s owner can read it.';

--
-- Name: session; Type: TABLE; Schema: djet; Owner: -
--

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

--
-- Name: TABLE session; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TABLE djet.session IS 'Browsers in which somebody is signed in. A session that has ended is deleted.';

--
-- Name: COLUMN session.id; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.session.id IS 'The number under which its user can end it.';

--
-- Name: COLUMN session.user_id; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.session.user_id IS 'Who is signed in.';

--
-- Name: COLUMN session.created_at; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.session.created_at IS 'When they signed in.';

--
-- Name: COLUMN session.seen_at; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.session.seen_at IS 'When it was last used, to the minute; after 12 hours without use it is over.';

--
-- Name: COLUMN session.expires_at; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.session.expires_at IS 'When it is over at the latest: 14 days after it began.';

--
-- Name: COLUMN session.token_hash; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.session.token_hash IS 'The sha256 of the token, which the browser alone has.';

--
-- Name: COLUMN session.csrf; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.session.csrf IS 'What every form posted in the session must carry.';

--
-- Name: COLUMN session.address; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.session.address IS 'From where they signed in.';

--
-- Name: COLUMN session.agent; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.session.agent IS 'What the browser called itself.';

--
-- Name: COLUMN session.second_factor_at; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.session.second_factor_at IS 'When its user proved the second factor in it; null: not. Where one is due, the session is nobody''s until then.';

--
-- Name: users; Type: TABLE; Schema: djet; Owner: -
--

CREATE TABLE djet.users (
    id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    password_set_at timestamp with time zone,
    disabled_at timestamp with time zone,
    name text NOT NULL COLLATE pg_catalog."C",
    full_name text NOT NULL,
    password text,
    CONSTRAINT users_full_name_is_not_empty CHECK (((full_name ~ '\S'::text) AND (length(full_name) <= 100))),
    CONSTRAINT users_full_name_is_one_plain_line CHECK ((full_name !~ '[\x01-\x1f\x7f]'::text)),
    CONSTRAINT users_name_is_plain CHECK ((name ~ '^[a-z0-9][a-z0-9._@+-]{0,62}$'::text)),
    CONSTRAINT users_password_has_its_time CHECK (((password IS NULL) = (password_set_at IS NULL))),
    CONSTRAINT users_password_is_bcrypt CHECK ((password ~~ '$2a$%'::text))
);

--
-- Name: TABLE users; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TABLE djet.users IS 'Who may sign in. A user is never deleted, but disabled: jobs and audit entries know them by their name.';

--
-- Name: COLUMN users.id; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.users.id IS 'The key of the other tables.';

--
-- Name: COLUMN users.created_at; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.users.created_at IS 'When they were added.';

--
-- Name: COLUMN users.password_set_at; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.users.password_set_at IS 'When the password was set; null while there is none.';

--
-- Name: COLUMN users.disabled_at; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.users.disabled_at IS 'Since when they may not sign in; null if they may.';

--
-- Name: COLUMN users.name; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.users.name IS 'The name with which they sign in; it never changes.';

--
-- Name: COLUMN users.full_name; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.users.full_name IS 'The name that is shown: one line, without control characters.';

--
-- Name: COLUMN users.password; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.users.password IS 'The bcrypt of the password; null until an invitation was accepted.';

--
-- Name: all_users; Type: VIEW; Schema: djet; Owner: -
--

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
          WHERE (f.user_id = u.id)) AS second_factor_at
   FROM djet.users u;

--
-- Name: VIEW all_users; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON VIEW djet.all_users IS 'All users with their roles, of which everybody has everyone and users; without their passwords.';

--
-- Name: add_user(text, text, text[], text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.add_user(name text, full_name text DEFAULT NULL::text, roles text[] DEFAULT '{}'::text[], by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS SETOF djet.all_users
    LANGUAGE plpgsql
    AS $_$
declare
  new_name text := left(lower(btrim(add_user.name)), 64);
  shown_name text := coalesce(nullif(btrim(add_user.full_name), ''), new_name);
  role text;
begin
  if length(new_name) > 63 or new_name !~ '^[a-z0-9][a-z0-9._@+-]{0,62}$' then
    raise exception using
      errcode = 'DJ400',
      message = 'a user''s name is up to 63 of a–z, 0–9 and . _ - + @, beginning with a letter or digit';
  end if;
  perform djet.check_line('full name', shown_name);

  insert into djet.users (name, full_name, created_at)
  values (new_name, shown_name, at)
  on conflict on constraint users_name_key do nothing;
  if not found then
    raise exception using
      errcode = 'DJ409',
      message = format('there is a user “%s” already', new_name);
  end if;
  perform djet.enter_audit(by, 'user.add', new_name, jsonb_build_object('fullName', shown_name), address, at);
  foreach role in array roles loop
    perform djet.grant_role(new_name, role, by, address, at);
  end loop;

  return query
  select a.*
  from djet.all_users a
  where a.name = new_name;
end
$_$;

--
-- Name: FUNCTION add_user(name text, full_name text, roles text[], by text, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.add_user(name text, full_name text, roles text[], by text, address text, at timestamp with time zone) IS 'Adds a user, who can sign in once they accepted an invitation. Raises DJ400, DJ409 for a name that exists, DJ403 and DJ404 as grant_role does.';

--
-- Name: address_block(text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.address_block(address text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE
    AS $$
begin
  if family(address::inet) = 6 then
    return network(set_masklen(address::inet, 64))::text;
  end if;
  return host(address::inet);
exception
  when invalid_text_representation then
    return left(address, 64);
end
$$;

--
-- Name: FUNCTION address_block(address text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.address_block(address text) IS 'What counts as one address: an IPv6 network of 64 bits, since whoever has one address there has them all; otherwise itself.';

--
-- Name: audit_actions(); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.audit_actions() RETURNS SETOF text
    LANGUAGE sql STABLE
    AS $$
  with recursive actions as (
    (select action from djet.audit order by action limit 1)
    union all
    select (select a.action from djet.audit a where a.action > actions.action order by a.action limit 1)
    from actions
    where actions.action is not null
  )
  select action
  from actions
  where action is not null
$$;

--
-- Name: FUNCTION audit_actions(); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.audit_actions() IS 'The actions that there are entries of, in order. It leaps from one to the next by the index.';

--
-- Name: audit; Type: TABLE; Schema: djet; Owner: -
--

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

--
-- Name: TABLE audit; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TABLE djet.audit IS 'Who did what, when and from where. An entry is never changed.';

--
-- Name: COLUMN audit.id; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.audit.id IS 'Its number, in the order of entry.';

--
-- Name: COLUMN audit.at; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.audit.at IS 'When.';

--
-- Name: COLUMN audit.user_name; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.audit.user_name IS 'Who; null: a command, or somebody who has not signed in.';

--
-- Name: COLUMN audit.action; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.audit.action IS 'What, such as user.disable.';

--
-- Name: COLUMN audit.target; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.audit.target IS 'To what: a user''s name, a ticket, a path; empty if to nothing that exists.';

--
-- Name: COLUMN audit.address; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.audit.address IS 'From where; null: from a command.';

--
-- Name: COLUMN audit.detail; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.audit.detail IS 'What else is worth knowing. Never a secret.';

--
-- Name: audit_page(text, text, timestamp with time zone, timestamp with time zone, bigint, integer); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.audit_page(user_name text DEFAULT NULL::text, action text DEFAULT NULL::text, since timestamp with time zone DEFAULT NULL::timestamp with time zone, until timestamp with time zone DEFAULT NULL::timestamp with time zone, before bigint DEFAULT NULL::bigint, up_to integer DEFAULT 50) RETURNS SETOF djet.audit
    LANGUAGE plpgsql STABLE
    SET plan_cache_mode TO 'force_custom_plan'
    AS $$
begin
  return query
  select a.*
  from djet.audit a
  where (audit_page.user_name is null or a.user_name = audit_page.user_name)
    and (audit_page.action is null or a.action = audit_page.action)
    and (since is null or a.at >= since)
    and (until is null or a.at < until)
    and (before is null or (a.at, a.id) < (select b.at, b.id from djet.audit b where b.id = before))
  order by a.at desc, a.id desc
  limit up_to;
end
$$;

--
-- Name: FUNCTION audit_page(user_name text, action text, since timestamp with time zone, until timestamp with time zone, before bigint, up_to integer); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.audit_page(user_name text, action text, since timestamp with time zone, until timestamp with time zone, before bigint, up_to integer) IS 'Audit entries, the newest first: of a user, an action, a time from `since` to before `until`; those after the entry `before`.';

--
-- Name: awaited(bigint, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.awaited(user_id bigint, proved_at timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE
    AS $$
  select case
    when exists (
      select from djet.second_factor f where f.user_id = awaited.user_id and f.confirmed_at is not null
    ) then case when proved_at is null then 'code' end
    when exists (
      select
      from djet.role r
      where r.needs_second_factor
        and (
          r.name = 'users'
          or exists (select from djet.membership m where m.user_id = awaited.user_id and m.role = r.name)
        )
    ) then 'enrolment'
  end
$$;

--
-- Name: FUNCTION awaited(user_id bigint, proved_at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.awaited(user_id bigint, proved_at timestamp with time zone) IS 'What a session lacks in which the second factor was proved at this time, or never (null): a code if its user has set up a second factor; their enrolment if they have none and a role of theirs needs it. Null: nothing.';

--
-- Name: base32(bytea); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.base32(bytes bytea) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
  select string_agg(
    substr(
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
      substring(('x' || encode(bytes, 'hex'))::varbit from letter * 5 + 1 for 5)::integer + 1,
      1
    ),
    '' order by letter)
  from generate_series(0, length(bytes) * 8 / 5 - 1) letter
$$;

--
-- Name: FUNCTION base32(bytes bytea); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.base32(bytes bytea) IS 'Bytes as the letters and digits of RFC 4648, in which devices take secrets; a multiple of 5 bytes, so that none are left over.';

--
-- Name: bearer_of(text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.bearer_of(token text, at timestamp with time zone DEFAULT now()) RETURNS TABLE(token_id bigint, scopes jsonb, below text, is_stale boolean, id bigint, name text, full_name text, roles jsonb)
    LANGUAGE sql STABLE
    AS $$
  select
    t.id,
    to_jsonb(t.scopes),
    t.below,
    t.used_at is null or t.used_at < at - interval '1 minute',
    u.id,
    u.name,
    u.full_name,
    a.roles
  from djet.token t
  join djet.users u on u.id = t.user_id
  join djet.all_users a on a.id = u.id
  where t.token_hash = djet.token_hash(token)
    and t.expires_at > at
    and u.disabled_at is null
    and djet.awaited(u.id, t.created_at) is null
$$;

--
-- Name: FUNCTION bearer_of(token text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.bearer_of(token text, at timestamp with time zone) IS 'The user for whom an API token acts, and its limits; no row if it is over or revoked, or the user is disabled, or has yet to set up the second factor that a role of theirs needs. A token whose use was noted more than a minute ago is stale: see_token() is due.';

--
-- Name: begin_second_factor(text, bigint, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.begin_second_factor(name text, session bigint DEFAULT NULL::bigint, at timestamp with time zone DEFAULT now()) RETURNS text
    LANGUAGE plpgsql
    AS $$
declare
  found_user djet.users := djet.require_user(begin_second_factor.name);
  secret bytea;
begin
  if exists (
    select from djet.second_factor f where f.user_id = found_user.id and f.confirmed_at is not null
  ) then
    raise exception using
      errcode = 'DJ409',
      message = format('“%s” has set up a second factor already', found_user.name),
      hint = 'Remove it first.';
  end if;
  execute format('select %I.gen_random_bytes(20)', djet.pgcrypto()) into secret;
  insert into djet.second_factor as f (user_id, created_at, session_id, secret)
  values (found_user.id, at, session, secret)
  on conflict on constraint second_factor_pkey do update set
    created_at = excluded.created_at,
    session_id = excluded.session_id,
    secret = excluded.secret;
  return djet.base32(secret);
end
$$;

--
-- Name: FUNCTION begin_second_factor(name text, session bigint, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.begin_second_factor(name text, session bigint, at timestamp with time zone) IS 'Makes a secret for a user''s device, in base32. It takes the place of one that was not confirmed, and counts for nothing before confirm_second_factor() in the same session. Raises DJ404, and DJ409 if there is a confirmed one.';

--
-- Name: begin_sign_in(text, text, timestamp with time zone, text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.begin_sign_in(name text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now(), what text DEFAULT 'account'::text) RETURNS integer
    LANGUAGE plpgsql
    AS $$
declare
  keys text[];
  wait integer;
begin
  perform djet.check_typed(begin_sign_in.name);
  keys := djet.sign_in_keys(name, address, at, what);
  wait := djet.sign_in_wait(keys, at);
  if wait = 0
    and djet.count_sign_in(keys[1], 5, 300, at)
    and (keys[2] is null or djet.count_sign_in(keys[2], 20, 900, at))
  then
    return 0;
  end if;

  -- Others who came at the same time may have been counted first.
  wait := greatest(djet.sign_in_wait(keys, at), 1);
  update djet.sign_in_failure f
  set is_told = true
  where f.key = any (keys)
    and f.wait_until > at
    and not f.is_told;
  if found then
    perform djet.enter_audit(
      null, 'sign-in.wait', djet.known_name(name), jsonb_build_object('seconds', wait), address, at);
  end if;
  return wait;
end
$$;

--
-- Name: FUNCTION begin_sign_in(name text, address text, at timestamp with time zone, what text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.begin_sign_in(name text, address text, at timestamp with time zone, what text) IS 'How many seconds to wait before the next attempt; 0: it may be made now, and is counted as a failure until sign_in() finds that it was none. It must be committed before, so that many attempts at a time are not one. An attempt that has to wait does not make the wait longer: nobody is locked out for ever. What is typed is a password (`account`), or a one-time code (`code`). Raises DJ400 for a name that is too long.';

--
-- Name: branch_rules(bigint); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.branch_rules(top bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$
  select jsonb_object_agg(n.node, jsonb_build_object('path', n.path, 'rules', n.rules))
  from djet.rules_below(top) n
$$;

--
-- Name: FUNCTION branch_rules(top bigint); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.branch_rules(top bigint) IS 'The paths of a branch''s nodes and what decides there, by their numbers: what guard_gains() compares with.';

--
-- Name: change_node(bigint, text, integer, boolean, jsonb, text, integer, text, bigint); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.change_node(id bigint, title text DEFAULT NULL::text, "position" integer DEFAULT NULL::integer, in_menu boolean DEFAULT NULL::boolean, columns jsonb DEFAULT NULL::jsonb, redirect_to text DEFAULT NULL::text, redirect_status integer DEFAULT NULL::integer, by text DEFAULT NULL::text, token bigint DEFAULT NULL::bigint) RETURNS djet.node
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
declare
  was djet.node;
  changed djet.node;
  address text;
begin
  perform djet.lock_tree();
  was := djet.one_node(change_node.id);
  perform djet.demand_right(was.id, 'manage', by, token);
  address := nullif(coalesce(change_node.redirect_to, was.redirect_to), '');
  update djet.node n
  set
    title = coalesce(change_node.title, n.title),
    position = coalesce(change_node.position, n.position),
    in_menu = coalesce(change_node.in_menu, n.in_menu),
    columns = jsonb_strip_nulls(
      djet.declared_columns(n.basetype, n.columns) || coalesce(change_node.columns, '{}')),
    redirect_to = address,
    redirect_status =
      case when address is not null then coalesce(change_node.redirect_status, n.redirect_status, 308) end
  where n.id = change_node.id
  returning n.* into changed;
  -- Without its redirect a node shows again what it is.
  if was.columns <> changed.columns or was.redirect_to is not null and changed.redirect_to is null then
    perform djet.guard_exposure(changed.basetype, changed.columns, by, token);
  end if;
  return changed;
end
$$;

--
-- Name: FUNCTION change_node(id bigint, title text, "position" integer, in_menu boolean, columns jsonb, redirect_to text, redirect_status integer, by text, token bigint); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.change_node(id bigint, title text, "position" integer, in_menu boolean, columns jsonb, redirect_to text, redirect_status integer, by text, token bigint) IS 'Changes what a node says, and returns it; what is null stays. Of `columns` those that are named are changed, and one that is
null is taken away. An empty `redirect_to` ends the redirect. Raises DJ400, DJ404, and DJ403 if `by` may not change it, or not
expose what it would show.';

--
-- Name: change_password(text, text, text, bigint, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.change_password(name text, present text, password text, session bigint DEFAULT NULL::bigint, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
declare
  known djet.users;
  found_user djet.users;
  new_hash text;
begin
  perform djet.check_password(change_password.password, change_password.name);
  select u.* into known from djet.users u where u.name = change_password.name;
  if not djet.prove_password(change_password.name, present, address, at) then
    return false;
  end if;
  -- The work before the lock, which whoever signs in as the user waits for.
  new_hash := djet.password_hash(change_password.password);
  found_user := djet.require_user(change_password.name);
  if found_user.password is distinct from known.password then
    return false;
  end if;
  update djet.users u
  set password = new_hash, password_set_at = at
  where u.id = found_user.id;
  delete from djet.session s
  where s.user_id = found_user.id
    and s.id is distinct from session;
  delete from djet.invitation i where i.user_id = found_user.id;
  perform djet.enter_audit(found_user.name, 'password.change', found_user.name, '{}', address, at);
  return true;
end
$$;

--
-- Name: FUNCTION change_password(name text, present text, password text, session bigint, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.change_password(name text, present text, password text, session bigint, address text, at timestamp with time zone) IS 'Changes a password for whoever knows the present one, and ends all other sessions; API tokens stay. False if the present one is wrong. Raises DJ400 for the new one. To be called after begin_sign_in() has committed.';

--
-- Name: change_user(text, text, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.change_user(name text, full_name text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  found_user djet.users;
  shown_name text := btrim(change_user.full_name);
begin
  if by is distinct from change_user.name then
    perform djet.guard_user(change_user.name, by);
  end if;
  found_user := djet.require_user(change_user.name);
  perform djet.check_line('full name', shown_name);
  update djet.users u
  set full_name = shown_name
  where u.id = found_user.id;
  perform djet.enter_audit(
    by, 'user.change', found_user.name,
    jsonb_build_object('fullName', shown_name, 'was', found_user.full_name), address, at);
end
$$;

--
-- Name: FUNCTION change_user(name text, full_name text, by text, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.change_user(name text, full_name text, by text, address text, at timestamp with time zone) IS 'Changes the name that is shown. Raises DJ400, DJ403, DJ404.';

--
-- Name: check_columns(); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.check_columns() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  kind djet.basetype;
  problem text;
  other text;
begin
  select * into kind from djet.basetype b where b.name = new.basetype;
  if kind.name is null then
    raise exception using
      errcode = 'DJ404',
      message = format('there is no basetype “%s”', new.basetype),
      detail = format(
        'There are: %s.', (select coalesce(string_agg(b.name, ', ' order by b.name), 'none') from djet.basetype b));
  end if;
  new.singleton := kind.singleton;
  if new.singleton then
    select n.path into other from djet.node n where n.basetype = new.basetype and n.id is distinct from new.id;
    if other is not null then
      raise exception using
        errcode = 'DJ409',
        message = format('there is a node of basetype %s already, %s', new.basetype, other),
        detail = 'Exactly one may exist.';
    end if;
  end if;
  problem := djet.column_problem(kind, new.columns);
  if problem is not null then
    raise exception using
      errcode = 'DJ400',
      message = problem;
  end if;
  return new;
end
$$;

--
-- Name: FUNCTION check_columns(); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.check_columns() IS 'Trigger: a node''s basetype exists (DJ404), is not taken if it is a singleton (DJ409), and its columns are what the basetype
says (DJ400).';

--
-- Name: check_line(text, text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.check_line(what text, line text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE
    AS $$
begin
  if line is null or length(line) > 100 or line !~ '\S' or line ~ '[\x01-\x1f\x7f\u0080-\u009f\u2028-\u202e\u2066-\u2069]' then
    raise exception using
      errcode = 'DJ400',
      message = format('the %s is one line of 1 to 100 characters, none of which control how it is shown', what);
  end if;
end
$$;

--
-- Name: FUNCTION check_line(what text, line text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.check_line(what text, line text) IS 'Raises DJ400 unless a text is one line of at most 100 characters, free of those that break lines, steer terminals or turn the direction of writing.';

--
-- Name: check_node(); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.check_node() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
declare
  above djet.node;
  other text;
begin
  if tg_op = 'UPDATE' and new.parent is null and old.parent is not null
    or tg_op = 'INSERT' and new.parent is null and exists (select from djet.node n where n.parent is null)
  then
    raise exception using
      errcode = 'DJ409',
      message = 'there is a root already';
  end if;
  if tg_op = 'UPDATE' and old.parent is null and (new.parent is not null or new.name <> '') then
    raise exception using
      errcode = 'DJ409',
      message = 'the root cannot be moved';
  end if;
  if new.parent is not null and (
    new.name is null or length(new.name) > 100 or new.name !~ '^[a-z0-9._-]+$' or new.name in ('.', '..'))
  then
    raise exception using
      errcode = 'DJ400',
      message = format(
        '“%s” cannot be a node''s name: take up to 100 of a–z, 0–9, dot, _ and -', left(new.name, 120));
  end if;
  if new.title is null or length(new.title) not between 1 and 200 or new.title ~ '[[:cntrl:]]' then
    raise exception using
      errcode = 'DJ400',
      message = 'a node''s title has 1 to 200 characters, all on one line';
  end if;
  if new.position not between 0 and 1000000 then
    raise exception using
      errcode = 'DJ400',
      message = 'a node''s position is a number from 0 to 1000000';
  end if;

  if new.parent is not null then
    select * into above from djet.node n where n.id = new.parent;
    if above.id is null then
      raise exception using
        errcode = 'DJ404',
        message = format('there is no node with the number %s to put it under', new.parent);
    end if;
    if tg_op = 'UPDATE' and (above.id = new.id or starts_with(above.path, old.path || '/')) then
      raise exception using
        errcode = 'DJ409',
        message = format('%s cannot be moved below itself', old.path);
    end if;
    new.path := case when above.parent is null then '/' else above.path || '/' end || new.name;
    if length(new.path) > 500 then
      raise exception using
        errcode = 'DJ400',
        message = 'a node''s path has at most 500 characters';
    end if;
    select n.path into other from djet.node n where n.path = new.path and n.id is distinct from new.id;
    if other is not null then
      raise exception using
        errcode = 'DJ409',
        message = format('there is a node %s already', other);
    end if;
  else
    new.path := '/';
    new.name := '';
  end if;

  perform djet.check_redirect(new.path, new.redirect_to, new.redirect_status);
  return new;
end
$_$;

--
-- Name: FUNCTION check_node(); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.check_node() IS 'Trigger: refuses what cannot be a node, and keeps its path. Raises DJ400, DJ404, DJ409.';

--
-- Name: check_password(text, text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.check_password(password text, name text) RETURNS void
    LANGUAGE plpgsql STABLE
    AS $$
declare
  refusal text;
begin
  perform djet.check_typed(check_password.name, check_password.password);
  refusal := case
    when length(password) < 10 then 'a password has at least 10 characters'
    when (select count(distinct c) from regexp_split_to_table(password, '') c) < 4
      then 'the password has fewer than 4 different characters'
    when djet.is_simple(password) then 'the password is a simple sequence, or the same over and over again'
    when djet.is_common(password) then 'the password is one of those that are tried first, or hardly more than such a one'
    when exists (
      select
      from djet.users u
      cross join unnest(array[u.name, split_part(u.name, '@', 1), u.full_name] || string_to_array(u.full_name, ' ')) own
      where u.name = check_password.name
        and djet.is_built_on(check_password.password, own)
    ) then 'the password holds your name'
    when exists (
      select
      from djet.node n
      where n.parent is null
        and djet.is_built_on(check_password.password, n.title)
    ) then 'the password holds the name of this site'
  end;
  if refusal is not null then
    raise exception using
      errcode = 'DJ400',
      message = refusal,
      hint = 'A few words that nobody would put together are easy to keep and hard to guess.';
  end if;
end
$$;

--
-- Name: FUNCTION check_password(password text, name text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.check_password(password text, name text) IS 'Raises DJ400 if a password is too short or too long, a simple sequence or repetition, one of those that are tried first, or holds a name of its user or of the site.';

--
-- Name: check_redirect(text, text, integer); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.check_redirect(path text, redirect_to text, redirect_status integer) RETURNS void
    LANGUAGE plpgsql
    AS $_$
begin
  if redirect_to is null and redirect_status is null then
    return;
  end if;
  -- Its length first: the patterns take as long as the text.
  if redirect_to is null
    or length(redirect_to) > 1000
    or redirect_to !~ '^(/|/[^/\\].*|https?://[^/].*)$'
    or redirect_to ~ '[[:cntrl:][:space:]]'
  then
    raise exception using
      errcode = 'DJ400',
      message = format('%s cannot redirect to “%s”', path, left(redirect_to, 120)),
      hint = 'Name a path that begins with one slash, or an address that begins with https:// or http://.';
  end if;
  if redirect_status is null or redirect_status not in (301, 302, 307, 308) then
    raise exception using
      errcode = 'DJ400',
      message = format('%s cannot redirect with status %s: take 301, 302, 307 or 308', path, redirect_status);
  end if;
  if redirect_to = path then
    raise exception using
      errcode = 'DJ400',
      message = format('%s cannot redirect to itself', path);
  end if;
end
$_$;

--
-- Name: FUNCTION check_redirect(path text, redirect_to text, redirect_status integer); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.check_redirect(path text, redirect_to text, redirect_status integer) IS 'Raises DJ400 unless a node at this path can redirect like this.';

--
-- Name: check_typed(text, text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.check_typed(name text, password text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE
    AS $$
declare
  refusal text;
begin
  -- The bytes first, which need not be counted one by one.
  refusal := case
    when octet_length(name) > 252 or length(btrim(name)) > 63 then 'a name has at most 63 characters'
    when octet_length(password) > 4000 or length(password) > 1000 then 'a password has at most 1000 characters'
  end;
  if refusal is not null then
    raise exception using errcode = 'DJ400', message = refusal;
  end if;
end
$$;

--
-- Name: FUNCTION check_typed(name text, password text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.check_typed(name text, password text) IS 'Raises DJ400 for what somebody typed as a name or a password if it is too long to be one. It comes before all other work: to bring a text to its normal form takes time that grows with the square of its length.';

--
-- Name: basetype; Type: TABLE; Schema: djet; Owner: -
--

CREATE TABLE djet.basetype (
    name text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL,
    singleton boolean DEFAULT false NOT NULL,
    required boolean DEFAULT false NOT NULL,
    columns jsonb DEFAULT '[]'::jsonb NOT NULL,
    exposed_by text DEFAULT 'manage'::text,
    CONSTRAINT basetype_columns_are_a_list CHECK ((jsonb_typeof(columns) = 'array'::text)),
    CONSTRAINT basetype_is_exposed_by_a_right CHECK ((exposed_by = ANY (ARRAY['view'::text, 'use'::text, 'operate'::text, 'arguments'::text, 'manage'::text]))),
    CONSTRAINT basetype_name_is_a_name CHECK (((name ~ '^[a-z][a-z0-9_.-]*$'::text) AND (length(name) <= 60)))
);

--
-- Name: TABLE basetype; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TABLE djet.basetype IS 'What a node can be. Engines declare their basetypes when they start.';

--
-- Name: COLUMN basetype.name; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.basetype.name IS 'Its name, such as page.';

--
-- Name: COLUMN basetype.title; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.basetype.title IS 'What people read.';

--
-- Name: COLUMN basetype.singleton; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.basetype.singleton IS 'Whether exactly one node of it may exist.';

--
-- Name: COLUMN basetype.required; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.basetype.required IS 'Whether its last node may be moved only, never removed.';

--
-- Name: COLUMN basetype.columns; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.basetype.columns IS 'The columns of its nodes: a list of objects of name, title, type (text, longtext, number, boolean, function, queue, path) and required.';

--
-- Name: COLUMN basetype.exposed_by; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.basetype.exposed_by IS 'The right at the root that it takes, besides manage at the branch, to add a node of it; null: it shows nothing but itself.';

--
-- Name: column_problem(djet.basetype, jsonb); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.column_problem(kind djet.basetype, columns jsonb) RETURNS text
    LANGUAGE plpgsql STABLE
    AS $$
declare
  declared jsonb;
  unknown text;
  value jsonb;
begin
  if jsonb_typeof(columns) is distinct from 'object' then
    return 'a node''s columns are an object';
  end if;
  select k into unknown
  from jsonb_object_keys(columns) k
  where not exists (select from jsonb_array_elements(kind.columns) c where c ->> 'name' = k)
  order by k
  limit 1;
  if unknown is not null then
    return format(
      'a %s has no column “%s”; it has: %s', kind.name, left(unknown, 60),
      (select coalesce(string_agg(c ->> 'name', ', '), 'none') from jsonb_array_elements(kind.columns) c));
  end if;
  for declared in select c from jsonb_array_elements(kind.columns) c
  loop
    value := columns -> (declared ->> 'name');
    if value is null or value = 'null' then
      if (declared ->> 'required')::boolean then
        return format('a %s needs the column “%s”', kind.name, declared ->> 'name');
      end if;
    elsif not djet.fits_column(declared ->> 'type', value) then
      return format(
        'the column “%s” of a %s must be %s', declared ->> 'name', kind.name,
        djet.column_wish(declared ->> 'type'));
    end if;
  end loop;
  return null;
end
$$;

--
-- Name: FUNCTION column_problem(kind djet.basetype, columns jsonb); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.column_problem(kind djet.basetype, columns jsonb) IS 'Why these columns are not those of a node of this basetype, for people; null if they are.';

--
-- Name: column_wish(text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.column_wish(type text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
  select case type
    when 'text' then 'a text of at most 1000 characters, all on one line'
    when 'longtext' then 'a text of at most 1000000 characters'
    when 'number' then 'a number'
    when 'boolean' then 'true or false'
    when 'function' then 'the name of a model function'
    when 'queue' then 'the name of a queue'
    when 'path' then 'a path that begins with one slash'
    else 'of a type that exists'
  end;
$$;

--
-- Name: FUNCTION column_wish(type text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.column_wish(type text) IS 'What a column of this type must be, for people.';

--
-- Name: condensed_password(text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.condensed_password(password text) RETURNS text
    LANGUAGE plpgsql STABLE
    AS $$
declare
  normal text := password;
begin
  perform djet.check_typed(null, password);
  if getdatabaseencoding() = 'UTF8' then
    normal := normalize(password, nfkc);
  end if;
  return encode(sha256(convert_to('djet.password:' || normal, 'UTF8')), 'base64');
end
$$;

--
-- Name: FUNCTION condensed_password(password text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.condensed_password(password text) IS 'A password as bcrypt gets it. Bcrypt looks at 72 bytes, so that a long one is condensed by sha256 first; the prefix keeps hashes that leaked elsewhere from being of use here; one accent typed in two ways is one. Raises DJ400 for one that is too long: of 1,000 characters, accents all of them, the normal form takes 25 ms.';

--
-- Name: confirm_second_factor(text, text, bigint, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.confirm_second_factor(name text, code text, session bigint DEFAULT NULL::bigint, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS jsonb
    LANGUAGE plpgsql
    AS $$
declare
  found_user djet.users := djet.require_user(confirm_second_factor.name);
  factor djet.second_factor;
  proved bigint;
  bytes bytea;
  codes text[] := '{}';
begin
  select f.*
  into factor
  from djet.second_factor f
  where f.user_id = found_user.id
    and f.confirmed_at is null
    and f.session_id is not distinct from confirm_second_factor.session
  for update;
  if not found then
    raise exception using
      errcode = 'DJ409',
      message = 'there is no second factor to be confirmed',
      hint = 'Begin to set one up first.';
  end if;
  proved := djet.totp_step(factor.secret, translate(left(code, 64), ' -', ''), at);
  if proved is null then
    perform djet.enter_audit(found_user.name, 'second-factor.refused', found_user.name, '{}', address, at);
    return null;
  end if;

  update djet.second_factor f
  set confirmed_at = at, last_step = proved
  where f.user_id = found_user.id;
  for number in 1..10 loop
    execute format('select %I.gen_random_bytes(10)', djet.pgcrypto()) into bytes;
    codes := codes || lower(djet.base32(bytes));
    insert into djet.recovery_code (user_id, code_hash)
    values (found_user.id, djet.recovery_hash(found_user.id, codes[number]));
  end loop;
  perform djet.forgive_sign_in(found_user.name, address, at, 'code');
  -- The others were begun with less.
  delete from djet.session s
  where s.user_id = found_user.id
    and s.id is distinct from confirm_second_factor.session;
  update djet.session s
  set second_factor_at = at
  where s.id = confirm_second_factor.session
    and s.user_id = found_user.id;
  perform djet.enter_audit(found_user.name, 'second-factor.add', found_user.name, '{}', address, at);
  return (
    select jsonb_agg(
      concat_ws('-', substr(c, 1, 4), substr(c, 5, 4), substr(c, 9, 4), substr(c, 13, 4)) order by n)
    from unnest(codes) with ordinality as each(c, n)
  );
end
$$;

--
-- Name: FUNCTION confirm_second_factor(name text, code text, session bigint, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.confirm_second_factor(name text, code text, session bigint, address text, at timestamp with time zone) IS 'Makes the second factor that was begun count, for a device that shows the right code: all other sessions of the user end. Returns ten recovery codes, which are told now and never again; null if the code is wrong. Raises DJ404, and DJ409 if none was begun in this session. To be called after begin_sign_in(what => ''code'') has committed.';

--
-- Name: count_sign_in(text, integer, integer, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.count_sign_in(key text, free integer, longest integer, at timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
declare
  counted integer;
begin
  insert into djet.sign_in_failure as f (key, failures, failed_at, wait_until)
  values (count_sign_in.key, 1, at, at)
  on conflict on constraint sign_in_failure_pkey do update set
    failures = case when f.failed_at < at - interval '1 hour' then 1 else f.failures + 1 end,
    failed_at = at,
    is_told = false
  where f.wait_until <= at
  returning failures into counted;
  if counted is null then
    return false;
  end if;
  if counted >= free then
    update djet.sign_in_failure f
    set wait_until = at + make_interval(secs => least(longest, 4 * 2 ^ least(counted - free, 20)))
    where f.key = count_sign_in.key;
  end if;
  return true;
end
$$;

--
-- Name: FUNCTION count_sign_in(key text, free integer, longest integer, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.count_sign_in(key text, free integer, longest integer, at timestamp with time zone) IS 'Counts an attempt under a key as a failure, unless the key must wait: then false. From the `free`th in a row on, a wait of 4, 8, 16, … seconds begins, `longest` at the most.';

--
-- Name: covers(text, text[]); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.covers(by text, roles text[]) RETURNS boolean
    LANGUAGE plpgsql STABLE
    AS $$
declare
  own_roles text[];
begin
  if djet.is_unlimited(by) then
    return true;
  end if;
  own_roles := djet.roles_of(by);
  if not 'users' = any (own_roles) or 'administrator' = any (roles) then
    return false;
  end if;
  return not exists (
    select
    from djet.rules_below((select n.id from djet.node n where n.parent is null)) n
    where not djet.rights_among(n.rules, own_roles) @> djet.rights_among(n.rules, roles)
  );
end
$$;

--
-- Name: FUNCTION covers(by text, roles text[]); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.covers(by text, roles text[]) IS 'Whether somebody may do at every node what these roles let one do there; `administrator` is covered by administrators alone. By
null is a command, which covers all.';

--
-- Name: declare_basetypes(jsonb); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.declare_basetypes(basetypes jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
declare
  crowded record;
begin
  perform djet.lock_tree();
  insert into djet.basetype (name, title, singleton, required, columns, exposed_by)
  select
    b ->> 'name', b ->> 'title', coalesce((b ->> 'singleton')::boolean, false),
    coalesce((b ->> 'required')::boolean, false), coalesce(b -> 'columns', '[]'),
    -- An older program does not say it.
    case when b ? 'exposedBy' then b ->> 'exposedBy' else 'manage' end
  from jsonb_array_elements(basetypes) b
  on conflict (name) do update
  set
    title = excluded.title,
    singleton = excluded.singleton,
    required = excluded.required,
    columns = excluded.columns,
    exposed_by = excluded.exposed_by
  where (basetype.title, basetype.singleton, basetype.required, basetype.columns, basetype.exposed_by)
    is distinct from (
      excluded.title, excluded.singleton, excluded.required, excluded.columns, excluded.exposed_by);

  select n.basetype, count(*) as number into crowded
  from djet.node n
  join djet.basetype b on b.name = n.basetype
  where b.singleton
  group by n.basetype
  having count(*) > 1
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ409',
      message = format(
        'the basetype %s is declared a singleton, but there are %s nodes of it', crowded.basetype, crowded.number);
  end if;

  update djet.node n
  set singleton = b.singleton
  from djet.basetype b
  where b.name = n.basetype
    and b.singleton <> n.singleton;
end
$$;

--
-- Name: FUNCTION declare_basetypes(basetypes jsonb); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.declare_basetypes(basetypes jsonb) IS 'Writes down the basetypes of a program''s engines: a list of objects of name, title, singleton, required, columns and exposedBy. One that is
there already is brought up to date; one that is not named stays. Raises DJ409 if there are several nodes of what is to be a
singleton.';

--
-- Name: declare_functions(jsonb); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.declare_functions(functions jsonb) RETURNS void
    LANGUAGE sql
    AS $$
  insert into djet.function as f (name, exposed_by)
  select d.key, d.value #>> '{}'
  from jsonb_each(functions) d
  on conflict (name) do update
  set exposed_by = excluded.exposed_by
  where f.exposed_by <> excluded.exposed_by
$$;

--
-- Name: FUNCTION declare_functions(functions jsonb); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.declare_functions(functions jsonb) IS 'Writes down what it takes to expose a program''s functions: an object of rights by their names. One that is not named stays.';

--
-- Name: declared_columns(text, jsonb); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.declared_columns(basetype text, columns jsonb) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$
  select coalesce(jsonb_object_agg(held.key, held.value), '{}')
  from jsonb_each(columns) held
  join djet.basetype b on b.name = declared_columns.basetype
  where exists (select from jsonb_array_elements(b.columns) c where c ->> 'name' = held.key);
$$;

--
-- Name: FUNCTION declared_columns(basetype text, columns jsonb); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.declared_columns(basetype text, columns jsonb) IS 'Those columns that the basetype still has: a newer engine may declare fewer than the nodes hold.';

--
-- Name: demand_right(bigint, text, text, bigint); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.demand_right(node bigint, "right" text, by text, token bigint DEFAULT NULL::bigint) RETURNS void
    LANGUAGE plpgsql STABLE
    AS $$
declare
  place text;
begin
  if by is null or "right" = any (djet.rights_at(node, by, token)) then
    return;
  end if;
  select n.path into place from djet.node n where n.id = demand_right.node;
  if found then
    raise exception using
      errcode = 'DJ403',
      message = format('this takes the right “%s” at %s, too', "right", place);
  end if;
end
$$;

--
-- Name: FUNCTION demand_right(node bigint, "right" text, by text, token bigint); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.demand_right(node bigint, "right" text, by text, token bigint) IS 'Raises DJ403 unless somebody has a right at a node that there is. By null is a command, which may.';

--
-- Name: disable_user(text, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.disable_user(name text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  found_user djet.users;
begin
  perform djet.guard_user(disable_user.name, by);
  found_user := djet.require_user(disable_user.name);
  if found_user.disabled_at is not null then
    return;
  end if;
  if djet.is_administrator(found_user.name) and found_user.password is not null then
    perform djet.keep_an_administrator(found_user.name);
  end if;

  update djet.users u
  set disabled_at = at
  where u.id = found_user.id;
  delete from djet.session s where s.user_id = found_user.id;
  delete from djet.token t where t.user_id = found_user.id;
  delete from djet.invitation i where i.user_id = found_user.id;
  perform djet.enter_audit(by, 'user.disable', found_user.name, '{}', address, at);
end
$$;

--
-- Name: FUNCTION disable_user(name text, by text, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.disable_user(name text, by text, address text, at timestamp with time zone) IS 'Keeps a user out from now on: their sessions, API tokens and invitation are gone. Raises DJ403, DJ404, and DJ409 for the last administrator.';

--
-- Name: enable_user(text, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.enable_user(name text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  found_user djet.users;
begin
  perform djet.guard_user(enable_user.name, by);
  found_user := djet.require_user(enable_user.name);
  if found_user.disabled_at is null then
    return;
  end if;
  update djet.users u
  set disabled_at = null
  where u.id = found_user.id;
  perform djet.enter_audit(by, 'user.enable', found_user.name, '{}', address, at);
end
$$;

--
-- Name: FUNCTION enable_user(name text, by text, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.enable_user(name text, by text, address text, at timestamp with time zone) IS 'Lets a disabled user sign in again, with the password they had. Raises DJ403, DJ404.';

--
-- Name: end_session(bigint, text, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.end_session(id bigint, name text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  if by is distinct from end_session.name then
    perform djet.guard_user(end_session.name, by);
  end if;
  delete from djet.session s
  using djet.users u
  where s.id = end_session.id
    and u.id = s.user_id
    and u.name = end_session.name;
  if not found then
    raise exception using errcode = 'DJ404', message = 'there is no such session';
  end if;
  perform djet.enter_audit(by, 'session.end', end_session.name, '{}', address, at);
end
$$;

--
-- Name: FUNCTION end_session(id bigint, name text, by text, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.end_session(id bigint, name text, by text, address text, at timestamp with time zone) IS 'Ends one session of a user. Raises DJ403 for somebody who has more rights, DJ404 if they have none of that number.';

--
-- Name: end_sessions(text, bigint, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.end_sessions(name text, but bigint DEFAULT NULL::bigint, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS integer
    LANGUAGE plpgsql
    AS $$
declare
  found_user djet.users;
  ended integer;
begin
  if by is distinct from end_sessions.name then
    perform djet.guard_user(end_sessions.name, by);
  end if;
  found_user := djet.require_user(end_sessions.name);
  delete from djet.session s
  where s.user_id = found_user.id
    and s.id is distinct from but;
  get diagnostics ended = row_count;
  perform djet.enter_audit(
    by, 'sign-out.everywhere', found_user.name, jsonb_build_object('sessions', ended), address, at);
  return ended;
end
$$;

--
-- Name: FUNCTION end_sessions(name text, but bigint, by text, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.end_sessions(name text, but bigint, by text, address text, at timestamp with time zone) IS 'Ends all sessions of a user, `but` one if that is given, and returns how many these were. Raises DJ403 and DJ404.';

--
-- Name: enter_audit(text, text, text, jsonb, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.enter_audit(by text, action text, target text, detail jsonb DEFAULT '{}'::jsonb, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE sql
    AS $$
  insert into djet.audit (at, user_name, action, target, detail, address)
  values (
    enter_audit.at,
    enter_audit.by,
    enter_audit.action,
    left(enter_audit.target, 1000),
    coalesce(enter_audit.detail, '{}'),
    left(enter_audit.address, 64)
  )
$$;

--
-- Name: FUNCTION enter_audit(by text, action text, target text, detail jsonb, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.enter_audit(by text, action text, target text, detail jsonb, address text, at timestamp with time zone) IS 'Notes who did what. `by` null is a command, or somebody who has not signed in. It is part of the transaction of what it tells.';

--
-- Name: enter_audits(text, jsonb, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.enter_audits(action text, entries jsonb, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE sql
    AS $$
  insert into djet.audit (at, user_name, action, target, detail, address)
  select
    enter_audits.at,
    e."user",
    enter_audits.action,
    left(e.target, 1000),
    coalesce(e.detail, '{}'),
    left(e.address, 64)
  from jsonb_to_recordset(entries) as e ("user" text, target text, detail jsonb, address text)
$$;

--
-- Name: FUNCTION enter_audits(action text, entries jsonb, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.enter_audits(action text, entries jsonb, at timestamp with time zone) IS 'Notes many entries of one action at once, each an object of user, target, detail and address, as enter_audit does for one.';

--
-- Name: enter_server(text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.enter_server(address text, machine text, at timestamp with time zone DEFAULT now()) RETURNS bigint
    LANGUAGE sql
    AS $$
  insert into djet.server (started_at, seen_at, machine, address)
  values (at, at, enter_server.machine, enter_server.address)
  on conflict on constraint server_is_one_at_its_address do update
  set started_at = excluded.started_at, seen_at = excluded.seen_at
  returning id
$$;

--
-- Name: FUNCTION enter_server(address text, machine text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.enter_server(address text, machine text, at timestamp with time zone) IS 'Notes where a web server serves the site, and returns its number.';

--
-- Name: exposures(text, jsonb); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.exposures(basetype text, columns jsonb) RETURNS TABLE(what text, "right" text)
    LANGUAGE sql STABLE
    AS $$
  select format('what a node of basetype %s shows', b.name), b.exposed_by
  from djet.basetype b
  where b.name = exposures.basetype
    and b.exposed_by is not null
  union all
  select format('the function %s', left(named.value, 120)), coalesce(f.exposed_by, 'manage')
  from djet.basetype b
  cross join jsonb_array_elements(b.columns) declared(field)
  cross join lateral (select exposures.columns ->> (declared.field ->> 'name')) named(value)
  left join djet.function f on f.name = named.value
  where b.name = exposures.basetype
    and declared.field ->> 'type' = 'function'
    and named.value is not null
$$;

--
-- Name: FUNCTION exposures(basetype text, columns jsonb); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.exposures(basetype text, columns jsonb) IS 'What a node of a basetype exposes with these columns besides itself, and which right at the root each takes.';

--
-- Name: first_invitation(timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.first_invitation(at timestamp with time zone DEFAULT now()) RETURNS text
    LANGUAGE plpgsql
    AS $$
begin
  perform
  from djet.role r
  where r.name = 'administrator'
  for update;
  if djet.has_administrator() then
    return null;
  end if;
  if exists (select from djet.users u where u.name = 'admin') then
    perform djet.enable_user('admin', null, null, at);
    -- Whoever made that user may know the password, and would be an administrator with it; and the device may be theirs.
    update djet.users u
    set password = null, password_set_at = null
    where u.name = 'admin';
    delete from djet.second_factor f using djet.users u where u.name = 'admin' and f.user_id = u.id;
    delete from djet.session s using djet.users u where u.name = 'admin' and s.user_id = u.id;
    delete from djet.token t using djet.users u where u.name = 'admin' and t.user_id = u.id;
  else
    perform djet.add_user('admin', 'Administrator', '{}', null, null, at);
  end if;
  perform djet.grant_role('admin', 'administrator', null, null, at);
  return djet.invite('admin', null, null, at);
end
$$;

--
-- Name: FUNCTION first_invitation(at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.first_invitation(at timestamp with time zone) IS 'If no administrator can sign in: an invitation for the user admin, who is made if need be, and whose old password and second factor are good no more. Null if one can.';

--
-- Name: fits_column(text, jsonb); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.fits_column(type text, value jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $_$
  select coalesce(
    case type
      when 'number' then jsonb_typeof(value) = 'number'
      when 'boolean' then jsonb_typeof(value) = 'boolean'
      when 'text' then jsonb_typeof(value) = 'string' and length(value #>> '{}') <= 1000
        and value #>> '{}' !~ '[[:cntrl:]]'
      when 'longtext' then jsonb_typeof(value) = 'string' and length(value #>> '{}') <= 1000000
      when 'function' then jsonb_typeof(value) = 'string' and length(value #>> '{}') <= 120
        and value #>> '{}' ~ '^[a-z][a-z0-9_.-]*$'
      when 'queue' then jsonb_typeof(value) = 'string' and length(value #>> '{}') <= 30
        and value #>> '{}' ~ '^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*$'
      when 'path' then jsonb_typeof(value) = 'string' and length(value #>> '{}') <= 1000
        and value #>> '{}' ~ '^/([^/\\]|$)' and value #>> '{}' !~ '[[:cntrl:][:space:]]'
    end,
    false);
$_$;

--
-- Name: FUNCTION fits_column(type text, value jsonb); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.fits_column(type text, value jsonb) IS 'Whether a column of this type can hold a value.';

--
-- Name: forget_ended(timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.forget_ended(at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  delete from djet.session s
  where s.id in (
    select e.id
    from djet.session e
    where e.seen_at <= at - interval '12 hours'
      or e.expires_at <= at
    limit 100
    for update skip locked
  );
  delete from djet.sign_in_failure f
  where f.key in (
    select e.key
    from djet.sign_in_failure e
    where e.failed_at < at - interval '1 day'
    limit 100
    for update skip locked
  );
end
$$;

--
-- Name: FUNCTION forget_ended(at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.forget_ended(at timestamp with time zone) IS 'Deletes up to 100 sessions that are over and 100 counts of old failures, none that somebody else is busy with.';

--
-- Name: forgive_sign_in(text, text, timestamp with time zone, text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.forgive_sign_in(name text, address text, at timestamp with time zone, what text DEFAULT 'account'::text) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  keys text[] := djet.sign_in_keys(name, address, at, what);
begin
  delete from djet.sign_in_failure f
  where f.key = keys[1];
  -- Only this attempt: otherwise one good account of one's own would pay for guesses at others.
  update djet.sign_in_failure f
  set failures = greatest(f.failures - 1, 0), wait_until = at
  where f.key = keys[2];
end
$$;

--
-- Name: FUNCTION forgive_sign_in(name text, address text, at timestamp with time zone, what text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.forgive_sign_in(name text, address text, at timestamp with time zone, what text) IS 'After an attempt that was none of the failures: the account''s are forgotten, of the address''s this one.';

--
-- Name: grant_role(text, text, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.grant_role(name text, role text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  found_user djet.users;
begin
  perform djet.require_role(grant_role.role);
  perform djet.keep_own_roles(grant_role.name, by);
  perform djet.guard_user(grant_role.name, by, grant_role.role);
  found_user := djet.require_user(grant_role.name);
  insert into djet.membership (user_id, role, granted_at, granted_by)
  values (found_user.id, grant_role.role, at, by)
  on conflict on constraint membership_pkey do nothing;
  if found then
    perform djet.enter_audit(
      by, 'role.grant', found_user.name, jsonb_build_object('role', grant_role.role), address, at);
  end if;
end
$$;

--
-- Name: FUNCTION grant_role(name text, role text, by text, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.grant_role(name text, role text, by text, address text, at timestamp with time zone) IS 'Grants a role to a user. Raises DJ403 for one''s own, for a role that gives more than `by` has, and for a user who has more; DJ404; DJ409 for a role that all have.';

--
-- Name: guard_exposure(text, jsonb, text, bigint); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.guard_exposure(basetype text, columns jsonb, by text, token bigint DEFAULT NULL::bigint) RETURNS void
    LANGUAGE plpgsql STABLE
    AS $$
declare
  held text[];
  lacking record;
begin
  if djet.is_unlimited(by, token) then
    return;
  end if;
  held := coalesce(djet.rights_at((select n.id from djet.node n where n.parent is null), by, token), '{}');
  select e.*
  into lacking
  from djet.exposures(guard_exposure.basetype, columns) e
  where not e."right" = any (held)
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ403',
      message = format('to expose %s takes the right “%s” at /, the root', lacking.what, lacking."right"),
      hint = 'Ask somebody who manages the whole site.';
  end if;
end
$$;

--
-- Name: FUNCTION guard_exposure(basetype text, columns jsonb, by text, token bigint); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.guard_exposure(basetype text, columns jsonb, by text, token bigint) IS 'Raises DJ403 unless somebody has the rights at the root that it takes to expose what a node of a basetype shows with these
columns: who manages a branch might otherwise show there what they may not see.';

--
-- Name: guard_gains(bigint, jsonb, text, bigint, boolean); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.guard_gains(top bigint, before jsonb, by text, token bigint DEFAULT NULL::bigint, is_move boolean DEFAULT false) RETURNS void
    LANGUAGE plpgsql STABLE
    AS $$
declare
  own_roles text[];
  gain record;
begin
  if djet.is_unlimited(by, token) then
    return;
  end if;
  own_roles := djet.roles_of(by);
  for gain in
    select
      n.node,
      rule.key as role,
      given.value as "right",
      djet.rights_through(
        token, was.value ->> 'path', djet.rights_among(was.value -> 'rules', own_roles)) as own
    from djet.rules_below(top) n
    join jsonb_each(before) was on was.key = n.node::text
    cross join jsonb_each(n.rules) rule
    cross join jsonb_array_elements_text(rule.value) given(value)
    where n.rules <> was.value -> 'rules'
      and not coalesce(was.value #> array['rules', rule.key] ? given.value, false)
  loop
    if not gain.own @> array[gain."right", 'manage'] then
      raise exception using
        errcode = 'DJ403',
        message = format(
          'this would give the role “%s” the right “%s” where you do not have it yourself, or do not manage',
          gain.role, gain."right");
    end if;
    if is_move then
      perform djet.guard_exposure(n.basetype, n.columns, by, token)
      from djet.node n
      where n.id = gain.node;
    end if;
  end loop;
end
$$;

--
-- Name: FUNCTION guard_gains(top bigint, before jsonb, by text, token bigint, is_move boolean); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.guard_gains(top bigint, before jsonb, by text, token bigint, is_move boolean) IS 'Raises DJ403 if a role may more in a branch than `before`, what branch_rules() told, and somebody who has changed that had not
this right there themselves, or did not manage that node. If the branch was moved, they must also be allowed to expose what
more may be seen of there.';

--
-- Name: guard_user(text, text, text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.guard_user(name text, by text, role text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  roles text[];
begin
  -- One change of what users may at a time: two administrators must not disable each other.
  perform
  from djet.role r
  where r.name = 'administrator'
  for update;
  if djet.is_unlimited(by) then
    return;
  end if;
  if guard_user.role is not null and not djet.covers(by, array[guard_user.role]) then
    raise exception using
      errcode = 'DJ403',
      message = format(
        case guard_user.role
          when 'administrator' then 'only an administrator may make an administrator'
          else 'the role “%s” gives rights that you do not have yourself: you can neither grant nor revoke it'
        end,
        guard_user.role);
  end if;
  select array(select jsonb_array_elements_text(a.roles))
  into roles
  from djet.all_users a
  where a.name = guard_user.name;
  if not djet.covers(by, coalesce(roles, '{}')) then
    raise exception using
      errcode = 'DJ403',
      message = case
        when 'administrator' = any (roles) then 'only an administrator may make, change or invite an administrator'
        else format('“%s” has rights that you do not have yourself', guard_user.name)
      end,
      hint = 'Ask somebody who has them all.';
  end if;
end
$$;

--
-- Name: FUNCTION guard_user(name text, by text, role text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.guard_user(name text, by text, role text) IS 'Raises DJ403 if a user may anything that `by` may not, or if a role that is to be granted or revoked gives it: who manages users
takes over nobody who has more rights. By null is a command, which may.';

--
-- Name: has_administrator(); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.has_administrator() RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  select exists (
    select from djet.membership m
    join djet.users u on u.id = m.user_id
    where m.role = 'administrator'
      and u.disabled_at is null
      and u.password is not null
  )
$$;

--
-- Name: FUNCTION has_administrator(); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.has_administrator() IS 'Whether there is an administrator who can sign in.';

--
-- Name: invitation_of(text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.invitation_of(token text, at timestamp with time zone DEFAULT now()) RETURNS TABLE(name text, full_name text, expires_at timestamp with time zone)
    LANGUAGE sql STABLE
    AS $$
  select u.name, u.full_name, i.expires_at
  from djet.invitation i
  join djet.users u on u.id = i.user_id
  where i.token_hash = djet.token_hash(token)
    and i.expires_at > at
    and u.disabled_at is null
    and djet.covers(i.invited_by, djet.roles_of(u.name))
$$;

--
-- Name: FUNCTION invitation_of(token text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.invitation_of(token text, at timestamp with time zone) IS 'Whom a token invites, as long as it is good, and whoever invited them may still all that they may. Looking does not use it up: mail programs look at links.';

--
-- Name: invite(text, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.invite(name text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS text
    LANGUAGE plpgsql
    AS $$
declare
  found_user djet.users;
  token text := djet.new_token();
begin
  perform djet.guard_user(invite.name, by);
  found_user := djet.require_user(invite.name);
  if found_user.disabled_at is not null then
    raise exception using
      errcode = 'DJ409',
      message = format('“%s” is disabled', found_user.name),
      hint = 'Enable them first.';
  end if;
  insert into djet.invitation (user_id, created_at, expires_at, token_hash, invited_by)
  values (found_user.id, at, at + interval '24 hours', djet.token_hash(token), by)
  on conflict on constraint invitation_user_id_key do update set
    created_at = excluded.created_at,
    expires_at = excluded.expires_at,
    token_hash = excluded.token_hash,
    invited_by = excluded.invited_by;
  perform djet.enter_audit(by, 'user.invite', found_user.name, '{}', address, at);
  return token;
end
$$;

--
-- Name: FUNCTION invite(name text, by text, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.invite(name text, by text, address text, at timestamp with time zone) IS 'A token with which a user may once, within 24 hours, set a password; it is shown now and never again, and takes the place of an earlier one. Raises DJ403, DJ404, DJ409 for a disabled user.';

--
-- Name: is_administrator(text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.is_administrator(name text) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  select exists (
    select from djet.users u
    join djet.membership m on m.user_id = u.id
    where u.name = is_administrator.name
      and m.role = 'administrator'
  )
$$;

--
-- Name: FUNCTION is_administrator(name text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.is_administrator(name text) IS 'Whether a user has the role administrator.';

--
-- Name: is_built_on(text, text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.is_built_on(password text, name text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$
  select exists (
    select
    from unnest(array[lower(password), djet.unmasked(password, 'i'), djet.unmasked(password, 'l')]) typed,
      unnest(array[lower(btrim(name)), replace(lower(btrim(name)), ' ', '')]) own
    where length(own) >= 2
      and strpos(typed, own) > 0
      and (length(own) >= 4 or length(replace(typed, own, '')) < 8)
  )
$$;

--
-- Name: FUNCTION is_built_on(password text, name text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.is_built_on(password text, name text) IS 'Whether a password holds a name, in any case and with digits for letters. A name of 2 or 3 letters may be in it if at least 8 other characters are.';

--
-- Name: is_common(text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.is_common(password text) RETURNS boolean
    LANGUAGE sql STABLE
    AS $_$
  with typed as (
    select lower(is_common.password) as word, ' 0123456789!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~' as frills
  ),
  cores as (
    select core, replace(word, core, '') as rest
    from typed,
      unnest(array[word, rtrim(word, frills), ltrim(word, frills), btrim(word, frills)]) core
    where length(core) >= 4
  )
  select exists (
    select
    from cores
    where (
        exists (
          select
          from djet.common_password c
          where c.password in (core, djet.unmasked(core, 'i'), djet.unmasked(core, 'l'))
        )
        or djet.is_simple(core)
      )
      and (length(rest) < 8 or djet.is_simple(rest))
  )
$_$;

--
-- Name: FUNCTION is_common(password text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.is_common(password text) IS 'Whether a password is one of those that are tried first, in any case and with digits for letters, or such a one, or a simple one, with fewer than 8 digits and signs around it.';

--
-- Name: is_password(text, text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.is_password(password text, hash text) RETURNS boolean
    LANGUAGE plpgsql STABLE
    AS $_$
declare
  condensed text := djet.condensed_password(password);
  cost integer := djet.password_cost();
  found_hash text;
begin
  -- Without a hash the work is done all the same: its time must not tell whether there is such a user.
  execute format('select %I.crypt($1, $2)', djet.pgcrypto())
  into found_hash
  using condensed, coalesce(hash, format('$2a$%s$abcdefghijklmnopqrstuu', lpad(cost::text, 2, '0')));
  -- Of a hash that took less work the rest is done, too: 2^c + 2^c + 2^(c+1) + … = 2^cost.
  for missing in coalesce(substr(hash, 5, 2)::integer, cost)..cost - 1 loop
    execute format('select %I.crypt($1, $2)', djet.pgcrypto())
    using condensed, format('$2a$%s$abcdefghijklmnopqrstuu', lpad(missing::text, 2, '0'));
  end loop;
  return coalesce(found_hash = hash, false);
end
$_$;

--
-- Name: FUNCTION is_password(password text, hash text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.is_password(password text, hash text) IS 'Whether a password is the one of a hash. It takes as long if the hash is null, and is false; and as long for a hash that was made with less work than is done today. To be called before anything is locked: it takes a tenth of a second.';

--
-- Name: is_simple(text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.is_simple(password text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $_$
  with rows (keys) as (
    values
      ('abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm qwertzuiop yxcvbnm azertyuiop qsdfghjklm wxcvbn '
       '1q2w3e4r5t6y7u8i9o0p 1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p q1w2e3r4t5y6 qazwsxedcrfvtgbyhnujmik !@#$%^&*() ')
  ),
  text as (
    select lower(is_simple.password) as typed, length(is_simple.password) as size
  )
  select
    -- Nearly every character follows from the one before.
    (
      select count(*) filter (
        where left(pair, 1) = right(pair, 1)
          or strpos(rows.keys, pair) > 0
          or strpos(rows.keys, reverse(pair)) > 0
      ) >= 0.75 * count(*)
      from (select substr(typed, at, 2) as pair from generate_series(1, size - 1) at) pairs
    )
    -- It is what it begins with, again and again.
    or exists (
      select
      from generate_series(1, least(size / 2, 50)) period
      where left(typed, size - period) = substr(typed, period + 1)
    )
  from text, rows
$_$;

--
-- Name: FUNCTION is_simple(password text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.is_simple(password text) IS 'Whether a password is a sequence of the alphabet, of numbers or of keys, or the same over and over again.';

--
-- Name: is_unlimited(text, bigint); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.is_unlimited(by text, token bigint DEFAULT NULL::bigint) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  select by is null
    or 'administrator' = any (djet.roles_of(by))
    and (
      token is null
      or exists (
        select from djet.token t
        where t.id = token
          and coalesce(t.below, '/') = '/'
          and t.scopes @> '{view,use,operate,arguments,manage}'
      )
    )
$$;

--
-- Name: FUNCTION is_unlimited(by text, token bigint); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.is_unlimited(by text, token bigint) IS 'Whether no rule limits what somebody does: a command (by null), or an administrator, with an API token only if it may all they may.';

--
-- Name: keep_an_administrator(text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.keep_an_administrator(name text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  if not exists (
    select from djet.membership m
    join djet.users u on u.id = m.user_id
    where m.role = 'administrator'
      and u.disabled_at is null
      and u.password is not null
      and u.name <> keep_an_administrator.name
  ) then
    raise exception using
      errcode = 'DJ409',
      message = format('the user “%s” is the last administrator who can sign in', keep_an_administrator.name),
      hint = 'Make somebody else an administrator first.';
  end if;
end
$$;

--
-- Name: FUNCTION keep_an_administrator(name text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.keep_an_administrator(name text) IS 'Raises DJ409 unless somebody other than this user is an administrator who can sign in.';

--
-- Name: keep_audit(); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.keep_audit() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception using
    errcode = 'DJ403',
    message = 'what happened cannot be changed: audit entries are neither updated nor deleted';
end
$$;

--
-- Name: FUNCTION keep_audit(); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.keep_audit() IS 'Refuses every change of the audit but new entries.';

--
-- Name: keep_node(); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.keep_node() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if old.parent is null then
    raise exception using
      errcode = 'DJ409',
      message = 'the root cannot be removed';
  end if;
  if exists (select from djet.basetype b where b.name = old.basetype and b.required)
    and not exists (select from djet.node n where n.basetype = old.basetype and n.id <> old.id)
  then
    raise exception using
      errcode = 'DJ409',
      message = format('%s cannot be removed: the site needs its %s', old.path, old.basetype),
      hint = 'It can be moved.';
  end if;
  return old;
end
$$;

--
-- Name: FUNCTION keep_node(); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.keep_node() IS 'Trigger: neither the root nor the last node of a required basetype is removed (DJ409).';

--
-- Name: keep_own_roles(text, text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.keep_own_roles(name text, by text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE
    AS $$
begin
  if name = by then
    raise exception using
      errcode = 'DJ403',
      message = 'nobody changes their own roles',
      hint = 'Ask somebody else who manages users.';
  end if;
end
$$;

--
-- Name: FUNCTION keep_own_roles(name text, by text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.keep_own_roles(name text, by text) IS 'Raises DJ403 if somebody changes their own roles, also if they are an administrator.';

--
-- Name: keep_paths(); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.keep_paths() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  -- Each child finds its own path again, and tells its children in turn.
  update djet.node n
  set parent = n.parent
  where n.parent = new.id;
  return null;
end
$$;

--
-- Name: FUNCTION keep_paths(); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.keep_paths() IS 'Trigger: when a node has another path, so has its whole branch.';

--
-- Name: keep_role(); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.keep_role() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  insert into djet.role (name, title)
  values (new.role, initcap(translate(new.role, '_.-', '   ')))
  on conflict on constraint role_pkey do nothing;
  return null;
end
$$;

--
-- Name: FUNCTION keep_role(); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.keep_role() IS 'A role that an access rule names exists: it can be granted.';

--
-- Name: known_name(text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.known_name(name text) RETURNS text
    LANGUAGE sql STABLE
    AS $$
  select coalesce((select u.name from djet.users u where u.name = lower(btrim(known_name.name))), '')
$$;

--
-- Name: FUNCTION known_name(name text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.known_name(name text) IS 'A typed name if it is a user''s, otherwise nothing: people type their password into the wrong field, and it must not be kept.';

--
-- Name: last_position(bigint); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.last_position(parent bigint) RETURNS integer
    LANGUAGE sql STABLE
    AS $$
  select least(coalesce(max(n.position) + 1, 1), 1000000)
  from djet.node n
  where n.parent is not distinct from last_position.parent;
$$;

--
-- Name: FUNCTION last_position(parent bigint); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.last_position(parent bigint) IS 'The place behind all children of a node.';

--
-- Name: leave_server(bigint); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.leave_server(id bigint) RETURNS void
    LANGUAGE sql
    AS $$
  delete from djet.server s
  where s.id = leave_server.id
$$;

--
-- Name: FUNCTION leave_server(id bigint); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.leave_server(id bigint) IS 'Forgets a web server that stops.';

--
-- Name: lock_tree(); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.lock_tree() RETURNS void
    LANGUAGE plpgsql
    SET lock_timeout TO '10s'
    AS $$
begin
  -- On the table itself, which only those may lock who may write to it. Whoever reads it does not wait.
  lock table djet.node in share row exclusive mode;
exception when lock_not_available then
  raise exception 'somebody else is changing the tree, and has not come to an end in 10 seconds'
  using errcode = 'DJ503', hint = 'Try again; should it last, look for a transaction that was left open.';
end
$$;

--
-- Name: FUNCTION lock_tree(); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.lock_tree() IS 'Lets one transaction at a time change the tree, so that no two moves make a cycle together. Readers do not wait. DJ503 if
somebody else changes it for more than 10 seconds.';

--
-- Name: move_node(bigint, bigint, text, integer, text, bigint); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.move_node(id bigint, parent bigint DEFAULT NULL::bigint, name text DEFAULT NULL::text, "position" integer DEFAULT NULL::integer, by text DEFAULT NULL::text, token bigint DEFAULT NULL::bigint) RETURNS djet.node
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
declare
  moved djet.node;
  before jsonb;
begin
  perform djet.lock_tree();
  moved := djet.one_node(move_node.id);
  if moved.parent is null then
    raise exception using
      errcode = 'DJ409',
      message = 'the root cannot be moved';
  end if;
  perform djet.demand_right(moved.id, 'manage', by, token);
  if move_node.parent <> moved.parent then
    perform djet.demand_right(move_node.parent, 'manage', by, token);
    before := djet.branch_rules(moved.id);
  end if;
  update djet.node n
  set
    parent = coalesce(move_node.parent, n.parent),
    name = coalesce(move_node.name, n.name),
    position = coalesce(
      move_node.position,
      case when move_node.parent <> n.parent then djet.last_position(move_node.parent) end,
      n.position)
  where n.id = move_node.id
  returning n.* into moved;
  if before is not null then
    perform djet.guard_gains(moved.id, before, by, token, true);
  end if;
  return moved;
end
$$;

--
-- Name: FUNCTION move_node(id bigint, parent bigint, name text, "position" integer, by text, token bigint); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.move_node(id bigint, parent bigint, name text, "position" integer, by text, token bigint) IS 'Puts a node with its whole branch under another parent, under another name or in another place among its siblings, and
returns it; what is null stays, except that under another parent it goes behind its siblings. Raises DJ400, DJ404, DJ403 if
`by` may not move it, or others would see more of the branch there than `by` may show them, or DJ409 if the path is taken, or the parent lies in the branch itself.';

--
-- Name: need_second_factor(text, boolean, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.need_second_factor(role text, needed boolean, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  if by is not null and not djet.is_administrator(by) then
    raise exception using
      errcode = 'DJ403',
      message = 'only an administrator says which roles need a second factor';
  end if;
  if need_second_factor.role is distinct from 'users' then
    perform djet.require_role(need_second_factor.role);
  end if;
  update djet.role r
  set needs_second_factor = coalesce(need_second_factor.needed, false)
  where r.name = need_second_factor.role
    and r.needs_second_factor is distinct from coalesce(need_second_factor.needed, false);
  if found then
    perform djet.enter_audit(
      by, 'role.second-factor', need_second_factor.role, jsonb_build_object('needed', need_second_factor.needed),
      address, at);
  end if;
end
$$;

--
-- Name: FUNCTION need_second_factor(role text, needed boolean, by text, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.need_second_factor(role text, needed boolean, by text, address text, at timestamp with time zone) IS 'Says whether a role, or `users`, which is everybody, needs a second factor. Who has the role and none is asked to set one up before anything else, also in sessions that are open. Raises DJ403, DJ404, and DJ409 for everyone.';

--
-- Name: new_token(); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.new_token() RETURNS text
    LANGUAGE plpgsql
    AS $$
declare
  bytes bytea;
begin
  execute format('select %I.gen_random_bytes(32)', djet.pgcrypto()) into bytes;
  return translate(encode(bytes, 'base64'), '+/=', '-_');
end
$$;

--
-- Name: FUNCTION new_token(); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.new_token() IS 'A secret of 256 bits from the system''s generator, as 43 characters that an address may contain.';

--
-- Name: node_turn(); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.node_turn() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform djet.lock_tree();
  return null;
end
$$;

--
-- Name: FUNCTION node_turn(); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.node_turn() IS 'Trigger: whoever changes nodes waits for their turn, whichever way they come.';

--
-- Name: one_node(bigint); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.one_node(id bigint) RETURNS djet.node
    LANGUAGE plpgsql
    AS $$
declare
  found_node djet.node;
begin
  select * into found_node from djet.node n where n.id = one_node.id for update;
  if found_node.id is null then
    raise exception using
      errcode = 'DJ404',
      message = format('there is no node with the number %s', one_node.id);
  end if;
  return found_node;
end
$$;

--
-- Name: FUNCTION one_node(id bigint); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.one_node(id bigint) IS 'A node, which nobody else changes until the transaction ends. Raises DJ404.';

--
-- Name: password_cost(); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.password_cost() RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$
  select 11
$$;

--
-- Name: FUNCTION password_cost(); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.password_cost() IS 'The power of 2 of bcrypt''s rounds: 11 is about 0.1 s of work for us, and for whoever guesses. Passwords are brought to it when their users sign in.';

--
-- Name: password_hash(text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.password_hash(password text) RETURNS text
    LANGUAGE plpgsql
    AS $_$
declare
  hash text;
begin
  execute format('select %1$I.crypt($1, %1$I.gen_salt(''bf'', $2))', djet.pgcrypto())
  into hash
  using djet.condensed_password(password), djet.password_cost();
  return hash;
end
$_$;

--
-- Name: FUNCTION password_hash(password text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.password_hash(password text) IS 'The bcrypt of a password, under a salt of its own.';

--
-- Name: pgcrypto(); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.pgcrypto() RETURNS name
    LANGUAGE sql STABLE
    AS $$
  select n.nspname
  from pg_catalog.pg_extension e
  join pg_catalog.pg_namespace n on n.oid = e.extnamespace
  where e.extname = 'pgcrypto'
$$;

--
-- Name: FUNCTION pgcrypto(); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.pgcrypto() IS 'The schema in which pgcrypto is installed: nobody''s search path decides whose crypt() is called.';

--
-- Name: plant(jsonb); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.plant(seeds jsonb) RETURNS integer
    LANGUAGE plpgsql
    AS $$
declare
  seed jsonb;
  planted djet.node;
  rule record;
  planted_count integer := 0;
begin
  perform djet.lock_tree();
  if exists (select from djet.node) then
    return 0;
  end if;
  for seed in
    select s.value
    from jsonb_array_elements(seeds) with ordinality s (value, place)
    order by array_length(string_to_array(nullif(s.value ->> 'path', '/'), '/'), 1) nulls first, s.place
  loop
    planted := djet.add_node(
      seed ->> 'path', seed ->> 'basetype', seed ->> 'title', (seed ->> 'position')::integer,
      (seed ->> 'inMenu')::boolean, seed -> 'columns', seed #>> '{redirect,to}',
      (seed #>> '{redirect,status}')::integer);
    for rule in select a.key, a.value from jsonb_each(coalesce(seed -> 'access', '{}')) a
    loop
      perform djet.set_access(
        planted.id, rule.key, array(select jsonb_array_elements_text(rule.value)));
    end loop;
    planted_count := planted_count + 1;
  end loop;
  return planted_count;
end
$$;

--
-- Name: FUNCTION plant(seeds jsonb); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.plant(seeds jsonb) IS 'Writes a first tree, if there is none at all, and returns how many nodes that made: a list of objects of path, basetype,
title, position, inMenu, columns, access (rights by role) and redirect (to, status).';

--
-- Name: prove_code(bigint, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.prove_code(user_id bigint, code text, at timestamp with time zone) RETURNS text
    LANGUAGE plpgsql
    AS $$
declare
  factor djet.second_factor;
  typed text;
  proved bigint;
begin
  if code is null or length(code) > 64 then
    return null;
  end if;
  typed := translate(lower(code), ' -', '');
  -- Locked, so that of two who send the same code at the same time one is let in.
  select f.*
  into factor
  from djet.second_factor f
  where f.user_id = prove_code.user_id
    and f.confirmed_at is not null
  for update;
  if not found then
    return null;
  end if;

  proved := djet.totp_step(factor.secret, typed, at, factor.last_step);
  if proved is not null then
    update djet.second_factor f
    set last_step = proved
    where f.user_id = prove_code.user_id;
    return 'code';
  end if;
  delete from djet.recovery_code r
  where r.user_id = prove_code.user_id
    and r.code_hash = djet.recovery_hash(prove_code.user_id, typed);
  return case when found then 'recovery' end;
end
$$;

--
-- Name: FUNCTION prove_code(user_id bigint, code text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.prove_code(user_id bigint, code text, at timestamp with time zone) IS 'With what somebody proved their second factor: a one-time `code`, or a `recovery` code. Each is good once. Null: it is wrong, was used before, or there is no second factor. To be called after begin_sign_in(what => ''code'') has committed.';

--
-- Name: prove_password(text, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.prove_password(name text, password text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
declare
  known djet.users;
begin
  perform djet.check_typed(prove_password.name, prove_password.password);
  select u.*
  into known
  from djet.users u
  where u.name = prove_password.name;
  if not djet.is_password(prove_password.password, known.password) or known.disabled_at is not null then
    perform djet.enter_audit(
      known.name, 'password.refused', coalesce(known.name, ''), '{}', address, at);
    return false;
  end if;
  perform djet.forgive_sign_in(known.name, address, at);
  return true;
end
$$;

--
-- Name: FUNCTION prove_password(name text, password text, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.prove_password(name text, password text, address text, at timestamp with time zone) IS 'Whether somebody who is signed in knows their password. To be called after begin_sign_in() has committed.';

--
-- Name: recovery_hash(bigint, text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.recovery_hash(user_id bigint, code text) RETURNS bytea
    LANGUAGE sql IMMUTABLE
    AS $$
  select sha256(convert_to('djet.recovery:' || user_id || ':' || code, 'UTF8'))
$$;

--
-- Name: FUNCTION recovery_hash(user_id bigint, code text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.recovery_hash(user_id bigint, code text) IS 'What is stored of a recovery code, which is given in lower case and without dashes. 80 random bits need no slowness.';

--
-- Name: remove_node(bigint, boolean, text, bigint); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.remove_node(id bigint, branch boolean DEFAULT false, by text DEFAULT NULL::text, token bigint DEFAULT NULL::bigint) RETURNS integer
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
declare
  top djet.node;
  below integer;
begin
  perform djet.lock_tree();
  top := djet.one_node(remove_node.id);
  if top.parent is null then
    raise exception using
      errcode = 'DJ409',
      message = 'the root cannot be removed';
  end if;
  select count(*) into below from djet.node n where starts_with(n.path, top.path || '/');
  if below > 0 and not branch then
    raise exception using
      errcode = 'DJ409',
      message = format('%s has %s below it', top.path, case when below = 1 then '1 node' else below || ' nodes' end),
      hint = 'Remove or move those first, or remove the whole branch.';
  end if;
  perform djet.demand_right(n.id, 'manage', by, token)
  from djet.node n
  where n.id = top.id
    or starts_with(n.path, top.path || '/');
  delete from djet.node n
  where n.id = top.id
    or starts_with(n.path, top.path || '/');
  return below + 1;
end
$$;

--
-- Name: FUNCTION remove_node(id bigint, branch boolean, by text, token bigint); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.remove_node(id bigint, branch boolean, by text, token bigint) IS 'Removes a node, with `branch` also all nodes below it, and returns how many. Raises DJ403 if `by` does not manage all of
them, DJ404, or DJ409 if there are nodes below
it and `branch` is false, and for a node that the site needs.';

--
-- Name: remove_second_factor(text, text, bigint, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.remove_second_factor(name text, code text, session bigint DEFAULT NULL::bigint, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
declare
  found_user djet.users := djet.require_user(remove_second_factor.name);
begin
  if djet.prove_code(found_user.id, code, at) is null then
    perform djet.enter_audit(found_user.name, 'second-factor.refused', found_user.name, '{}', address, at);
    return false;
  end if;
  perform djet.forgive_sign_in(found_user.name, address, at, 'code');
  delete from djet.second_factor f where f.user_id = found_user.id;
  delete from djet.session s
  where s.user_id = found_user.id
    and s.id is distinct from remove_second_factor.session;
  update djet.session s
  set second_factor_at = null
  where s.id = remove_second_factor.session
    and s.user_id = found_user.id;
  perform djet.enter_audit(found_user.name, 'second-factor.remove', found_user.name, '{}', address, at);
  return true;
end
$$;

--
-- Name: FUNCTION remove_second_factor(name text, code text, session bigint, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.remove_second_factor(name text, code text, session bigint, address text, at timestamp with time zone) IS 'Removes one''s own second factor for whoever has a code of it; all other sessions end. False if the code is wrong. Whose role needs one must set up another before anything else. To be called after prove_password(), and after begin_sign_in(what => ''code'') has committed. Raises DJ404.';

--
-- Name: require_role(text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.require_role(name text) RETURNS void
    LANGUAGE plpgsql STABLE
    AS $$
begin
  if name in ('everyone', 'users') then
    raise exception using
      errcode = 'DJ409',
      message = format('everybody has the role “%s”: it is neither granted nor revoked', name);
  end if;
  if not exists (select from djet.role r where r.name = require_role.name) then
    raise exception using
      errcode = 'DJ404',
      message = format(
        'there is no role “%s”; there are: %s',
        left(name, 60),
        (select string_agg(r.name, ', ' order by r.name) from djet.role r where r.name not in ('everyone', 'users'))
      );
  end if;
end
$$;

--
-- Name: FUNCTION require_role(name text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.require_role(name text) IS 'Raises DJ404, which names what there is, unless the role exists; DJ409 for those that everybody has.';

--
-- Name: require_user(text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.require_user(name text) RETURNS djet.users
    LANGUAGE plpgsql
    AS $$
declare
  found_user djet.users;
begin
  select u.*
  into found_user
  from djet.users u
  where u.name = require_user.name
  for update;
  if not found then
    raise exception using
      errcode = 'DJ404',
      message = format('there is no user “%s”', left(require_user.name, 63));
  end if;
  return found_user;
end
$$;

--
-- Name: FUNCTION require_user(name text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.require_user(name text) IS 'A user, locked until the transaction ends. Raises DJ404 if there is none.';

--
-- Name: reset_second_factor(text, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.reset_second_factor(name text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  found_user djet.users;
begin
  if by = reset_second_factor.name then
    raise exception using
      errcode = 'DJ403',
      message = 'your own second factor is removed on your account page, with your password and a code';
  end if;
  perform djet.guard_user(reset_second_factor.name, by);
  found_user := djet.require_user(reset_second_factor.name);
  delete from djet.second_factor f where f.user_id = found_user.id;
  if not found then
    raise exception using
      errcode = 'DJ409',
      message = format('“%s” has no second factor', found_user.name);
  end if;
  delete from djet.session s where s.user_id = found_user.id;
  perform djet.enter_audit(by, 'second-factor.reset', found_user.name, '{}', address, at);
end
$$;

--
-- Name: FUNCTION reset_second_factor(name text, by text, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.reset_second_factor(name text, by text, address text, at timestamp with time zone) IS 'Removes the second factor of somebody who has lost their device; their sessions end. Raises DJ403, DJ404, and DJ409 if they have none.';

--
-- Name: revoke_role(text, text, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.revoke_role(name text, role text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  found_user djet.users;
begin
  perform djet.require_role(revoke_role.role);
  perform djet.guard_user(revoke_role.name, by, revoke_role.role);
  found_user := djet.require_user(revoke_role.name);
  if revoke_role.role = 'administrator'
    and djet.is_administrator(found_user.name)
    and found_user.password is not null
    and found_user.disabled_at is null
  then
    perform djet.keep_an_administrator(found_user.name);
  end if;
  perform djet.keep_own_roles(found_user.name, by);
  delete from djet.membership m
  where m.user_id = found_user.id
    and m.role = revoke_role.role;
  if found then
    perform djet.enter_audit(
      by, 'role.revoke', found_user.name, jsonb_build_object('role', revoke_role.role), address, at);
  end if;
end
$$;

--
-- Name: FUNCTION revoke_role(name text, role text, by text, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.revoke_role(name text, role text, by text, address text, at timestamp with time zone) IS 'Takes a role from a user. Raises DJ403 as grant_role() does, DJ404, and DJ409 for the last administrator.';

--
-- Name: revoke_token(bigint, text, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.revoke_token(id bigint, name text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  title text;
begin
  if by is distinct from revoke_token.name then
    perform djet.guard_user(revoke_token.name, by);
  end if;
  delete from djet.token t
  using djet.users u
  where t.id = revoke_token.id
    and u.id = t.user_id
    and u.name = revoke_token.name
  returning t.title into title;
  if not found then
    raise exception using errcode = 'DJ404', message = 'there is no such token';
  end if;
  perform djet.enter_audit(
    by, 'token.revoke', revoke_token.name,
    jsonb_build_object('token', revoke_token.id, 'title', title), address, at);
end
$$;

--
-- Name: FUNCTION revoke_token(id bigint, name text, by text, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.revoke_token(id bigint, name text, by text, address text, at timestamp with time zone) IS 'Revokes an API token of a user. Raises DJ403 for somebody who has more rights, DJ404 if they have none of that number.';

--
-- Name: revoke_tokens(text, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.revoke_tokens(name text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS integer
    LANGUAGE plpgsql
    AS $$
declare
  found_user djet.users;
  revoked integer;
begin
  if by is distinct from revoke_tokens.name then
    perform djet.guard_user(revoke_tokens.name, by);
  end if;
  found_user := djet.require_user(revoke_tokens.name);
  delete from djet.token t
  where t.user_id = found_user.id;
  get diagnostics revoked = row_count;
  if revoked > 0 then
    perform djet.enter_audit(
      by, 'token.revoke-all', found_user.name, jsonb_build_object('tokens', revoked), address, at);
  end if;
  return revoked;
end
$$;

--
-- Name: FUNCTION revoke_tokens(name text, by text, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.revoke_tokens(name text, by text, address text, at timestamp with time zone) IS 'Revokes all API tokens of a user, and returns how many these were. Raises DJ403 and DJ404.';

--
-- Name: rights_among(jsonb, text[]); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.rights_among(rules jsonb, roles text[]) RETURNS text[]
    LANGUAGE sql IMMUTABLE
    AS $$
  select coalesce(array_agg(distinct given.value), '{}')
  from jsonb_each(rules) rule
  cross join jsonb_array_elements_text(rule.value) given(value)
  where rule.key = any (roles)
$$;

--
-- Name: FUNCTION rights_among(rules jsonb, roles text[]); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.rights_among(rules jsonb, roles text[]) IS 'The rights that some roles have together by the rules of a node.';

--
-- Name: rights_at(bigint, text, bigint); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.rights_at(node bigint, name text, token bigint DEFAULT NULL::bigint) RETURNS text[]
    LANGUAGE sql STABLE
    AS $$
  select djet.rights_through(token, n.path, djet.rights_among(djet.rules_at(n.id), djet.roles_of(rights_at.name)))
  from djet.node n
  where n.id = rights_at.node
$$;

--
-- Name: FUNCTION rights_at(node bigint, name text, token bigint); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.rights_at(node bigint, name text, token bigint) IS 'What a user may do at a node, or a program that comes with an API token of theirs.';

--
-- Name: rights_through(bigint, text, text[]); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.rights_through(token bigint, path text, rights text[]) RETURNS text[]
    LANGUAGE sql STABLE
    AS $$
  select case
    when token is null then rights
    else coalesce(
      (
        select array_agg(given.value)
        from djet.token t
        cross join unnest(rights) given(value)
        where t.id = token
          and given.value = any (t.scopes)
          and (t.below is null or t.below = '/' or path = t.below or starts_with(path, t.below || '/'))
      ),
      '{}'
    )
  end
$$;

--
-- Name: FUNCTION rights_through(token bigint, path text, rights text[]); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.rights_through(token bigint, path text, rights text[]) IS 'What is left of somebody''s rights at a path for a program that comes with an API token of theirs; all of them without a token.';

--
-- Name: ring_rights(); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.ring_rights() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  -- Within one transaction the same ring is sent once.
  perform pg_notify('djet:rights', '');
  return null;
end
$$;

--
-- Name: FUNCTION ring_rights(); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.ring_rights() IS 'Trigger: rings djet:rights when somebody loses a session, a token or a role, or is disabled, or may need a second factor, and that commits.';

--
-- Name: ring_tree(); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.ring_tree() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  -- Within one transaction the same ring is sent once.
  perform pg_notify('djet:tree', '');
  return null;
end
$$;

--
-- Name: FUNCTION ring_tree(); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.ring_tree() IS 'Trigger: rings djet:tree when the change commits.';

--
-- Name: roles_of(text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.roles_of(name text) RETURNS text[]
    LANGUAGE sql STABLE
    AS $$
  select coalesce(
    (
      select array(select jsonb_array_elements_text(a.roles))
      from djet.all_users a
      where a.name = roles_of.name
        and a.disabled_at is null
    ),
    '{everyone}'
  )
$$;

--
-- Name: FUNCTION roles_of(name text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.roles_of(name text) IS 'The roles with which a user acts: those that were granted, users and everyone. A stranger, or who is disabled, has everyone alone.';

--
-- Name: rules_at(bigint); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.rules_at(node bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$
  with recursive way (id, parent, distance) as (
    select n.id, n.parent, 0
    from djet.node n
    where n.id = rules_at.node
    union all
    select n.id, n.parent, w.distance + 1
    from way w
    join djet.node n on n.id = w.parent
  )
  select coalesce(jsonb_object_agg(nearest.role, to_jsonb(nearest.rights)), '{}')
  from (
    select distinct on (a.role) a.role, a.rights
    from way w
    join djet.access a on a.node = w.id
    order by a.role, w.distance
  ) nearest
$$;

--
-- Name: FUNCTION rules_at(node bigint); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.rules_at(node bigint) IS 'What decides at a node: for each role the rights of the nearest rule on the way up to the root, as an object.';

--
-- Name: rules_below(bigint); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.rules_below(top bigint) RETURNS TABLE(node bigint, path text, rules jsonb)
    LANGUAGE sql STABLE
    AS $$
  with recursive
  own (node, rules) as materialized (
    select a.node, jsonb_object_agg(a.role, to_jsonb(a.rights))
    from djet.access a
    group by a.node
  ),
  branch (node, path, rules) as (
    select n.id, n.path, djet.rules_at(n.id)
    from djet.node n
    where n.id = top
    union all
    select n.id, n.path, b.rules || coalesce(o.rules, '{}')
    from branch b
    join djet.node n on n.parent = b.node
    left join own o on o.node = n.id
  )
  select b.node, b.path, b.rules
  from branch b
$$;

--
-- Name: FUNCTION rules_below(top bigint); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.rules_below(top bigint) IS 'What decides at each node of a branch, as rules_at() tells it of one.';

--
-- Name: second_factor_of(text, bigint); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.second_factor_of(name text, session bigint DEFAULT NULL::bigint) RETURNS TABLE(confirmed_at timestamp with time zone, secret text, recovery_codes integer)
    LANGUAGE sql STABLE
    AS $$
  select
    f.confirmed_at,
    case
      when f.confirmed_at is null and f.session_id is not distinct from second_factor_of.session
        then djet.base32(f.secret)
    end,
    (select count(*)::integer from djet.recovery_code r where r.user_id = f.user_id)
  from djet.second_factor f
  join djet.users u on u.id = f.user_id
  where u.name = second_factor_of.name
$$;

--
-- Name: FUNCTION second_factor_of(name text, session bigint); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.second_factor_of(name text, session bigint) IS 'The second factor of a user: since when it counts, its secret for as long as it does not, for the session in which it was begun, and how many recovery codes are left.';

--
-- Name: see_server(bigint, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.see_server(id bigint, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE sql
    AS $$
  update djet.server s
  set seen_at = at
  where s.id = see_server.id
$$;

--
-- Name: FUNCTION see_server(id bigint, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.see_server(id bigint, at timestamp with time zone) IS 'Notes that a web server still serves the site: every minute, or it counts as gone.';

--
-- Name: see_session(bigint, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.see_session(id bigint, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE sql
    AS $$
  update djet.session s
  set seen_at = at
  where s.id = see_session.id
    and s.seen_at < at - interval '1 minute'
$$;

--
-- Name: FUNCTION see_session(id bigint, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.see_session(id bigint, at timestamp with time zone) IS 'Notes that a session is in use; at most once a minute, so that reads stay reads.';

--
-- Name: see_token(bigint, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.see_token(id bigint, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE sql
    AS $$
  update djet.token t
  set used_at = at
  where t.id = see_token.id
    and (t.used_at is null or t.used_at < at - interval '1 minute')
$$;

--
-- Name: FUNCTION see_token(id bigint, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.see_token(id bigint, at timestamp with time zone) IS 'Notes that an API token is in use; at most once a minute, so that reads stay reads.';

--
-- Name: session_of(text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.session_of(token text, at timestamp with time zone DEFAULT now()) RETURNS TABLE(session_id bigint, csrf text, is_stale boolean, id bigint, name text, full_name text, roles jsonb, awaits text)
    LANGUAGE sql STABLE
    AS $$
  select
    s.id, s.csrf, s.seen_at < at - interval '1 minute', u.id, u.name, u.full_name, a.roles,
    djet.awaited(u.id, s.second_factor_at)
  from djet.session s
  join djet.users u on u.id = s.user_id
  join djet.all_users a on a.id = u.id
  where s.token_hash = djet.token_hash(token)
    and s.seen_at > at - interval '12 hours'
    and s.expires_at > at
    and u.disabled_at is null
$$;

--
-- Name: FUNCTION session_of(token text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.session_of(token text, at timestamp with time zone) IS 'The session of a token and its user; no row if it has ended, or its user is disabled. A session that was last seen more than a minute ago is stale: see_session() is due. As long as it awaits something, nobody is signed in: see awaited().';

--
-- Name: sessions_of(text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.sessions_of(name text, at timestamp with time zone DEFAULT now()) RETURNS TABLE(id bigint, created_at timestamp with time zone, seen_at timestamp with time zone, expires_at timestamp with time zone, address text, agent text)
    LANGUAGE sql STABLE
    AS $$
  select s.id, s.created_at, s.seen_at, s.expires_at, s.address, s.agent
  from djet.session s
  join djet.users u on u.id = s.user_id
  where u.name = sessions_of.name
    and s.seen_at > at - interval '12 hours'
    and s.expires_at > at
    and djet.awaited(u.id, s.second_factor_at) is distinct from 'code'
  order by s.seen_at desc, s.id desc
$$;

--
-- Name: FUNCTION sessions_of(name text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.sessions_of(name text, at timestamp with time zone) IS 'The sessions of a user that have not ended, the one that was used last first.';

--
-- Name: set_access(bigint, text, text[], text, bigint); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.set_access(node bigint, role text, rights text[], by text DEFAULT NULL::text, token bigint DEFAULT NULL::bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
declare
  place djet.node;
  problem text;
  before jsonb;
begin
  perform djet.lock_tree();
  place := djet.one_node(set_access.node);
  perform djet.demand_right(place.id, 'manage', by, token);
  if set_access.rights is null and set_access.role = 'administrator' and place.parent is null then
    raise exception using
      errcode = 'DJ409',
      message = 'the administrator''s rule at the root stays: without it nobody could mend the rules';
  end if;
  problem := case when set_access.rights is not null then djet.access_problem(set_access.role, set_access.rights) end;
  if problem is not null then
    raise exception using
      errcode = 'DJ400',
      message = problem;
  end if;
  if set_access.role = 'everyone' and not djet.is_unlimited(by, token) then
    raise exception using
      errcode = 'DJ403',
      message = 'only an administrator says what everyone may, signed in or not';
  end if;

  before := djet.branch_rules(place.id);
  if set_access.rights is null then
    delete from djet.access a
    where a.node = set_access.node
      and a.role = set_access.role;
  else
    insert into djet.access (node, role, rights)
    values (set_access.node, set_access.role, set_access.rights)
    on conflict (node, role) do update
    set rights = excluded.rights;
  end if;
  perform djet.guard_gains(place.id, before, by, token);
end
$$;

--
-- Name: FUNCTION set_access(node bigint, role text, rights text[], by text, token bigint); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.set_access(node bigint, role text, rights text[], by text, token bigint) IS 'Lets a role do this, and no more, at a node and below; `rights` empty is nothing, null takes the rule away, so that the next
one above decides. Raises DJ400, DJ404, DJ403 if `by` would give rights that they do not have there, or to everyone without
being an administrator, or DJ409 for taking the administrator''s rule from the root.';

--
-- Name: sign_in(text, text, text, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.sign_in(name text, password text, address text DEFAULT NULL::text, agent text DEFAULT NULL::text, replaced text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS text
    LANGUAGE plpgsql
    AS $_$
declare
  known djet.users;
  found_user djet.users;
  awaited text;
begin
  perform djet.check_typed(sign_in.name, sign_in.password);
  -- The work is done before anything is locked: of many attempts at a known name each would wait for the others, and at an
  -- unknown one none. If the hash changes meanwhile, it begins anew.
  for attempt in 1..3 loop
    select u.*
    into known
    from djet.users u
    where u.name = lower(btrim(sign_in.name));
    exit when not djet.is_password(sign_in.password, known.password) or known.disabled_at is not null;
    -- A password that changes from now on, or a user who is disabled, ends this session or prevents it. Not for share: of
    -- two who then write the password's new hash, each would wait for the other.
    select u.*
    into found_user
    from djet.users u
    where u.id = known.id
      and u.password = known.password
      and u.disabled_at is null
    for no key update;
    exit when found;
  end loop;

  if found_user.id is null then
    perform djet.enter_audit(
      null, 'sign-in.refused', coalesce(known.name, ''),
      case when known.disabled_at is not null then '{"disabled": true}'::jsonb else '{}' end, address, at);
    return null;
  end if;

  if found_user.password not like format('$2a$%s$%%', lpad(djet.password_cost()::text, 2, '0')) then
    update djet.users u
    set password = djet.password_hash(sign_in.password)
    where u.id = found_user.id;
  end if;
  perform djet.forgive_sign_in(found_user.name, address, at);
  perform djet.forget_ended(at);
  delete from djet.session s where s.token_hash = djet.token_hash(replaced);
  awaited := djet.awaited(found_user.id, null);
  perform djet.enter_audit(
    found_user.name, case when awaited is null then 'sign-in' else 'sign-in.begin' end, found_user.name,
    case when awaited is null then '{}' else jsonb_build_object('awaits', awaited) end, address, at);
  return djet.start_session(found_user.id, address, agent, at);
end
$_$;

--
-- Name: FUNCTION sign_in(name text, password text, address text, agent text, replaced text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.sign_in(name text, password text, address text, agent text, replaced text, at timestamp with time zone) IS 'Starts a session for whoever knows the password, and returns its token; the session `replaced` ends. Where a second factor is due, the session is nobody''s until that is proved, or set up. Null if the password is wrong, there is no such user, or they are disabled: which of these, neither the answer nor its time tells, however many ask at a time. To be called after begin_sign_in() has committed.';

--
-- Name: sign_in_keys(text, text, timestamp with time zone, text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.sign_in_keys(name text, address text, at timestamp with time zone DEFAULT now(), what text DEFAULT 'account'::text) RETURNS text[]
    LANGUAGE plpgsql STABLE
    AS $$
declare
  account text := what || ' ' || encode(sha256(convert_to(lower(btrim(name)), 'UTF8')), 'hex');
  place text := djet.address_block(address);
begin
  -- Strangers who fail at somebody's account make strangers wait, and not the one who was there before.
  if exists (
    select from djet.audit a
    where a.user_name = lower(btrim(name))
      and a.action = 'sign-in'
      and a.address = sign_in_keys.address
      and a.at > sign_in_keys.at - interval '30 days'
  ) then
    account := account || ' from ' || sign_in_keys.address;
  end if;
  return array[account, 'address ' || place];
end
$$;

--
-- Name: FUNCTION sign_in_keys(name text, address text, at timestamp with time zone, what text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.sign_in_keys(name text, address text, at timestamp with time zone, what text) IS 'Under what an attempt to sign in is counted: first the account (apart for an address from which its user has signed in within 30 days), then the address. Passwords are counted as `account`, and one-time codes apart from them as `code`: whoever knows the password must not have the guesses at the code forgiven with it.';

--
-- Name: sign_in_wait(text[], timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.sign_in_wait(keys text[], at timestamp with time zone) RETURNS integer
    LANGUAGE plpgsql
    AS $$
begin
  return (
    select coalesce(ceil(extract(epoch from max(f.wait_until) - at)), 0)
    from djet.sign_in_failure f
    where f.key = any (keys)
      and f.wait_until > at
  );
end
$$;

--
-- Name: FUNCTION sign_in_wait(keys text[], at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.sign_in_wait(keys text[], at timestamp with time zone) IS 'How many seconds these keys have to wait yet. Volatile, so that it sees what has been committed meanwhile.';

--
-- Name: sign_in_with_code(text, text, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.sign_in_with_code(token text, code text, address text DEFAULT NULL::text, agent text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS text
    LANGUAGE plpgsql
    AS $$
declare
  found_user djet.users;
  proof text;
begin
  select u.*
  into found_user
  from djet.session s
  join djet.users u on u.id = s.user_id
  where s.token_hash = djet.token_hash(token)
    and s.expires_at > at
    and djet.awaited(u.id, s.second_factor_at) = 'code'
    and u.disabled_at is null
  for no key update of u;
  if not found then
    return null;
  end if;
  proof := djet.prove_code(found_user.id, code, at);
  if proof is null then
    perform djet.enter_audit(null, 'sign-in.refused', found_user.name, '{"awaits": "code"}', address, at);
    return null;
  end if;

  perform djet.forgive_sign_in(found_user.name, address, at, 'code');
  -- The token that knew the password alone ends with it.
  delete from djet.session s where s.token_hash = djet.token_hash(token);
  perform djet.enter_audit(
    found_user.name, 'sign-in', found_user.name, jsonb_build_object('secondFactor', proof), address, at);
  return djet.start_session(found_user.id, address, agent, at, at);
end
$$;

--
-- Name: FUNCTION sign_in_with_code(token text, code text, address text, agent text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.sign_in_with_code(token text, code text, address text, agent text, at timestamp with time zone) IS 'Ends a sign-in that awaits a code: starts the session proper, and returns its token. Null if the code is wrong, or was used before, or the token''s session does not await one. To be called after begin_sign_in(what => ''code'') has committed.';

--
-- Name: sign_out(text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.sign_out(token text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  name text;
begin
  delete from djet.session s
  using djet.users u
  where s.token_hash = djet.token_hash(token)
    and u.id = s.user_id
  returning u.name into name;
  if name is not null then
    perform djet.enter_audit(name, 'sign-out', name, '{}', address, at);
  end if;
end
$$;

--
-- Name: FUNCTION sign_out(token text, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.sign_out(token text, address text, at timestamp with time zone) IS 'Ends the session of a token; that of an unknown one has ended already.';

--
-- Name: site_address(text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.site_address(machine text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS text
    LANGUAGE sql STABLE
    AS $$
  select s.address
  from djet.server s
  where s.seen_at > site_address.at - interval '3 minutes'
    and (s.machine = site_address.machine or s.address !~ '^https?://(localhost|127\.|\[::1\])')
  order by s.started_at desc, s.id desc
  limit 1
$$;

--
-- Name: FUNCTION site_address(machine text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.site_address(machine text, at timestamp with time zone) IS 'Where the web server serves the site that was started last, as far as a machine can reach it: one that only its own machine reaches is left out elsewhere. Null if none does.';

--
-- Name: start_session(bigint, text, text, timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.start_session(user_id bigint, address text, agent text, at timestamp with time zone, proved_at timestamp with time zone DEFAULT NULL::timestamp with time zone) RETURNS text
    LANGUAGE plpgsql
    AS $$
declare
  token text := djet.new_token();
begin
  insert into djet.session (user_id, created_at, seen_at, expires_at, token_hash, csrf, address, agent, second_factor_at)
  values (
    start_session.user_id,
    at,
    at,
    at + case
      when djet.awaited(start_session.user_id, proved_at) = 'code' then interval '15 minutes'
      else interval '14 days'
    end,
    djet.token_hash(token),
    djet.new_token(),
    left(start_session.address, 64),
    regexp_replace(left(start_session.agent, 200), '[\x01-\x1f\x7f]', ' ', 'g'),
    proved_at
  );
  return token;
end
$$;

--
-- Name: FUNCTION start_session(user_id bigint, address text, agent text, at timestamp with time zone, proved_at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.start_session(user_id bigint, address text, agent text, at timestamp with time zone, proved_at timestamp with time zone) IS 'Starts a session and returns its token, of which only the hash is kept. One that still lacks a one-time code lasts for 15 minutes.';

--
-- Name: token_hash(text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.token_hash(token text) RETURNS bytea
    LANGUAGE sql IMMUTABLE
    AS $$
  select sha256(convert_to(token, 'UTF8'))
$$;

--
-- Name: FUNCTION token_hash(token text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.token_hash(token text) IS 'What is stored of a token. It needs no salt and no slowness: 256 random bits cannot be guessed.';

--
-- Name: token_rests(text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.token_rests(token text, at timestamp with time zone DEFAULT now()) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  select exists (
    select
    from djet.token t
    join djet.users u on u.id = t.user_id
    where t.token_hash = djet.token_hash(token)
      and t.expires_at > at
      and u.disabled_at is null
      and djet.awaited(u.id, t.created_at) is not null
  )
$$;

--
-- Name: FUNCTION token_rests(token text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.token_rests(token text, at timestamp with time zone) IS 'Whether an API token would be good but for the second factor that a role of its user needs, and that they have yet to set up.';

--
-- Name: tokens_of(text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.tokens_of(name text, at timestamp with time zone DEFAULT now()) RETURNS TABLE(id bigint, title text, scopes jsonb, below text, created_at timestamp with time zone, expires_at timestamp with time zone, used_at timestamp with time zone)
    LANGUAGE sql STABLE
    AS $$
  select t.id, t.title, to_jsonb(t.scopes), t.below, t.created_at, t.expires_at, t.used_at
  from djet.token t
  join djet.users u on u.id = t.user_id
  where u.name = tokens_of.name
    and t.expires_at > at
  order by t.id desc
$$;

--
-- Name: FUNCTION tokens_of(name text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.tokens_of(name text, at timestamp with time zone) IS 'The API tokens of a user that are good, the newest first; without the tokens.';

--
-- Name: totp(bytea, bigint, integer); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.totp(secret bytea, step bigint, digits integer DEFAULT 6) RETURNS text
    LANGUAGE plpgsql STABLE
    AS $_$
declare
  mac bytea;
  place integer;
  number bigint;
begin
  execute format('select %I.hmac($1, $2, ''sha1'')', djet.pgcrypto())
  into mac
  using int8send(step), secret;
  place := get_byte(mac, 19) & 15;
  number := ((get_byte(mac, place) & 127)::bigint << 24)
    | (get_byte(mac, place + 1) << 16)
    | (get_byte(mac, place + 2) << 8)
    | get_byte(mac, place + 3);
  return lpad((number % (10 ^ digits)::bigint)::text, digits, '0');
end
$_$;

--
-- Name: FUNCTION totp(secret bytea, step bigint, digits integer); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.totp(secret bytea, step bigint, digits integer) IS 'The one-time code of a secret in a step, which is a half minute counted from 1970 (RFC 6238, by HMAC-SHA-1, which is what all devices know).';

--
-- Name: totp_step(bytea, text, timestamp with time zone, bigint); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.totp_step(secret bytea, code text, at timestamp with time zone, after bigint DEFAULT NULL::bigint) RETURNS bigint
    LANGUAGE sql STABLE
    AS $$
  select min(step)
  from (select floor(extract(epoch from at) / 30)::bigint as present) clock,
    generate_series(present - 1, present + 1) step
  where step > coalesce(after, -1)
    and djet.totp(secret, step) = code
$$;

--
-- Name: FUNCTION totp_step(secret bytea, code text, at timestamp with time zone, after bigint); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.totp_step(secret bytea, code text, at timestamp with time zone, after bigint) IS 'The step of which a one-time code is: the present one, or one before or behind it, since clocks differ; only one later than `after`. Null: it is no code of now.';

--
-- Name: unmasked(text, text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.unmasked(password text, one text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $_$
  select translate(lower(unmasked.password), '@4830$57+9|!1', 'aabeossttgli' || unmasked.one)
$_$;

--
-- Name: FUNCTION unmasked(password text, one text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.unmasked(password text, one text) IS 'A password with the letters for which people put digits and signs, in lower case; 1 is an i or an l, as one says.';

--
-- Name: user_page(text, text, integer); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.user_page(search text DEFAULT NULL::text, after text DEFAULT NULL::text, up_to integer DEFAULT 100) RETURNS SETOF djet.all_users
    LANGUAGE plpgsql STABLE
    AS $$
begin
  return query
  select a.*
  from djet.all_users a
  where (search is null or strpos(lower(a.name || ' ' || a.full_name), lower(search)) > 0)
    and (after is null or a.name > after)
  order by a.name
  limit up_to;
end
$$;

--
-- Name: FUNCTION user_page(search text, after text, up_to integer); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.user_page(search text, after text, up_to integer) IS 'Users in the order of their names, those with `search` in one of their names, from the one `after` a name on.';

--
-- Name: visitors(bigint[], bigint[], timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.visitors(sessions bigint[], tokens bigint[], at timestamp with time zone DEFAULT now()) RETURNS TABLE(session_id bigint, token_id bigint, ends_at timestamp with time zone, roles jsonb)
    LANGUAGE sql STABLE
    AS $$
  select s.id, null::bigint, least(s.expires_at, s.seen_at + interval '12 hours'), a.roles
  from djet.session s
  join djet.all_users a on a.id = s.user_id
  where s.id = any (sessions)
    and s.seen_at > at - interval '12 hours'
    and s.expires_at > at
    and a.disabled_at is null
    and djet.awaited(s.user_id, s.second_factor_at) is null
  union all
  select null, t.id, t.expires_at, a.roles
  from djet.token t
  join djet.all_users a on a.id = t.user_id
  where t.id = any (tokens)
    and t.expires_at > at
    and a.disabled_at is null
    and djet.awaited(t.user_id, t.created_at) is null
$$;

--
-- Name: FUNCTION visitors(sessions bigint[], tokens bigint[], at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.visitors(sessions bigint[], tokens bigint[], at timestamp with time zone) IS 'Which of these sessions and API tokens are still good, until when if nothing happens, and with which roles.
Those that await a second factor are not.';

--
-- Name: add_chunk(bigint, integer, bytea); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.add_chunk(file bigint, number integer, bytes bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  update jobmachine.file f
  set
    size = f.size + octet_length(add_chunk.bytes),
    written_at = now()
  where f.id = add_chunk.file
    and not f.is_complete
    and jobmachine.may_change_file(f.maker, f.is_complete);
  if not found then
    perform jobmachine.refuse_file(add_chunk.file);
  end if;
  insert into jobmachine.chunk (file, number, bytes)
  values (add_chunk.file, add_chunk.number, add_chunk.bytes);
end
$$;

--
-- Name: FUNCTION add_chunk(file bigint, number integer, bytes bytea); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.add_chunk(file bigint, number integer, bytes bytea) IS 'Adds bytes, 1 MiB at the most, to a file that begin_file began: number counts from 0. Raises DJ404 if the file is
complete or gone, and DJ403 if another login began it.';

--
-- Name: are_queues(text[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.are_queues(names text[]) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
  select cardinality(are_queues.names) between 1 and 100 and bool_and(
    case
      when octet_length(line.name) <= 30 then line.name ~ '^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*$'
      else false
    end is true)
  from unnest(are_queues.names) as line(name)
$_$;

--
-- Name: FUNCTION are_queues(names text[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.are_queues(names text[]) IS 'Whether all of these are names of queues, at least one and at most a hundred: then channels can be named after them.';

--
-- Name: arguments_limit(); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.arguments_limit() RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$
  select 67108864
$$;

--
-- Name: FUNCTION arguments_limit(); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.arguments_limit() IS 'How long a job''s arguments may be, in bytes of text, which is what a worker is given: a number of few bytes may have many
digits.';

--
-- Name: await_end(integer, integer, integer, oid, interval); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.await_end(key_class integer, key_number integer, session integer, login oid, patience interval, OUT has_ended boolean, OUT waited interval) RETURNS record
    LANGUAGE plpgsql
    AS $$
declare
  began timestamptz;
  part interval;
  passed interval;
begin
  waited := interval '0';
  loop
    -- Not the sessions that there were when this transaction first looked.
    perform pg_stat_clear_snapshot();
    has_ended := not jobmachine.holds(
      await_end.key_class, await_end.key_number, await_end.session, await_end.login);
    exit when has_ended or waited >= await_end.patience;
    -- In parts: somebody else may stand before us in the line for the lock, and get it when the session ends.
    part := least(interval '5 seconds', await_end.patience - waited);
    perform set_config('lock_timeout', ceil(extract(epoch from part) * 1000)::integer::text, true);
    began := clock_timestamp();
    begin
      perform pg_advisory_xact_lock_shared(await_end.key_class, await_end.key_number);
      has_ended := true;
    exception when lock_not_available then
      has_ended := false;
    end;
    passed := clock_timestamp() - began;
    -- Never more than it can have been: the clock may have been set, and while the server was frozen nobody could be heard.
    waited := waited + least(greatest(passed, interval '0'), part);
    if passed not between interval '0' and part + interval '2 seconds' then
      -- Those that gave the server up are on their way back.
      perform pg_sleep(3);
    end if;
    exit when has_ended;
  end loop;
end
$$;

--
-- Name: FUNCTION await_end(key_class integer, key_number integer, session integer, login oid, patience interval, OUT has_ended boolean, OUT waited interval); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.await_end(key_class integer, key_number integer, session integer, login oid, patience interval, OUT has_ended boolean, OUT waited interval) IS 'Waits until a session ends that is a worker''s life, and returns whether it has, and how long that took: at most as long as
the patience. It costs nothing meanwhile, and touches no table. After a standstill of the server, which looks like a jump of
its clock, it gives three seconds more, so that nobody is struck off who is about to come back.';

--
-- Name: beat(integer, interval); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.beat(worker integer, retention interval DEFAULT '14 days'::interval) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '2s'
    AS $$
declare
  kept constant interval := case
    when beat.retention is not null then least(greatest(beat.retention, interval '1 day'), interval '1000 years')
  end;
  chore text;
  lines text[];
begin
  update jobmachine.worker w
  set
    beat = nextval('jobmachine.worker_beat_seq'),
    seen_at = now()
  where w.id = beat.worker
  returning w.queues into lines;
  if not found then
    raise exception 'worker % is not registered', beat.worker
    using errcode = 'DJ409', hint = 'Register it first; one that was struck off registers again.';
  end if;

  -- First, and without a lock that anybody could mind: without today's partitions no job can end, and none be rescued.
  perform jobmachine.keep_days();
  perform jobmachine.strike_off(beat.worker);
  foreach chore in array array['settle', 'drop_abandoned', 'drop_steps', 'drop_files'] loop
    begin
      case chore
        when 'settle' then perform jobmachine.settle();
        when 'drop_abandoned' then perform jobmachine.drop_abandoned();
        when 'drop_steps' then perform jobmachine.drop_steps(now() - kept);
        when 'drop_files' then perform jobmachine.drop_files(date_trunc('day', now() - kept, 'UTC'));
      end case;
    exception when others then
      raise warning '% is left for the next beat: %', chore, sqlerrm using errcode = sqlstate;
    end;
  end loop;
  -- Last: what it locks stays locked until the beat is over, and no job can end meanwhile.
  perform jobmachine.keep_days(kept);
  return exists (
    select
    from unnest(lines) as line(queue)
    where not jobmachine.is_paused(line.queue)
      and (
        exists (
          select from jobmachine.job j where j.queue = line.queue and j.position is not null and j.worker is null)
        or exists (
          select from jobmachine.job j
          where j.queue = line.queue and j.position is null and j.waiting_for = 0 and j.run_at <= now()))
  );
end
$$;

--
-- Name: FUNCTION beat(worker integer, retention interval); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.beat(worker integer, retention interval) IS 'A worker''s chores, once a minute: it says that it is there, keeps the days of the history, rescues the jobs of workers
that died unwatched, lets jobs go on that waited for others which ended unseen, and removes old files, and uploads that were given
up. What fails of it is a warning, and keeps nothing else from being done. Less than a day of retention counts as one. Returns whether there is work in its queues, which it should
have been rung for. A worker that is not registered gets DJ409.';

--
-- Name: begin_file(text, text, text); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.begin_file(name text, mime_type text, owner text DEFAULT NULL::text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  begun bigint;
begin
  -- Before the table's own pattern, which takes as long as the type.
  if length(begin_file.mime_type) > 1000 then
    raise exception 'a file''s type has 1,000 characters at the most, not %', length(begin_file.mime_type)
    using errcode = 'check_violation', constraint = 'file_mime_type_is_one', table = 'file';
  end if;
  insert into jobmachine.file (name, mime_type, owner, maker, is_complete)
  values (begin_file.name, begin_file.mime_type, begin_file.owner, session_user, false)
  returning id into begun;
  return begun;
end
$$;

--
-- Name: FUNCTION begin_file(name text, mime_type text, owner text); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.begin_file(name text, mime_type text, owner text) IS 'Begins a file whose chunks may come in transactions of their own, and returns its number. Nobody sees it before
finish_file, and no other login may add to it.';

--
-- Name: bring_back(bigint[], boolean); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.bring_back(ids bigint[], are_lost boolean) RETURNS SETOF bigint
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET jit TO 'off'
    AS $$
declare
  back bigint[];
  lines text[];
begin
  perform
  from jobmachine.dependency d
  where d.job = any (bring_back.ids)
  order by d.job, d.needs
  for update;
  with ended as (
    delete from jobmachine.history h
    where h.id = any (bring_back.ids)
      and h.status in ('error', 'cancelled')
      and (not bring_back.are_lost or h.status = 'error' and h.error ->> 'type' = 'dependency')
    returning h.*
  ), noted as (
    select ended.*, jobmachine.note_retried(ended.queue, ended.kind, ended.status, ended.finished_at)
    from ended
  ), needs as (
    select d.job, count(*)::integer as amount
    from jobmachine.dependency d
    where d.job = any (bring_back.ids)
    group by d.job
  ), entered as (
    insert into jobmachine.job (
      id, position, run_at, offloaded_at, attempt, attempt_limit, limit_is_given, waiting_for, priority, queue, kind,
      arguments, environment, error)
    select
      noted.id,
      case
        when needs.amount is null and (not bring_back.are_lost or noted.run_at <= now())
          then nextval('jobmachine.job_id_seq')
      end,
      case when bring_back.are_lost then noted.run_at else now() end,
      noted.offloaded_at, noted.attempt,
      -- As many as it had at first: the limit grows with each retry.
      least(noted.attempt::bigint + first.attempts, 2147483647)::integer,
      noted.limit_is_given, coalesce(needs.amount, 0), noted.priority, noted.queue, noted.kind, noted.arguments,
      jsonb_build_object('attempts', first.attempts) || shaped.environment,
      noted.error
    from noted
    left join needs on needs.job = noted.id
    -- What lies in the history may be older than the rule for its shape.
    cross join lateral (
      select jobmachine.mended_environment(noted.environment) as environment
    ) as shaped
    cross join lateral (
      select coalesce(
        (shaped.environment ->> 'attempts')::integer, least(noted.attempt_limit, 999999999)) as attempts
    ) as first
    returning id, queue
  )
  select array_agg(entered.id), array_agg(distinct entered.queue)
  into back, lines
  from entered;

  update jobmachine.dependency d
  set
    lost_at = null,
    is_settled = false
  where d.job = any (back);

  perform pg_notify('jobmachine.' || line.queue, 'later')
  from unnest(lines) as line(queue);
  perform pg_notify('jobmachine.' || h.queue || '.' || h.id, '')
  from jobmachine.job h
  where h.id = any (back);
  return query select unnest(back);
end
$$;

--
-- Name: FUNCTION bring_back(ids bigint[], are_lost boolean); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.bring_back(ids bigint[], are_lost boolean) IS 'Brings jobs out of the history that failed or were cancelled, with as many attempts as they had at first, to wait for
those that they still need; of those that are lost only such as ended because others did, and not before their time.
Returns which. A part of retry and revive.';

--
-- Name: cancel(bigint); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.cancel(id bigint) RETURNS jobmachine.status
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '10s'
    AS $$
declare
  found_job jobmachine.job;
begin
  -- What it waits for first, then the job: so do those that end meanwhile.
  perform
  from jobmachine.dependency d
  where d.job = cancel.id
  order by d.needs
  for update;
  select j.*
  into found_job
  from jobmachine.job j
  where j.id = cancel.id
  for update;
  if not found then
    return (select h.status from jobmachine.history h where h.id = cancel.id order by h.finished_at desc limit 1);
  end if;

  if found_job.worker is null then
    perform jobmachine.end_job(found_job.id, 'cancelled', null);
    perform pg_notify('jobmachine.' || found_job.queue || '.' || found_job.id, '');
    return 'cancelled';
  end if;

  update jobmachine.job j
  set cancel_requested = true
  where j.id = found_job.id;
  perform pg_notify('jobmachine:worker.' || found_job.worker, '');
  return 'processing';
exception when lock_not_available then
  raise exception 'job %, or one that waits for it, is locked by somebody who has not come to an end in 10 seconds', cancel.id
  using errcode = 'DJ503', hint = 'Try again; should it last, look for a transaction that was left open.';
end
$$;

--
-- Name: FUNCTION cancel(id bigint); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.cancel(id bigint) IS 'Cancels a job that does not run yet; asks the worker of one that runs to stop it. Returns its status: cancelled,
processing if its worker has been asked, or how it had ended before. Null if there is no such job. DJ503 if somebody else
keeps the job locked for more than 10 seconds.';

--
-- Name: cancel_many(bigint[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.cancel_many(ids bigint[]) RETURNS TABLE(id bigint, status jobmachine.status)
    LANGUAGE plpgsql
    AS $$
declare
  has_waited boolean := false;
begin
  if cardinality(cancel_many.ids) > 10000 then
    raise exception 'at most 10,000 jobs can be named at a time, not %', cardinality(cancel_many.ids)
    using errcode = 'DJ400', hint = 'Name the others in another call.';
  end if;
  for id in
    select distinct each.id
    from unnest(cancel_many.ids) as each(id)
    order by each.id
  loop
    -- Each by itself: one that cannot be cancelled, for whatever reason, stays as it is, and the others do not.
    begin
      status := jobmachine.cancel(id);
    exception
      when data_exception or integrity_constraint_violation or program_limit_exceeded then
        raise warning 'job % cannot be cancelled: %', id, sqlerrm;
        status := null;
      when sqlstate 'DJ503' then
        -- Once: whoever holds many of them must not keep the others waiting for each.
        if has_waited then
          raise;
        end if;
        has_waited := true;
        raise warning 'job % is not cancelled: %', id, sqlerrm;
        status := null;
    end;
    return next;
  end loop;
end
$$;

--
-- Name: FUNCTION cancel_many(ids bigint[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.cancel_many(ids bigint[]) IS 'Cancels jobs, and returns the status of each, as cancel does; null if it could not be done. DJ503, and none is cancelled, if
more than one of them is kept locked by somebody else.';

--
-- Name: cancelled_of(integer, bigint[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.cancelled_of(worker integer, ids bigint[]) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select j.id
  from jobmachine.job j
  where j.id = any (cancelled_of.ids)
    and j.worker = cancelled_of.worker
    and j.cancel_requested
$$;

--
-- Name: FUNCTION cancelled_of(worker integer, ids bigint[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.cancelled_of(worker integer, ids bigint[]) IS 'Which of these jobs, that a worker runs, somebody wants cancelled.';

--
-- Name: check_inputs(bigint); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.check_inputs(job bigint) RETURNS void
    LANGUAGE plpgsql STABLE
    SET enable_seqscan TO 'off'
    AS $_$
declare
  gone record;
begin
  select h.queue || '.' || h.id as ticket, input.value ->> 'name' as name
  into gone
  from jobmachine.history h
  cross join lateral jsonb_path_query(
    h.arguments,
    'strict $.** ? (
      @.file > 0 && @.file < 9223372036854775807 && @.name.type() == "string" && @.mimeType.type() == "string")'
  ) as input(value)
  where h.id = check_inputs.job
    and h.status in ('error', 'cancelled')
    and not exists (select from jobmachine.file f where f.id = (input.value -> 'file')::bigint)
  limit 1;
  if found then
    raise exception '% cannot be retried: its file % is not stored any more', gone.ticket, gone.name
    using errcode = 'DJ409', hint = 'What is stored for one job is removed when it fails or is cancelled: offload it again, with the file.';
  end if;
exception when statement_too_complex then
  -- It is nested more deeply than can be looked through: let it run.
  return;
end
$_$;

--
-- Name: FUNCTION check_inputs(job bigint); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.check_inputs(job bigint) IS 'Raises DJ409 if a file that a job was given, which failed or was cancelled, is not stored any more: it could do nothing but
fail again. A part of retry.';

--
-- Name: check_job(text, text, integer, timestamp with time zone, integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.check_job(queue text, kind text, priority integer, run_at timestamp with time zone, attempt_limit integer) RETURNS void
    LANGUAGE plpgsql
    AS $_$
begin
  -- The lengths first: the patterns take as long as the name.
  if (
    length(check_job.queue) <= 30 and check_job.queue ~ '^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*$'
    and length(check_job.kind) <= 120 and check_job.kind ~ '^[a-z][a-z0-9_.-]*$') is not true
  then
    perform jobmachine.refuse_name(check_job.queue, check_job.kind);
  end if;
  if (check_job.priority between 0 and 9) is not true then
    raise exception 'a job''s priority is a number from 0 to 9, not %', coalesce(check_job.priority::text, 'null')
    using errcode = 'check_violation', constraint = 'job_priority_is_one_of_ten', table = 'job';
  end if;
  if not isfinite(check_job.run_at) then
    raise exception 'a job cannot run at %, which never comes: its run_at is a time, or null for now', check_job.run_at
    using errcode = 'check_violation', constraint = 'job_comes_up_some_day', table = 'job';
  end if;
  if check_job.attempt_limit < 1 then
    raise exception 'a job has at least one attempt, not %', check_job.attempt_limit
    using errcode = 'check_violation', constraint = 'job_attempt_counts_up', table = 'job';
  end if;
end
$_$;

--
-- Name: FUNCTION check_job(queue text, kind text, priority integer, run_at timestamp with time zone, attempt_limit integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.check_job(queue text, kind text, priority integer, run_at timestamp with time zone, attempt_limit integer) IS 'Raises in words what cannot be a job, as the table of jobs would: its own words would show the row, and with it what the job
was given, to clients and in the log. A part of offload.';

--
-- Name: check_shape(); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.check_shape() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if pg_column_size(new.environment) > 65536 then
    raise exception 'the environment of a job is longer than 64 kB'
    using errcode = 'check_violation', constraint = 'job_environment_is_short', table = tg_table_name;
  end if;
  if not jobmachine.is_environment(new.environment) then
    raise exception 'the environment of a job is an object with user, locale and trace, not %', left(new.environment::text, 100)
    using
      errcode = 'check_violation', constraint = 'job_environment_has_its_shape', table = tg_table_name,
      hint = 'Such as {"user": "helen", "locale": "da-DK", "trace": {"traceparent": "…"}}.';
  end if;
  if new.progress is not null and not jobmachine.is_progress(new.progress) then
    raise exception 'the progress of a job is an object with done, of and note, not %', left(new.progress::text, 100)
    using errcode = 'check_violation', constraint = 'job_progress_has_its_shape', table = tg_table_name;
  end if;
  return new;
end
$$;

--
-- Name: FUNCTION check_shape(); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.check_shape() IS 'Refuses a job whose environment or progress has not the shape that workers and pages read.';

--
-- Name: check_worker(text, text[], integer, interval); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.check_worker(host text, queues text[], slots integer, lease interval) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  wrong text;
begin
  if coalesce(cardinality(check_worker.queues), 0) not between 1 and 100 then
    raise exception 'a worker takes jobs from 1 to 100 queues, not from %', coalesce(cardinality(check_worker.queues), 0)
    using errcode = 'DJ400', hint = 'Name the queues in an array: register(''host'', 1, array[''default''], 10).';
  end if;
  select coalesce(line.queue, 'null')
  into wrong
  from unnest(check_worker.queues) as line(queue)
  where jobmachine.are_queues(array[line.queue]) is not true
  limit 1;
  if found then
    raise exception '“%” cannot be a queue', left(wrong, 60)
    using errcode = 'DJ400', hint = 'Take up to 30 of a–z, 0–9, _ and -, parts joined by dots.';
  end if;
  if check_worker.host is null or length(check_worker.host) not between 1 and 255 or check_worker.host ~ '[[:cntrl:]]' then
    raise exception 'the host''s name cannot be “%”', left(check_worker.host, 60)
    using errcode = 'DJ400', hint = 'Take 1 to 255 characters, and no control characters.';
  end if;
  if check_worker.slots is null or check_worker.slots < 1 then
    raise exception 'a worker has at least one slot, not %', coalesce(check_worker.slots::text, 'null')
    using errcode = 'DJ400';
  end if;
  if check_worker.lease is null or not check_worker.lease between interval '1 millisecond' and interval '1 day' then
    raise exception 'a lease lasts a day at most, and more than nothing: not %', coalesce(check_worker.lease::text, 'null')
    using errcode = 'DJ400';
  end if;
end
$$;

--
-- Name: FUNCTION check_worker(host text, queues text[], slots integer, lease interval); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.check_worker(host text, queues text[], slots integer, lease interval) IS 'Raises DJ400, with words, if a worker cannot be like this. A part of register: names become channels, which others ring.';

--
-- Name: claim(text, integer, integer, bigint[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.claim(queue text, worker integer, amount integer, floors bigint[] DEFAULT '{}'::bigint[]) RETURNS TABLE(id bigint, "position" bigint, attempt integer, attempt_limit integer, priority smallint, kind text, arguments text, environment text, limit_is_given boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    AS $$
begin
  -- Locked against rescue, which strikes the worker off first: a claim that is still under way when its worker has died
  -- is either seen by the rescue, or comes too late and gets nothing.
  perform
  from jobmachine.worker w
  where w.id = claim.worker
  for key share;
  if not found then
    raise exception 'worker % is not registered', claim.worker
    using errcode = 'DJ409', hint = 'Register it first; one that was struck off registers again.';
  end if;

  -- Whether the queue is paused is asked in the statement that takes the jobs: asked before, a job that came after the
  -- pause could be taken.
  return query
  with next as materialized (  -- fence: the planner must not run the limit twice
    select candidate.id
    from generate_series(0, 9) as level(priority)
    cross join lateral (
      select j.id
      from jobmachine.job j
      where j.queue = claim.queue
        and j.priority = level.priority
        and j.worker is null
        and j.position > coalesce(claim.floors[level.priority + 1], -1)
      order by j.position
      limit claim.amount
      for update skip locked
    ) as candidate
    where not exists (select from jobmachine.queue q where q.name = claim.queue and q.paused_at is not null)
    limit claim.amount
  )
  update jobmachine.job j
  set
    worker = claim.worker,
    attempt = j.attempt + 1,
    claimed_at = now()
  where j.id = any (array(select next.id from next))
  returning
    j.id, j.position, j.attempt, j.attempt_limit, j.priority, j.kind, j.arguments::text, j.environment::text,
    j.limit_is_given;
end
$$;

--
-- Name: FUNCTION claim(queue text, worker integer, amount integer, floors bigint[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.claim(queue text, worker integer, amount integer, floors bigint[]) IS 'Gives up to amount jobs of a queue to a worker, those of the lowest priority number first, in the order of their
positions. floors[p + 1] is the position in priority p below which the worker has seen every job taken: index entries of
jobs long gone are not walked again. Without floors it is a full look, which also finds jobs whose transactions committed
late. From a paused queue there are none. A worker that is not registered gets none, and DJ409.';

--
-- Name: conditions(jsonb, boolean); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.conditions(filter jsonb, is_live boolean) RETURNS text
    LANGUAGE plpgsql IMMUTABLE
    AS $$
begin
  -- A search for words takes as long as the text times the words.
  if length(conditions.filter ->> 'words') > 200 then
    raise exception 'a search is for 200 characters at the most, not for %', length(conditions.filter ->> 'words')
    using errcode = 'DJ400', hint = 'Search for a part of it.';
  end if;
  return (
    select coalesce(string_agg(format(said.condition, conditions.filter ->> said.name), ' and '), 'true')
    from (
      values
        ('queue', 'j.queue = %L'),
        ('kind', 'j.kind = %L'),
        ('status', case when is_live then
          'case when j.worker is not null then ''processing'' when j.waiting_for > 0 then ''waiting'''
          ' when j.position is null then ''scheduled'' else ''entered'' end = %L'
          else 'j.status::text = %L' end),
        ('worker', 'j.worker = %L'),
        ('user', 'j.environment ->> ''user'' = %L'),
        ('since', case when is_live then 'j.offloaded_at >= %L' else 'j.finished_at >= %L' end),
        ('until', case when is_live then 'j.offloaded_at < %L' else 'j.finished_at < %L' end),
        ('words', 'position(lower(%L) in lower(left(j.arguments::text, 65536))) > 0')
    ) as said(name, condition)
    where conditions.filter ->> said.name is not null
  );
end
$$;

--
-- Name: FUNCTION conditions(filter jsonb, is_live boolean); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.conditions(filter jsonb, is_live boolean) IS 'A filter as the conditions of a statement on jobs, called j there. A filter is an object of queue, kind, status, worker,
user (who offloaded it), since and until (when it ended or, if it is live, was offloaded), words (somewhere in the
first 65,536 characters of the arguments, in upper or lower case, 200 characters at the most: DJ400); what it does not name does not matter. A part of live_keys and ended_keys.';

--
-- Name: counting_bytes(text, text); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.counting_bytes(source text, ordering text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $_$
  select format(
    $sql$
      select
        j.*,
        coalesce(
          sum(
            pg_column_size(j.arguments)::bigint
              * case when pg_column_compression(j.arguments) is null then 1 else 90 end)
            over (order by %s rows between unbounded preceding and 1 preceding),
          0) as before
      from (%s) j
    $sql$,
    counting_bytes.ordering,
    counting_bytes.source)
$_$;

--
-- Name: FUNCTION counting_bytes(source text, ordering text); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.counting_bytes(source text, ordering text) IS 'A statement on jobs, with how many bytes of arguments there are before each: as they are stored, which is known without
reading them; compressed ones count 90 times, which is how far they can be compressed. So a search for words need not read more than it has time for. A part of
live_keys and ended_keys.';

--
-- Name: cut(text); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.cut(text text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $$
declare
  kept text := text;
  excess integer;
begin
  if octet_length(kept) <= 8192 then
    return kept;
  end if;
  kept := left(kept, 8100);
  loop
    excess := octet_length(kept) - 8100;
    exit when excess <= 0;
    -- A character has four bytes at the most.
    kept := left(kept, length(kept) - (excess + 3) / 4);
  end loop;
  return kept || format('… (cut: %s characters)', trim(to_char(length(cut.text), '9,999,999,999')));
end
$$;

--
-- Name: FUNCTION cut(text text); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.cut(text text) IS 'A text as errors, notes and lines of a log are kept: 8 kB at the most. One that is longer ends with how long it was.';

--
-- Name: draw(integer, timestamp with time zone); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.draw(amount integer, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone) RETURNS TABLE(id bigint, "position" bigint)
    LANGUAGE plpgsql
    AS $$
declare
  is_due boolean := coalesce(draw.run_at <= now(), true);
begin
  -- Whoever may choose ids could take those of others' tickets: only the owner copies, all others call offload_many.
  if not has_table_privilege('jobmachine.job', 'insert') then
    return;
  end if;
  return query
  select one.id, case when is_due then one.id end
  from (select nextval('jobmachine.job_id_seq') as id from generate_series(1, draw.amount)) as one;
end
$$;

--
-- Name: FUNCTION draw(amount integer, run_at timestamp with time zone); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.draw(amount integer, run_at timestamp with time zone) IS 'Numbers for as many jobs, and their places in the line, which are null for those that are not due: for whoever copies
the jobs into the table. None for those who may not do that.';

--
-- Name: drop_abandoned(); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.drop_abandoned() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  delete from jobmachine.file f
  where f.id in (
    select old.id
    from jobmachine.file old
    where not old.is_complete
      and old.written_at < now() - interval '1 hour'
    order by old.written_at
    limit 1000
    for update skip locked
  )
$$;

--
-- Name: FUNCTION drop_abandoned(); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.drop_abandoned() IS 'Removes uploads of which nothing has come for an hour: their clients, or the program that took them, have vanished.';

--
-- Name: drop_days(date); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.drop_days(before date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '500ms'
    AS $$
declare
  part text;
begin
  if drop_days.before > (now() at time zone 'UTC')::date - 1 then
    raise exception 'yesterday and today are kept: no day before % can be dropped', drop_days.before
    using errcode = 'DJ400', hint = 'Take yesterday''s date, in UTC, or an earlier one.';
  end if;
  for part in
    select c.relname
    from pg_inherits i
    join pg_class c on c.oid = i.inhrelid
    where i.inhparent in (
        'jobmachine.history'::regclass, 'jobmachine.attempt'::regclass, 'jobmachine.log'::regclass)
      -- As texts: the server may compare the names of indexes, too, before it finds that they are none of these.
      and right(c.relname, 8) < to_char(drop_days.before, 'YYYYMMDD')
  loop
    execute format('drop table jobmachine.%I', part);
  end loop;

  delete from jobmachine.tally t
  where t.since < drop_days.before::timestamp at time zone 'UTC';
end
$$;

--
-- Name: FUNCTION drop_days(before date); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.drop_days(before date) IS 'Drops the days of the history and the log before this one, and the tally of that time. Yesterday is the latest that it
takes: DJ400 otherwise.';

--
-- Name: drop_file(bigint); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.drop_file(file bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  delete from jobmachine.file f
  where f.id = drop_file.file
    and jobmachine.may_change_file(f.maker, f.is_complete);
  if not found and exists (select from jobmachine.file f where f.id = drop_file.file) then
    perform jobmachine.refuse_file(drop_file.file);
  end if;
end
$$;

--
-- Name: FUNCTION drop_file(file bigint); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.drop_file(file bigint) IS 'Removes a file and its bytes, which no job may need any more. Nothing happens if it is gone already. Raises DJ403 if it is
another login''s; one that is finished workers may remove, too.';

--
-- Name: drop_files(timestamp with time zone); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.drop_files(before timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  -- A file lives as long as the days in which it could be a job's; one that a live job may still read stays. It was
  -- stored before the job was offloaded, as a rule by moments. Of the live jobs the one with the lowest number is,
  -- within that day, the first that was offloaded; the time itself has no index.
  delete from jobmachine.file f
  where f.id in (
    select old.id
    from jobmachine.file old
    where old.created_at < drop_files.before
      and old.created_at < now() - interval '1 day'
      and old.created_at < coalesce(
        (select j.offloaded_at - interval '1 day' from jobmachine.job j order by j.id limit 1), 'infinity')
    order by old.created_at
    limit 1000
    for update skip locked
  )
$$;

--
-- Name: FUNCTION drop_files(before timestamp with time zone); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.drop_files(before timestamp with time zone) IS 'Removes up to 1000 files that were stored before a time and that no live job may read. It may take long: not behind
drop_days, whose locks everybody waits for.';

--
-- Name: drop_inputs(bigint[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.drop_inputs(jobs bigint[]) RETURNS void
    LANGUAGE sql
    AS $$
  delete from jobmachine.file f
  where f.input_of = any (drop_inputs.jobs)
$$;

--
-- Name: FUNCTION drop_inputs(jobs bigint[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.drop_inputs(jobs bigint[]) IS 'Removes the files that were stored for jobs which end without an answer. A part of end_job.';

--
-- Name: drop_steps(bigint); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.drop_steps(job bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  delete from jobmachine.step s
  where s.job = drop_steps.job
$$;

--
-- Name: FUNCTION drop_steps(job bigint); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.drop_steps(job bigint) IS 'Forgets the steps of a job, with its reply in one transaction: a job that has finished is never done again.';

--
-- Name: drop_steps(timestamp with time zone); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.drop_steps(before timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  delete from jobmachine.step s
  where s.done_at < drop_steps.before
    and s.done_at < now() - interval '1 day'
    and not exists (select from jobmachine.job j where j.id = s.job);

  -- What they waited for, too.
  delete from jobmachine.dependency d
  where d.lost_at < drop_steps.before
    and d.lost_at < now() - interval '1 day'
$$;

--
-- Name: FUNCTION drop_steps(before timestamp with time zone); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.drop_steps(before timestamp with time zone) IS 'Forgets steps from before that time whose jobs have ended, and what jobs waited for that ended before it: nobody will
retry those. None that is younger than a day.';

--
-- Name: end_each(bigint[], jobmachine.status, jsonb[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.end_each(jobs bigint[], status jobmachine.status, errors jsonb[]) RETURNS void
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET jit TO 'off'
    AS $$
begin
  perform jobmachine.ensure_today();
  with gone as (
    delete from jobmachine.job j
    using unnest(end_each.jobs, end_each.errors) as one(id, error)
    where j.id = one.id
    returning j.*, one.error as reason
  )
  insert into jobmachine.history (
    id, run_at, offloaded_at, claimed_at, worker, attempt, attempt_limit, limit_is_given, priority, status, queue, kind,
    arguments, environment, error)
  select
    gone.id, gone.run_at, gone.offloaded_at, gone.claimed_at, gone.worker, gone.attempt, gone.attempt_limit,
    gone.limit_is_given, gone.priority, end_each.status, gone.queue, gone.kind, gone.arguments, gone.environment,
    gone.reason
  from gone;
  perform jobmachine.note_blind_end(end_each.jobs);
end
$$;

--
-- Name: FUNCTION end_each(jobs bigint[], status jobmachine.status, errors jsonb[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.end_each(jobs bigint[], status jobmachine.status, errors jsonb[]) IS 'Takes live jobs into the history, each with its error. A part of end_job and lose.';

--
-- Name: end_job(bigint, jobmachine.status, jsonb); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.end_job(job bigint, status jobmachine.status, error jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  -- Should it come back, it waits again for those that live then.
  update jobmachine.dependency d
  set
    lost_at = now(),
    is_settled = true
  where d.job = end_job.job;
  perform jobmachine.end_each(array[end_job.job], end_job.status, array[end_job.error]);
  perform jobmachine.lose(array[end_job.job], end_job.status);
  -- Not the files of those that end with it: they may come back.
  perform jobmachine.drop_inputs(array[end_job.job]);
end
$$;

--
-- Name: FUNCTION end_job(job bigint, status jobmachine.status, error jsonb); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.end_job(job bigint, status jobmachine.status, error jsonb) IS 'Ends a live job without an answer, and with it those that wait for it. A part of fail, cancel and rescue.';

--
-- Name: ended_counts(integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.ended_counts(reach integer DEFAULT 10000) RETURNS TABLE(queue text, status jobmachine.status, amount bigint, is_exact boolean)
    LANGUAGE sql STABLE
    AS $$
  select t.queue, t.status, sum(t.amount - t.retried)::bigint, true
  from jobmachine.tally t
  where t.span = 'day'
  group by t.queue, t.status
  union all
  select fresh.queue, fresh.status, count(*), sum(count(*)) over () < ended_counts.reach
  from (
    select h.queue, h.status
    from jobmachine.history h
    where h.finished_at >= (select m.until from jobmachine.tally_mark m)
    limit ended_counts.reach
  ) as fresh
  group by fresh.queue, fresh.status
$$;

--
-- Name: FUNCTION ended_counts(reach integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.ended_counts(reach integer) IS 'How many jobs are in the history, by queue and status: the tally''s and, in rows of their own, those that are not in the
tally yet. Of these at most reach are counted; if there are more, is_exact is false.';

--
-- Name: ended_keys(jsonb, timestamp with time zone, bigint, integer, interval); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.ended_keys(filter jsonb DEFAULT '{}'::jsonb, before timestamp with time zone DEFAULT NULL::timestamp with time zone, before_id bigint DEFAULT '-1'::integer, amount integer DEFAULT 51, patience interval DEFAULT '00:00:01'::interval) RETURNS TABLE(ids bigint[], times timestamp with time zone[], looked bigint, back_to timestamp with time zone, back_to_id bigint, is_whole boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    AS $$
declare
  deadline constant timestamptz := clock_timestamp() + ended_keys.patience;
  since constant timestamptz := coalesce((ended_keys.filter ->> 'since')::timestamptz, '-infinity');
  has_words constant boolean := ended_keys.filter ->> 'words' is not null;
  has_sorts constant boolean := ended_keys.filter ?| '{queue,kind,status,worker}';
  by_sorts boolean := ended_keys.filter ->> 'user' is not null;
  breadth constant integer := case when has_words then 1000 else ended_keys.amount end;
  reach integer := case when has_words then 1000 else 500 end;
  sorts integer[];
  workers integer[];
  part record;
  chunk record;
begin
  ids := '{}';
  times := '{}';
  looked := 0;
  back_to := least(ended_keys.before, (ended_keys.filter ->> 'until')::timestamptz, 'infinity');
  back_to_id := case when ended_keys.before <= back_to then ended_keys.before_id else -1 end;
  is_whole := true;
  <<days>>
  for part in
    select days.name, days.day
    from jobmachine.history_days() days
    where days.day < back_to
      and days.day + interval '1 day' > since
    order by days.day desc
  loop
    sorts := null;
    loop
      if by_sorts and sorts is null then
        execute jobmachine.sorts_of_day(part.name, ended_keys.filter) into sorts, workers;
        if cardinality(sorts) = 0 then
          back_to := part.day;
          back_to_id := -1;
          is_whole := clock_timestamp() <= deadline;
          exit days when not is_whole;
          exit;
        end if;
        reach := greatest(8, breadth / cardinality(sorts));
      end if;

      if by_sorts then
        execute jobmachine.look_by_sort(part.name, ended_keys.filter)
        into chunk
        using since, back_to, back_to_id, reach, sorts, workers;
        reach := greatest(reach, least(reach * 2, 4 * breadth / cardinality(sorts)));
      else
        execute jobmachine.look_by_time(part.name, ended_keys.filter)
        into chunk
        using since, back_to, back_to_id, reach;
      end if;
      ids := ids || chunk.ids;
      times := times || chunk.times;
      looked := looked + chunk.looked;
      back_to := case when chunk.is_done then part.day else chunk.back_to end;
      back_to_id := case when chunk.is_done then -1 else chunk.back_to_id end;

      if cardinality(ids) >= ended_keys.amount or clock_timestamp() > deadline then
        is_whole := false;
        exit days;
      end if;
      exit when chunk.is_done;
      -- If few of the newest jobs suit, the others are found by their sorts.
      by_sorts := by_sorts or has_sorts and (not has_words or chunk.suiting * 10 < chunk.looked);
    end loop;
  end loop;
  ids := ids[1:ended_keys.amount];
  times := times[1:ended_keys.amount];
  return next;
end
$$;

--
-- Name: FUNCTION ended_keys(filter jsonb, before timestamp with time zone, before_id bigint, amount integer, patience interval); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.ended_keys(filter jsonb, before timestamp with time zone, before_id bigint, amount integer, patience interval) IS 'The numbers and times of ended jobs that a filter lets through (see conditions), the last to end first, from before a
time and number on. It stops when it has the amount, or when its patience is over: looked says through how many jobs it
has looked, back_to and back_to_id how far (from there the search can go on), and is_whole whether that was all.';

--
-- Name: ensure_today(); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.ensure_today() RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  today text := to_char(clock_timestamp() at time zone 'UTC', '_YYYYMMDD');
begin
  if to_regclass('jobmachine.history' || today) is null
    or to_regclass('jobmachine.attempt' || today) is null
    or to_regclass('jobmachine.log' || today) is null
  then
    perform jobmachine.keep_days();
  end if;
end
$$;

--
-- Name: FUNCTION ensure_today(); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.ensure_today() IS 'Makes today''s partitions if they are missing, as after a jump of the clock: a job can end at any time.';

--
-- Name: estimate(text); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.estimate(statement text) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
declare
  plan json;
begin
  execute 'explain (format json) ' || estimate.statement into plan;
  return (plan -> 0 -> 'Plan' ->> 'Plan Rows')::numeric::bigint;
end
$$;

--
-- Name: FUNCTION estimate(statement text); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.estimate(statement text) IS 'About how many rows a statement finds, as the planner has it. It costs nothing, however many there are.';

--
-- Name: fail(integer, bigint, integer, jsonb, interval, integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.fail(worker integer, id bigint, attempt integer, error jsonb, delay interval DEFAULT NULL::interval, attempt_limit integer DEFAULT NULL::integer) RETURNS jobmachine.status
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  failed jobmachine.job;
  reason jsonb := jobmachine.plain_error(fail.error);
  -- As far away as anybody means, and no time that cannot be told.
  pause interval := case when fail.delay > interval '100 years' then interval '100 years' else fail.delay end;
begin
  select j.*
  into failed
  from jobmachine.job j
  where j.id = fail.id
    and j.worker = fail.worker
    and j.attempt = fail.attempt
  for update;
  if not found then
    -- Its commit may have gone through, with the answer lost on the way: then it has finished, and nothing is stale.
    if not exists (
      select from jobmachine.history h
      where h.id = fail.id and h.attempt = fail.attempt and h.worker = fail.worker and h.status = 'finished')
    then
      perform jobmachine.note_refusal('fail');
    end if;
    return null;
  end if;

  if not failed.limit_is_given and fail.attempt_limit is not null then
    failed.attempt_limit := jobmachine.give_limit(failed, greatest(fail.attempt_limit, 1));
  end if;
  perform jobmachine.ensure_today();
  begin
    insert into jobmachine.attempt (job, started_at, worker, attempt, error)
    values (failed.id, failed.claimed_at, failed.worker, failed.attempt, reason);
  exception when others then
    -- The job goes on without a word of it, rather than stay with its worker.
    raise warning 'attempt % of job % is not noted: %', failed.attempt, failed.id, sqlerrm using errcode = sqlstate;
  end;

  if failed.cancel_requested then
    perform jobmachine.end_job(failed.id, 'cancelled', null);
    return 'cancelled';
  elsif pause is null or failed.attempt >= failed.attempt_limit then
    perform jobmachine.end_job(failed.id, 'error', reason);
    return 'error';
  end if;

  update jobmachine.job j
  set
    worker = null,
    claimed_at = null,
    position = null,
    run_at = clock_timestamp() + pause,
    progress = null,
    error = reason
  where j.id = failed.id;
  return 'scheduled';
end
$$;

--
-- Name: FUNCTION fail(worker integer, id bigint, attempt integer, error jsonb, delay interval, attempt_limit integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.fail(worker integer, id bigint, attempt integer, error jsonb, delay interval, attempt_limit integer) IS 'Notes a failed attempt. The job is tried again after delay, unless delay is null or its attempts are used up: then it
ends as error. attempt_limit: how many attempts its handler allows, which counts unless the offload said how many. An error is
an object with a type and a message; one of another shape becomes the message of an unknown one, and what is longer than 8 kB is
cut. Returns its status, or null if the fence refused the report.';

--
-- Name: finish_file(bigint); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.finish_file(file bigint) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  whole bigint;
begin
  update jobmachine.file f
  set
    is_complete = true,
    created_at = now()
  where f.id = finish_file.file
    and not f.is_complete
    and jobmachine.may_change_file(f.maker, f.is_complete)
  returning f.size into whole;
  if not found then
    perform jobmachine.refuse_file(finish_file.file);
  end if;
  return whole;
end
$$;

--
-- Name: FUNCTION finish_file(file bigint); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.finish_file(file bigint) IS 'Completes a file that begin_file began, and returns its length in bytes. Raises DJ404 if it is complete or gone, and DJ403 if
another login began it.';

--
-- Name: give_files(bigint[], bigint); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.give_files(files bigint[], job bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  update jobmachine.file f
  set input_of = give_files.job
  where f.id = any (give_files.files)
    and f.input_of is null
    and f.maker = session_user
    and exists (select from jobmachine.job j where j.id = give_files.job)
$$;

--
-- Name: FUNCTION give_files(files bigint[], job bigint); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.give_files(files bigint[], job bigint) IS 'Says that files were stored for one live job alone: they are removed as soon as it ends as error or is cancelled. Others
than those that the same login has stored, and those that were given to a job before, stay as they are. To be called in the
transaction that offloads the job, which might end before otherwise.';

--
-- Name: job; Type: TABLE; Schema: jobmachine; Owner: -
--

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
    CONSTRAINT job_attempt_counts_up CHECK (((attempt >= 0) AND (attempt_limit >= 1))),
    CONSTRAINT job_comes_up_some_day CHECK (isfinite(run_at)),
    CONSTRAINT job_has_a_worker_when_claimed CHECK (((worker IS NULL) = (claimed_at IS NULL))),
    CONSTRAINT job_is_in_line_when_claimed CHECK (((worker IS NULL) OR ("position" IS NOT NULL))),
    CONSTRAINT job_kind_is_a_name CHECK (((kind ~ '^[a-z][a-z0-9_.-]*$'::text) AND (length(kind) <= 120))),
    CONSTRAINT job_priority_is_one_of_ten CHECK (((priority >= 0) AND (priority <= 9))),
    CONSTRAINT job_queue_is_a_name CHECK (((queue ~ '^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*$'::text) AND (length(queue) <= 30))),
    CONSTRAINT job_waits_for_some CHECK ((waiting_for >= 0)),
    CONSTRAINT job_waits_out_of_line CHECK (((waiting_for = 0) OR ("position" IS NULL)))
)
WITH (fillfactor='80', autovacuum_vacuum_scale_factor='0.01', autovacuum_vacuum_threshold='1000');

--
-- Name: TABLE job; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.job IS 'What may still run. A job leaves this table when it ends.';

--
-- Name: COLUMN job.id; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.id IS 'The number of its ticket: queue.id.';

--
-- Name: COLUMN job."position"; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job."position" IS 'Its place in the line, from the ids'' sequence: a new one each time it joins. Null while it is scheduled or waits for others.';

--
-- Name: COLUMN job.run_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.run_at IS 'Not before this time.';

--
-- Name: COLUMN job.offloaded_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.offloaded_at IS 'When it was offloaded.';

--
-- Name: COLUMN job.claimed_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.claimed_at IS 'When its worker claimed it.';

--
-- Name: COLUMN job.worker; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.worker IS 'Who runs it. With attempt, the fence: whoever else reports on it is refused.';

--
-- Name: COLUMN job.attempt; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.attempt IS 'How often it has been claimed.';

--
-- Name: COLUMN job.attempt_limit; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.attempt_limit IS 'A failure of this attempt or a later one is final. It grows with each snooze, which does not count, and with each retry.';

--
-- Name: COLUMN job.waiting_for; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.waiting_for IS 'How many jobs it still waits for; see dependency.';

--
-- Name: COLUMN job.priority; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.priority IS '0 goes first, 9 last.';

--
-- Name: COLUMN job.cancel_requested; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.cancel_requested IS 'Whether its worker has been asked to stop it.';

--
-- Name: COLUMN job.queue; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.queue IS 'The line it stands in.';

--
-- Name: COLUMN job.kind; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.kind IS 'Which handler it needs: for a model function, the function''s name.';

--
-- Name: COLUMN job.arguments; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.arguments IS 'What the handler gets: for a model function, the function itself.';

--
-- Name: COLUMN job.environment; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.environment IS 'On whose behalf it runs: user, locale, trace. If it was retried or snoozed: attempts, how many it had at first.';

--
-- Name: COLUMN job.progress; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.progress IS 'How far it is: done, of, note.';

--
-- Name: COLUMN job.error; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.error IS 'Why the last attempt failed.';

--
-- Name: COLUMN job.limit_is_given; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.limit_is_given IS 'Whether whoever offloaded it said how many attempts it has. If not, the number of its handler counts from its first failure on.';

--
-- Name: give_limit(jobmachine.job, integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.give_limit(failed jobmachine.job, attempt_limit integer) RETURNS integer
    LANGUAGE plpgsql
    AS $$
declare
  -- How many it had at first: each snooze since has added one.
  at_first constant bigint := coalesce(
    case when jobmachine.is_environment(failed.environment) then (failed.environment ->> 'attempts')::bigint end,
    failed.attempt_limit);
begin
  update jobmachine.job j
  set
    attempt_limit = give_limit.attempt_limit,
    limit_is_given = true,
    environment = case
      when j.environment ? 'attempts' then j.environment || jsonb_build_object(
        'attempts', least(greatest(give_limit.attempt_limit - (failed.attempt_limit - at_first), 1), 999999999))
      else j.environment
    end
  where j.id = failed.id;
  return give_limit.attempt_limit;
end
$$;

--
-- Name: FUNCTION give_limit(failed jobmachine.job, attempt_limit integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.give_limit(failed jobmachine.job, attempt_limit integer) IS 'Notes how many attempts a job has of which nobody said so when it was offloaded: as many as its handler allows. A part of
fail.';

--
-- Name: grace_of(integer, integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.grace_of(worker integer, watcher integer) RETURNS interval
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select case
    when me.returned_beat is null or other.beat > me.returned_beat then interval '0'
    -- Within bounds, whatever has become of the clock since.
    else least(greatest(me.connected_at + interval '3 seconds' - clock_timestamp(), interval '0'), interval '3 seconds')
  end
  from jobmachine.worker other
  cross join jobmachine.worker me
  where other.id = grace_of.worker
    and me.id = grace_of.watcher
$$;

--
-- Name: FUNCTION grace_of(worker integer, watcher integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.grace_of(worker integer, watcher integer) IS 'How long a worker may yet have no session before the watcher takes it for dead. A restart or a failover of the server ends
all sessions at once, and they do not all come back at once: a watcher that has lost its own session gives three seconds from
its return to all that have given no sign of life since. Else it is nothing. Null if one of them is not registered.';

--
-- Name: grant_rights(); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.grant_rights() RETURNS SETOF text
    LANGUAGE plpgsql
    SET lock_timeout TO '2s'
    AS $$
declare
  wanted constant text[] := '{djet_offload,djet_work,djet_admin}';
  whom text;
  statement text;
begin
  -- One at a time: two would each change the rights that the other one has read. Not waiting: a migration that comes to this
  -- keeps everybody from its tables.
  begin
    perform
    from jobmachine.lock l
    where l.name = 'rights'
    for update nowait;
  exception when lock_not_available then
    raise exception 'somebody else is granting the rights'
    using errcode = 'lock_not_available', hint = 'Try again; should it last, look for a transaction that was left open.';
  end;
  perform jobmachine.make_role(role.name)
  from unnest(wanted) as role(name);

  -- What an earlier version granted goes. A new function is everybody's until its rights are taken from them.
  select 'public' || coalesce(string_agg(format(', %I', r.rolname), ''), '')
  into whom
  from pg_roles r
  where r.rolname = any (wanted);
  execute format('revoke all on schema jobmachine from %s', whom);
  execute format('revoke all on all functions in schema jobmachine from %s', whom);
  for statement in
    select format('revoke all on %s from %s', object.name, whom)
    from (
      select c.oid::regclass::text
      from pg_class c
      where c.relnamespace = 'jobmachine'::regnamespace
        and c.relkind in ('r', 'p', 'v', 'S')
        -- The days come and go; they are read by way of their tables.
        and not c.relispartition
    ) as object(name)
    union all
    select format('grant usage on schema jobmachine to %I', r.rolname)
    from pg_roles r
    where r.rolname = any (wanted)
    union all
    select format('grant %s %s to %I', r."right", r.object, r.role)
    from jobmachine.rights() r
    join pg_roles known on known.rolname = r.role
  loop
    execute statement;
  end loop;

  return query
  select role.name
  from unnest(wanted) as role(name)
  where not exists (select from pg_roles r where r.rolname = role.name);
end
$$;

--
-- Name: FUNCTION grant_rights(); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.grant_rights() IS 'Gives the roles djet_offload, djet_work and djet_admin their rights, and everybody else none; makes the roles where they
are missing. Each migration ends with it; the schema''s owner, or a superuser, may call it at any time, unless somebody else is
at it. Returns the roles that are still missing, which the owner may not make.';

--
-- Name: held_by(integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.held_by(worker integer) RETURNS TABLE(id bigint, attempt integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select j.id, j.attempt
  from jobmachine.job j
  where j.worker = held_by.worker
$$;

--
-- Name: FUNCTION held_by(worker integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.held_by(worker integer) IS 'The jobs that a worker has claimed, in which attempts. A worker that has lost the answer to a claim asks, and releases those
that it knows nothing of.';

--
-- Name: history_days(); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.history_days() RETURNS TABLE(name text, day timestamp with time zone)
    LANGUAGE sql STABLE
    AS $$
  with part as materialized (  -- fence: the names of indexes, which the server may look at first, are no dates
    select c.relname
    from pg_inherits i
    join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'jobmachine.history'::regclass
  )
  select part.relname, to_date(right(part.relname, 8), 'YYYYMMDD')::timestamp at time zone 'UTC'
  from part
$$;

--
-- Name: FUNCTION history_days(); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.history_days() IS 'The tables of the history, and when the day of each began.';

--
-- Name: hold(integer, bigint, integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.hold(worker integer, id bigint, attempt integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  -- Locked, so that whoever takes the job away waits for this commit, and the next attempt finds what it did.
  perform
  from jobmachine.job j
  where j.id = hold.id
    and j.worker = hold.worker
    and j.attempt = hold.attempt
  for share;
  if not found then
    raise exception 'job % is no longer worker %''s in attempt %', hold.id, hold.worker, hold.attempt
    using errcode = 'DJF01', hint = 'Another worker has it, or it has been cancelled: what was done for it is undone.';
  end if;
end
$$;

--
-- Name: FUNCTION hold(worker integer, id bigint, attempt integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.hold(worker integer, id bigint, attempt integer) IS 'Keeps a job with its worker until the end of the transaction, to which something done for the job belongs. If the job is no
longer this worker''s in this attempt it raises DJF01, so that the transaction cannot commit. It comes last: as long as it
holds, a worker that is frozen cannot be rescued from.';

--
-- Name: holds(integer, integer, integer, oid); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.holds(key_class integer, key_number integer, session integer, login oid) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  select exists (
    select
    from pg_locks l
    cross join pg_stat_get_activity(holds.session) a
    where l.locktype = 'advisory'
      and l.database = (select d.oid from pg_database d where d.datname = current_database())
      and l.classid = holds.key_class::oid
      and l.objid = holds.key_number::oid
      and l.objsubid = 2
      and l.mode = 'ExclusiveLock'
      and l.granted
      and l.pid = holds.session
      and a.usesysid = holds.login
  )
$$;

--
-- Name: FUNCTION holds(key_class integer, key_number integer, session integer, login oid); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.holds(key_class integer, key_number integer, session integer, login oid) IS 'Whether this session, of this login, holds the lock of this key. The key alone would say nothing: everybody sees it in
pg_locks, and may take it when it is free. It reads no table. Who has looked before in its
transaction calls pg_stat_clear_snapshot first.';

--
-- Name: is_alive(integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.is_alive(worker integer) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
begin
  -- A transaction sees the sessions that there were when it first looked.
  perform pg_stat_clear_snapshot();
  return coalesce(
    (
      select jobmachine.holds(w.key_class, w.key_number, w.session, w.login)
      from jobmachine.worker w
      where w.id = is_alive.worker
    ),
    false);
end
$$;

--
-- Name: FUNCTION is_alive(worker integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.is_alive(worker integer) IS 'Whether a worker''s session still holds its lock.';

--
-- Name: is_environment(jsonb); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.is_environment(environment jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $_$
  select environment = '{}'::jsonb
    or jsonb_typeof(environment) = 'object'
      and coalesce(jsonb_typeof(environment -> 'user'), 'null') in ('string', 'null')
      and coalesce(octet_length(environment ->> 'user'), 0) <= 1000
      and coalesce(jsonb_typeof(environment -> 'locale'), 'null') in ('string', 'null')
      and (
        not environment ? 'trace'
        or jsonb_typeof(environment -> 'trace') = 'null'
        or jsonb_typeof(environment -> 'trace') = 'object'
          and coalesce(not environment @? 'strict $.trace.* ? (@.type() <> "string")'::jsonpath, true))
      and (
        not environment ? 'attempts'
        or jsonb_typeof(environment -> 'attempts') = 'number' and environment ->> 'attempts' ~ '^[1-9][0-9]{0,8}$')
$_$;

--
-- Name: FUNCTION is_environment(environment jsonb); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.is_environment(environment jsonb) IS 'Whether it is an object whose user and locale are texts, whose trace holds texts, and whose attempts is a whole number.';

--
-- Name: is_paused(text); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.is_paused(queue text) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  select exists (
    select
    from jobmachine.queue q
    where q.name = is_paused.queue
      and q.paused_at is not null
  )
$$;

--
-- Name: FUNCTION is_paused(queue text); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.is_paused(queue text) IS 'Whether somebody paused the queue.';

--
-- Name: is_progress(jsonb); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.is_progress(progress jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $_$
  select jsonb_typeof(progress) = 'object'
    and coalesce(jsonb_typeof(progress -> 'done'), '') = 'number'
    and progress ->> 'done' ~ '^-?[0-9]{1,18}$'
    and coalesce(jsonb_typeof(progress -> 'of'), 'null') in ('number', 'null')
    and coalesce(progress ->> 'of', '0') ~ '^-?[0-9]{1,18}$'
    and coalesce(jsonb_typeof(progress -> 'note'), 'null') in ('string', 'null')
$_$;

--
-- Name: FUNCTION is_progress(progress jsonb); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.is_progress(progress jsonb) IS 'Whether it is an object whose done and of are whole numbers and whose note is a text; only done must be there.';

--
-- Name: keep_days(interval); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.keep_days(retention interval DEFAULT NULL::interval) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '500ms'
    AS $$
declare
  today constant date := (now() at time zone 'UTC')::date;
  day date;
  parent text;
begin
  foreach parent in array array['history', 'attempt', 'log'] loop
    for ahead in 0..7 loop
      day := today + ahead;
      if to_regclass('jobmachine.' || parent || to_char(day, '_YYYYMMDD')) is null then
        perform jobmachine.make_day(parent, day);
      end if;
    end loop;
  end loop;

  if keep_days.retention is not null then
    perform jobmachine.drop_days(
      ((now() - greatest(keep_days.retention, interval '1 day')) at time zone 'UTC')::date);
  end if;
exception when lock_not_available then
  -- Somebody reads the history: the next beat will do.
  return;
end
$$;

--
-- Name: FUNCTION keep_days(retention interval); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.keep_days(retention interval) IS 'Sees to it that there are partitions for today and the seven days to come, and that days older than the retention are
gone; without one, none goes. Less than a day of retention counts as one.';

--
-- Name: keep_step(integer, bigint, integer, text, jsonb); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.keep_step(worker integer, id bigint, attempt integer, name text, value jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if octet_length(keep_step.value::text) > jobmachine.reply_limit() then
    perform jobmachine.refuse_reply('the value of a step');
  end if;
  perform jobmachine.hold(keep_step.worker, keep_step.id, keep_step.attempt);
  insert into jobmachine.step (job, attempt, name, value)
  values (keep_step.id, keep_step.attempt, keep_step.name, keep_step.value);
end
$$;

--
-- Name: FUNCTION keep_step(worker integer, id bigint, attempt integer, name text, value jsonb); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.keep_step(worker integer, id bigint, attempt integer, name text, value jsonb) IS 'Keeps what a step of a job returned, in the transaction that did the step. If the job is no longer this worker''s in this
attempt it raises DJF01, so that the transaction cannot commit. A value that is longer than reply_limit() is refused.';

--
-- Name: leave_to_settle(bigint[], bigint[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.leave_to_settle(ended bigint[], seen_to bigint[] DEFAULT '{}'::bigint[]) RETURNS void
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET jit TO 'off'
    AS $$
declare
  line text;
begin
  insert into jobmachine.blind_end (job)
  select distinct d.needs
  from jobmachine.dependency d
  where d.needs = any (leave_to_settle.ended)
    and d.lost_at is null
    and d.job <> all (coalesce(leave_to_settle.seen_to, '{}'))
  order by d.needs
  on conflict do nothing;
  if not found then
    return;
  end if;

  for line in
    select distinct j.queue
    from jobmachine.dependency d
    join jobmachine.job j on j.id = d.job
    where d.needs = any (leave_to_settle.ended)
  loop
    perform pg_notify('jobmachine.' || line, 'later');
  end loop;
end
$$;

--
-- Name: FUNCTION leave_to_settle(ended bigint[], seen_to bigint[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.leave_to_settle(ended bigint[], seen_to bigint[]) IS 'Notes that these jobs have ended, though jobs wait for them that could not be seen to, since somebody had locked them: settle
looks again. A part of let_go and lose.';

--
-- Name: let_go(bigint[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.let_go(ended bigint[]) RETURNS void
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET jit TO 'off'
    AS $$
declare
  freed bigint[];
  amounts integer[];
  freed_queue text;
begin
  -- Nearly always there is nobody.
  if not exists (select from jobmachine.dependency d where d.needs = any (let_go.ended)) then
    return;
  end if;

  -- Nobody's end waits for what somebody else does to the jobs that wait for it.
  with free as (
    select d.job, d.needs
    from jobmachine.dependency d
    where d.needs = any (let_go.ended)
    order by d.job, d.needs
    for update skip locked
  ), gone as (
    delete from jobmachine.dependency d
    using free
    where d.job = free.job
      and d.needs = free.needs
    returning d.job
  ), counted as (
    select gone.job, count(*)::integer as amount
    from gone
    group by gone.job
  )
  select array_agg(counted.job order by counted.job), array_agg(counted.amount order by counted.job)
  into freed, amounts
  from counted;
  perform jobmachine.leave_to_settle(let_go.ended);

  -- A statement of its own: a row that was waited for may be that of a job which has come back only now.
  for freed_queue in
    with moved as (
      update jobmachine.job j
      set
        -- What is in line already stays there, though a row says that it waits.
        waiting_for = greatest(j.waiting_for - counted.amount, 0),
        position = coalesce(j.position, case
          when j.waiting_for <= counted.amount and j.run_at <= now() then nextval('jobmachine.job_id_seq')
        end)
      from unnest(freed, amounts) as counted(job, amount)
      where j.id = counted.job
      returning j.queue, j.waiting_for
    )
    select distinct moved.queue
    from moved
    where moved.waiting_for = 0
  loop
    perform pg_notify('jobmachine.' || freed_queue, 'later');
  end loop;
end
$$;

--
-- Name: FUNCTION let_go(ended bigint[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.let_go(ended bigint[]) IS 'Lets the jobs go on that waited for these, which have finished. A part of reply and settle. It rings within the transaction,
since only the server knows whom to wake. Those that somebody has locked are left to settle.';

--
-- Name: lines(); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.lines() RETURNS TABLE(queue text, priority smallint)
    LANGUAGE sql STABLE
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    AS $$
  with recursive line as (
    (
      select j.queue, j.priority
      from jobmachine.job j
      order by j.queue, j.priority
      limit 1
    )
    union all
    select next.queue, next.priority
    from line
    cross join lateral (
      select j.queue, j.priority
      from jobmachine.job j
      where (j.queue, j.priority) > (line.queue, line.priority)
      order by j.queue, j.priority
      limit 1
    ) as next
  )
  select line.queue, line.priority
  from line
$$;

--
-- Name: FUNCTION lines(); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.lines() IS 'In which queues and priorities there are live jobs. It skips from one line to the next: it costs as little with
millions of jobs as with a few.';

--
-- Name: live_counts(integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.live_counts(reach integer DEFAULT 10000) RETURNS TABLE(queue text, status jobmachine.status, amount bigint, is_exact boolean)
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    AS $$
declare
  line record;
  counted record;
begin
  for line in
    select l.queue, l.priority
    from jobmachine.lines() l
  loop
    select
      count(*) as looked,
      count(*) filter (where head.worker is not null) as processing,
      count(*) filter (where head.worker is null and head.position is not null) as entered,
      count(*) filter (where head.position is null and head.waiting_for = 0) as scheduled,
      count(*) filter (where head.waiting_for > 0) as waiting
    into counted
    from (
      select j.position, j.worker, j.waiting_for
      from jobmachine.job j
      where j.queue = line.queue
        and j.priority = line.priority
      order by j.position
      limit live_counts.reach
    ) as head;

    queue := line.queue;
    is_exact := counted.looked < live_counts.reach;
    if not is_exact then
      counted.entered := greatest(counted.entered, jobmachine.estimate(format(
        'select from jobmachine.job j where j.queue = %L and j.priority = %L and j.worker is null',
        line.queue, line.priority)));
    end if;
    return query
    select line.queue, each.status, each.amount, is_exact or each.status = 'processing'
    from (
      values
        ('processing'::jobmachine.status, counted.processing),
        ('entered', counted.entered),
        ('scheduled', counted.scheduled),
        ('waiting', counted.waiting)
    ) as each(status, amount)
    where each.amount > 0;
  end loop;
end
$$;

--
-- Name: FUNCTION live_counts(reach integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.live_counts(reach integer) IS 'How many live jobs there are, a row for each queue, priority and status. Where there are more than reach of one queue and
priority, the planner''s estimate is told instead, and is_exact is false.';

--
-- Name: live_jobs_of(text, integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.live_jobs_of(owner text, at_most integer) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select count(*)::integer
  from (
    select
    from jobmachine.job j
    where j.environment ->> 'user' = live_jobs_of.owner
    limit live_jobs_of.at_most
  ) as found
$$;

--
-- Name: FUNCTION live_jobs_of(owner text, at_most integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.live_jobs_of(owner text, at_most integer) IS 'How many jobs of a user have not ended. Beyond at_most it does not count.';

--
-- Name: live_keys(jsonb, boolean, bigint, integer, integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.live_keys(filter jsonb DEFAULT '{}'::jsonb, are_running boolean DEFAULT false, below bigint DEFAULT NULL::bigint, amount integer DEFAULT 51, reach integer DEFAULT 20000) RETURNS TABLE(ids bigint[], looked bigint, back_to bigint, is_whole boolean)
    LANGUAGE plpgsql STABLE
    AS $_$
declare
  has_words constant boolean := live_keys.filter ->> 'words' is not null;
  reach constant integer := case when has_words then least(live_keys.reach, 1000) else live_keys.reach end;
  source constant text := format(
    'select j.* from %s where %s and j.id < %s order by j.id desc limit %s',
    case when live_keys.are_running then 'jobmachine.running() j' else 'jobmachine.job j' end,
    case when live_keys.are_running then 'true' else 'j.worker is null' end,
    coalesce(live_keys.below, 9223372036854775807),
    reach);
begin
  return query execute format(
    $sql$
      with looked as materialized (
        select j.id, %1$s as is_near, case when %1$s then %2$s end as fits
        from (%3$s) j
      )
      select
        coalesce((array_agg(l.id order by l.id desc) filter (where l.fits))[1:%4$s], '{}'),
        count(*) filter (where l.is_near),
        min(l.id) filter (where l.is_near),
        count(*) < %5$s and coalesce(bool_and(l.is_near), true)
      from looked l
    $sql$,
    case when has_words then 'j.before < 8388608' else 'true' end,
    jobmachine.conditions(live_keys.filter, true),
    case when has_words then jobmachine.counting_bytes(source, 'j.id desc') else source end,
    live_keys.amount,
    reach);
end
$_$;

--
-- Name: FUNCTION live_keys(filter jsonb, are_running boolean, below bigint, amount integer, reach integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.live_keys(filter jsonb, are_running boolean, below bigint, amount integer, reach integer) IS 'The numbers of live jobs that a filter lets through (see conditions), the highest first: of those that run, or of those
that do not. At most reach jobs are looked at; if it is for words, 1000, and arguments of some 8 MiB: looked says how many, back_to the
lowest number, and is_whole whether that was all there are.';

--
-- Name: lock_tally(boolean); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.lock_tally(alone boolean DEFAULT false) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '10s'
    AS $$
begin
  if lock_tally.alone then
    perform from jobmachine.lock l where l.name = 'tally' for update;
  else
    perform from jobmachine.lock l where l.name = 'tally' for share;
  end if;
exception when lock_not_available then
  raise exception 'the ended jobs are being counted, or retried, by somebody who has not come to an end in 10 seconds'
  using errcode = 'DJ503', hint = 'Try again; should it last, look for a transaction that was left open.';
end
$$;

--
-- Name: FUNCTION lock_tally(alone boolean); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.lock_tally(alone boolean) IS 'Keeps the tally from being counted until the transaction ends; alone, keeps others from this, too. DJ503 if that is not to
be had within 10 seconds. A part of retry, retry_many and take_over.';

--
-- Name: look_by_sort(text, jsonb); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.look_by_sort(part text, filter jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $_$
  select format(
    $sql$
      with found as materialized (
        select newest.*, row_number() over (partition by pair.number order by newest.finished_at desc, newest.id desc)
        from unnest($5, $6) with ordinality as pair(sort, worker, number)
        cross join lateral (
          select %1$s
          from jobmachine.%2$I j
          where jobmachine.sort_of(j.queue, j.kind, j.status) = pair.sort
            and %3$s
            and %4$s
            and j.finished_at >= $1
            and (j.finished_at, j.id) < ($2, $3)
          order by j.finished_at desc, j.id desc
          limit $4
        ) as newest
      ), reached as materialized (  -- each sort has been looked through at least as far as this
        select f.finished_at, f.id
        from found f
        where f.row_number = $4
        order by f.finished_at desc, f.id desc
        limit 1
      ), near as materialized (
        select j.*, %5$s as is_near
        from (%6$s) j
      ), last as materialized (  -- where to go on: before what was too much to look at, if anything was
        (
          select n.finished_at, n.id
          from near n
          where n.is_near
            and exists (select from near far where not far.is_near)
          order by n.finished_at, n.id
          limit 1
        )
        union all
        select r.finished_at, r.id
        from reached r
        where not exists (select from near far where not far.is_near)
      ), looked as materialized (
        select j.id, j.finished_at, %7$s as fits
        from near j
        where j.is_near
      )
      select
        coalesce(array_agg(l.id order by l.finished_at desc, l.id desc) filter (where l.fits), '{}') as ids,
        coalesce(array_agg(l.finished_at order by l.finished_at desc, l.id desc) filter (where l.fits), '{}') as times,
        count(*) as looked,
        count(*) as suiting,
        not exists (select from last) as is_done,
        (select last.finished_at from last) as back_to,
        (select last.id from last) as back_to_id
      from looked l
    $sql$,
    case when said.has_words then 'j.*' else format('j.id, j.finished_at, %s as fits', said.conditions) end,
    look_by_sort.part,
    case
      when look_by_sort.filter ->> 'user' is null then 'coalesce(j.worker, 0) = pair.worker'
      else format(
        'j.environment ? ''user'' and hashtext(j.environment ->> ''user'') = hashtext(%L)',
        look_by_sort.filter ->> 'user')
    end,
    jobmachine.conditions(look_by_sort.filter - 'words', false),
    case when said.has_words then 'j.before < 8388608' else 'true' end,
    case
      when said.has_words then jobmachine.counting_bytes(said.source, 'j.finished_at desc, j.id desc')
      else said.source
    end,
    case when said.has_words then said.conditions else 'j.fits' end)
  from (
    select
      look_by_sort.filter ->> 'words' is not null as has_words,
      jobmachine.conditions(look_by_sort.filter, false) as conditions,
      'select f.* from found f
        where not exists (select from reached r where (f.finished_at, f.id) < (r.finished_at, r.id))' as source
  ) as said
$_$;

--
-- Name: FUNCTION look_by_sort(part text, filter jsonb); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.look_by_sort(part text, filter jsonb) IS 'The statement that looks through the jobs of some sorts and workers of one day, which sorts_of_day found: $5 and $6. $4
is through how many of each; the other parameters, and the columns, are those of look_by_time. A part of ended_keys.';

--
-- Name: look_by_time(text, jsonb); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.look_by_time(part text, filter jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $_$
  select format(
    $sql$
      with looked as materialized (
        select
          j.id, j.finished_at, %1$s as is_near, case when %1$s then %2$s end as suits,
          case when %1$s then %3$s end as fits
        from (%4$s) j
      )
      select
        coalesce(array_agg(l.id order by l.finished_at desc, l.id desc) filter (where l.fits), '{}') as ids,
        coalesce(array_agg(l.finished_at order by l.finished_at desc, l.id desc) filter (where l.fits), '{}') as times,
        count(*) filter (where l.is_near) as looked,
        count(*) filter (where l.suits) as suiting,
        count(*) < $4 and coalesce(bool_and(l.is_near), true) as is_done,
        (array_agg(l.finished_at order by l.finished_at, l.id) filter (where l.is_near))[1] as back_to,
        (array_agg(l.id order by l.finished_at, l.id) filter (where l.is_near))[1] as back_to_id
      from looked l
    $sql$,
    case when said.has_words then 'j.before < 8388608' else 'true' end,
    jobmachine.conditions(look_by_time.filter - 'words', false),
    jobmachine.conditions(look_by_time.filter, false),
    case when said.has_words then jobmachine.counting_bytes(said.source, 'j.finished_at desc, j.id desc') else said.source end)
  from (
    select
      look_by_time.filter ->> 'words' is not null as has_words,
      format(
        'select j.* from jobmachine.%I j where j.finished_at >= $1 and (j.finished_at, j.id) < ($2, $3)
          order by j.finished_at desc, j.id desc limit $4',
        look_by_time.part) as source
  ) as said
$_$;

--
-- Name: FUNCTION look_by_time(part text, filter jsonb); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.look_by_time(part text, filter jsonb) IS 'The statement that looks through the jobs of one day, the last to end first: $1 since, $2 and $3 before which time and
number, $4 through how many. It tells which of them fit, how many suit apart from the words, whether that was the whole
day, and the last that it looked at. A part of ended_keys.';

--
-- Name: lose(bigint[], jobmachine.status); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.lose(ended bigint[], status jobmachine.status) RETURNS void
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET jit TO 'off'
    AS $$
declare
  gone bigint[] := lose.ended;
  fate jobmachine.status := lose.status;
  lost bigint[];
  reasons jsonb[];
begin
  -- A wave at a time, not by calling itself: a chain of jobs may be longer than the server's stack is deep.
  loop
    -- Nearly always there is nobody.
    exit when not exists (
      select from jobmachine.dependency d where d.needs = any (gone) and d.lost_at is null);

    -- The rows first, then the jobs, always in this order: several may end at once that one job waits for. Nobody's end waits
    -- for what somebody else does to the jobs that wait for it: a job of which a row is locked is left for later.
    with waiting as (
      select d.job, count(*) as amount
      from jobmachine.dependency d
      where d.job in (
        select w.job from jobmachine.dependency w where w.needs = any (gone) and w.lost_at is null)
      group by d.job
    ), taken as (
      select d.job, d.needs, d.lost_at
      from jobmachine.dependency d
      where d.job in (select waiting.job from waiting)
      order by d.job, d.needs
      for update skip locked
    ), one as (
      select t.job, min(t.needs) filter (where t.needs = any (gone) and t.lost_at is null) as needs
      from taken t
      group by t.job
      having count(*) = (select w.amount from waiting w where w.job = t.job)
        and bool_or(t.needs = any (gone) and t.lost_at is null)
    )
    select
      array_agg(one.job order by one.job),
      array_agg(
        jsonb_build_object(
          'type', 'dependency',
          'message', format('job %s, for which it waited, ended as %s', one.needs, fate))
        order by one.job)
    into lost, reasons
    from one;
    perform jobmachine.leave_to_settle(gone, lost);
    exit when lost is null;

    update jobmachine.dependency d
    set
      lost_at = now(),
      is_settled = true
    where d.job = any (lost);
    -- Of the first one, whoever called tells.
    perform pg_notify('jobmachine.' || j.queue || '.' || j.id, '')
    from jobmachine.job j
    where j.id = any (lost);
    perform jobmachine.end_each(lost, 'error', reasons);
    gone := lost;
    fate := 'error';
  end loop;
end
$$;

--
-- Name: FUNCTION lose(ended bigint[], status jobmachine.status); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.lose(ended bigint[], status jobmachine.status) IS 'Ends the jobs that wait for these, which ended otherwise than finished and are in the history, and those that wait for
them in turn: they end as error, so that their callers hear. They come back with the job that they need. Those that somebody has locked are left to settle. A part of end_job
and settle.';

--
-- Name: make_day(text, date); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.make_day(parent text, day date) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  part constant text := make_day.parent || to_char(make_day.day, '_YYYYMMDD');
begin
  -- One at a time; whoever comes second has nothing to do, but needs the day as much.
  perform
  from jobmachine.lock l
  where l.name = 'history'
  for update;
  if to_regclass('jobmachine.' || part) is not null then
    return;
  end if;

  -- Made by itself and then attached: unlike "partition of", that waits for nobody who reads or writes, nor do they for it.
  execute format(
    'create table jobmachine.%I (like jobmachine.%I including defaults including constraints including storage)',
    part, make_day.parent);
  execute format(
    'alter table jobmachine.%I attach partition jobmachine.%I for values from (%L) to (%L)',
    make_day.parent, part, make_day.day::timestamp at time zone 'UTC', (make_day.day + 1)::timestamp at time zone 'UTC');
end
$$;

--
-- Name: FUNCTION make_day(parent text, day date); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.make_day(parent text, day date) IS 'Makes the partition of a day, unless it is there. A part of keep_days.';

--
-- Name: make_role(text); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.make_role(name text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  if not exists (select from pg_roles r where r.rolname = make_role.name) then
    execute format('create role %I', make_role.name);
  end if;
exception
  when duplicate_object or unique_violation then
    -- Roles are the whole server's: who migrates another of its databases was quicker.
    return;
  when insufficient_privilege then
    raise warning 'the role % is missing, and % may not make it', make_role.name, current_user
    using hint = 'Whoever may make roles calls jobmachine.grant_rights().';
end
$$;

--
-- Name: FUNCTION make_role(name text); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.make_role(name text) IS 'Makes a role that nobody signs in as, unless there is one. Warns if that is not allowed. A part of grant_rights.';

--
-- Name: mark_session(integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.mark_session(worker integer) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  chance text;
  class integer;
  number integer;
begin
  -- Whoever sees a key in pg_locks comes too late: it is drawn, taken, and never used again.
  loop
    chance := replace(gen_random_uuid()::text, '-', '');
    class := ('x' || left(chance, 8))::bit(32)::integer;
    number := ('x' || right(chance, 8))::bit(32)::integer;
    exit when pg_try_advisory_lock(class, number);
  end loop;

  update jobmachine.worker w
  set
    session = pg_backend_pid(),
    login = (select a.usesysid from pg_stat_get_activity(pg_backend_pid()) a),
    key_class = class,
    key_number = number
  where w.id = mark_session.worker;
end
$$;

--
-- Name: FUNCTION mark_session(worker integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.mark_session(worker integer) IS 'Makes this session a worker''s life: it holds the lock of a key drawn by chance until it ends. A part of register.';

--
-- Name: may_change_file(text, boolean); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.may_change_file(maker text, is_complete boolean) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  -- The login itself, not the role whose rights it has at the moment. A file from before there were makers is anybody's
  -- until it is finished, then nobody's.
  select coalesce(may_change_file.maker = session_user, not may_change_file.is_complete)
    or (
      may_change_file.is_complete
      and exists (
        select
        from pg_roles r
        where r.rolname in ('djet_work', 'djet_admin')
          and pg_has_role(session_user, r.oid, 'member')))
    or pg_has_role(session_user, (select n.nspowner from pg_namespace n where n.nspname = 'jobmachine'), 'member')
$$;

--
-- Name: FUNCTION may_change_file(maker text, is_complete boolean); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.may_change_file(maker text, is_complete boolean) IS 'Whether the login of this session may add to a file, finish or remove it: its maker may; when it is finished, workers and
administrators as well; and the owner of the schema always. A part of add_chunk, finish_file and drop_file.';

--
-- Name: mended_environment(jsonb); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.mended_environment(environment jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    AS $$
  select case
    when jobmachine.is_environment(environment) then environment
    when jsonb_typeof(environment) = 'object' then (
      select coalesce(jsonb_object_agg(kept.key, kept.value), '{}')
      from jsonb_each(environment) as kept
      where kept.key in ('user', 'locale')
        and jobmachine.is_environment(jsonb_build_object(kept.key, kept.value))
    )
    else '{}'
  end
$$;

--
-- Name: FUNCTION mended_environment(environment jsonb); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.mended_environment(environment jsonb) IS 'An environment as it is if it has its shape, and otherwise only its user and its locale, where they are texts.';

--
-- Name: neighbour_of(integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.neighbour_of(worker integer, OUT id integer, OUT beat bigint, OUT lease interval, OUT silence interval, OUT grace interval, OUT key_class integer, OUT key_number integer, OUT session integer, OUT login oid) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  -- Who has no session knows nothing: all others may have lost theirs by the same cause. It watches when it is back.
  if jobmachine.is_alive(neighbour_of.worker) then
    select
      w.id, w.beat, w.lease, case when me.watched_beat = w.beat then me.silence else interval '0' end,
      jobmachine.grace_of(w.id, me.id), w.key_class, w.key_number, w.session, w.login
    into id, beat, lease, silence, grace, key_class, key_number, session, login
    from jobmachine.worker me
    join jobmachine.worker w on w.id <> me.id
    where me.id = neighbour_of.worker
    order by w.id > me.id desc, w.id
    limit 1;
  end if;
  -- The look is undone, and its locks on the tables with it: who waits for a death must not keep anybody from altering them.
  raise exception 'undone' using errcode = 'DJ000';
exception when sqlstate 'DJ000' then
  return;
end
$$;

--
-- Name: FUNCTION neighbour_of(worker integer, OUT id integer, OUT beat bigint, OUT lease interval, OUT silence interval, OUT grace interval, OUT key_class integer, OUT key_number integer, OUT session integer, OUT login oid); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.neighbour_of(worker integer, OUT id integer, OUT beat bigint, OUT lease interval, OUT silence interval, OUT grace interval, OUT key_class integer, OUT key_number integer, OUT session integer, OUT login oid) IS 'Whom a worker watches, the one with the next higher number or else the first, and what there is to know of it: its last
sign of life, its lease, how long it has been silent before the watcher, how long it may yet come back, and its session. All
null if there is nobody, or the watcher has no session itself. No table stays locked behind it.';

--
-- Name: note_blind_end(bigint[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.note_blind_end(ended bigint[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  if current_setting('transaction_isolation') in ('repeatable read', 'serializable') then
    insert into jobmachine.blind_end (job)
    select each.id
    from unnest(note_blind_end.ended) as each(id)
    where each.id is not null
    order by each.id
    on conflict do nothing;
  end if;
end
$$;

--
-- Name: FUNCTION note_blind_end(ended bigint[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.note_blind_end(ended bigint[]) IS 'Notes that these jobs end in a transaction that may not see who waits for them, since its snapshot is older: settle looks
again, with the next beat at the latest. A part of reply and
end_each.';

--
-- Name: note_refusal(text, integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.note_refusal(what text, amount integer DEFAULT 1) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  insert into jobmachine.refusal as r (what, amount)
  values (note_refusal.what, note_refusal.amount)
  on conflict on constraint refusal_pkey do update set
    amount = r.amount + excluded.amount,
    last_at = now()
$$;

--
-- Name: FUNCTION note_refusal(what text, amount integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.note_refusal(what text, amount integer) IS 'Counts reports that the fence refused. What raised DJF01 was undone with its count: whoever raised it counts it afterwards.';

--
-- Name: note_retried(text, text, jobmachine.status, timestamp with time zone); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.note_retried(queue text, kind text, status jobmachine.status, finished_at timestamp with time zone) RETURNS void
    LANGUAGE sql
    AS $$
  update jobmachine.tally t
  set retried = t.retried + 1
  from unnest('{minute,hour,day}'::text[]) as span(name)
  where t.span = span.name
    and t.since = date_trunc(span.name, note_retried.finished_at, 'UTC')
    and t.queue = note_retried.queue
    and t.kind = note_retried.kind
    and t.status = note_retried.status
    and note_retried.finished_at < (select m.until from jobmachine.tally_mark m)
$$;

--
-- Name: FUNCTION note_retried(queue text, kind text, status jobmachine.status, finished_at timestamp with time zone); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.note_retried(queue text, kind text, status jobmachine.status, finished_at timestamp with time zone) IS 'Notes in the tally that an ended job is back in the line. A part of bring_back.';

--
-- Name: note_silence(integer, integer, bigint, interval); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.note_silence(worker integer, neighbour integer, beat bigint, waited interval) RETURNS interval
    LANGUAGE sql
    AS $$
  update jobmachine.worker me
  set
    watched_beat = note_silence.beat,
    silence = note_silence.waited + case when me.watched_beat = note_silence.beat then me.silence else interval '0' end
  where me.id = note_silence.worker
    and exists (
      select from jobmachine.worker w where w.id = note_silence.neighbour and w.beat = note_silence.beat)
  returning me.silence
$$;

--
-- Name: FUNCTION note_silence(worker integer, neighbour integer, beat bigint, waited interval); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.note_silence(worker integer, neighbour integer, beat bigint, waited interval) IS 'Adds a wait in which a worker''s neighbour gave no sign of life to those before it, and returns their sum: a duration that
one side has measured, whatever the clocks say. Null if the neighbour has given one since. A part of watch.';

--
-- Name: offload(text, jsonb, text, integer, timestamp with time zone, bigint[], integer, jsonb, boolean); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.offload(kind text, arguments jsonb DEFAULT '{}'::jsonb, queue text DEFAULT 'default'::text, priority integer DEFAULT 4, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, after bigint[] DEFAULT NULL::bigint[], attempt_limit integer DEFAULT NULL::integer, environment jsonb DEFAULT '{}'::jsonb, ring boolean DEFAULT true) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
  new_id bigint := nextval('jobmachine.job_id_seq');
  needed integer := 0;
begin
  -- As check_job does, whose call alone would cost more than all of this.
  if (
    length(offload.queue) <= 30 and offload.queue ~ '^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*$'
    and length(offload.kind) <= 120 and offload.kind ~ '^[a-z][a-z0-9_.-]*$'
    and offload.priority between 0 and 9
    and (offload.run_at is null or isfinite(offload.run_at))
    and (offload.attempt_limit is null or offload.attempt_limit >= 1)) is not true
  then
    perform jobmachine.check_job(
      offload.queue, offload.kind, offload.priority, offload.run_at, offload.attempt_limit);
  end if;
  if offload.arguments is null or offload.environment is null then
    perform jobmachine.refuse_null();
  end if;
  if octet_length(offload.arguments::text) > jobmachine.arguments_limit() then
    perform jobmachine.refuse_arguments();
  end if;
  if offload.after is not null then
    needed := jobmachine.wait_for(new_id, offload.after);
  end if;
  insert into jobmachine.job (
    id, position, run_at, attempt_limit, limit_is_given, waiting_for, priority, queue, kind, arguments, environment)
  values (
    new_id,
    case when needed = 0 and coalesce(offload.run_at <= now(), true) then new_id end,
    coalesce(offload.run_at, now()),
    coalesce(offload.attempt_limit, 5),
    offload.attempt_limit is not null,
    needed,
    offload.priority,
    offload.queue,
    offload.kind,
    offload.arguments,
    offload.environment);
  if offload.ring then
    -- One that waits for others is for later, too: somebody must settle whether they still live.
    perform pg_notify(
      'jobmachine.' || offload.queue, case when offload.run_at is null and needed = 0 then '' else 'later' end);
  end if;
  return new_id;
end
$_$;

--
-- Name: FUNCTION offload(kind text, arguments jsonb, queue text, priority integer, run_at timestamp with time zone, after bigint[], attempt_limit integer, environment jsonb, ring boolean); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.offload(kind text, arguments jsonb, queue text, priority integer, run_at timestamp with time zone, after bigint[], attempt_limit integer, environment jsonb, ring boolean) IS 'Puts a job on a queue and returns its id; with the queue''s name, that is its ticket: queue.id. It exists when the
caller''s transaction commits. Workers are rung by the same commit unless ring is false, which leaves that to the caller.
run_at: not before this time. after: not before these jobs have finished, 10,000 at the most. priority: 0 goes first, 9 last.
attempt_limit: how many attempts it has; unless it is said, as many as its handler allows.';

--
-- Name: offload_each(text[], jsonb[], text[], integer[], timestamp with time zone[], integer[], jsonb[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.offload_each(kinds text[], arguments jsonb[], queues text[], priorities integer[], run_at timestamp with time zone[], attempt_limits integer[], environments jsonb[]) RETURNS SETOF bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
begin
  -- Each sort once.
  perform jobmachine.check_job(sort.queue, sort.kind, sort.priority, sort.run_at, sort.attempt_limit)
  from (
    select distinct each.*
    from unnest(
      offload_each.kinds, offload_each.queues, offload_each.priorities, offload_each.run_at,
      offload_each.attempt_limits)
      as each(kind, queue, priority, run_at, attempt_limit)
  ) as sort;
  if array_position(offload_each.arguments, null) is not null
    or array_position(offload_each.environments, null) is not null
  then
    perform jobmachine.refuse_null();
  end if;
  if exists (
    select
    from unnest(offload_each.arguments) as each(arguments)
    where octet_length(each.arguments::text) > jobmachine.arguments_limit())
  then
    perform jobmachine.refuse_arguments();
  end if;
  return query
  with drawn as materialized (
    select nextval('jobmachine.job_id_seq') as id, each.*, coalesce(each.run_at <= now(), true) as is_due
    from unnest(
      offload_each.kinds, offload_each.arguments, offload_each.queues, offload_each.priorities, offload_each.run_at,
      offload_each.attempt_limits, offload_each.environments)
      as each(kind, arguments, queue, priority, run_at, attempt_limit, environment)
  ), offloaded as (
    insert into jobmachine.job (
      id, position, run_at, attempt_limit, limit_is_given, priority, queue, kind, arguments, environment)
    select
      drawn.id,
      case when drawn.is_due then drawn.id end,
      coalesce(drawn.run_at, now()),
      coalesce(drawn.attempt_limit, 5),
      drawn.attempt_limit is not null,
      drawn.priority,
      drawn.queue,
      drawn.kind,
      drawn.arguments,
      drawn.environment
    from drawn
  )
  select drawn.id
  from drawn;
end
$$;

--
-- Name: FUNCTION offload_each(kinds text[], arguments jsonb[], queues text[], priorities integer[], run_at timestamp with time zone[], attempt_limits integer[], environments jsonb[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.offload_each(kinds text[], arguments jsonb[], queues text[], priorities integer[], run_at timestamp with time zone[], attempt_limits integer[], environments jsonb[]) IS 'Puts jobs that have nothing in common on their queues in one statement, and returns their ids in the order of the
arrays. A limit of attempts that is null is its handler''s. It rings nobody: that is left to the caller, behind the commit.';

--
-- Name: offload_many(text, jsonb[], text, integer, timestamp with time zone, bigint[], integer, jsonb, boolean); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.offload_many(kind text, arguments jsonb[], queue text DEFAULT 'default'::text, priority integer DEFAULT 4, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, after bigint[] DEFAULT NULL::bigint[], attempt_limit integer DEFAULT NULL::integer, environment jsonb DEFAULT '{}'::jsonb, ring boolean DEFAULT true) RETURNS SETOF bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  is_due boolean := coalesce(offload_many.run_at <= now(), true);
begin
  perform jobmachine.check_job(
    offload_many.queue, offload_many.kind, offload_many.priority, offload_many.run_at, offload_many.attempt_limit);
  if offload_many.environment is null or array_position(offload_many.arguments, null) is not null then
    perform jobmachine.refuse_null();
  end if;
  if exists (
    select
    from unnest(offload_many.arguments) as each(arguments)
    where octet_length(each.arguments::text) > jobmachine.arguments_limit())
  then
    perform jobmachine.refuse_arguments();
  end if;
  if offload_many.after is not null then
    return query
    select jobmachine.offload(
      offload_many.kind, each.arguments, offload_many.queue, offload_many.priority, offload_many.run_at,
      offload_many.after, offload_many.attempt_limit, offload_many.environment, false)
    from unnest(offload_many.arguments) as each(arguments);
  else
    return query
    with drawn as materialized (
      select nextval('jobmachine.job_id_seq') as id, each.arguments
      from unnest(offload_many.arguments) as each(arguments)
    ), offloaded as (
      insert into jobmachine.job (
        id, position, run_at, attempt_limit, limit_is_given, priority, queue, kind, arguments, environment)
      select
        drawn.id,
        case when is_due then drawn.id end,
        coalesce(offload_many.run_at, now()),
        coalesce(offload_many.attempt_limit, 5),
        offload_many.attempt_limit is not null,
        offload_many.priority,
        offload_many.queue,
        offload_many.kind,
        drawn.arguments,
        offload_many.environment
      from drawn
    )
    select drawn.id
    from drawn;
  end if;
  if offload_many.ring then
    perform pg_notify(
      'jobmachine.' || offload_many.queue,
      case when offload_many.run_at is null and offload_many.after is null then '' else 'later' end);
  end if;
end
$$;

--
-- Name: FUNCTION offload_many(kind text, arguments jsonb[], queue text, priority integer, run_at timestamp with time zone, after bigint[], attempt_limit integer, environment jsonb, ring boolean); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.offload_many(kind text, arguments jsonb[], queue text, priority integer, run_at timestamp with time zone, after bigint[], attempt_limit integer, environment jsonb, ring boolean) IS 'Puts many jobs of one kind on a queue in one statement, and returns their ids in the order of the arguments. The rest is
as in offload.';

--
-- Name: oldest_snapshot(); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.oldest_snapshot() RETURNS TABLE(holder text, pid integer, application text, role text, state text, transaction_began_at timestamp with time zone, query_began_at timestamp with time zone, age integer)
    LANGUAGE sql STABLE
    AS $$
  select oldest.*
  from (
    select
      'session' as holder, a.pid, a.application_name, a.usename::text, a.state,
      a.xact_start as transaction_began_at, a.query_start,
      age(a.backend_xmin) as age
    from pg_stat_activity a
    where a.backend_xmin is not null
      and a.pid <> pg_backend_pid()
      and (a.datname = current_database() or a.datname is null)
    union all
    select 'prepared transaction', null, p.gid, p.owner::text, null, p.prepared, null, age(p.transaction)
    from pg_prepared_xacts p
    where p.database = current_database()
    union all
    select 'replication slot', null, s.slot_name::text, null, null, null, null, age(s.xmin)
    from pg_replication_slots s
    where s.xmin is not null
  ) as oldest
  order by oldest.age desc, oldest.transaction_began_at
  limit 1
$$;

--
-- Name: FUNCTION oldest_snapshot(); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.oldest_snapshot() IS 'Who keeps the oldest view of the data: vacuum cannot remove what ended since, so that every queue grows slower. age is in
transactions. No row if nobody else holds one. Of other roles'' sessions the server tells only those that may read them.';

--
-- Name: outcomes(bigint[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.outcomes(ids bigint[]) RETURNS TABLE(id bigint, queue text, status jobmachine.status, reply text, error text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    AS $$
declare
  missing integer := cardinality(outcomes.ids);
  amount integer;
  recently timestamptz := now() - interval '1 hour';
  -- Days to come need not be looked at either; not every server's clock is right.
  soon timestamptz := now() + interval '1 hour';
begin
  return query
  select
    j.id, j.queue,
    case
      when j.worker is not null then 'processing'::jobmachine.status
      when j.waiting_for > 0 then 'waiting'
      when j.position is null then 'scheduled'
      else 'entered'
    end,
    null::text, j.error::text
  from jobmachine.job j
  where j.id = any (outcomes.ids);
  get diagnostics amount = row_count;
  missing := missing - amount;
  if missing <= 0 then
    return;
  end if;

  -- Who waits for a job looks when it has just ended: to begin with all the days costs more than the rest together.
  return query
  select h.id, h.queue, h.status, h.reply::text, h.error::text
  from jobmachine.history h
  where h.id = any (outcomes.ids) and h.finished_at > recently and h.finished_at <= soon;
  get diagnostics amount = row_count;
  missing := missing - amount;
  if missing <= 0 then
    return;
  end if;

  return query
  select h.id, h.queue, h.status, h.reply::text, h.error::text
  from jobmachine.history h
  where h.id = any (outcomes.ids) and (h.finished_at <= recently or h.finished_at > soon);
end
$$;

--
-- Name: FUNCTION outcomes(ids bigint[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.outcomes(ids bigint[]) IS 'How jobs stand, and what came of those that have ended: what whoever waits for them asks.';

--
-- Name: pause(text, text); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.pause(queue text, by_whom text DEFAULT NULL::text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  insert into jobmachine.queue as q (name, paused_at, paused_by)
  values (pause.queue, now(), pause.by_whom)
  on conflict (name) do update set paused_at = now(), paused_by = excluded.paused_by
  where q.paused_at is null;
  return found;
exception when check_violation then
  raise exception '“%” cannot be a queue', pause.queue
  using errcode = 'DJ400', hint = 'Take up to 30 of a–z, 0–9, _ and -, parts joined by dots.';
end
$$;

--
-- Name: FUNCTION pause(queue text, by_whom text); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.pause(queue text, by_whom text) IS 'Lets no worker claim from a queue any more; what runs goes on. Returns false if it was paused already. DJ400 if it
cannot be the name of a queue.';

--
-- Name: place_of(integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.place_of(worker integer) RETURNS TABLE(rank integer, others integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select
    count(*) filter (where o.id < w.id)::integer,
    count(*)::integer
  from jobmachine.worker w
  join jobmachine.worker o on o.id <> w.id and o.queues && w.queues
  where w.id = place_of.worker
$$;

--
-- Name: FUNCTION place_of(worker integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.place_of(worker integer) IS 'How many workers that share a queue with this one registered before it, and how many there are besides it. Who hears a
ring together with others looks in this order.';

--
-- Name: plain_error(jsonb); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.plain_error(error jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    AS $$
  select case
    when octet_length(shaped.error::text) <= 8192 then shaped.error
    -- The error itself stays only if it is short: its message says the same.
    else jsonb_build_object(
      'type', left(shaped.error ->> 'type', 300), 'message', jobmachine.cut(shaped.error ->> 'message'))
      || case
        when octet_length(shaped.error ->> 'value') <= 8192
          then jsonb_build_object('swiftType', left(shaped.error ->> 'swiftType', 300), 'value', shaped.error -> 'value')
        else '{}'
      end
  end
  from (
    select case
      when coalesce(jsonb_typeof(plain_error.error), 'null') = 'null'
        then jsonb_build_object('type', 'unknown', 'message', 'no reason was given')
      when jsonb_typeof(plain_error.error) = 'object'
        and coalesce(jsonb_typeof(plain_error.error -> 'type'), '') = 'string'
        and coalesce(jsonb_typeof(plain_error.error -> 'message'), '') = 'string'
        then plain_error.error - case
          when jsonb_typeof(plain_error.error -> 'swiftType') = 'string' then '{}'::text[]
          else '{swiftType}'
        end
      else jsonb_build_object('type', 'unknown', 'message', plain_error.error #>> '{}')
    end as error
  ) as shaped
$$;

--
-- Name: FUNCTION plain_error(error jsonb); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.plain_error(error jsonb) IS 'An error as it is kept: an object with a type and a message, and that of 8 kB at the most. What has another shape becomes
the message of an unknown error.';

--
-- Name: progress(integer, bigint, integer, jsonb); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.progress(worker integer, id bigint, attempt integer, progress jsonb) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  shown jsonb := progress.progress;
begin
  if not jobmachine.is_progress(shown) then
    raise exception 'a job''s progress is an object with done, a whole number, and perhaps of and note, not %', left(shown::text, 100)
    using errcode = 'DJ400', hint = 'Such as {"done": 3, "of": 10, "note": "letters"}.';
  end if;
  if pg_column_size(shown) > 8192 then
    shown := jsonb_strip_nulls(jsonb_build_object(
      'done', shown -> 'done', 'of', shown -> 'of', 'note', jobmachine.cut(shown ->> 'note')));
  end if;
  update jobmachine.job j
  set progress = shown
  where j.id = progress.id
    and j.worker = progress.worker
    and j.attempt = progress.attempt;
  if found then
    return true;
  end if;
  perform jobmachine.note_refusal('progress');
  return null;
end
$$;

--
-- Name: FUNCTION progress(worker integer, id bigint, attempt integer, progress jsonb); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.progress(worker integer, id bigint, attempt integer, progress jsonb) IS 'Notes how far a job is: an object with done, of and note, of which a note is cut at 8 kB. Null if the fence refused it. Raises
DJ400 for anything else.';

--
-- Name: promote(text[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.promote(queues text[]) RETURNS double precision
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  next_due timestamptz;
  is_settled boolean := true;
begin
  begin
    is_settled := jobmachine.settle();
  exception when others then
    raise warning 'jobs that wait for others are left for the next beat: %', sqlerrm using errcode = sqlstate;
  end;
  with due as (
    select j.id
    from jobmachine.job j
    where j.queue = any (promote.queues)
      and j.position is null
      and j.waiting_for = 0
      and j.run_at <= now()
    order by j.run_at, j.id
    limit 10000
    for update skip locked
  )
  update jobmachine.job j
  set position = nextval('jobmachine.job_id_seq')
  from due
  where j.id = due.id;
  if found then
    return 0;
  end if;

  select min(first.run_at)
  into next_due
  from unnest(promote.queues) as line(queue)
  cross join lateral (
    select j.run_at
    from jobmachine.job j
    where j.queue = line.queue
      and j.position is null
      and j.waiting_for = 0
    order by j.run_at
    limit 1
  ) as first;
  if not is_settled then
    next_due := least(next_due, clock_timestamp() + interval '200 milliseconds');
  end if;
  return extract(epoch from next_due - clock_timestamp());
end
$$;

--
-- Name: FUNCTION promote(queues text[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.promote(queues text[]) IS 'Lets the jobs whose time has come join the line, and returns in how many seconds the next one is due: 0 if some have just
joined, null if there is none. It also lets jobs go on, or end, that waited for others which ended unseen; as long as it cannot
say of one whether it will, it wants to be called again soon. What fails of that is a warning, and keeps no other job waiting.';

--
-- Name: pulse(); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.pulse() RETURNS text
    LANGUAGE plpgsql
    AS $$
begin
  return md5(concat_ws(
    '|',
    (select s.last_value from jobmachine.job_id_seq s),
    (select string_agg(c.queue || c.status || c.amount, ',') from jobmachine.live_counts(1000) c),
    (select string_agg(concat_ws(' ', r.id, r.attempt, r.cancel_requested, r.progress), ',')
      from jobmachine.running() r),
    (
      select h.id || ' ' || h.finished_at
      from jobmachine.history h
      order by h.finished_at desc
      limit 1
    ),
    (select string_agg(w.id::text, ',' order by w.id) from jobmachine.worker w),
    (select string_agg(concat_ws(' ', q.name, q.paused_at), ',' order by q.name) from jobmachine.queue q)));
end
$$;

--
-- Name: FUNCTION pulse(); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.pulse() IS 'A text that is another one whenever something has happened in the queues: who shows them looks at it now and then, and
looks further only if it has changed. It costs as little with millions of jobs as with a few.';

--
-- Name: queues(); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.queues() RETURNS TABLE(name text, paused_at timestamp with time zone, paused_by text, workers integer, slots integer)
    LANGUAGE sql STABLE
    AS $$
  select
    known.name,
    max(q.paused_at),
    max(q.paused_by),
    count(w.id)::integer,
    coalesce(sum(w.slots), 0)::integer
  from (
    select line.queue as name
    from jobmachine.lines() line
    union
    select q.name
    from jobmachine.queue q
    union
    select unnest(w.queues)
    from jobmachine.worker w
    union
    select t.queue
    from jobmachine.tally t
    where t.span = 'day'
  ) as known
  left join jobmachine.queue q on q.name = known.name
  left join jobmachine.worker w on known.name = any (w.queues)
  group by known.name
  order by known.name
$$;

--
-- Name: FUNCTION queues(); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.queues() IS 'The queues that have live or ended jobs, or workers, or have been paused: since when each is paused and by whom, how many
workers claim from it, and how many jobs those run at once, of all their queues together.';

--
-- Name: log; Type: TABLE; Schema: jobmachine; Owner: -
--

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

--
-- Name: TABLE log; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.log IS 'What jobs log while they run, a partition for each day. It survives the rollback of the job''s own transaction.';

--
-- Name: COLUMN log.id; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.log.id IS 'Grows from line to line of a job: who has seen one reads on from there.';

--
-- Name: COLUMN log.job; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.log.job IS 'The job''s id.';

--
-- Name: COLUMN log.at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.log.at IS 'When it was logged.';

--
-- Name: COLUMN log.attempt; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.log.attempt IS 'In which attempt, from 1.';

--
-- Name: COLUMN log.level; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.log.level IS 'How grave it is: trace, debug, info, notice, warning, error or critical.';

--
-- Name: COLUMN log.message; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.log.message IS 'What was logged, with what was logged along with it.';

--
-- Name: read_log(bigint, bigint, integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.read_log(id bigint, after bigint DEFAULT 0, amount integer DEFAULT 500) RETURNS SETOF jobmachine.log
    LANGUAGE sql STABLE
    AS $$
  select l.*
  from jobmachine.log l
  where l.job = read_log.id
    and l.id > read_log.after
  order by l.id
  limit read_log.amount
$$;

--
-- Name: FUNCTION read_log(id bigint, after bigint, amount integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.read_log(id bigint, after bigint, amount integer) IS 'The lines of a job''s log that follow after one, the first first.';

--
-- Name: recount(); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.recount() RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  perform jobmachine.lock_tally(alone => true);
  delete from jobmachine.tally;
  update jobmachine.tally_mark m
  set until = coalesce(date_trunc('minute', (select min(h.finished_at) from jobmachine.history h), 'UTC'), m.until);
  return (select m.until from jobmachine.tally_mark m);
end
$$;

--
-- Name: FUNCTION recount(); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.recount() IS 'Forgets the tally, so that tally_up counts the whole history again: after somebody has changed it by hand.';

--
-- Name: refuse_arguments(); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.refuse_arguments() RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'a job''s arguments are longer than % bytes', jobmachine.arguments_limit()
  using errcode = 'DJ400', hint = 'Store what is long as a file, and give its number.';
end
$$;

--
-- Name: FUNCTION refuse_arguments(); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.refuse_arguments() IS 'Raises DJ400: arguments are longer than a worker can take. A part of offload.';

--
-- Name: refuse_file(bigint); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.refuse_file(file bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  if exists (
    select
    from jobmachine.file f
    where f.id = refuse_file.file
      and not jobmachine.may_change_file(f.maker, f.is_complete))
  then
    raise exception 'file % is another login''s', refuse_file.file
    using
      errcode = 'DJ403',
      hint = 'Only the login that began a file adds to it, finishes or removes it before it is finished; then workers may remove it, too.';
  end if;
  raise exception 'there is no unfinished file %', refuse_file.file
  using
    errcode = 'DJ404',
    hint = 'It is finished, or it was removed: an upload of which nothing comes for an hour is given up. Begin another one.';
end
$$;

--
-- Name: FUNCTION refuse_file(file bigint); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.refuse_file(file bigint) IS 'Raises why a file cannot be changed: DJ403 if it is another login''s, DJ404 if it is complete or gone. A part of add_chunk
and finish_file.';

--
-- Name: refuse_name(text, text); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.refuse_name(queue text, kind text) RETURNS void
    LANGUAGE plpgsql
    AS $_$
begin
  if length(refuse_name.queue) > 30 then
    raise exception 'a queue''s name has 30 characters at the most, not %', length(refuse_name.queue)
    using errcode = 'check_violation', constraint = 'job_queue_is_a_name', table = 'job';
  elsif refuse_name.queue ~ '^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*$' is not true then
    raise exception '“%” cannot be a queue', coalesce(refuse_name.queue, 'null')
    using
      errcode = 'check_violation', constraint = 'job_queue_is_a_name', table = 'job',
      hint = 'Take up to 30 of a–z, 0–9, _ and -, parts joined by dots, each with a letter first.';
  elsif length(refuse_name.kind) > 120 then
    raise exception 'a job''s kind has 120 characters at the most, not %', length(refuse_name.kind)
    using errcode = 'check_violation', constraint = 'job_kind_is_a_name', table = 'job';
  end if;
  raise exception '“%” cannot be the kind of a job', coalesce(refuse_name.kind, 'null')
  using
    errcode = 'check_violation', constraint = 'job_kind_is_a_name', table = 'job',
    hint = 'Take up to 120 of a–z, 0–9, _, - and dots, a letter first.';
end
$_$;

--
-- Name: FUNCTION refuse_name(queue text, kind text); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.refuse_name(queue text, kind text) IS 'Raises why a queue or a kind cannot have its name, as the table of jobs does. A part of offload.';

--
-- Name: refuse_null(); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.refuse_null() RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'neither the arguments of a job nor its environment can be null'
  using errcode = 'not_null_violation', table = 'job', hint = 'Take {} for none.';
end
$$;

--
-- Name: FUNCTION refuse_null(); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.refuse_null() IS 'Raises that a job''s arguments or its environment are null. A part of offload.';

--
-- Name: refuse_reply(text); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.refuse_reply(what text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  raise exception '% is longer than % bytes', refuse_reply.what, jobmachine.reply_limit()
  using errcode = 'program_limit_exceeded', hint = 'Store what is long as a file, and give its number.';
end
$$;

--
-- Name: FUNCTION refuse_reply(what text); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.refuse_reply(what text) IS 'Raises that a job''s reply, or what a step of it returned, is too long. A part of reply, reply_or_raise and keep_step.';

--
-- Name: register(text, integer, text[], integer, integer, interval); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.register(host text, pid integer, queues text[], slots integer, worker integer DEFAULT NULL::integer, lease interval DEFAULT '00:03:00'::interval) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  id integer := register.worker;
begin
  perform jobmachine.check_worker(register.host, register.queues, register.slots, register.lease);
  while id is null loop
    -- A number may have been taken by a worker that brought it along.
    insert into jobmachine.worker (host, pid, queues, slots, lease)
    values (register.host, register.pid, register.queues, register.slots, register.lease)
    on conflict on constraint worker_pkey do nothing
    returning worker.id into id;
  end loop;
  if register.worker is not null then
    insert into jobmachine.worker (id, host, pid, queues, slots, lease)
    overriding system value
    values (id, register.host, register.pid, register.queues, register.slots, register.lease)
    on conflict on constraint worker_pkey do update set
      seen_at = now(),
      connected_at = now(),
      returned_beat = nextval('jobmachine.worker_beat_seq'),
      beat = nextval('jobmachine.worker_beat_seq'),
      missed = '{}',
      watched_beat = null;
  end if;

  -- A worker whose network is gone without a word is found out by the server, too, which then ends the session. It ends
  -- no session for being idle: that is what a worker's is between two beats.
  perform set_config(setting.name, setting.value, false)
  from (
    values
      ('tcp_keepalives_idle', '15'),
      ('tcp_keepalives_interval', '5'),
      ('tcp_keepalives_count', '3'),
      ('tcp_user_timeout', '30000'),
      ('idle_session_timeout', '0')
  ) as setting(name, value);
  perform jobmachine.mark_session(id);
  perform jobmachine.keep_days();
  perform pg_notify('jobmachine:workers', '');
  return id;
end
$$;

--
-- Name: FUNCTION register(host text, pid integer, queues text[], slots integer, worker integer, lease interval); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.register(host text, pid integer, queues text[], slots integer, worker integer, lease interval) IS 'Enters a worker, and marks this session as its life: when the session ends, its jobs are rescued. Returns its number. A
worker that lost its session registers again under its number. lease: how long it may be silent, without a beat, before it
is taken for dead. DJ400 if a worker cannot be like this.';

--
-- Name: release(integer, bigint[], integer[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.release(worker integer, ids bigint[], attempts integer[]) RETURNS SETOF bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  released bigint[];
  unwanted record;
begin
  with back as (
    update jobmachine.job j
    set
      worker = null,
      claimed_at = null,
      attempt = j.attempt - 1,
      progress = null,
      position = nextval('jobmachine.job_id_seq')
    from unnest(release.ids, release.attempts) as one(id, attempt)
    where j.id = one.id
      and j.attempt = one.attempt
      and j.worker = release.worker
    returning j.id
  )
  select array_agg(back.id)
  into released
  from back;
  if cardinality(release.ids) > coalesce(cardinality(released), 0) then
    perform jobmachine.note_refusal('release', cardinality(release.ids) - coalesce(cardinality(released), 0));
  end if;

  -- Somebody has been told that it would be stopped: nobody else is to begin it.
  for unwanted in
    select j.id, j.queue
    from jobmachine.job j
    where j.id = any (released)
      and j.cancel_requested
  loop
    perform jobmachine.end_job(unwanted.id, 'cancelled', null);
    perform pg_notify('jobmachine.' || unwanted.queue || '.' || unwanted.id, '');
  end loop;
  return query select unnest(released);
end
$$;

--
-- Name: FUNCTION release(worker integer, ids bigint[], attempts integer[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.release(worker integer, ids bigint[], attempts integer[]) IS 'Hands jobs back to the line unfinished, as a worker does that stops. The attempt does not count. One that was to be cancelled
ends as that instead. Returns the ids of those that were still this worker''s in these attempts.';

--
-- Name: reply(integer, bigint[], integer[], jsonb[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.reply(worker integer, ids bigint[], attempts integer[], replies jsonb[]) RETURNS SETOF bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_seqscan TO 'off'
    AS $$
declare
  accepted bigint[];
  refused integer;
begin
  if exists (select from unnest(reply.replies) as one(reply) where octet_length(one.reply::text) > jobmachine.reply_limit()) then
    perform jobmachine.refuse_reply('a job''s reply');
  end if;
  if to_regclass('jobmachine.history' || to_char(clock_timestamp() at time zone 'UTC', '_YYYYMMDD')) is null then
    perform jobmachine.keep_days();
  end if;
  with done as (
    delete from jobmachine.job j
    using unnest(reply.ids, reply.attempts, reply.replies) as one(id, attempt, reply)
    where j.id = one.id
      and j.attempt = one.attempt
      and j.worker = reply.worker
    returning j.*, one.reply
  ), ended as (
    insert into jobmachine.history (
      id, run_at, offloaded_at, claimed_at, worker, attempt, attempt_limit, priority, status, queue, kind, arguments,
      environment, reply)
    select
      done.id, done.run_at, done.offloaded_at, done.claimed_at, done.worker, done.attempt, done.attempt_limit,
      done.priority, 'finished', done.queue, done.kind, done.arguments, done.environment, done.reply
    from done
  )
  select array_agg(done.id)
  into accepted
  from done;
  if cardinality(reply.ids) > coalesce(cardinality(accepted), 0) then
    -- Not those that this worker has ended before: it has lost the answer to that commit, and says it again.
    select count(*)
    into refused
    from unnest(reply.ids, reply.attempts) as one(id, attempt)
    where one.id <> all (coalesce(accepted, '{}'))
      and not exists (
        select from jobmachine.history h
        where h.id = one.id and h.attempt = one.attempt and h.worker = reply.worker and h.status = 'finished');
    if refused > 0 then
      perform jobmachine.note_refusal('reply', refused);
    end if;
  end if;
  perform jobmachine.note_blind_end(accepted);
  perform jobmachine.let_go(accepted);
  return query select unnest(accepted);
end
$$;

--
-- Name: FUNCTION reply(worker integer, ids bigint[], attempts integer[], replies jsonb[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.reply(worker integer, ids bigint[], attempts integer[], replies jsonb[]) IS 'Ends jobs with their answers, and returns the ids of those that were still this worker''s in these attempts. An id that is
missing was refused: the job has been rescued, cancelled or ended since, and what was done for it must be undone.
A reply that is longer than reply_limit() is refused.';

--
-- Name: reply_limit(); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.reply_limit() RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$
  select 268435456
$$;

--
-- Name: FUNCTION reply_limit(); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.reply_limit() IS 'How long a job''s reply, or what a step of it returned, may be, in bytes of text: more than a worker may be told to allow
(200 MiB), since the text here has blanks that a worker''s has not.';

--
-- Name: reply_or_raise(integer, bigint[], integer[], jsonb[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.reply_or_raise(worker integer, ids bigint[], attempts integer[], replies jsonb[]) RETURNS void
    LANGUAGE plpgsql
    SET lock_timeout TO '1s'
    AS $$
declare
  accepted bigint[] := array(
    select jobmachine.reply(reply_or_raise.worker, reply_or_raise.ids, reply_or_raise.attempts, reply_or_raise.replies));
  refused bigint;
begin
  if cardinality(accepted) < cardinality(reply_or_raise.ids) then
    select min(one.id)
    into refused
    from unnest(reply_or_raise.ids) as one(id)
    where one.id <> all (accepted);
    raise exception 'job % is no longer worker %''s in the attempt that ends it', refused, reply_or_raise.worker
    using errcode = 'DJF01', hint = 'Another worker has it, or it has been cancelled: what was done for it is undone.';
  end if;
end
$$;

--
-- Name: FUNCTION reply_or_raise(worker integer, ids bigint[], attempts integer[], replies jsonb[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.reply_or_raise(worker integer, ids bigint[], attempts integer[], replies jsonb[]) IS 'Ends jobs with their answers in the transaction that did their work. If the fence refuses one of them, it raises DJF01,
so that the transaction cannot commit; so it cannot if somebody keeps one locked for more than a second.';

--
-- Name: reply_or_raise(integer, bigint, integer, jsonb); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.reply_or_raise(worker integer, id bigint, attempt integer, reply jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if octet_length(reply_or_raise.reply::text) > jobmachine.reply_limit() then
    perform jobmachine.refuse_reply('a job''s reply');
  end if;
  if to_regclass('jobmachine.history' || to_char(clock_timestamp() at time zone 'UTC', '_YYYYMMDD')) is null then
    perform jobmachine.keep_days();
  end if;
  -- Not by way of arrays: most jobs of the default mode end here, and one is found by its key.
  with done as (
    delete from jobmachine.job j
    where j.id = reply_or_raise.id
      and j.attempt = reply_or_raise.attempt
      and j.worker = reply_or_raise.worker
    returning j.*
  )
  insert into jobmachine.history (
    id, run_at, offloaded_at, claimed_at, worker, attempt, attempt_limit, priority, status, queue, kind, arguments,
    environment, reply)
  select
    done.id, done.run_at, done.offloaded_at, done.claimed_at, done.worker, done.attempt, done.attempt_limit,
    done.priority, 'finished', done.queue, done.kind, done.arguments, done.environment, reply_or_raise.reply
  from done;
  if not found then
    raise exception 'job % is no longer worker %''s in the attempt that ends it', reply_or_raise.id, reply_or_raise.worker
    using errcode = 'DJF01', hint = 'Another worker has it, or it has been cancelled: what was done for it is undone.';
  end if;
  perform jobmachine.note_blind_end(array[reply_or_raise.id]);
  perform jobmachine.let_go(array[reply_or_raise.id]);
end
$$;

--
-- Name: FUNCTION reply_or_raise(worker integer, id bigint, attempt integer, reply jsonb); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.reply_or_raise(worker integer, id bigint, attempt integer, reply jsonb) IS 'The same for one job.';

--
-- Name: rescue(integer, bigint); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.rescue(worker integer, beat bigint DEFAULT NULL::bigint) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '2s'
    AS $$
declare
  held record;
  death jsonb;
  amount integer := 0;
  lines text[];
begin
  -- First of all: no claim of this worker can begin any more, and those under way are waited for.
  begin
    delete from jobmachine.worker w
    where w.id = rescue.worker
      and w.beat = coalesce(rescue.beat, w.beat)
    returning w.queues into lines;
  exception when lock_not_available then
    raise exception 'worker % is not struck off: somebody has kept its row locked for 2 seconds', rescue.worker
    using errcode = 'DJ503', hint = 'It is tried again; should it last, look for a transaction that was left open.';
  end;
  if not found and rescue.beat is not null then
    return null;
  end if;
  -- It may have been rung for what others have left to it.
  perform pg_notify('jobmachine.' || line.queue, '')
  from unnest(lines) as line(queue);
  perform pg_notify('jobmachine:workers', '');

  perform set_config('lock_timeout', '500ms', true);
  begin
    -- A commit that is under way is soon over.
    perform
    from jobmachine.job j
    where j.worker = rescue.worker
    order by j.id
    for update;
  exception when lock_not_available then
    perform set_config('lock_timeout', '10ms', true);
  end;

  death := jsonb_build_object('type', 'rescue', 'message', format('worker %s died while it ran the job', rescue.worker));
  for held in
    select j.id, j.queue
    from jobmachine.job j
    where j.worker = rescue.worker
    order by j.id
    -- One that somebody keeps locked comes back with a later beat, whose strike_off finds that its worker is gone.
    for update skip locked
  loop
    begin
      perform jobmachine.rescue_job(held.id, death);
      amount := amount + 1;
    exception
      when lock_not_available then
        raise warning 'job % is left for the next beat: what ends with it is locked', held.id;
        -- The others do not wait as long, one after the other.
        perform set_config('lock_timeout', '10ms', true);
      when others then
        -- Of one that cannot be told of, too, somebody else gets hold.
        raise warning 'job % comes back without a word of its death: %', held.id, sqlerrm using errcode = sqlstate;
        update jobmachine.job j
        set
          worker = null,
          claimed_at = null,
          progress = null,
          position = nextval('jobmachine.job_id_seq')
        where j.id = held.id;
        perform pg_notify('jobmachine.' || held.queue, '');
        amount := amount + 1;
    end;
  end loop;
  return amount;
end
$$;

--
-- Name: FUNCTION rescue(worker integer, beat bigint); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.rescue(worker integer, beat bigint) IS 'Brings the jobs of a dead worker back to the line, and strikes the worker off. Returns how many jobs came back, or ended; one
that somebody else keeps locked for half a second is left for the beats to come. A job whose workers died in five attempts, or
in as many as it may have if that is more, ends as error instead, unless it has done a step in the last five. beat: only if this
was the worker''s last sign of life; if it was not, nothing is done, and it returns null. DJ503 if the worker itself is kept
locked for more than 2 seconds.';

--
-- Name: rescue_job(bigint, jsonb); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.rescue_job(job bigint, death jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  held jobmachine.job;
begin
  select j.*
  into held
  from jobmachine.job j
  where j.id = rescue_job.job;

  insert into jobmachine.attempt (job, started_at, worker, attempt, error)
  values (held.id, held.claimed_at, held.worker, held.attempt, rescue_job.death);
  if held.cancel_requested then
    perform jobmachine.end_job(held.id, 'cancelled', null);
    perform pg_notify('jobmachine.' || held.queue || '.' || held.id, '');
  elsif held.attempt >= greatest(held.attempt_limit, 5)
    and not exists (select from jobmachine.step s where s.job = held.id and s.attempt > held.attempt - 5)
  then
    -- Whatever it does kills its workers: it is parked rather than given to the next one. Not one that gets on by steps.
    perform jobmachine.end_job(held.id, 'error', rescue_job.death);
    perform pg_notify('jobmachine.' || held.queue || '.' || held.id, '');
  else
    update jobmachine.job j
    set
      worker = null,
      claimed_at = null,
      progress = null,
      error = rescue_job.death,
      position = nextval('jobmachine.job_id_seq')
    where j.id = held.id;
    perform pg_notify('jobmachine.' || held.queue, '');
  end if;
end
$$;

--
-- Name: FUNCTION rescue_job(job bigint, death jsonb); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.rescue_job(job bigint, death jsonb) IS 'Notes that a job''s worker died, and brings it back to the line, or ends it. A part of rescue.';

--
-- Name: resume(text); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.resume(queue text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  update jobmachine.queue q
  set
    paused_at = null,
    paused_by = null
  where q.name = resume.queue
    and q.paused_at is not null;
  if not found then
    return false;
  end if;
  perform pg_notify('jobmachine.' || resume.queue, '');
  return true;
end
$$;

--
-- Name: FUNCTION resume(queue text); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.resume(queue text) IS 'Lets workers claim from a paused queue again, and rings it. Returns false if it was not paused.';

--
-- Name: retry(bigint); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.retry(id bigint) RETURNS jobmachine.status
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  back bigint[];
  line text;
begin
  -- Not while its minute is being counted: it would be counted, and then not be taken off. Before any row is locked:
  -- whoever is alone with the tally may want the same row.
  perform jobmachine.lock_tally();
  perform jobmachine.check_inputs(retry.id);

  -- Who retries a job whose needs have failed wants it done without them.
  if not exists (select from jobmachine.job j where j.id = retry.id) then
    delete from jobmachine.dependency d
    where d.job = retry.id
      and not exists (select from jobmachine.job j where j.id = d.needs);
  end if;
  back := array(select jobmachine.bring_back(array[retry.id], false));
  perform jobmachine.revive(back);

  if cardinality(back) = 0 then
    update jobmachine.job j
    set
      position = nextval('jobmachine.job_id_seq'),
      run_at = now()
    where j.id = retry.id
      and j.position is null
      and j.waiting_for = 0
    returning j.queue into line;
    perform pg_notify('jobmachine.' || line, ''), pg_notify('jobmachine.' || line || '.' || retry.id, '')
    where line is not null;
  end if;
  return (select j.status from jobmachine.jobs j where j.id = retry.id limit 1);
end
$$;

--
-- Name: FUNCTION retry(id bigint); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.retry(id bigint) IS 'Brings a job that failed or was cancelled back to the line, with as many attempts as it had at first, and with it those
that ended because it did, which wait for it again; lets one that is scheduled run now. Returns its status, which is entered
if it was brought back, or waiting if it needs others that live. Null if there is no such job. DJ409 if a file that it was
given is not stored any more: it stays as it is.';

--
-- Name: retry_many(bigint[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.retry_many(ids bigint[]) RETURNS TABLE(id bigint, status jobmachine.status)
    LANGUAGE plpgsql
    AS $$
begin
  if cardinality(retry_many.ids) > 10000 then
    raise exception 'at most 10,000 jobs can be named at a time, not %', cardinality(retry_many.ids)
    using errcode = 'DJ400', hint = 'Name the others in another call.';
  end if;
  -- Alone: two at a time could each wait for a row of the tally that the other one has.
  perform jobmachine.lock_tally(alone => true);
  for id in
    select distinct each.id
    from unnest(retry_many.ids) as each(id)
    order by each.id
  loop
    -- Each by itself: one that cannot be retried, for whatever reason, stays as it is, and the others do not.
    begin
      status := jobmachine.retry(id);
    exception when data_exception or integrity_constraint_violation or program_limit_exceeded or sqlstate 'DJ409' then
      raise warning 'job % cannot be retried: %', id, sqlerrm;
      status := (select j.status from jobmachine.jobs j where j.id = retry_many.id limit 1);
    end;
    return next;
  end loop;
end
$$;

--
-- Name: FUNCTION retry_many(ids bigint[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.retry_many(ids bigint[]) IS 'Brings jobs back to the line, and returns the status of each, as retry does. One that cannot be retried stays as it is.';

--
-- Name: revive(bigint[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.revive(needed bigint[]) RETURNS void
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET jit TO 'off'
    AS $$
declare
  back bigint[] := revive.needed;
  lost bigint[];
begin
  loop
    -- Nearly always there is nobody.
    exit when not exists (
      select from jobmachine.dependency d where d.needs = any (back) and d.lost_at is not null);

    -- The rows first, then the jobs, as lose does.
    perform
    from jobmachine.dependency d
    where d.job in (
      select l.job from jobmachine.dependency l where l.needs = any (back) and l.lost_at is not null)
    order by d.job, d.needs
    for update;

    -- Not one that needs another as well that has not come back.
    lost := array(
      select d.job
      from jobmachine.dependency d
      where d.job in (select l.job from jobmachine.dependency l where l.needs = any (back))
        and d.lost_at is not null
      group by d.job
      having bool_and(exists (select from jobmachine.job j where j.id = d.needs))
    );
    back := array(select jobmachine.bring_back(lost, true));
    exit when cardinality(back) = 0;
  end loop;
end
$$;

--
-- Name: FUNCTION revive(needed bigint[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.revive(needed bigint[]) IS 'Brings the jobs back that ended because these did, which are live again, and those that ended because of them in turn:
they wait again. A part of retry and take_over.';

--
-- Name: rights(); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.rights() RETURNS TABLE(role text, "right" text, object text)
    LANGUAGE sql STABLE
    AS $$
  with given(role, functions, tables) as (
    values
      (
        '{djet_offload,djet_work,djet_admin}'::text[],
        '{offload,offload_each,offload_many,draw,outcomes,cancel,tickets_of,read_log,
          begin_file,add_chunk,finish_file,drop_file,give_files,stored_bytes_of,live_jobs_of}'::text[],
        '{tickets,shown_tickets,log,file,chunk,migration}'::text[]
      ),
      (
        '{djet_work,djet_admin}',
        '{register,unregister,beat,watch,place_of,promote,claim,reply,reply_or_raise,fail,snooze,release,rescue,held_by,
          cancelled_of,progress,take_over,write_log,steps,hold,keep_step,drop_steps,note_refusal,tally_up,status}',
        '{jobs}'
      ),
      (
        -- What the jobs page does and shows, and what that is made of.
        '{djet_admin}',
        '{cancel_many,retry,retry_many,lock_tally,pause,resume,drop_days,recount,rights,
          oldest_snapshot,pulse,queues,running,lines,workers,is_alive,holds,is_paused,history_days,settled_until,
          live_counts,live_keys,ended_counts,ended_keys,look_by_sort,look_by_time,sorts_of_day,sort_of,conditions,estimate,counting_bytes}',
        '{shown_jobs,job,history,attempt,dependency,step,queue,worker,tally,tally_mark,refusal,live_summary,ended_summary,job_id_seq}'
      )
  )
  select unnest(g.role), 'execute on function', p.oid::regprocedure::text
  from given g
  cross join unnest(g.functions) as named(name)
  left join pg_proc p on p.proname = named.name and p.pronamespace = 'jobmachine'::regnamespace
  union all
  select unnest(g.role), 'select on', c.oid::regclass::text
  from given g
  cross join unnest(g.tables) as named(name)
  left join pg_class c on c.relname = named.name and c.relnamespace = 'jobmachine'::regnamespace
  -- Who migrates by psql alone has no table of migrations.
  where c.oid is not null or named.name <> 'migration'
$$;

--
-- Name: FUNCTION rights(); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.rights() IS 'Who may do what: djet_offload offloads jobs, waits for tickets and cancels them, and stores and reads files, but is not
told what jobs were given; djet_work is a worker, and may do the same; djet_admin reads everything, and calls whatever the
jobs page does. Nobody writes to tables. grant_rights sees to it.';

--
-- Name: running(); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.running() RETURNS SETOF jobmachine.job
    LANGUAGE sql STABLE
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    AS $$
  select head.*
  from jobmachine.lines() line
  cross join lateral (
    select j.*
    from jobmachine.job j
    where j.queue = line.queue
      and j.priority = line.priority
      and j.position is not null
    order by j.position
    limit 5000
  ) as head
  where head.worker is not null
$$;

--
-- Name: FUNCTION running(); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.running() IS 'The jobs that workers run at present. An index on the worker would make each claim dearer; but what has been claimed
stands at the head of its line, of which the first 5000 are looked at.';

--
-- Name: settle(); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.settle() RETURNS boolean
    LANGUAGE plpgsql
    SET lock_timeout TO '500ms'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET jit TO 'off'
    AS $$
declare
  blind bigint[];
  needed bigint[];
  waiting bigint[];
  live bigint[];
  left_over bigint[] := '{}';
  dead record;
begin
  -- Nearly always there is none.
  if not exists (select from jobmachine.dependency d where not d.is_settled)
    and not exists (select from jobmachine.blind_end b)
  then
    return true;
  end if;
  -- One at a time: each would wait for rows that the other one has locked.
  perform
  from jobmachine.lock l
  where l.name = 'settle'
  for update skip locked;
  if not found then
    return false;
  end if;

  with noted as (
    delete from jobmachine.blind_end b
    where b.job in (select e.job from jobmachine.blind_end e order by e.job limit 10000)
    returning b.job
  )
  select array_agg(noted.job)
  into blind
  from noted;

  -- First, as long as nothing else is locked: let_go and lose lock rows in an order of their own.
  for dead in
    select coalesce(h.status, 'error') as status, array_agg(gone.id order by gone.id) as ids
    from (
      (
        select distinct d.needs as id
        from jobmachine.dependency d
        where not d.is_settled
          and not exists (select from jobmachine.job j where j.id = d.needs)
        limit 10000
      )
      union
      select each.id
      from unnest(blind) as each(id)
      where not exists (select from jobmachine.job j where j.id = each.id)
    ) as gone
    left join jobmachine.history h on h.id = gone.id
    group by 1
  loop
    left_over := left_over || jobmachine.settle_ends(dead.ids, dead.status);
  end loop;

  select coalesce(array_agg(open.needs), '{}'), coalesce(array_agg(open.job), '{}')
  into needed, waiting
  from (
    select d.needs, d.job
    from jobmachine.dependency d
    where not d.is_settled
    order by d.needs, d.job
    limit 10000
    for update skip locked
  ) as open;
  -- Whoever ends one of these from now on sees who waits for it, unless its transaction has an older snapshot: see
  -- blind_end. One that somebody else has locked may be about to end without having seen that: it is looked at again.
  live := array(
    select j.id
    from jobmachine.job j
    where j.id = any (needed)
    order by j.id
    for key share skip locked
  );
  update jobmachine.dependency d
  set is_settled = true
  from unnest(needed, waiting) as open(needs, job)
  where d.needs = open.needs
    and d.job = open.job
    and open.needs = any (live);
  return not exists (
      select from jobmachine.dependency d where not d.is_settled and d.needs <> all (left_over))
    and not exists (select from jobmachine.blind_end b where b.job <> all (left_over));
end
$$;

--
-- Name: FUNCTION settle(); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.settle() IS 'Sees to it that jobs that wait for others hear of their ends, though one of those may have ended while the transaction
was open that offloaded the job. Returns whether that is certain of all; if not, or if somebody else is at it, it is to be
called again soon. What cannot be done for one of them is a warning, and tried again with the next beat. A part of promote
and beat.';

--
-- Name: settle_ends(bigint[], jobmachine.status); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.settle_ends(ended bigint[], status jobmachine.status) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
declare
  left_over bigint[] := '{}';
  one bigint;
begin
  if settle_ends.status = 'finished' then
    perform jobmachine.let_go(settle_ends.ended);
  else
    perform jobmachine.lose(settle_ends.ended, settle_ends.status);
  end if;
  return '{}';
exception
  when lock_not_available then
    insert into jobmachine.blind_end (job)
    select unnest(settle_ends.ended)
    on conflict do nothing;
    return '{}';
  when others then
    if cardinality(settle_ends.ended) > 1 then
      foreach one in array settle_ends.ended loop
        left_over := left_over || jobmachine.settle_ends(array[one], settle_ends.status);
      end loop;
      return left_over;
    end if;
    raise warning 'what waits for job % is left for the next beat: %', settle_ends.ended[1], sqlerrm using errcode = sqlstate;
    insert into jobmachine.blind_end (job)
    values (settle_ends.ended[1])
    on conflict do nothing;
    return settle_ends.ended;
end
$$;

--
-- Name: FUNCTION settle_ends(ended bigint[], status jobmachine.status); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.settle_ends(ended bigint[], status jobmachine.status) IS 'Lets go, or ends, what waits for jobs that ended in this way, each by itself if it cannot be done for all. Returns those for
which it cannot be done. A part of settle.';

--
-- Name: settled_until(); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.settled_until() RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    AS $$
  -- A job's end is the time at which it is written, under a lock on the history which is held until the commit. So
  -- whoever may still add to a minute that is over holds that lock in a transaction that began before the minute's end.
  -- Of transactions of other roles the beginning is hidden: those are taken to be as short as Djet's own.
  select date_trunc('minute', least(
    now() - interval '1 second',
    min(coalesce(a.xact_start, case when a.pid is null then '-infinity' else now() - interval '10 seconds' end))), 'UTC')
  from pg_locks l
  left join pg_stat_activity a on a.pid = l.pid
  where l.locktype = 'relation'
    and l.database = (select d.oid from pg_database d where d.datname = current_database())
    and l.relation = 'jobmachine.history'::regclass
    and l.mode = 'RowExclusiveLock'
    and l.granted
    and l.pid is distinct from pg_backend_pid()
$$;

--
-- Name: FUNCTION settled_until(); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.settled_until() IS 'Up to which minute nothing can be added to the history any more: transactions that have ended jobs and are still open
are waited for, however long they last. A part of tally_up.';

--
-- Name: snooze(integer, bigint, integer, interval); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.snooze(worker integer, id bigint, attempt integer, delay interval) RETURNS jobmachine.status
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  wanted boolean;
begin
  -- The attempt does not count, but its number is not given again: by it the fence tells this attempt from the next one of
  -- the same worker. It may have one more instead.
  update jobmachine.job j
  set
    worker = null,
    claimed_at = null,
    position = null,
    run_at = clock_timestamp()
      + case when snooze.delay > interval '100 years' then interval '100 years' else snooze.delay end,
    progress = null,
    attempt_limit = least(j.attempt_limit, 2147483646) + 1,
    environment = jsonb_build_object('attempts', least(j.attempt_limit, 999999999)) || j.environment
  where j.id = snooze.id
    and j.worker = snooze.worker
    and j.attempt = snooze.attempt
  returning not j.cancel_requested into wanted;
  if wanted is null then
    perform jobmachine.note_refusal('snooze');
    return null;
  elsif not wanted then
    perform jobmachine.end_job(snooze.id, 'cancelled', null);
    return 'cancelled';
  end if;
  return 'scheduled';
end
$$;

--
-- Name: FUNCTION snooze(worker integer, id bigint, attempt integer, delay interval); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.snooze(worker integer, id bigint, attempt integer, delay interval) IS 'Puts a job off that its worker cannot do yet: it runs again after delay, and the attempt does not count. One that was to be
cancelled ends as that instead. Returns its status, or null if the fence refused the report.';

--
-- Name: sort_of(text, text, jobmachine.status); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.sort_of(queue text, kind text, status jobmachine.status) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$
  select (hashtext(queue || ' ' || kind) & 536870911) * 4
    + case status when 'finished'::jobmachine.status then 0 when 'error'::jobmachine.status then 1 else 2 end
$$;

--
-- Name: FUNCTION sort_of(queue text, kind text, status jobmachine.status); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.sort_of(queue text, kind text, status jobmachine.status) IS 'Jobs of one queue, kind and end are of one sort. An index is made of it: it must never change.';

--
-- Name: sorts_of_day(text, jsonb); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.sorts_of_day(part text, filter jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $_$
  select format(
    $sql$
      with recursive sort as (
        (
          select jobmachine.sort_of(j.queue, j.kind, j.status) as number, j.queue, j.kind, j.status
          from jobmachine.%1$I j
          where %2$s
          order by 1
          limit 1
        )
        union all
        select next.*
        from sort
        cross join lateral (
          select jobmachine.sort_of(j.queue, j.kind, j.status) as number, j.queue, j.kind, j.status
          from jobmachine.%1$I j
          where %2$s
            and jobmachine.sort_of(j.queue, j.kind, j.status) > sort.number
          order by 1
          limit 1
        ) as next
      ), suiting as (
        select j.number
        from sort j
        where %3$s
          and %6$s
      ), pair as (
        select suiting.number, %4$s as worker
        from suiting
        union all
        select pair.number, next.worker
        from pair
        cross join lateral (
          select coalesce(j.worker, 0) as worker
          from jobmachine.%1$I j
          where jobmachine.sort_of(j.queue, j.kind, j.status) = pair.number
            and coalesce(j.worker, 0) > pair.worker
          order by 1
          limit 1
        ) as next
        where %5$s
      )
      select
        coalesce(array_agg(pair.number), '{}') as sorts,
        coalesce(array_agg(pair.worker), '{}') as workers
      from pair
      where pair.worker >= 0
    $sql$,
    sorts_of_day.part,
    case
      when sorts_of_day.filter ->> 'user' is null then 'true'
      else format(
        'j.environment ? ''user'' and hashtext(j.environment ->> ''user'') = hashtext(%L)',
        sorts_of_day.filter ->> 'user')
    end,
    jobmachine.conditions(sorts_of_day.filter - '{worker,user,since,until,words}'::text[], false),
    case
      when sorts_of_day.filter ->> 'user' is not null then '0'
      else coalesce((sorts_of_day.filter ->> 'worker')::integer::text, '-1')
    end,
    case when sorts_of_day.filter ?| '{user,worker}' then 'false' else 'true' end,
    case
      -- What a user has done by a worker is looked for among all of the user's: not where the worker did none.
      when sorts_of_day.filter ?& '{user,worker}' then format(
        'exists (select from jobmachine.%I w where jobmachine.sort_of(w.queue, w.kind, w.status) = j.number'
        ' and coalesce(w.worker, 0) = %s)',
        sorts_of_day.part, (sorts_of_day.filter ->> 'worker')::integer)
      else 'true'
    end)
$_$;

--
-- Name: FUNCTION sorts_of_day(part text, filter jsonb); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.sorts_of_day(part text, filter jsonb) IS 'The statement that finds which sorts of jobs (see sort_of) ended on one day, by which workers, as far as a filter lets
them through. It skips from one to the next, so that it does not matter how many jobs there are of each. Of a user''s jobs
it finds the sorts alone. A part of ended_keys.';

--
-- Name: history; Type: TABLE; Schema: jobmachine; Owner: -
--

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

--
-- Name: TABLE history; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.history IS 'What has ended, a partition for each day; old days are dropped whole.';

--
-- Name: COLUMN history.id; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.id IS 'The number of its ticket.';

--
-- Name: COLUMN history.run_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.run_at IS 'Not before this time it ran.';

--
-- Name: COLUMN history.offloaded_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.offloaded_at IS 'When it was offloaded.';

--
-- Name: COLUMN history.claimed_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.claimed_at IS 'When its last attempt began.';

--
-- Name: COLUMN history.finished_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.finished_at IS 'When it ended.';

--
-- Name: COLUMN history.worker; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.worker IS 'Who ran its last attempt.';

--
-- Name: COLUMN history.attempt; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.attempt IS 'How often it was claimed.';

--
-- Name: COLUMN history.attempt_limit; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.attempt_limit IS 'How many attempts it had.';

--
-- Name: COLUMN history.priority; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.priority IS '0 goes first, 9 last.';

--
-- Name: COLUMN history.status; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.status IS 'How it ended: finished, error or cancelled.';

--
-- Name: COLUMN history.queue; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.queue IS 'The line it stood in.';

--
-- Name: COLUMN history.kind; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.kind IS 'Which handler it needed.';

--
-- Name: COLUMN history.arguments; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.arguments IS 'What the handler got.';

--
-- Name: COLUMN history.environment; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.environment IS 'On whose behalf it ran.';

--
-- Name: COLUMN history.reply; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.reply IS 'The answer.';

--
-- Name: COLUMN history.error; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.error IS 'Why it failed: type, message, and the error itself if it can be encoded.';

--
-- Name: COLUMN history.limit_is_given; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.limit_is_given IS 'Whether its number of attempts had been said: by whoever offloaded it, or by its handler.';

--
-- Name: jobs; Type: VIEW; Schema: jobmachine; Owner: -
--

CREATE VIEW jobmachine.jobs AS
 SELECT job.id,
    ((job.queue || '.'::text) || job.id) AS ticket,
    job.queue,
    job.kind,
        CASE
            WHEN (job.worker IS NOT NULL) THEN 'processing'::jobmachine.status
            WHEN (job.waiting_for > 0) THEN 'waiting'::jobmachine.status
            WHEN (job."position" IS NULL) THEN 'scheduled'::jobmachine.status
            ELSE 'entered'::jobmachine.status
        END AS status,
    job.priority,
    job.attempt,
    job.attempt_limit,
    job.waiting_for,
    job.worker,
    job.offloaded_at,
    job.run_at,
    job.claimed_at,
    NULL::timestamp with time zone AS finished_at,
    job.cancel_requested,
    job.arguments,
    job.environment,
    job.progress,
    NULL::jsonb AS reply,
    job.error
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
    history.error
   FROM jobmachine.history;

--
-- Name: VIEW jobs; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON VIEW jobmachine.jobs IS 'All jobs, live and ended, with their status.';

--
-- Name: status(bigint); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.status(id bigint) RETURNS SETOF jobmachine.jobs
    LANGUAGE sql STABLE
    AS $$
  select j.*
  from jobmachine.jobs j
  where j.id = status.id
$$;

--
-- Name: FUNCTION status(id bigint); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.status(id bigint) IS 'All there is to know of one job, live or ended. No row if there is no such job, or no more.';

--
-- Name: steps(bigint); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.steps(job bigint) RETURNS TABLE(name text, value text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select s.name, s.value::text
  from jobmachine.step s
  where s.job = steps.job
  order by s.done_at, s.name
$$;

--
-- Name: FUNCTION steps(job bigint); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.steps(job bigint) IS 'The steps that a job has behind it, and what each returned.';

--
-- Name: stored_bytes_of(text); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.stored_bytes_of(owner text) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select coalesce(sum(f.size + 4096), 0)::bigint
  from jobmachine.file f
  where f.owner = stored_bytes_of.owner
$$;

--
-- Name: FUNCTION stored_bytes_of(owner text); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.stored_bytes_of(owner text) IS 'How many bytes the files of a user take together, those included that are still being stored: 4096 for each file besides its
own, so that empty ones count.';

--
-- Name: strike_off(integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.strike_off(worker integer) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  missed_before bigint[] := (select w.missed from jobmachine.worker w where w.id = strike_off.worker);
  missed_now bigint[] := '{}';
  gone record;
begin
  -- Once for all of them: it is dear where there are many sessions.
  perform pg_stat_clear_snapshot();
  for gone in
    select
      w.id,
      w.beat,
      -- One that never had a session cannot be about to come back to it.
      w.beat = any (missed_before)
        or w.key_class is null and jobmachine.grace_of(w.id, strike_off.worker) = interval '0' as is_dead
    from jobmachine.worker w
    where w.id <> strike_off.worker
      and not jobmachine.holds(w.key_class, w.key_number, w.session, w.login)
  loop
    missed_now := missed_now || gone.beat;
    continue when not gone.is_dead;
    -- Each by itself: one that cannot be rescued keeps nobody else from it.
    begin
      -- Never waiting for it: it may be about to strike off this one.
      perform
      from jobmachine.worker w
      where w.id = gone.id
        and w.beat = gone.beat
      for update skip locked;
      if found then
        perform jobmachine.rescue(gone.id);
        -- It may have died between a commit and the ring behind it, which the server leaves out when nobody hears its answer.
        perform pg_notify('djet:look', '');
      end if;
    exception when others then
      raise warning 'worker % was not rescued: %', gone.id, sqlerrm using errcode = sqlstate;
    end;
  end loop;

  -- What was locked when its worker was struck off.
  for gone in
    select distinct r.worker as id
    from jobmachine.running() r
    where not exists (select from jobmachine.worker w where w.id = r.worker)
  loop
    begin
      perform jobmachine.rescue(gone.id);
    exception when others then
      raise warning 'the jobs of worker % were not rescued: %', gone.id, sqlerrm using errcode = sqlstate;
    end;
  end loop;

  update jobmachine.worker w
  set missed = missed_now
  where w.id = strike_off.worker
    and w.missed <> missed_now;
end
$$;

--
-- Name: FUNCTION strike_off(worker integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.strike_off(worker integer) IS 'Rescues the jobs of the workers whose sessions were gone at this worker''s last beat and still are: a death that nobody
watched; and those that were locked when their worker was struck off. After a standstill or a restart of the server all sessions
may be gone for a moment. A part of beat.';

--
-- Name: take_over(bigint, bigint); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.take_over(job bigint, instead_of bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '10s'
    AS $$
begin
  -- Nearly always there is nobody.
  if not exists (
    select from jobmachine.dependency d where d.needs = take_over.instead_of and d.lost_at is not null)
  then
    return;
  end if;
  -- Alone, and before any row is locked, as retry_many does: those that come back are taken off the tally.
  perform jobmachine.lock_tally(alone => true);
  if exists (select from jobmachine.job j where j.id = take_over.instead_of) then
    return;
  end if;
  update jobmachine.dependency d
  set needs = take_over.job
  where d.needs = take_over.instead_of
    and d.lost_at is not null;
  perform jobmachine.revive(array[take_over.job]);
exception when lock_not_available then
  raise exception 'jobs that ended because job % did are locked by somebody who has not come to an end in 10 seconds',
    take_over.instead_of
  using errcode = 'DJ503', hint = 'Try again; should it last, look for a transaction that was left open.';
end
$$;

--
-- Name: FUNCTION take_over(job bigint, instead_of bigint); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.take_over(job bigint, instead_of bigint) IS 'Lets the jobs that ended because one failed or was cancelled come back and wait for another, which does the same again.
DJ503 if the ended jobs are being counted, or retried, or these are kept locked, for longer than 10 seconds.';

--
-- Name: tally_minute(timestamp with time zone); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.tally_minute(since timestamp with time zone) RETURNS void
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
begin
  with counted as (
    select
      h.queue,
      h.kind,
      h.status,
      count(*) as amount,
      coalesce(sum(extract(epoch from h.claimed_at - greatest(h.run_at, h.offloaded_at))), 0) as waited,
      coalesce(sum(extract(epoch from h.finished_at - h.claimed_at)), 0) as ran
    from jobmachine.history h
    where h.finished_at >= tally_minute.since
      and h.finished_at < tally_minute.since + interval '1 minute'
    group by h.queue, h.kind, h.status
  )
  insert into jobmachine.tally as t (span, since, queue, kind, status, amount, waited, ran)
  select
    span.name, date_trunc(span.name, tally_minute.since, 'UTC'), counted.queue, counted.kind, counted.status,
    counted.amount, counted.waited, counted.ran
  from counted
  cross join unnest('{minute,hour,day}'::text[]) as span(name)
  on conflict on constraint tally_pkey do update
  set
    amount = t.amount + excluded.amount,
    waited = t.waited + excluded.waited,
    ran = t.ran + excluded.ran;
end
$$;

--
-- Name: FUNCTION tally_minute(since timestamp with time zone); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.tally_minute(since timestamp with time zone) IS 'Adds the jobs that ended in one minute to the tally. A part of tally_up.';

--
-- Name: tally_up(interval); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.tally_up(patience interval DEFAULT '00:00:01'::interval) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  deadline constant timestamptz := clock_timestamp() + tally_up.patience;
  mark timestamptz := (select m.until from jobmachine.tally_mark m);
  settled timestamptz;
  first timestamptz;
begin
  -- One at a time. And with a snapshot for each statement: what was committed after an older one would be missed.
  if current_setting('transaction_isolation') <> 'read committed' then
    return mark;
  end if;
  perform
  from jobmachine.lock l
  where l.name = 'tally'
  for update skip locked;
  if not found then
    return mark;
  end if;
  select m.until into mark from jobmachine.tally_mark m;
  settled := jobmachine.settled_until();

  while mark < settled and clock_timestamp() < deadline loop
    select h.finished_at
    into first
    from jobmachine.history h
    where h.finished_at >= mark
    order by h.finished_at
    limit 1;
    if first is null or first >= settled then
      mark := settled;
    else
      mark := date_trunc('minute', first, 'UTC');
      perform jobmachine.tally_minute(mark);
      mark := mark + interval '1 minute';
    end if;
  end loop;

  update jobmachine.tally_mark m
  set until = mark
  where m.until <> mark;
  delete from jobmachine.tally t
  where t.span = 'minute'
    and t.since < now() - interval '2 days';
  return mark;
end
$$;

--
-- Name: FUNCTION tally_up(patience interval); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.tally_up(patience interval) IS 'Counts what has ended, minute by minute, as far as that is settled and its patience lasts. Returns up to when all is
counted. Workers do it with their beat, and whoever shows the tally does it before. If somebody else is at it, it does
nothing.';

--
-- Name: tickets; Type: VIEW; Schema: jobmachine; Owner: -
--

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
    (j.environment ->> 'user'::text) AS owner
   FROM jobmachine.jobs j;

--
-- Name: VIEW tickets; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON VIEW jobmachine.tickets IS 'All jobs as those see them who wait for them: what has become of them, not what they were given.';

--
-- Name: tickets_of(text, bigint, integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.tickets_of(owner text, before bigint DEFAULT NULL::bigint, amount integer DEFAULT 50) RETURNS SETOF jobmachine.tickets
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  ended_at timestamptz;
  live bigint[] := '{}';
  ended bigint[];
begin
  select h.finished_at
  into ended_at
  from jobmachine.history h
  where h.id = tickets_of.before
  order by h.finished_at desc
  limit 1;

  if ended_at is null then
    live := array(
      select j.id
      from jobmachine.job j
      where j.environment ->> 'user' = tickets_of.owner
        and j.id < coalesce(tickets_of.before, 9223372036854775807)
      order by j.id desc
      limit tickets_of.amount
    );
  end if;

  select k.ids
  into ended
  from jobmachine.ended_keys(
    jsonb_build_object('user', tickets_of.owner), ended_at, coalesce(tickets_of.before, -1),
    tickets_of.amount - cardinality(live), '1 minute') k;

  return query
  select t.*
  from jobmachine.tickets t
  where t.id = any (live || ended)
  order by t.finished_at desc nulls first, t.id desc;
end
$$;

--
-- Name: FUNCTION tickets_of(owner text, before bigint, amount integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.tickets_of(owner text, before bigint, amount integer) IS 'The jobs that a user offloaded: the live ones, the highest number first, then those that have ended, the last to end
first. before is the number of the last one that is known already.';

--
-- Name: unregister(integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.unregister(worker integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  class integer;
  number integer;
begin
  select w.key_class, w.key_number
  into class, number
  from jobmachine.worker w
  where w.id = unregister.worker
    and w.session = pg_backend_pid();
  perform jobmachine.rescue(unregister.worker);
  if class is not null then
    perform pg_advisory_unlock(class, number);
  end if;
end
$$;

--
-- Name: FUNCTION unregister(worker integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.unregister(worker integer) IS 'Strikes a worker off that stops by itself, in the session in which it registered.';

--
-- Name: wait_for(bigint, bigint[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.wait_for(job bigint, needs bigint[]) RETURNS integer
    LANGUAGE plpgsql
    AS $$
declare
  wanted bigint[];
  live bigint[];
  lost bigint;
  status text;
begin
  if cardinality(wait_for.needs) > 10000 then
    raise exception 'a job waits for 10,000 others at the most, not for %', cardinality(wait_for.needs)
    using errcode = 'DJ400', hint = 'Offload a job that waits for some of them, and wait for that one.';
  end if;
  wanted := array(select distinct need.id from unnest(wait_for.needs) as need(id) where need.id is not null);

  -- Not locked: whoever holds this transaction open must not keep other people's jobs from ending. One that ends before the
  -- commit does not see who waits for it; settle looks after that.
  live := array(select j.id from jobmachine.job j where j.id = any (wanted));

  select need.id
  into lost
  from unnest(wanted) as need(id)
  where not need.id = any (live)
    and not exists (select from jobmachine.history h where h.id = need.id and h.status = 'finished')
  limit 1;

  if found then
    select h.status
    into status
    from jobmachine.history h
    where h.id = lost
    order by h.finished_at desc
    limit 1;
    raise exception 'a job cannot wait for job %, which %', lost, coalesce('has ended as ' || status, 'does not exist')
    using errcode = 'DJ409', hint = case
      when status is null then 'Look for the ticket that you mean, or offload this one without it.'
      else 'Retry that job first, or offload this one without it.'
    end;
  end if;

  insert into jobmachine.dependency (needs, job, is_settled)
  select need.id, wait_for.job, false
  from unnest(live) as need(id);
  return cardinality(live);
end
$$;

--
-- Name: FUNCTION wait_for(job bigint, needs bigint[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.wait_for(job bigint, needs bigint[]) IS 'Notes which live jobs a new job waits for, and returns how many. A part of offload.';

--
-- Name: watch(integer, interval); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.watch(worker integer, patience interval DEFAULT '00:01:00'::interval) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  limits constant interval := least(greatest(watch.patience, interval '0'), interval '5 minutes');
  neighbour record;
  wait record;
  rescued integer;
begin
  neighbour := jobmachine.neighbour_of(watch.worker);
  if neighbour.grace > interval '0' then
    perform pg_sleep_for(neighbour.grace);
    neighbour := jobmachine.neighbour_of(watch.worker);
  end if;
  if neighbour.id is null then
    return null;
  end if;

  wait := jobmachine.await_end(
    neighbour.key_class, neighbour.key_number, neighbour.session, neighbour.login,
    least(limits, neighbour.lease - neighbour.silence));
  -- From here on it touches tables, and waits for nobody for long.
  perform set_config('lock_timeout', '5s', true);
  if wait.has_ended then
    if not jobmachine.is_alive(watch.worker) then
      return null;
    end if;
  elsif coalesce(
    jobmachine.note_silence(watch.worker, neighbour.id, neighbour.beat, wait.waited) < neighbour.lease, true)
  then
    return 0;
  end if;

  -- Not one that has stopped by itself, has come back, or was heard of at last.
  rescued := jobmachine.rescue(neighbour.id, neighbour.beat);
  if rescued is null then
    return 0;
  end if;
  -- It may have died between a commit and the ring behind it, which the server leaves out when nobody hears its answer.
  perform pg_notify('djet:look', '');
  return rescued;
end
$$;

--
-- Name: FUNCTION watch(worker integer, patience interval); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.watch(worker integer, patience interval) IS 'Waits until the next worker dies (the one with the next higher number, or else the first), and rescues its jobs: so each
worker is watched by another, and a death is known at once, without polling. One whose session lives on, but that has given
no sign of life for its lease, is taken for dead, too: that is found at the end of a wait, so at most one patience later. No
table is locked while it waits. Returns how many jobs were rescued, 0 if nobody died within the patience or the next one
stopped by itself, null if there is nobody to watch.';

--
-- Name: workers(); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.workers() RETURNS TABLE(id integer, host text, pid integer, queues text[], slots integer, started_at timestamp with time zone, seen_at timestamp with time zone, is_alive boolean)
    LANGUAGE sql STABLE
    AS $$
  select
    w.id, w.host, w.pid, w.queues, w.slots, w.started_at, w.seen_at,
    jobmachine.holds(w.key_class, w.key_number, w.session, w.login)
  from jobmachine.worker w
  order by w.id
$$;

--
-- Name: FUNCTION workers(); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.workers() IS 'The workers, and whether each one''s session still holds its lock. One that does not is rescued soon.';

--
-- Name: write_log(integer, bigint, integer, double precision[], text[], text[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.write_log(worker integer, id bigint, attempt integer, ages double precision[], levels text[], messages text[]) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  -- Locked, so that no line of this attempt appears behind one of the next, where nobody would look for it any more.
  perform
  from jobmachine.job j
  where j.id = write_log.id
    and j.worker = write_log.worker
    and j.attempt = write_log.attempt
  for share;
  if not found then
    perform jobmachine.note_refusal('log');
    return null;
  end if;

  perform jobmachine.ensure_today();
  insert into jobmachine.log (job, at, attempt, level, message)
  select
    write_log.id,
    -- Today: there may be no partition for another day.
    greatest(
      clock_timestamp() - greatest(0, least(line.age, 86400)) * interval '1 second',
      date_trunc('day', clock_timestamp(), 'UTC')),
    write_log.attempt,
    line.level,
    coalesce(jobmachine.cut(line.message), '')
  from unnest(write_log.ages, write_log.levels, write_log.messages) with ordinality as line(age, level, message, number)
  order by line.number;
  return true;
end
$$;

--
-- Name: FUNCTION write_log(worker integer, id bigint, attempt integer, ages double precision[], levels text[], messages text[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.write_log(worker integer, id bigint, attempt integer, ages double precision[], levels text[], messages text[]) IS 'Adds lines to a job''s log, in their order: how many seconds ago each was logged, its level, its message, which is
cut at 8 kB. Null if the fence refused it.';

--
-- Name: address_refusal(text, text); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.address_refusal(customer text, country text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE
    AS $$
begin
  return case
    when btrim(customer) = '' then 'the customer''s code is empty: leave it out for a walk-in'
    when char_length(customer) > 64 then 'the customer''s code has more than 64 characters'
    when not sales.is_plain(customer) then 'the customer''s code has blanks around it, or a character that nobody sees'
    when btrim(country) = '' then 'the country is empty: leave it out if it is not known'
    when char_length(country) > 100 then 'the country has more than 100 characters'
    when not sales.is_plain(country) then 'the country has blanks around it, or a character that nobody sees'
  end;
end
$$;

--
-- Name: FUNCTION address_refusal(customer text, country text); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.address_refusal(customer text, country text) IS 'Why nobody can be ordered for like this, as a sentence for people; null if they can. Both may be null.';

--
-- Name: check_order_customers(); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.check_order_customers() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS $$
declare
  wrong text;
begin
  select a.code into wrong
  from (select distinct customer as code from added where customer is not null) a
  left join lateral (
    select true as is_there
    from sales.customer c
    where c.code = a.code
    limit 1
  ) c on true
  where c.is_there is null
  limit 1;
  if found then
    raise exception using
      errcode = '23503',
      message = format('there is no customer %s', wrong),
      hint = 'Add the customer to sales.customer before the orders that name it.';
  end if;
  return null;
end
$$;

--
-- Name: FUNCTION check_order_customers(); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.check_order_customers() IS 'Trigger: every new order that names a customer has one.';

--
-- Name: check_order_lines(); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.check_order_lines() RETURNS trigger
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET work_mem TO '64MB'
    AS $$
declare
  wrong text;
begin
  select added_to.number into wrong
  from (
    select order_number as number, count(*) as line_count, sum(amount) as total
    from added
    group by order_number
  ) added_to
  -- The limit makes each of these a look into the index, whatever the planner believes of the table's size.
  left join lateral (
    select true as is_there, o.line_count, o.total
    from sales.order o
    where o.number = added_to.number
    limit 1
  ) o on true
  where case
    when o.line_count = added_to.line_count and o.total = added_to.total then false
    when o.is_there is null then true
    -- Not all of its lines came with this statement: look at all of them.
    else (o.line_count::bigint, o.total) is distinct from (
      select (count(*), sum(l.amount))
      from sales.order_line l
      where l.order_number = added_to.number
    )
  end
  limit 1;
  if found then
    raise exception using
      errcode = '23514',
      message = format('the lines of order %s do not add up to it, or there is no such order', wrong),
      hint = 'Book the order with its line count and total, then all of its lines with one statement.';
  end if;

  select a.code into wrong
  from (select distinct product_code as code from added) a
  left join lateral (
    select true as is_there
    from sales.product p
    where p.code = a.code
    limit 1
  ) p on true
  where p.is_there is null
  limit 1;
  if found then
    raise exception using
      errcode = '23503',
      message = format('there is no product %s', wrong),
      hint = 'Add the product to sales.product before the lines that name it.';
  end if;
  return null;
end
$$;

--
-- Name: FUNCTION check_order_lines(); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.check_order_lines() IS 'Trigger: every new line has its order and its product, and every touched order adds up.';

--
-- Name: claim_key(text, jsonb); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.claim_key(new_key text, contents jsonb) RETURNS text
    LANGUAGE plpgsql
    AS $$
declare
  new_digest text := encode(sha256(convert_to(contents::text, 'UTF8')), 'hex');
  earlier sales.placement;
begin
  if new_key is null then
    return null;
  end if;
  if char_length(new_key) not between 1 and 200 then
    raise exception using
      errcode = 'DJ400',
      message = 'the key has no characters, or more than 200';
  end if;

  delete from sales.placement p
  where p.key in (
    select old.key
    from sales.placement old
    where old.placed_at < now() - interval '30 days'
    order by old.placed_at
    limit 10
    for update skip locked
  );

  -- Whoever comes second waits here for the first to commit, or takes its place if it did not.
  insert into sales.placement (key, digest)
  values (new_key, new_digest)
  on conflict (key) do nothing;
  if found then
    return null;
  end if;

  select *
  into earlier
  from sales.placement p
  where p.key = new_key;
  if earlier.digest <> new_digest then
    raise exception using
      errcode = 'DJ409',
      message = format('another order was placed under this key: %s', earlier.order_number),
      hint = 'Look whether it is the one you mean; place a new one under a new key.';
  end if;
  return earlier.order_number;
end
$$;

--
-- Name: FUNCTION claim_key(new_key text, contents jsonb); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.claim_key(new_key text, contents jsonb) IS 'Takes a key for an order that is about to be placed: null if it is free, or if there is none; otherwise the number of the order that was placed under it. Raises DJ409 if that was an order of other contents.';

--
-- Name: draw_number(); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.draw_number() RETURNS text
    LANGUAGE plpgsql
    AS $$
declare
  drawn bigint;
begin
  -- Each number is drawn, and looked at, once for all: no two callers get the same, and nobody repeats the way past those
  -- that files have brought, not even after an attempt that failed.
  loop
    drawn := nextval('sales.order_number');
    exit when not sales.is_booked('D' || drawn);
  end loop;
  return 'D' || drawn;
end
$$;

--
-- Name: FUNCTION draw_number(); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.draw_number() IS 'The next free number for an order that is placed without one: D1, D2, …. It is the first behind the one drawn last that no file has brought.';

--
-- Name: find_order(bigint, bigint); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.find_order(order_id bigint, after bigint DEFAULT 0) RETURNS TABLE(id bigint, number text, kind text, is_return boolean, ordered_on date, customer text, country text, total numeric, line_count integer, lines jsonb, next bigint)
    LANGUAGE sql STABLE
    AS $$
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
    coalesce(l.lines, '[]'),
    case
      when exists (
        select
        from sales.order_line f
        where f.order_number = o.number
          and f.line_number > l.last_number
      ) then l.last_number
    end
  from sales.order o
  cross join lateral (
    select
      max(l.line_number) as last_number,
      jsonb_agg(
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
        and line_number > find_order.after
      order by line_number
      limit 1000
    ) l
    join sales.product p on p.code = l.product_code
  ) l
  where o.id = find_order.order_id
$$;

--
-- Name: FUNCTION find_order(order_id bigint, after bigint); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.find_order(order_id bigint, after bigint) IS 'One order with, as a json array, its first 1,000 lines behind the line number `after`; `next` is the number of the last of these if more lines follow. No row if there is no such order.';

--
-- Name: import_begin(); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.import_begin() RETURNS void
    LANGUAGE plpgsql
    SET client_min_messages TO 'warning'
    AS $$
begin
  -- Two imports that meet the same new products in a different order would deadlock.
  perform sales.lock_imports();

  drop table if exists pg_temp.order_import_product;

  create temporary table order_import_product (
    line bigint not null,
    code text collate "C" not null,
    description text
  ) on commit drop;
end
$$;

--
-- Name: FUNCTION import_begin(); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.import_begin() IS 'Begins what an import does in this transaction: waits until no other import is at work, then creates the temporary table order_import_product, which is filled by COPY and emptied by sales.import_part.';

--
-- Name: import_fates(text, integer); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.import_fates(import text, part integer) RETURNS TABLE(number text, refusal text)
    LANGUAGE plpgsql STABLE
    SET enable_seqscan TO 'off'
    AS $$
#variable_conflict use_column
begin
  return query
  select distinct o.number, o.refusal
  from sales.import_run r
  join sales.import_order o on o.import = r.import and o.number = r.number
  where r.import = import_fates.import
    and r.part = import_fates.part
    and (o.refusal is not null or o.first_part < o.last_part);
end
$$;

--
-- Name: FUNCTION import_fates(import text, part integer); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.import_fates(import text, part integer) IS 'The orders of a part of a file whose lines are not simply booked with it: those that are refused, with the reason, and those that lie in other parts, too.';

--
-- Name: import_finish(text); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.import_finish(import text) RETURNS TABLE(orders bigint, returns bigint, sales_total numeric, returns_total numeric, net_total numeric, rejected bigint)
    LANGUAGE sql STABLE
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS $$
  select
    count(*) filter (where o.kind = 'order'),
    count(*) filter (where o.kind = 'return'),
    coalesce(sum(o.total) filter (where o.kind = 'order'), 0.00),
    coalesce(sum(o.total) filter (where o.kind = 'return'), 0.00),
    coalesce(sum(o.total), 0.00),
    (select count(*) from sales.import_reject r where r.import = import_finish.import)
  from sales.import_order o
  where o.import = import_finish.import
    and o.refusal is null
$$;

--
-- Name: FUNCTION import_finish(import text); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.import_finish(import text) IS 'What an import has booked, how many orders and returns, and their totals; and how many lines it has rejected.';

--
-- Name: import_forget(text); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.import_forget(import text) RETURNS void
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
begin
  delete from sales.import_run r
  where r.import = import_forget.import;
  delete from sales.import_order o
  where o.import = import_forget.import;
  delete from sales.import_line l
  where l.import = import_forget.import;
  delete from sales.import_reject r
  where r.import = import_forget.import;
  delete from sales.import i
  where i.key = import_forget.import;
end
$$;

--
-- Name: FUNCTION import_forget(import text); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.import_forget(import text) IS 'Forgets all that an import has noted for itself: it has ended, or begins again.';

--
-- Name: import_gather(text, integer); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.import_gather(import text, part integer) RETURNS void
    LANGUAGE sql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS $$
  with gathered as (
    delete from sales.import_line l
    using sales.import_order o
    where o.import = import_gather.import
      and o.last_part = import_gather.part
      and o.first_part < o.last_part
      and o.refusal is null
      and l.import = o.import
      and l.order_number = o.number
    returning l.*
  )
  insert into sales.order_line (
    line_number, quantity, unit_price, order_number, product_code, description
  )
  select line_number, quantity, unit_price, order_number, product_code, description
  from gathered
$$;

--
-- Name: FUNCTION import_gather(import text, part integer); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.import_gather(import text, part integer) IS 'Books the lines of the orders that lie in several parts of a file and end in this one.';

--
-- Name: import_open(text); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.import_open(import text) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  old text;
begin
  insert into sales.import (key)
  values (import_open.import)
  on conflict (key) do nothing;

  for old in
    select i.key
    from sales.import i
    where i.begun_at < now() - interval '30 days'
    order by i.begun_at
    limit 10
    for update skip locked
  loop
    perform sales.import_forget(old);
  end loop;
end
$$;

--
-- Name: FUNCTION import_open(import text); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.import_open(import text) IS 'Begins an import in steps, whose notes outlive an attempt; forgets those of imports that nobody has gone on with for 30 days.';

--
-- Name: import_part(text, integer, date); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.import_part(import text, part integer, import_day date) RETURNS void
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET work_mem TO '64MB'
    AS $$
declare
  described record;
  taken record;
begin
  -- Every look into a table that may be large is a lateral one with a limit: a look into its index, for each
  -- row of the part, whatever the planner believed of the tables' sizes when the first part came.
  insert into sales.product (code, name)
  select distinct on (code) code, coalesce(description, code)
  from pg_temp.order_import_product
  order by code, description is null, line
  on conflict (code) do nothing;

  for described in
    select distinct on (d.code) d.code, d.description
    from pg_temp.order_import_product d
    cross join lateral (
      select
      from sales.product p
      where p.code = d.code
        and p.name = p.code
      limit 1
    ) nameless
    where d.description <> d.code
    order by d.code, d.line
  loop
    update sales.product
    set name = described.description
    where code = described.code;
  end loop;

  truncate pg_temp.order_import_product;

  insert into sales.customer (code, country)
  select distinct on (o.customer) o.customer, o.country
  from sales.import_order o
  where o.import = import_part.import
    and o.last_part = import_part.part
    and o.refusal is null
    and o.customer is not null
  order by o.customer, o.first_line
  on conflict (code) do nothing;

  with mine as (
    select *
    from sales.import_order o
    where o.import = import_part.import
      and o.last_part = import_part.part
      and o.refusal is null
  ),
  booked as (
    insert into sales.order (ordered_on, line_count, total, number, kind, customer, country)
    select coalesce(ordered_on, import_day), line_count, total, number, kind, customer, country
    from mine
    order by first_line
    on conflict (number) do nothing
    returning number
  )
  select m.first_line, m.number
  into taken
  from mine m
  where m.number not in (select number from booked)
  order by m.first_line
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ409',
      message = format('line %s: order %s exists already', taken.first_line, taken.number),
      detail = 'It was booked while the file was imported.',
      hint = 'Remove the orders that are already booked from the file, then import it again.';
  end if;
end
$$;

--
-- Name: FUNCTION import_part(import text, part integer, import_day date); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.import_part(import text, part integer, import_day date) IS 'Books the products of order_import_product, which it empties, and the customers and orders whose last line lies in a part of the file. Their lines follow in the same transaction: by COPY into sales.order_line, or by sales.import_gather. Raises DJ409 if an order exists already.';

--
-- Name: import_rejects(text, bigint, integer); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.import_rejects(import text, after_line bigint, amount integer) RETURNS TABLE(line bigint, reason text, text text)
    LANGUAGE plpgsql STABLE
    SET enable_seqscan TO 'off'
    AS $$
begin
  return query
  select r.line, r.reason, r.text
  from sales.import_reject r
  where r.import = import_rejects.import
    and r.line > after_line
  order by r.line
  limit amount;
end
$$;

--
-- Name: FUNCTION import_rejects(import text, after_line bigint, amount integer); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.import_rejects(import text, after_line bigint, amount integer) IS 'A page of the rejected lines of an import, by line number: at most `amount` after `after_line`.';

--
-- Name: import_sum_up(text, text); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.import_sum_up(import text, return_mark text) RETURNS void
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET work_mem TO '64MB'
    AS $$
declare
  clash record;
begin
  insert into sales.import_order (
    import, first_line, line_count, first_part, last_part, total, ordered_on, number, kind, customer, country,
    refusal
  )
  select
    import_sum_up.import, o.first_line, o.line_count, o.first_part, o.last_part, o.total, o.first_day, o.number,
    case when o.total < 0 or o.is_taken_back then 'return' else 'order' end,
    o.first_customer, o.first_country,
    case
      when o.fault is not null then o.fault
      when o.first_customer <> o.last_customer then
        format('the lines of this order name two customers: %s and %s', o.first_customer, o.last_customer)
      when o.first_country <> o.last_country then
        format('the lines of this order name two countries: %s and %s', o.first_country, o.last_country)
      when o.first_day <> o.last_day then
        format('the lines of this order name two days: %s and %s', o.first_day, o.last_day)
      when o.total < 0 and not starts_with(o.number, return_mark) then
        format(
          'the total of this order is negative (%s), but its number does not start with %s, the mark of returns',
          round(o.total, 2), return_mark)
      when o.is_taken_back and not starts_with(o.number, return_mark) then
        format(
          'all quantities of this order are negative, but its number does not start with %s, the mark of returns',
          return_mark)
      when o.is_taken_back and o.total > 0 then
        'all quantities of this order are negative, but its total is positive'
    end
  from (
    select
      r.number,
      min(r.first_line) as first_line,
      sum(r.line_count) as line_count,
      min(r.part) as first_part,
      max(r.part) as last_part,
      sum(r.total) as total,
      bool_and(r.is_taken_back) as is_taken_back,
      min(r.customer) as first_customer,
      max(r.customer) as last_customer,
      min(r.country collate "C") as first_country,
      max(r.country collate "C") as last_country,
      min(r.ordered_on) as first_day,
      max(r.ordered_on) as last_day,
      (
        array_agg(format('line %s of this order: %s', r.first_line, r.fault) order by r.first_line)
          filter (where r.fault is not null)
      )[1] as fault
    from sales.import_run r
    where r.import = import_sum_up.import
    group by r.number
  ) o;

  select count(*) as amount, min(o.first_line) as line, (array_agg(o.number order by o.first_line))[1] as number
  into clash
  from sales.import_order o
  cross join lateral (
    select
    from sales.order earlier
    where earlier.number = o.number
    limit 1
  ) earlier
  where o.import = import_sum_up.import
    and o.refusal is null;
  if clash.amount > 0 then
    raise exception using
      errcode = 'DJ409',
      message = format('line %s: order %s exists already', clash.line, clash.number),
      detail = case clash.amount
        when 1 then 'It is the only such order of the file.'
        else format('It is one of %s such orders of the file.', clash.amount)
      end,
      hint = 'Remove the orders that are already booked from the file, then import it again.';
  end if;
end
$$;

--
-- Name: FUNCTION import_sum_up(import text, return_mark text); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.import_sum_up(import text, return_mark text) IS 'Decides on each order of a file from what its parts say (sales.import_run): what it is, and whether it can be booked. One line that breaks a rule, two customers, countries or days, and a return whose number does not begin with the mark refuse the whole order. Raises DJ409 if an order exists already.';

--
-- Name: is_booked(text); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.is_booked(number text) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  select exists (
    select
    from sales.order o
    where o.number = is_booked.number
  )
$$;

--
-- Name: FUNCTION is_booked(number text); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.is_booked(number text) IS 'Whether there is an order of this number.';

--
-- Name: is_plain(text); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.is_plain(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$
  select value is null
    or value = btrim(value, ' ')
      and value !~ (
        -- Controls, white space and what has no ink, and U+FFFD; and the characters of Unicode's property
        -- Default_Ignorable_Code_Point. PlainText.isUnseen in Swift has the same, and a test compares them.
        e'[\\u0001-\\u001F\\u007F-\\u00A0\\u00AD\\u034F\\u061C\\u115F\\u1160\\u1680\\u17B4\\u17B5\\u180B-\\u180F'
        || e'\\u2000-\\u200F\\u2028-\\u202F\\u205F-\\u206F\\u2800\\u3000\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0'
        || e'\\uFFF0-\\uFFF8\\uFFFD\\U0001BCA0-\\U0001BCA3\\U0001D173-\\U0001D17A\\U000E0000-\\U000E0FFF]')
$$;

--
-- Name: FUNCTION is_plain(value text); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.is_plain(value text) IS 'True if a text can be a number, a code or a name as it is: no blanks around it, no other blank than a space within, no control character and none that nobody sees. The programs make it so before they ask.';

--
-- Name: is_prose(text); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.is_prose(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$
  select value is null
    or value = btrim(value, ' ')
      and value !~ (
        -- As in sales.is_plain(), but for what chooses the form of a character or joins two: scripts and emoji need it.
        e'[\\u0001-\\u001F\\u007F-\\u00A0\\u00AD\\u061C\\u1680\\u180E\\u2000-\\u200B\\u200E\\u200F\\u2028-\\u202F'
        || e'\\u205F-\\u206F\\u2800\\u3000\\u3164\\uFEFF\\uFFFD]')
$$;

--
-- Name: FUNCTION is_prose(value text); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.is_prose(value text) IS 'True if a text can be a description as it is: as sales.is_plain(), but with the joiners and selectors of scripts and emoji. The programs make it so before they ask.';

--
-- Name: list_orders(text, text, date, date, text, date, bigint, integer); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.list_orders(of_customer text DEFAULT NULL::text, with_number text DEFAULT NULL::text, from_day date DEFAULT NULL::date, to_day date DEFAULT NULL::date, in_state text DEFAULT NULL::text, before_day date DEFAULT NULL::date, before_id bigint DEFAULT NULL::bigint, amount integer DEFAULT 50) RETURNS TABLE(id bigint, number text, is_return boolean, ordered_on date, customer text, country text, total numeric, line_count integer, invoice_id bigint, invoice_kind text, invoice_number bigint)
    LANGUAGE plpgsql STABLE
    SET plan_cache_mode TO 'force_custom_plan'
    AS $$
#variable_conflict use_column
begin
  return query
  select
    o.id, o.number, o.is_return, o.ordered_on, o.customer, o.country, o.total, o.line_count,
    i.id, i.kind, i.number
  from sales.order o
  left join accounting.invoice i on i.order_id = o.id
  where (of_customer is null or o.customer = of_customer)
    and (with_number is null or starts_with(o.number, with_number))
    and (from_day is null or o.ordered_on >= from_day)
    and (to_day is null or o.ordered_on <= to_day)
    and (before_day is null or (o.ordered_on, o.id) < (before_day, before_id))
    and case in_state
      when 'open' then i.id is null and o.total <> 0
      when 'invoiced' then i.id is not null
      when 'free' then o.total = 0
      else true
    end
  order by o.ordered_on desc, o.id desc
  limit amount;
end
$$;

--
-- Name: FUNCTION list_orders(of_customer text, with_number text, from_day date, to_day date, in_state text, before_day date, before_id bigint, amount integer); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.list_orders(of_customer text, with_number text, from_day date, to_day date, in_state text, before_day date, before_id bigint, amount integer) IS 'A page of orders and returns, the latest first, each with its invoice if it has one: at most `amount` that come after the day and id given. `with_number` is how the number begins; `in_state` is open, invoiced or free (a total of 0, which is never invoiced). What is null does not matter.';

--
-- Name: lock_imports(); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.lock_imports() RETURNS void
    LANGUAGE plpgsql
    SET lock_timeout TO '10s'
    AS $$
begin
  -- A row, which only those may lock who may write to its table.
  perform
  from sales.import_turn
  for update;
exception when lock_not_available then
  raise exception 'another import of orders has not come to an end in 10 seconds'
  using errcode = 'DJ503', hint = 'Import these orders again when it has ended, or cancel it.';
end
$$;

--
-- Name: FUNCTION lock_imports(); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.lock_imports() IS 'Lets one transaction at a time import orders. DJ503 if another one does for more than 10 seconds.';

--
-- Name: order_refusal(text, text, sales.placed_line[]); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.order_refusal(number text, kind text, lines sales.placed_line[]) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
  select case
    when btrim(number) = '' then 'the order number is empty'
    when char_length(number) > 64 then 'the order number has more than 64 characters'
    when not sales.is_plain(number) then 'the order number has blanks around it, or a character that nobody sees'
    when kind not in ('order', 'return') then format('the kind is order or return, not %s', kind)
    when coalesce(cardinality(lines), 0) = 0 then 'the order has no lines: give it one at least'
    else coalesce(
      (
        select format('line %s: %s', l.place, r.reason)
        from unnest(lines) l
        cross join lateral (
          select case
            when coalesce(btrim(l.product), '') = '' then 'the product code is missing'
            when char_length(l.product) > 64 then 'the product code has more than 64 characters'
            when not sales.is_plain(l.product) then 'the product code has blanks around it, or a character that nobody sees'
            when char_length(l.description) > 1000 then 'the description has more than 1000 characters'
            when not sales.is_prose(l.description) then 'the description has blanks around it, or a character that nobody sees'
            when l.quantity is null then 'the quantity is missing'
            when l.unit_price is null then 'the price is missing'
            when l.quantity = 0 then 'the quantity is 0'
            when greatest(abs(l.quantity), abs(l.unit_price)) >= 100000000 then
              'quantity or price is not below 100,000,000'
            when l.quantity <> round(l.quantity, 4) or l.unit_price <> round(l.unit_price, 4) then
              'quantity or price has more than 4 decimals'
          end as reason
        ) r
        where r.reason is not null
        order by l.place
        limit 1
      ),
      (
        select case
          when kind = 'order' and w.total < 0 then
            format('the total of order %s is negative (%s): if it is a return, say so by its kind', number, w.total)
          when kind = 'order' and w.is_taken_back then
            format('all quantities of order %s are negative: if it is a return, say so by its kind', number)
          when kind = 'return' and w.total >= 0 and not w.is_taken_back then
            format('return %s takes nothing back: its total is not negative', number)
          when kind = 'return' and w.total > 0 then
            format('all quantities of return %s are negative, but its total is positive', number)
        end
        from (
          select
            sum(round(l.quantity * l.unit_price, 2)) as total,
            bool_and(l.quantity < 0) as is_taken_back
          from unnest(lines) l
        ) w
      )
    )
  end
$$;

--
-- Name: FUNCTION order_refusal(number text, kind text, lines sales.placed_line[]); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.order_refusal(number text, kind text, lines sales.placed_line[]) IS 'Why this cannot be booked as an order, or return, as a sentence for people; null if it can. The rules of the import.';

--
-- Name: order_totals(); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.order_totals() RETURNS TABLE(lines bigint, orders bigint, returns bigint, sales_total numeric, returns_total numeric, net_total numeric)
    LANGUAGE sql STABLE
    AS $$
  select
    coalesce(sum(line_count), 0),
    count(*) filter (where not is_return),
    count(*) filter (where is_return),
    coalesce(sum(total) filter (where not is_return), 0.00),
    coalesce(sum(total) filter (where is_return), 0.00),
    coalesce(sum(total), 0.00)
  from sales.order
$$;

--
-- Name: FUNCTION order_totals(); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.order_totals() IS 'How many lines, orders and returns are booked, and their totals.';

--
-- Name: order; Type: TABLE; Schema: sales; Owner: -
--

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
    CONSTRAINT order_country_has_1_to_100_characters CHECK (((char_length(country) >= 1) AND (char_length(country) <= 100))),
    CONSTRAINT order_has_lines CHECK ((line_count > 0)),
    CONSTRAINT order_kind_is_known CHECK ((kind = ANY (ARRAY['order'::text, 'return'::text]))),
    CONSTRAINT order_number_has_1_to_64_characters CHECK (((char_length(number) >= 1) AND (char_length(number) <= 64))),
    CONSTRAINT order_total_is_negative_on_returns_only CHECK (((total >= (0)::numeric) OR (kind = 'return'::text)))
);

--
-- Name: TABLE "order"; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TABLE sales."order" IS 'An order, or a return. Once booked it stays as it is, with its lines; a return undoes it.';

--
-- Name: COLUMN "order".id; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales."order".id IS 'The key that model functions and addresses use.';

--
-- Name: COLUMN "order".created_at; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales."order".created_at IS 'When the order was booked here.';

--
-- Name: COLUMN "order".ordered_on; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales."order".ordered_on IS 'The day of the order; the day of the import where the file has no date.';

--
-- Name: COLUMN "order".line_count; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales."order".line_count IS 'The number of its lines; sales.check_order_lines() compares.';

--
-- Name: COLUMN "order".total; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales."order".total IS 'The sum of its lines'' amounts; sales.check_order_lines() compares.';

--
-- Name: COLUMN "order".number; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales."order".number IS 'The order''s number, as people and files spell it.';

--
-- Name: COLUMN "order".customer; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales."order".customer IS 'The customer''s code; null for a walk-in. sales.check_order_customers() compares.';

--
-- Name: COLUMN "order".country; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales."order".country IS 'Where the order goes, or came from.';

--
-- Name: COLUMN "order".kind; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales."order".kind IS 'order, or return: said by whoever places it, and in files by the mark that its number begins with.';

--
-- Name: COLUMN "order".is_return; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales."order".is_return IS 'True if its kind is return.';

--
-- Name: order_line; Type: TABLE; Schema: sales; Owner: -
--

CREATE TABLE sales.order_line (
    line_number bigint NOT NULL,
    order_number text NOT NULL COLLATE pg_catalog."C",
    product_code text NOT NULL COLLATE pg_catalog."C",
    quantity numeric(12,4) NOT NULL,
    unit_price numeric(12,4) NOT NULL,
    amount numeric(30,2) GENERATED ALWAYS AS (round((quantity * unit_price), 2)) STORED NOT NULL,
    description text,
    CONSTRAINT order_line_description_has_1_to_4000_bytes CHECK (((octet_length(description) >= 1) AND (octet_length(description) <= 4000))),
    CONSTRAINT order_line_quantity_is_not_0 CHECK ((quantity <> (0)::numeric))
);

--
-- Name: TABLE order_line; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TABLE sales.order_line IS 'The lines of the orders. Order and product are checked once per statement by sales.check_order_lines().';

--
-- Name: COLUMN order_line.line_number; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.order_line.line_number IS 'The line''s place in its order, not necessarily without gaps: for an imported order the line of the file.';

--
-- Name: COLUMN order_line.order_number; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.order_line.order_number IS 'The order that the line belongs to.';

--
-- Name: COLUMN order_line.product_code; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.order_line.product_code IS 'What was ordered.';

--
-- Name: COLUMN order_line.quantity; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.order_line.quantity IS 'How many; negative for what comes back.';

--
-- Name: COLUMN order_line.unit_price; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.order_line.unit_price IS 'The price of one; 0 is a free item, a negative one a discount.';

--
-- Name: COLUMN order_line.amount; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.order_line.amount IS 'Quantity times price, rounded half away from zero to 2 decimals.';

--
-- Name: COLUMN order_line.description; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.order_line.description IS 'The product as this order describes it; null if it does not.';

--
-- Name: product; Type: TABLE; Schema: sales; Owner: -
--

CREATE TABLE sales.product (
    code text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT product_code_has_1_to_64_characters CHECK (((char_length(code) >= 1) AND (char_length(code) <= 64))),
    CONSTRAINT product_name_has_1_to_1000_characters CHECK (((char_length(name) >= 1) AND (char_length(name) <= 1000)))
);

--
-- Name: TABLE product; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TABLE sales.product IS 'What is sold, fees and adjustments that are booked like a product included.';

--
-- Name: COLUMN product.code; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.product.code IS 'The product''s code, as orders and files spell it.';

--
-- Name: COLUMN product.name; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.product.name IS 'The first description seen; the code while no line has described it.';

--
-- Name: COLUMN product.created_at; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.product.created_at IS 'When the product was first seen.';

--
-- Name: whole_order; Type: VIEW; Schema: sales; Owner: -
--

CREATE VIEW sales.whole_order AS
 SELECT o.id,
    o.number,
    o.kind,
    o.is_return,
    o.ordered_on,
    o.customer,
    o.country,
    o.total,
    o.line_count,
    l.lines
   FROM (sales."order" o
     CROSS JOIN LATERAL ( SELECT jsonb_agg(jsonb_build_object('number', l_1.line_number, 'product', l_1.product_code, 'description', COALESCE(l_1.description, p.name), 'quantity', trim_scale(l_1.quantity), 'unitPrice', trim_scale(l_1.unit_price), 'amount', l_1.amount) ORDER BY l_1.line_number) AS lines
           FROM (( SELECT order_line.line_number,
                    order_line.order_number,
                    order_line.product_code,
                    order_line.quantity,
                    order_line.unit_price,
                    order_line.amount,
                    order_line.description
                   FROM sales.order_line
                  WHERE (order_line.order_number = o.number)
                  ORDER BY order_line.line_number
                 LIMIT 1000) l_1
             JOIN sales.product p ON ((p.code = l_1.product_code)))) l);

--
-- Name: VIEW whole_order; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON VIEW sales.whole_order IS 'An order and, as a json array, its first 1,000 lines. Ask for one (where id = …) or for a page, not for all.';

--
-- Name: COLUMN whole_order.lines; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.whole_order.lines IS 'Objects of number, product, description, quantity, unitPrice and amount, in the order of their numbers: the first 1,000. line_count says how many there are.';

--
-- Name: place_order(text, text, text, date, jsonb, text, text); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.place_order(number text, customer text, country text, ordered_on date, lines jsonb, key text DEFAULT NULL::text, kind text DEFAULT NULL::text) RETURNS SETOF sales.whole_order
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
declare
  new_number text;
  new_kind text;
  new_lines sales.placed_line[];
  refusal text;
  taken text;
  earlier text;
begin
  earlier := sales.claim_key(
    place_order.key,
    jsonb_build_array(
      place_order.number, place_order.customer, place_order.country, place_order.ordered_on, place_order.lines)
      || case when place_order.kind is null then '[]' else jsonb_build_array(place_order.kind) end
  );
  if earlier is not null then
    return query
    select w.*
    from sales.whole_order w
    where w.number = earlier;
    return;
  end if;

  new_number := coalesce(place_order.number, sales.draw_number());
  select array_agg(
    (
      l.place, l.line ->> 'product', nullif(l.line ->> 'description', ''), l.line ->> 'quantity',
      l.line ->> 'unitPrice'
    )::sales.placed_line
    order by l.place
  )
  into new_lines
  from jsonb_array_elements(lines) with ordinality l (line, place);

  -- Who does not say the kind says it as files do, by the mark.
  new_kind := coalesce(
    place_order.kind,
    (
      select 'return'
      from unnest(new_lines) l
      where place_order.number like 'C%'
      having sum(round(l.quantity * l.unit_price, 2)) < 0
        or bool_and(l.quantity < 0)
    ),
    'order'
  );
  refusal := coalesce(
    sales.address_refusal(place_order.customer, place_order.country),
    sales.order_refusal(new_number, new_kind, new_lines)
  );
  if refusal is not null then
    raise exception using
      errcode = 'DJ400',
      message = refusal,
      hint = 'Correct the order and place it again.';
  end if;

  insert into sales.product (code, name)
  select distinct on (product) product, coalesce(description, product)
  from unnest(new_lines)
  order by product, place
  on conflict (code) do nothing;

  insert into sales.customer (code, country)
  select place_order.customer, place_order.country
  where place_order.customer is not null
  on conflict (code) do nothing;

  loop
    insert into sales.order (ordered_on, line_count, total, number, kind, customer, country)
    select
      place_order.ordered_on,
      count(*),
      sum(round(quantity * unit_price, 2)),
      new_number,
      new_kind,
      place_order.customer,
      place_order.country
    from unnest(new_lines)
    on conflict (number) do nothing
    returning number into taken;
    exit when taken is not null or place_order.number is not null;
    -- An import has just booked an order of the number that was drawn.
    new_number := sales.draw_number();
  end loop;
  if taken is null then
    raise exception using
      errcode = 'DJ409',
      message = format('order %s exists already', new_number),
      hint = 'Place the order under another number, or without one.';
  end if;

  insert into sales.order_line (line_number, order_number, product_code, quantity, unit_price, description)
  select place, new_number, product, quantity, unit_price, description
  from unnest(new_lines);

  update sales.placement
  set order_number = new_number
  where key = place_order.key;

  return query
  select w.*
  from sales.whole_order w
  where w.number = new_number;
end
$$;

--
-- Name: FUNCTION place_order(number text, customer text, country text, ordered_on date, lines jsonb, key text, kind text); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.place_order(number text, customer text, country text, ordered_on date, lines jsonb, key text, kind text) IS 'Books one order, or return, and returns it. `number` null draws the next free one (D1, D2, …); `customer` null is a walk-in; `kind` is order or return, and null is a return if the number begins with C and the total, or all quantities, are negative; `lines` is a json array of objects of product, quantity, unitPrice and perhaps description. The same order under the same `key` again places none: the first is returned. Raises DJ400 for what cannot be an order and DJ409 for a number that exists, or a key under which another order was placed.';

--
-- Name: refuse_change(); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception using
    errcode = 'DJ409',
    message = format('what is booked in %s.%s stays as it is', tg_table_schema, tg_table_name),
    detail = format('%s was refused.', lower(tg_op)),
    hint = 'Undo an order with a return, and an invoice with a credit note.';
end
$$;

--
-- Name: FUNCTION refuse_change(); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.refuse_change() IS 'Trigger: refuses to change what is booked (DJ409).';

--
-- Name: set_time_zone(text); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.set_time_zone(name text) RETURNS text
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
declare
  known text;
begin
  -- By its full name only: an abbreviation such as CET knows nothing of summer time.
  select z.name
  into known
  from pg_timezone_names z
  where lower(z.name) = lower(btrim(set_time_zone.name))
    and (z.name = 'UTC' or z.name like '%/%')
    and z.name not like 'posix/%';
  if not found then
    raise exception using
      errcode = 'DJ400',
      message = format('zone: there is no time zone “%s”', left(set_time_zone.name, 64)),
      hint = 'Name one as the IANA database does, such as Europe/Copenhagen or UTC.';
  end if;
  update sales.shop
  set time_zone = known;
  return known;
end
$$;

--
-- Name: FUNCTION set_time_zone(name text); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.set_time_zone(name text) IS 'Sets the shop''s time zone, by its name in the IANA database or UTC, and returns that name. What is booked already keeps its day. Raises DJ400 for a zone that does not exist.';

--
-- Name: shop_day(timestamp with time zone); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.shop_day(moment timestamp with time zone) RETURNS date
    LANGUAGE sql STABLE
    AS $$
  select (shop_day.moment at time zone s.time_zone)::date
  from sales.shop s
$$;

--
-- Name: FUNCTION shop_day(moment timestamp with time zone); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.shop_day(moment timestamp with time zone) IS 'The day on which a moment falls in the shop''s time zone: the day that orders and invoices bear.';

--
-- Name: invoice_id_seq; Type: SEQUENCE; Schema: accounting; Owner: -
--

ALTER TABLE accounting.invoice ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME accounting.invoice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: number_series; Type: TABLE; Schema: accounting; Owner: -
--

CREATE TABLE accounting.number_series (
    kind text NOT NULL,
    last_number bigint DEFAULT 0 NOT NULL,
    CONSTRAINT number_series_kind_is_known CHECK ((kind = ANY (ARRAY['invoice'::text, 'credit-note'::text]))),
    CONSTRAINT number_series_last_number_is_not_negative CHECK ((last_number >= 0))
);

--
-- Name: TABLE number_series; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON TABLE accounting.number_series IS 'The gapless series: a row, not a sequence, so that a rollback gives its number back.';

--
-- Name: COLUMN number_series.kind; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON COLUMN accounting.number_series.kind IS 'What is numbered: invoice or credit-note.';

--
-- Name: COLUMN number_series.last_number; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON COLUMN accounting.number_series.last_number IS 'The last number that was given out; 0 before the first.';

--
-- Name: open_order; Type: VIEW; Schema: accounting; Owner: -
--

CREATE VIEW accounting.open_order AS
 SELECT o.id,
    o.number,
    o.is_return,
    o.ordered_on,
    o.customer,
    o.country,
    o.total,
    o.line_count
   FROM sales."order" o
  WHERE ((o.total <> (0)::numeric) AND (NOT (EXISTS ( SELECT
           FROM accounting.invoice i
          WHERE (i.order_id = o.id)))));

--
-- Name: VIEW open_order; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON VIEW accounting.open_order IS 'Orders and returns that are still to be invoiced. One whose total is 0 never is.';

--
-- Name: migration; Type: TABLE; Schema: business; Owner: -
--

CREATE TABLE business.migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: access; Type: TABLE; Schema: djet; Owner: -
--

CREATE TABLE djet.access (
    node bigint NOT NULL,
    role text NOT NULL COLLATE pg_catalog."C",
    rights text[] NOT NULL,
    CONSTRAINT access_for_administrator_keeps_view_and_manage CHECK (((role <> 'administrator'::text) OR (rights @> ARRAY['view'::text, 'manage'::text]))),
    CONSTRAINT access_for_everyone_is_view_and_use CHECK (((role <> 'everyone'::text) OR (rights <@ ARRAY['view'::text, 'use'::text]))),
    CONSTRAINT access_rights_are_known CHECK (((rights <@ ARRAY['view'::text, 'use'::text, 'operate'::text, 'arguments'::text, 'manage'::text]) AND (array_position(rights, NULL::text) IS NULL))),
    CONSTRAINT access_role_is_a_name CHECK (((role ~ '^[a-z][a-z0-9_.-]*$'::text) AND (length(role) <= 60)))
);

--
-- Name: TABLE access; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TABLE djet.access IS 'The rules: what a role may do at a node and below. For each role the nearest rule on the way up to the root decides.';

--
-- Name: COLUMN access.node; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.access.node IS 'At which node, and below.';

--
-- Name: COLUMN access.role; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.access.role IS 'Whose rule: everyone, users, administrator, or a role of one''s own.';

--
-- Name: COLUMN access.rights; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.access.rights IS 'What it lets them do: view, use, operate, arguments, manage; empty for nothing.';

--
-- Name: audit_id_seq; Type: SEQUENCE; Schema: djet; Owner: -
--

ALTER TABLE djet.audit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME djet.audit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: common_password; Type: TABLE; Schema: djet; Owner: -
--

CREATE TABLE djet.common_password (
    password text NOT NULL COLLATE pg_catalog."C"
);

--
-- Name: TABLE common_password; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TABLE djet.common_password IS 'Passwords, in lower case, that are tried first by whoever guesses. None of them can be set, nor one that is hardly more.';

--
-- Name: COLUMN common_password.password; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.common_password.password IS 'The password, or what is left of it without the digits at its ends.';

--
-- Name: function; Type: TABLE; Schema: djet; Owner: -
--

CREATE TABLE djet.function (
    name text NOT NULL COLLATE pg_catalog."C",
    exposed_by text NOT NULL,
    CONSTRAINT function_is_exposed_by_a_right CHECK ((exposed_by = ANY (ARRAY['view'::text, 'use'::text, 'operate'::text, 'arguments'::text, 'manage'::text])))
);

--
-- Name: TABLE function; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TABLE djet.function IS 'What it takes to expose a model function at a node. Programs declare it when they start; any other takes manage.';

--
-- Name: COLUMN function.name; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.function.name IS 'Its name, such as sales.order-totals.';

--
-- Name: COLUMN function.exposed_by; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.function.exposed_by IS 'The right at the root that it takes.';

--
-- Name: invitation_id_seq; Type: SEQUENCE; Schema: djet; Owner: -
--

ALTER TABLE djet.invitation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME djet.invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: migration; Type: TABLE; Schema: djet; Owner: -
--

CREATE TABLE djet.migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: node_id_seq; Type: SEQUENCE; Schema: djet; Owner: -
--

ALTER TABLE djet.node ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME djet.node_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: recovery_code; Type: TABLE; Schema: djet; Owner: -
--

CREATE TABLE djet.recovery_code (
    user_id bigint NOT NULL,
    code_hash bytea NOT NULL,
    CONSTRAINT recovery_code_code_hash_is_sha256 CHECK ((length(code_hash) = 32))
);

--
-- Name: TABLE recovery_code; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TABLE djet.recovery_code IS 'Codes that each stand once for the one-time code of a lost device. One that was used is deleted.';

--
-- Name: COLUMN recovery_code.user_id; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.recovery_code.user_id IS 'Whose it is.';

--
-- Name: COLUMN recovery_code.code_hash; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.recovery_code.code_hash IS 'The sha256 of the code, which has 80 random bits and was shown once.';

--
-- Name: role; Type: TABLE; Schema: djet; Owner: -
--

CREATE TABLE djet.role (
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL,
    needs_second_factor boolean DEFAULT false NOT NULL,
    CONSTRAINT role_name_is_plain CHECK ((name ~ '^[a-z][a-z0-9_.-]{0,59}$'::text)),
    CONSTRAINT role_title_is_one_plain_line CHECK (((title ~ '\S'::text) AND (length(title) <= 100) AND (title !~ '[\x01-\x1f\x7f]'::text)))
);

--
-- Name: TABLE role; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TABLE djet.role IS 'The names under which access rules give rights.';

--
-- Name: COLUMN role.created_at; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.role.created_at IS 'When it was added.';

--
-- Name: COLUMN role.name; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.role.name IS 'The name that access rules and grants use.';

--
-- Name: COLUMN role.title; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.role.title IS 'What is shown.';

--
-- Name: COLUMN role.needs_second_factor; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.role.needs_second_factor IS 'Whether whoever has the role must sign in with a one-time code besides the password.';

--
-- Name: server; Type: TABLE; Schema: djet; Owner: -
--

CREATE TABLE djet.server (
    id bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    machine text NOT NULL,
    address text NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT server_address_is_an_address CHECK (((address ~ '^https?://[^/[:cntrl:][:space:]]+$'::text) AND (length(address) <= 300)))
);

--
-- Name: TABLE server; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TABLE djet.server IS 'The web servers that serve the site. One that stops is deleted; one that crashed stays until another serves at its address, and counts as gone when seen_at is more than a minute or two old.';

--
-- Name: COLUMN server.id; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.server.id IS 'Its number.';

--
-- Name: COLUMN server.started_at; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.server.started_at IS 'Since when it serves.';

--
-- Name: COLUMN server.machine; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.server.machine IS 'The name of its machine.';

--
-- Name: COLUMN server.address; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.server.address IS 'Where it serves, such as http://127.0.0.1:8080.';

--
-- Name: COLUMN server.seen_at; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.server.seen_at IS 'When it last said that it serves, which it does every minute.';

--
-- Name: server_id_seq; Type: SEQUENCE; Schema: djet; Owner: -
--

ALTER TABLE djet.server ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME djet.server_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: session_id_seq; Type: SEQUENCE; Schema: djet; Owner: -
--

ALTER TABLE djet.session ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME djet.session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: sign_in_failure; Type: TABLE; Schema: djet; Owner: -
--

CREATE TABLE djet.sign_in_failure (
    failed_at timestamp with time zone NOT NULL,
    wait_until timestamp with time zone NOT NULL,
    failures integer NOT NULL,
    is_told boolean DEFAULT false NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT sign_in_failure_failures_are_not_negative CHECK ((failures >= 0))
);

--
-- Name: TABLE sign_in_failure; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TABLE djet.sign_in_failure IS 'Failed attempts to sign in, counted per account and per address. They are forgotten after a day.';

--
-- Name: COLUMN sign_in_failure.failed_at; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.sign_in_failure.failed_at IS 'When the last one was.';

--
-- Name: COLUMN sign_in_failure.wait_until; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.sign_in_failure.wait_until IS 'Until then no further one is looked at.';

--
-- Name: COLUMN sign_in_failure.failures; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.sign_in_failure.failures IS 'How many there were in a row, none of them an hour after the last.';

--
-- Name: COLUMN sign_in_failure.is_told; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.sign_in_failure.is_told IS 'Whether the audit tells of the wait.';

--
-- Name: COLUMN sign_in_failure.key; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.sign_in_failure.key IS 'What is counted: an account (the sha256 of its name, since people type passwords there) or an address.';

--
-- Name: token; Type: TABLE; Schema: djet; Owner: -
--

CREATE TABLE djet.token (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    token_hash bytea NOT NULL,
    title text NOT NULL,
    scopes text[] NOT NULL,
    below text COLLATE pg_catalog."C",
    CONSTRAINT token_below_is_a_path CHECK (((below ~ '^(/|(/[^/\x01-\x20\x7f]+)+)$'::text) AND (length(below) <= 1000))),
    CONSTRAINT token_ends_within_a_year CHECK (((expires_at > created_at) AND (expires_at <= (created_at + '366 days'::interval)))),
    CONSTRAINT token_has_known_scopes CHECK (((cardinality(scopes) > 0) AND (scopes <@ '{view,use,operate,arguments,manage}'::text[]))),
    CONSTRAINT token_title_is_one_plain_line CHECK (((title ~ '\S'::text) AND (length(title) <= 100) AND (title !~ '[\x01-\x1f\x7f]'::text))),
    CONSTRAINT token_token_hash_is_sha256 CHECK ((length(token_hash) = 32))
);

--
-- Name: TABLE token; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TABLE djet.token IS 'API tokens: with one, a program acts for a user. A token that was revoked is deleted.';

--
-- Name: COLUMN token.id; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.token.id IS 'The number under which it can be revoked.';

--
-- Name: COLUMN token.user_id; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.token.user_id IS 'For whom it acts.';

--
-- Name: COLUMN token.created_at; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.token.created_at IS 'When it was made.';

--
-- Name: COLUMN token.expires_at; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.token.expires_at IS 'When it is over: a year later at the latest.';

--
-- Name: COLUMN token.used_at; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.token.used_at IS 'When it was last used, to the minute; null: never.';

--
-- Name: COLUMN token.token_hash; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.token.token_hash IS 'The sha256 of the token, which was shown once.';

--
-- Name: COLUMN token.title; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.token.title IS 'What it is for.';

--
-- Name: COLUMN token.scopes; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.token.scopes IS 'The rights that it has at the most; it never has one that its user lacks.';

--
-- Name: COLUMN token.below; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON COLUMN djet.token.below IS 'The branch that it may reach at the most; null is the whole tree.';

--
-- Name: token_id_seq; Type: SEQUENCE; Schema: djet; Owner: -
--

ALTER TABLE djet.token ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME djet.token_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: users_id_seq; Type: SEQUENCE; Schema: djet; Owner: -
--

ALTER TABLE djet.users ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME djet.users_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: attempt; Type: TABLE; Schema: jobmachine; Owner: -
--

CREATE TABLE jobmachine.attempt (
    job bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    worker integer NOT NULL,
    attempt integer NOT NULL,
    error jsonb NOT NULL
)
PARTITION BY RANGE (ended_at);

--
-- Name: TABLE attempt; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.attempt IS 'Each failed attempt, a partition for each day.';

--
-- Name: COLUMN attempt.job; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.attempt.job IS 'The job''s id.';

--
-- Name: COLUMN attempt.started_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.attempt.started_at IS 'When it was claimed.';

--
-- Name: COLUMN attempt.ended_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.attempt.ended_at IS 'When it failed.';

--
-- Name: COLUMN attempt.worker; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.attempt.worker IS 'Who tried.';

--
-- Name: COLUMN attempt.attempt; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.attempt.attempt IS 'Which attempt it was, from 1.';

--
-- Name: COLUMN attempt.error; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.attempt.error IS 'What went wrong: type, message, and the error itself if it can be encoded.';

--
-- Name: blind_end; Type: TABLE; Schema: jobmachine; Owner: -
--

CREATE TABLE jobmachine.blind_end (
    job bigint NOT NULL
);

--
-- Name: TABLE blind_end; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.blind_end IS 'Jobs that have ended, while jobs may wait for them that were not seen to: their transaction saw nothing of what was committed since it began, or somebody had locked those that wait. Nearly always empty.';

--
-- Name: COLUMN blind_end.job; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.blind_end.job IS 'The id of the job that ended.';

--
-- Name: chunk; Type: TABLE; Schema: jobmachine; Owner: -
--

CREATE TABLE jobmachine.chunk (
    file bigint NOT NULL,
    number integer NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT chunk_is_not_empty CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= 1048576)))
);
ALTER TABLE ONLY jobmachine.chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

--
-- Name: TABLE chunk; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.chunk IS 'The bytes of files.';

--
-- Name: COLUMN chunk.file; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.chunk.file IS 'Whose bytes they are.';

--
-- Name: COLUMN chunk.number; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.chunk.number IS 'Which part, from 0.';

--
-- Name: COLUMN chunk.bytes; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.chunk.bytes IS 'At most 1 MiB of them.';

--
-- Name: dependency; Type: TABLE; Schema: jobmachine; Owner: -
--

CREATE TABLE jobmachine.dependency (
    needs bigint NOT NULL,
    job bigint NOT NULL,
    lost_at timestamp with time zone,
    is_settled boolean DEFAULT true NOT NULL
);

--
-- Name: TABLE dependency; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.dependency IS 'Which jobs wait for which. A row goes when the job that is needed finishes; if that ends otherwise, it stays, so that those that ended because of it come back with it.';

--
-- Name: COLUMN dependency.needs; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.dependency.needs IS 'The job that must finish first.';

--
-- Name: COLUMN dependency.job; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.dependency.job IS 'The job that waits.';

--
-- Name: COLUMN dependency.lost_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.dependency.lost_at IS 'When the job that waited ended without having run. Null as long as it waits.';

--
-- Name: COLUMN dependency.is_settled; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.dependency.is_settled IS 'Whether the end of the job that is needed is certain to see this row. One that is new may have been missed by it.';

--
-- Name: ended_summary; Type: VIEW; Schema: jobmachine; Owner: -
--

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
    "left"((history.error ->> 'message'::text), 300) AS error_message
   FROM jobmachine.history;

--
-- Name: VIEW ended_summary; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON VIEW jobmachine.ended_summary IS 'What a list says of ended jobs: all but what may be long.';

--
-- Name: file; Type: TABLE; Schema: jobmachine; Owner: -
--

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

--
-- Name: TABLE file; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.file IS 'Files that jobs read and write.';

--
-- Name: COLUMN file.id; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.file.id IS 'Its number.';

--
-- Name: COLUMN file.size; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.file.size IS 'Its length in bytes.';

--
-- Name: COLUMN file.created_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.file.created_at IS 'When it was stored.';

--
-- Name: COLUMN file.name; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.file.name IS 'The name to save it under. It comes from people: it is not a path.';

--
-- Name: COLUMN file.mime_type; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.file.mime_type IS 'What it contains.';

--
-- Name: COLUMN file.owner; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.file.owner IS 'Who stored it: who may give it to a function. Null for nobody in particular.';

--
-- Name: COLUMN file.written_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.file.written_at IS 'When bytes were last added.';

--
-- Name: COLUMN file.is_complete; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.file.is_complete IS 'False while an upload is under way, and for ever if its client has vanished.';

--
-- Name: COLUMN file.maker; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.file.maker IS 'The login that began it: nobody else adds bytes to it, finishes or removes it before it is finished, or says for which job it is.';

--
-- Name: COLUMN file.input_of; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.file.input_of IS 'The job that it was stored for, and that nobody else needs it for. Null for no job in particular.';

--
-- Name: file_id_seq; Type: SEQUENCE; Schema: jobmachine; Owner: -
--

ALTER TABLE jobmachine.file ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME jobmachine.file_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: job_id_seq; Type: SEQUENCE; Schema: jobmachine; Owner: -
--

ALTER TABLE jobmachine.job ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME jobmachine.job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: live_summary; Type: VIEW; Schema: jobmachine; Owner: -
--

CREATE VIEW jobmachine.live_summary AS
 SELECT job.id,
    job.queue,
    job.kind,
        CASE
            WHEN (job.worker IS NOT NULL) THEN 'processing'::jobmachine.status
            WHEN (job.waiting_for > 0) THEN 'waiting'::jobmachine.status
            WHEN (job."position" IS NULL) THEN 'scheduled'::jobmachine.status
            ELSE 'entered'::jobmachine.status
        END AS status,
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
    job.cancel_requested,
        CASE
            WHEN ((jsonb_typeof((job.progress -> 'done'::text)) = 'number'::text) AND ("left"((job.progress ->> 'done'::text), 20) ~ '^-?[0-9]{1,18}$'::text)) THEN jsonb_build_object('done', (job.progress -> 'done'::text), 'of',
            CASE
                WHEN ((jsonb_typeof((job.progress -> 'of'::text)) = 'number'::text) AND ("left"((job.progress ->> 'of'::text), 20) ~ '^-?[0-9]{1,18}$'::text)) THEN (job.progress -> 'of'::text)
                ELSE NULL::jsonb
            END, 'note', "left"((job.progress ->> 'note'::text), 300))
            ELSE NULL::jsonb
        END AS progress,
    "left"((job.error ->> 'type'::text), 200) AS error_type,
    "left"((job.error ->> 'message'::text), 300) AS error_message
   FROM jobmachine.job;

--
-- Name: VIEW live_summary; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON VIEW jobmachine.live_summary IS 'What a list says of live jobs: all but what may be long.';

--
-- Name: lock; Type: TABLE; Schema: jobmachine; Owner: -
--

CREATE TABLE jobmachine.lock (
    name text NOT NULL
);

--
-- Name: TABLE lock; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.lock IS 'What one transaction at a time may do: it locks the row. An advisory lock could be taken by anyone who may connect.';

--
-- Name: COLUMN lock.name; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.lock.name IS 'What it is: history (making and dropping days), tally (counting), rights (granting), settle (looking after jobs that wait for others).';

--
-- Name: log_id_seq; Type: SEQUENCE; Schema: jobmachine; Owner: -
--

ALTER TABLE jobmachine.log ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME jobmachine.log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: migration; Type: TABLE; Schema: jobmachine; Owner: -
--

CREATE TABLE jobmachine.migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: queue; Type: TABLE; Schema: jobmachine; Owner: -
--

CREATE TABLE jobmachine.queue (
    name text NOT NULL,
    paused_at timestamp with time zone,
    paused_by text,
    CONSTRAINT queue_has_a_name CHECK (((name ~ '^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*$'::text) AND (length(name) <= 30))),
    CONSTRAINT queue_is_paused_by_somebody_only_when_paused CHECK (((paused_by IS NULL) OR (paused_at IS NOT NULL)))
);

--
-- Name: TABLE queue; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.queue IS 'The queues of which there is something to say. One without a row is not paused.';

--
-- Name: COLUMN queue.name; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.queue.name IS 'Its name.';

--
-- Name: COLUMN queue.paused_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.queue.paused_at IS 'Since when no worker gets a job from it. Null if workers do.';

--
-- Name: COLUMN queue.paused_by; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.queue.paused_by IS 'Who paused it.';

--
-- Name: refusal; Type: TABLE; Schema: jobmachine; Owner: -
--

CREATE TABLE jobmachine.refusal (
    what text NOT NULL,
    amount bigint NOT NULL,
    last_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT refusal_amount_is_positive CHECK ((amount > 0))
);

--
-- Name: TABLE refusal; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.refusal IS 'How often somebody reported on a job that was no longer its own, and was refused: a worker that was frozen or cut off and had its jobs taken away.';

--
-- Name: COLUMN refusal.what; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.refusal.what IS 'What was refused: reply, fail, snooze, progress, log, step, transaction or release.';

--
-- Name: COLUMN refusal.amount; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.refusal.amount IS 'How often.';

--
-- Name: COLUMN refusal.last_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.refusal.last_at IS 'When the last time.';

--
-- Name: shown_jobs; Type: VIEW; Schema: jobmachine; Owner: -
--

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
        CASE
            WHEN ((jsonb_typeof((j.progress -> 'done'::text)) = 'number'::text) AND ("left"((j.progress ->> 'done'::text), 20) ~ '^-?[0-9]{1,18}$'::text)) THEN jsonb_build_object('done', (j.progress -> 'done'::text), 'of',
            CASE
                WHEN ((jsonb_typeof((j.progress -> 'of'::text)) = 'number'::text) AND ("left"((j.progress ->> 'of'::text), 20) ~ '^-?[0-9]{1,18}$'::text)) THEN (j.progress -> 'of'::text)
                ELSE NULL::jsonb
            END, 'note', "left"((j.progress ->> 'note'::text), 65536))
            ELSE NULL::jsonb
        END AS progress,
    octet_length(long.progress) AS progress_size,
    "left"((j.error ->> 'type'::text), 200) AS error_type,
    "left"((j.error ->> 'message'::text), 65536) AS error_message,
    octet_length(long.error) AS error_size
   FROM (jobmachine.jobs j
     CROSS JOIN LATERAL ( SELECT (j.arguments)::text AS arguments,
            (j.reply)::text AS reply,
            (j.progress)::text AS progress,
            (j.error)::text AS error
         OFFSET 0) long);

--
-- Name: VIEW shown_jobs; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON VIEW jobmachine.shown_jobs IS 'The jobs as pages show them: of what may be long the first 65,536 characters, and how many bytes the whole has as a
text. What is longer does not leave the server.';

--
-- Name: shown_tickets; Type: VIEW; Schema: jobmachine; Owner: -
--

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
        CASE
            WHEN ((jsonb_typeof((t.progress -> 'done'::text)) = 'number'::text) AND ("left"((t.progress ->> 'done'::text), 20) ~ '^-?[0-9]{1,18}$'::text)) THEN jsonb_build_object('done', (t.progress -> 'done'::text), 'of',
            CASE
                WHEN ((jsonb_typeof((t.progress -> 'of'::text)) = 'number'::text) AND ("left"((t.progress ->> 'of'::text), 20) ~ '^-?[0-9]{1,18}$'::text)) THEN (t.progress -> 'of'::text)
                ELSE NULL::jsonb
            END, 'note', "left"((t.progress ->> 'note'::text), 65536))
            ELSE NULL::jsonb
        END AS progress,
    octet_length(long.progress) AS progress_size,
    "left"(long.reply, 65536) AS reply,
    octet_length(long.reply) AS reply_size,
    t.owner
   FROM (jobmachine.tickets t
     CROSS JOIN LATERAL ( SELECT (t.progress)::text AS progress,
            (t.reply)::text AS reply
         OFFSET 0) long);

--
-- Name: VIEW shown_tickets; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON VIEW jobmachine.shown_tickets IS 'The tickets as pages and event streams show them: of what may be long the first 65,536 characters, and how many bytes
the whole has as a text. What is longer does not leave the server.';

--
-- Name: step; Type: TABLE; Schema: jobmachine; Owner: -
--

CREATE TABLE jobmachine.step (
    job bigint NOT NULL,
    done_at timestamp with time zone DEFAULT now() NOT NULL,
    attempt integer NOT NULL,
    name text NOT NULL,
    value jsonb NOT NULL,
    CONSTRAINT step_name_is_not_empty CHECK ((name <> ''::text))
);

--
-- Name: TABLE step; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.step IS 'The steps that stepwise jobs have done, until the job has finished. A job that failed keeps them, so that it goes on from there when it is retried.';

--
-- Name: COLUMN step.job; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.step.job IS 'The id of the job.';

--
-- Name: COLUMN step.done_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.step.done_at IS 'When the step''s transaction began, which committed its writes, too.';

--
-- Name: COLUMN step.attempt; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.step.attempt IS 'Which attempt did it.';

--
-- Name: COLUMN step.name; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.step.name IS 'Its name, once for each job.';

--
-- Name: COLUMN step.value; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.step.value IS 'What it returned: a later attempt is given this instead of doing the step again.';

--
-- Name: tally; Type: TABLE; Schema: jobmachine; Owner: -
--

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

--
-- Name: TABLE tally; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.tally IS 'How many jobs ended in each minute, hour and day, so that nobody need count the history.';

--
-- Name: COLUMN tally.since; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.tally.since IS 'When the minute, hour or day began, in UTC.';

--
-- Name: COLUMN tally.amount; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.tally.amount IS 'How many jobs ended.';

--
-- Name: COLUMN tally.retried; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.tally.retried IS 'How many of them have been brought back to the line since, and are no longer in the history.';

--
-- Name: COLUMN tally.waited; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.tally.waited IS 'The seconds, together, from when they could run until they were claimed.';

--
-- Name: COLUMN tally.ran; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.tally.ran IS 'The seconds, together, from when they were claimed until they ended.';

--
-- Name: COLUMN tally.status; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.tally.status IS 'How they ended.';

--
-- Name: COLUMN tally.span; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.tally.span IS 'minute (kept for two days), hour or day (kept as long as the history).';

--
-- Name: COLUMN tally.queue; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.tally.queue IS 'The line they stood in.';

--
-- Name: COLUMN tally.kind; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.tally.kind IS 'Which handler they needed.';

--
-- Name: tally_mark; Type: TABLE; Schema: jobmachine; Owner: -
--

CREATE TABLE jobmachine.tally_mark (
    until timestamp with time zone NOT NULL,
    is_only boolean DEFAULT true NOT NULL,
    CONSTRAINT tally_mark_is_only CHECK (is_only)
);

--
-- Name: TABLE tally_mark; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.tally_mark IS 'Up to when the history has been counted: one row.';

--
-- Name: COLUMN tally_mark.until; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.tally_mark.until IS 'Whatever ended before this time is in the tally.';

--
-- Name: COLUMN tally_mark.is_only; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.tally_mark.is_only IS 'True: there is no other row.';

--
-- Name: worker; Type: TABLE; Schema: jobmachine; Owner: -
--

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
    CONSTRAINT worker_has_queues CHECK ((cardinality(queues) > 0)),
    CONSTRAINT worker_has_slots CHECK ((slots > 0)),
    CONSTRAINT worker_host_is_a_name CHECK ((((length(host) >= 1) AND (length(host) <= 255)) AND (host !~ '[[:cntrl:]]'::text))),
    CONSTRAINT worker_lease_is_a_day_at_most CHECK ((lease <= '1 day'::interval)),
    CONSTRAINT worker_lease_is_positive CHECK ((lease > '00:00:00'::interval)),
    CONSTRAINT worker_queues_are_names CHECK (jobmachine.are_queues(queues))
);

--
-- Name: TABLE worker; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.worker IS 'The workers. One is alive as long as its session, of its login, holds the advisory lock (key_class, key_number).';

--
-- Name: COLUMN worker.id; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.id IS 'Its number, never used again.';

--
-- Name: COLUMN worker.pid; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.pid IS 'Its process on its host.';

--
-- Name: COLUMN worker.slots; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.slots IS 'How many jobs it runs at once.';

--
-- Name: COLUMN worker.started_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.started_at IS 'When it registered for the first time.';

--
-- Name: COLUMN worker.seen_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.seen_at IS 'Its last beat, for people to read: nothing is decided by it.';

--
-- Name: COLUMN worker.host; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.host IS 'The machine it runs on.';

--
-- Name: COLUMN worker.queues; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.queues IS 'The queues it claims from.';

--
-- Name: COLUMN worker.lease; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.lease IS 'How long it may be silent before it is taken for dead, though its session lives on: it may be frozen, or its network gone.';

--
-- Name: COLUMN worker.connected_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.connected_at IS 'When the session began that is its life now.';

--
-- Name: COLUMN worker.beat; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.beat IS 'The number of its last sign of life: a registration or a beat. All workers draw from one sequence, so that a number is larger the later it was drawn, whatever the clocks say.';

--
-- Name: COLUMN worker.returned_beat; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.returned_beat IS 'The number drawn when it registered again after it had lost its session. Null if it never has.';

--
-- Name: COLUMN worker.watched_beat; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.watched_beat IS 'The last sign of life of the worker that it watches.';

--
-- Name: COLUMN worker.silence; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.silence IS 'How long it has watched since then, and seen no other: the sum of its waits, each measured by itself.';

--
-- Name: COLUMN worker.session; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.session IS 'The server process of its session.';

--
-- Name: COLUMN worker.login; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.login IS 'Who signed in for its session: nobody else''s lock counts.';

--
-- Name: COLUMN worker.key_class; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.key_class IS 'The first half of the key of its lock, which is drawn anew for each session.';

--
-- Name: COLUMN worker.key_number; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.key_number IS 'The second half.';

--
-- Name: COLUMN worker.missed; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.missed IS 'The last signs of life of the workers whose sessions were gone at its last beat. Those whose sessions still are gone at the next one are struck off.';

--
-- Name: worker_beat_seq; Type: SEQUENCE; Schema: jobmachine; Owner: -
--

CREATE SEQUENCE jobmachine.worker_beat_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

--
-- Name: worker_beat_seq; Type: SEQUENCE OWNED BY; Schema: jobmachine; Owner: -
--

ALTER SEQUENCE jobmachine.worker_beat_seq OWNED BY jobmachine.worker.beat;

--
-- Name: worker_id_seq; Type: SEQUENCE; Schema: jobmachine; Owner: -
--

ALTER TABLE jobmachine.worker ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME jobmachine.worker_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: customer; Type: TABLE; Schema: sales; Owner: -
--

CREATE TABLE sales.customer (
    code text NOT NULL COLLATE pg_catalog."C",
    country text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT customer_code_has_1_to_64_characters CHECK (((char_length(code) >= 1) AND (char_length(code) <= 64))),
    CONSTRAINT customer_country_has_1_to_100_characters CHECK (((char_length(country) >= 1) AND (char_length(country) <= 100)))
);

--
-- Name: TABLE customer; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TABLE sales.customer IS 'Who orders. A walk-in has no row here.';

--
-- Name: COLUMN customer.code; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.customer.code IS 'The customer''s number or code, as orders and files spell it.';

--
-- Name: COLUMN customer.country; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.customer.country IS 'The country of the first order that named one.';

--
-- Name: COLUMN customer.created_at; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.customer.created_at IS 'When the customer was first seen.';

--
-- Name: import; Type: TABLE; Schema: sales; Owner: -
--

CREATE TABLE sales.import (
    key text NOT NULL,
    begun_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: TABLE import; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TABLE sales.import IS 'The imports in steps that have begun and not ended well: what they note in the other tables is kept for another attempt.';

--
-- Name: COLUMN import.key; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import.key IS 'The import, by which the other tables name it.';

--
-- Name: COLUMN import.begun_at; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import.begun_at IS 'When it began; what it has noted is forgotten after 30 days.';

--
-- Name: import_line; Type: TABLE; Schema: sales; Owner: -
--

CREATE TABLE sales.import_line (
    import text NOT NULL,
    line_number bigint NOT NULL,
    order_number text NOT NULL COLLATE pg_catalog."C",
    product_code text NOT NULL COLLATE pg_catalog."C",
    quantity numeric(12,4) NOT NULL,
    unit_price numeric(12,4) NOT NULL,
    description text
);

--
-- Name: TABLE import_line; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TABLE sales.import_line IS 'Lines of orders that lie in several parts of a file, until the last of their lines has come.';

--
-- Name: COLUMN import_line.import; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_line.import IS 'Which import.';

--
-- Name: COLUMN import_line.line_number; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_line.line_number IS 'The number of the line in the file.';

--
-- Name: COLUMN import_line.order_number; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_line.order_number IS 'The number of its order.';

--
-- Name: COLUMN import_line.product_code; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_line.product_code IS 'What was ordered.';

--
-- Name: COLUMN import_line.quantity; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_line.quantity IS 'How many.';

--
-- Name: COLUMN import_line.unit_price; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_line.unit_price IS 'The price of one.';

--
-- Name: COLUMN import_line.description; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_line.description IS 'The product as the line describes it.';

--
-- Name: import_order; Type: TABLE; Schema: sales; Owner: -
--

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
    refusal text
);

--
-- Name: TABLE import_order; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TABLE sales.import_order IS 'The orders of a file that an import has looked through. Empty when it has ended.';

--
-- Name: COLUMN import_order.import; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_order.import IS 'Which import.';

--
-- Name: COLUMN import_order.first_line; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_order.first_line IS 'The number of its first line in the file.';

--
-- Name: COLUMN import_order.line_count; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_order.line_count IS 'How many lines it has.';

--
-- Name: COLUMN import_order.first_part; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_order.first_part IS 'The part of the file in which its first line lies.';

--
-- Name: COLUMN import_order.last_part; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_order.last_part IS 'The part of the file in which its last line lies, with which it is booked.';

--
-- Name: COLUMN import_order.total; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_order.total IS 'The sum of its lines'' amounts.';

--
-- Name: COLUMN import_order.ordered_on; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_order.ordered_on IS 'The day that its lines name.';

--
-- Name: COLUMN import_order.number; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_order.number IS 'The order''s number.';

--
-- Name: COLUMN import_order.kind; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_order.kind IS 'order or return.';

--
-- Name: COLUMN import_order.customer; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_order.customer IS 'The customer that its lines name.';

--
-- Name: COLUMN import_order.country; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_order.country IS 'The country that its lines name.';

--
-- Name: COLUMN import_order.refusal; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_order.refusal IS 'Why none of its lines is booked; null if all are.';

--
-- Name: import_reject; Type: TABLE; Schema: sales; Owner: -
--

CREATE TABLE sales.import_reject (
    import text NOT NULL,
    line bigint NOT NULL,
    reason text NOT NULL,
    text text NOT NULL
);

--
-- Name: TABLE import_reject; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TABLE sales.import_reject IS 'The lines that an import has rejected so far. They become its file of rejects when it ends.';

--
-- Name: COLUMN import_reject.import; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_reject.import IS 'Which import.';

--
-- Name: COLUMN import_reject.line; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_reject.line IS 'The number of the line in the file.';

--
-- Name: COLUMN import_reject.reason; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_reject.reason IS 'Which rule it breaks.';

--
-- Name: COLUMN import_reject.text; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_reject.text IS 'The line''s fields, as the file of rejects has them.';

--
-- Name: import_run; Type: TABLE; Schema: sales; Owner: -
--

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
    fault text
);

--
-- Name: TABLE import_run; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TABLE sales.import_run IS 'Lines of a file that follow each other and belong to one order, while an import looks through it. A line of another width than the header may belong to two. Empty when it has ended.';

--
-- Name: COLUMN import_run.import; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_run.import IS 'Which import.';

--
-- Name: COLUMN import_run.first_line; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_run.first_line IS 'The number of the first of these lines in the file.';

--
-- Name: COLUMN import_run.part; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_run.part IS 'The part of the file in which they lie, from 1.';

--
-- Name: COLUMN import_run.line_count; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_run.line_count IS 'How many lines they are.';

--
-- Name: COLUMN import_run.total; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_run.total IS 'The sum of their amounts.';

--
-- Name: COLUMN import_run.is_taken_back; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_run.is_taken_back IS 'Whether all of their quantities are negative.';

--
-- Name: COLUMN import_run.ordered_on; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_run.ordered_on IS 'The day that they name.';

--
-- Name: COLUMN import_run.number; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_run.number IS 'The number of their order.';

--
-- Name: COLUMN import_run.customer; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_run.customer IS 'The customer that they name.';

--
-- Name: COLUMN import_run.country; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_run.country IS 'The country that they name.';

--
-- Name: COLUMN import_run.fault; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_run.fault IS 'Which rule the line breaks; null if they break none.';

--
-- Name: import_turn; Type: TABLE; Schema: sales; Owner: -
--

CREATE TABLE sales.import_turn (
    is_only boolean DEFAULT true NOT NULL,
    CONSTRAINT import_turn_is_only CHECK (is_only)
);

--
-- Name: TABLE import_turn; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TABLE sales.import_turn IS 'One row: whoever imports orders locks it. Two imports that met the same new products in a different order would deadlock.';

--
-- Name: COLUMN import_turn.is_only; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_turn.is_only IS 'True.';

--
-- Name: order_id_seq; Type: SEQUENCE; Schema: sales; Owner: -
--

ALTER TABLE sales."order" ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME sales.order_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: order_number; Type: SEQUENCE; Schema: sales; Owner: -
--

CREATE SEQUENCE sales.order_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

--
-- Name: SEQUENCE order_number; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON SEQUENCE sales.order_number IS 'Numbers for orders that are placed without one.';

--
-- Name: placement; Type: TABLE; Schema: sales; Owner: -
--

CREATE TABLE sales.placement (
    placed_at timestamp with time zone DEFAULT now() NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    digest text NOT NULL,
    order_number text COLLATE pg_catalog."C",
    CONSTRAINT placement_key_has_1_to_200_characters CHECK (((char_length(key) >= 1) AND (char_length(key) <= 200)))
);

--
-- Name: TABLE placement; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TABLE sales.placement IS 'The keys under which orders were placed: one that comes again places no second order.';

--
-- Name: COLUMN placement.placed_at; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.placement.placed_at IS 'When the order was placed; a key is forgotten after 30 days.';

--
-- Name: COLUMN placement.key; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.placement.key IS 'What whoever placed the order made up for it.';

--
-- Name: COLUMN placement.digest; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.placement.digest IS 'A digest of the order as it was sent, so that another one is told apart.';

--
-- Name: COLUMN placement.order_number; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.placement.order_number IS 'The order that was placed; null only until its transaction ends.';

--
-- Name: shop; Type: TABLE; Schema: sales; Owner: -
--

CREATE TABLE sales.shop (
    is_the_shop boolean DEFAULT true NOT NULL,
    time_zone text DEFAULT 'UTC'::text NOT NULL,
    CONSTRAINT shop_is_one CHECK (is_the_shop)
);

--
-- Name: TABLE shop; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TABLE sales.shop IS 'What holds for the business as a whole: one row.';

--
-- Name: COLUMN shop.is_the_shop; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.shop.is_the_shop IS 'Always true, so that there is one row.';

--
-- Name: COLUMN shop.time_zone; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.shop.time_zone IS 'The time zone whose days orders and invoices bear, such as Europe/Copenhagen; sales.set_time_zone() checks it.';

--
-- Name: worker beat; Type: DEFAULT; Schema: jobmachine; Owner: -
--

ALTER TABLE ONLY jobmachine.worker ALTER COLUMN beat SET DEFAULT nextval('jobmachine.worker_beat_seq'::regclass);

--
-- Name: invoice invoice_kind_number_key; Type: CONSTRAINT; Schema: accounting; Owner: -
--

ALTER TABLE ONLY accounting.invoice
    ADD CONSTRAINT invoice_kind_number_key UNIQUE (kind, number);

--
-- Name: invoice_line invoice_line_pkey; Type: CONSTRAINT; Schema: accounting; Owner: -
--

ALTER TABLE ONLY accounting.invoice_line
    ADD CONSTRAINT invoice_line_pkey PRIMARY KEY (invoice_id, line_number);

--
-- Name: invoice invoice_order_id_key; Type: CONSTRAINT; Schema: accounting; Owner: -
--

ALTER TABLE ONLY accounting.invoice
    ADD CONSTRAINT invoice_order_id_key UNIQUE (order_id);

--
-- Name: invoice invoice_pkey; Type: CONSTRAINT; Schema: accounting; Owner: -
--

ALTER TABLE ONLY accounting.invoice
    ADD CONSTRAINT invoice_pkey PRIMARY KEY (id);

--
-- Name: number_series number_series_pkey; Type: CONSTRAINT; Schema: accounting; Owner: -
--

ALTER TABLE ONLY accounting.number_series
    ADD CONSTRAINT number_series_pkey PRIMARY KEY (kind);

--
-- Name: migration migration_pkey; Type: CONSTRAINT; Schema: business; Owner: -
--

ALTER TABLE ONLY business.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);

--
-- Name: access access_pkey; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.access
    ADD CONSTRAINT access_pkey PRIMARY KEY (node, role);

--
-- Name: audit audit_pkey; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (id);

--
-- Name: basetype basetype_pkey; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.basetype
    ADD CONSTRAINT basetype_pkey PRIMARY KEY (name);

--
-- Name: common_password common_password_pkey; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.common_password
    ADD CONSTRAINT common_password_pkey PRIMARY KEY (password);

--
-- Name: function function_pkey; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.function
    ADD CONSTRAINT function_pkey PRIMARY KEY (name);

--
-- Name: invitation invitation_pkey; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (id);

--
-- Name: invitation invitation_token_hash_key; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.invitation
    ADD CONSTRAINT invitation_token_hash_key UNIQUE (token_hash);

--
-- Name: invitation invitation_user_id_key; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.invitation
    ADD CONSTRAINT invitation_user_id_key UNIQUE (user_id);

--
-- Name: membership membership_pkey; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.membership
    ADD CONSTRAINT membership_pkey PRIMARY KEY (user_id, role);

--
-- Name: migration migration_pkey; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);

--
-- Name: node node_path_key; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.node
    ADD CONSTRAINT node_path_key UNIQUE (path);

--
-- Name: node node_pkey; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.node
    ADD CONSTRAINT node_pkey PRIMARY KEY (id);

--
-- Name: recovery_code recovery_code_pkey; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.recovery_code
    ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (user_id, code_hash);

--
-- Name: role role_pkey; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.role
    ADD CONSTRAINT role_pkey PRIMARY KEY (name);

--
-- Name: second_factor second_factor_pkey; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.second_factor
    ADD CONSTRAINT second_factor_pkey PRIMARY KEY (user_id);

--
-- Name: server server_is_one_at_its_address; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.server
    ADD CONSTRAINT server_is_one_at_its_address UNIQUE (machine, address);

--
-- Name: server server_pkey; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.server
    ADD CONSTRAINT server_pkey PRIMARY KEY (id);

--
-- Name: session session_pkey; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);

--
-- Name: session session_token_hash_key; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.session
    ADD CONSTRAINT session_token_hash_key UNIQUE (token_hash);

--
-- Name: sign_in_failure sign_in_failure_pkey; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.sign_in_failure
    ADD CONSTRAINT sign_in_failure_pkey PRIMARY KEY (key);

--
-- Name: token token_pkey; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.token
    ADD CONSTRAINT token_pkey PRIMARY KEY (id);

--
-- Name: token token_token_hash_key; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.token
    ADD CONSTRAINT token_token_hash_key UNIQUE (token_hash);

--
-- Name: users users_name_key; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.users
    ADD CONSTRAINT users_name_key UNIQUE (name);

--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

--
-- Name: blind_end blind_end_pkey; Type: CONSTRAINT; Schema: jobmachine; Owner: -
--

ALTER TABLE ONLY jobmachine.blind_end
    ADD CONSTRAINT blind_end_pkey PRIMARY KEY (job);

--
-- Name: chunk chunk_pkey; Type: CONSTRAINT; Schema: jobmachine; Owner: -
--

ALTER TABLE ONLY jobmachine.chunk
    ADD CONSTRAINT chunk_pkey PRIMARY KEY (file, number);

--
-- Name: dependency dependency_pkey; Type: CONSTRAINT; Schema: jobmachine; Owner: -
--

ALTER TABLE ONLY jobmachine.dependency
    ADD CONSTRAINT dependency_pkey PRIMARY KEY (needs, job);

--
-- Name: file file_pkey; Type: CONSTRAINT; Schema: jobmachine; Owner: -
--

ALTER TABLE ONLY jobmachine.file
    ADD CONSTRAINT file_pkey PRIMARY KEY (id);

--
-- Name: job job_pkey; Type: CONSTRAINT; Schema: jobmachine; Owner: -
--

ALTER TABLE ONLY jobmachine.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (id);

--
-- Name: lock lock_pkey; Type: CONSTRAINT; Schema: jobmachine; Owner: -
--

ALTER TABLE ONLY jobmachine.lock
    ADD CONSTRAINT lock_pkey PRIMARY KEY (name);

--
-- Name: log log_message_is_short; Type: CHECK CONSTRAINT; Schema: jobmachine; Owner: -
--

ALTER TABLE jobmachine.log
    ADD CONSTRAINT log_message_is_short CHECK ((length(message) <= 8192)) NOT VALID;

--
-- Name: migration migration_pkey; Type: CONSTRAINT; Schema: jobmachine; Owner: -
--

ALTER TABLE ONLY jobmachine.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);

--
-- Name: queue queue_pkey; Type: CONSTRAINT; Schema: jobmachine; Owner: -
--

ALTER TABLE ONLY jobmachine.queue
    ADD CONSTRAINT queue_pkey PRIMARY KEY (name);

--
-- Name: refusal refusal_pkey; Type: CONSTRAINT; Schema: jobmachine; Owner: -
--

ALTER TABLE ONLY jobmachine.refusal
    ADD CONSTRAINT refusal_pkey PRIMARY KEY (what);

--
-- Name: step step_pkey; Type: CONSTRAINT; Schema: jobmachine; Owner: -
--

ALTER TABLE ONLY jobmachine.step
    ADD CONSTRAINT step_pkey PRIMARY KEY (job, name);

--
-- Name: tally_mark tally_mark_pkey; Type: CONSTRAINT; Schema: jobmachine; Owner: -
--

ALTER TABLE ONLY jobmachine.tally_mark
    ADD CONSTRAINT tally_mark_pkey PRIMARY KEY (is_only);

--
-- Name: tally tally_pkey; Type: CONSTRAINT; Schema: jobmachine; Owner: -
--

ALTER TABLE ONLY jobmachine.tally
    ADD CONSTRAINT tally_pkey PRIMARY KEY (span, since, queue, kind, status);

--
-- Name: worker worker_pkey; Type: CONSTRAINT; Schema: jobmachine; Owner: -
--

ALTER TABLE ONLY jobmachine.worker
    ADD CONSTRAINT worker_pkey PRIMARY KEY (id);

--
-- Name: customer customer_pkey; Type: CONSTRAINT; Schema: sales; Owner: -
--

ALTER TABLE ONLY sales.customer
    ADD CONSTRAINT customer_pkey PRIMARY KEY (code);

--
-- Name: import_line import_line_pkey; Type: CONSTRAINT; Schema: sales; Owner: -
--

ALTER TABLE ONLY sales.import_line
    ADD CONSTRAINT import_line_pkey PRIMARY KEY (import, order_number, line_number);

--
-- Name: import_order import_order_pkey; Type: CONSTRAINT; Schema: sales; Owner: -
--

ALTER TABLE ONLY sales.import_order
    ADD CONSTRAINT import_order_pkey PRIMARY KEY (import, number);

--
-- Name: import import_pkey; Type: CONSTRAINT; Schema: sales; Owner: -
--

ALTER TABLE ONLY sales.import
    ADD CONSTRAINT import_pkey PRIMARY KEY (key);

--
-- Name: import_reject import_reject_pkey; Type: CONSTRAINT; Schema: sales; Owner: -
--

ALTER TABLE ONLY sales.import_reject
    ADD CONSTRAINT import_reject_pkey PRIMARY KEY (import, line);

--
-- Name: import_run import_run_pkey; Type: CONSTRAINT; Schema: sales; Owner: -
--

ALTER TABLE ONLY sales.import_run
    ADD CONSTRAINT import_run_pkey PRIMARY KEY (import, part, first_line, number);

--
-- Name: import_turn import_turn_pkey; Type: CONSTRAINT; Schema: sales; Owner: -
--

ALTER TABLE ONLY sales.import_turn
    ADD CONSTRAINT import_turn_pkey PRIMARY KEY (is_only);

--
-- Name: order_line order_line_pkey; Type: CONSTRAINT; Schema: sales; Owner: -
--

ALTER TABLE ONLY sales.order_line
    ADD CONSTRAINT order_line_pkey PRIMARY KEY (order_number, line_number);

--
-- Name: order order_number_key; Type: CONSTRAINT; Schema: sales; Owner: -
--

ALTER TABLE ONLY sales."order"
    ADD CONSTRAINT order_number_key UNIQUE (number);

--
-- Name: order order_pkey; Type: CONSTRAINT; Schema: sales; Owner: -
--

ALTER TABLE ONLY sales."order"
    ADD CONSTRAINT order_pkey PRIMARY KEY (id);

--
-- Name: placement placement_pkey; Type: CONSTRAINT; Schema: sales; Owner: -
--

ALTER TABLE ONLY sales.placement
    ADD CONSTRAINT placement_pkey PRIMARY KEY (key);

--
-- Name: product product_pkey; Type: CONSTRAINT; Schema: sales; Owner: -
--

ALTER TABLE ONLY sales.product
    ADD CONSTRAINT product_pkey PRIMARY KEY (code);

--
-- Name: shop shop_pkey; Type: CONSTRAINT; Schema: sales; Owner: -
--

ALTER TABLE ONLY sales.shop
    ADD CONSTRAINT shop_pkey PRIMARY KEY (is_the_shop);

--
-- Name: invoice_by_customer; Type: INDEX; Schema: accounting; Owner: -
--

CREATE INDEX invoice_by_customer ON accounting.invoice USING btree (customer, issued_on, id) WHERE (customer IS NOT NULL);

--
-- Name: invoice_by_day; Type: INDEX; Schema: accounting; Owner: -
--

CREATE INDEX invoice_by_day ON accounting.invoice USING btree (issued_on, id);

--
-- Name: audit_action; Type: INDEX; Schema: djet; Owner: -
--

CREATE INDEX audit_action ON djet.audit USING btree (action, at, id);

--
-- Name: audit_at; Type: INDEX; Schema: djet; Owner: -
--

CREATE INDEX audit_at ON djet.audit USING btree (at, id);

--
-- Name: audit_sign_in; Type: INDEX; Schema: djet; Owner: -
--

CREATE INDEX audit_sign_in ON djet.audit USING btree (user_name, address, at) WHERE (action = 'sign-in'::text);

--
-- Name: audit_user_name; Type: INDEX; Schema: djet; Owner: -
--

CREATE INDEX audit_user_name ON djet.audit USING btree (user_name, at, id);

--
-- Name: membership_role; Type: INDEX; Schema: djet; Owner: -
--

CREATE INDEX membership_role ON djet.membership USING btree (role);

--
-- Name: node_parent; Type: INDEX; Schema: djet; Owner: -
--

CREATE INDEX node_parent ON djet.node USING btree (parent);

--
-- Name: node_singleton; Type: INDEX; Schema: djet; Owner: -
--

CREATE UNIQUE INDEX node_singleton ON djet.node USING btree (basetype) WHERE singleton;

--
-- Name: INDEX node_singleton; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON INDEX djet.node_singleton IS 'Exactly one node of a singleton basetype.';

--
-- Name: session_seen_at; Type: INDEX; Schema: djet; Owner: -
--

CREATE INDEX session_seen_at ON djet.session USING btree (seen_at);

--
-- Name: session_user_id; Type: INDEX; Schema: djet; Owner: -
--

CREATE INDEX session_user_id ON djet.session USING btree (user_id);

--
-- Name: sign_in_failure_failed_at; Type: INDEX; Schema: djet; Owner: -
--

CREATE INDEX sign_in_failure_failed_at ON djet.sign_in_failure USING btree (failed_at);

--
-- Name: token_user_id; Type: INDEX; Schema: djet; Owner: -
--

CREATE INDEX token_user_id ON djet.token USING btree (user_id);

--
-- Name: attempt_job; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX attempt_job ON ONLY jobmachine.attempt USING btree (job);

--
-- Name: dependency_job; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX dependency_job ON jobmachine.dependency USING btree (job);

--
-- Name: dependency_lost; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX dependency_lost ON jobmachine.dependency USING btree (lost_at) WHERE (lost_at IS NOT NULL);

--
-- Name: dependency_unsettled; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX dependency_unsettled ON jobmachine.dependency USING btree (needs, job) WHERE (NOT is_settled);

--
-- Name: file_created_at; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX file_created_at ON jobmachine.file USING btree (created_at);

--
-- Name: file_incomplete; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX file_incomplete ON jobmachine.file USING btree (written_at) WHERE (NOT is_complete);

--
-- Name: file_input_of; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX file_input_of ON jobmachine.file USING btree (input_of) WHERE (input_of IS NOT NULL);

--
-- Name: file_owner; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX file_owner ON jobmachine.file USING btree (owner) WHERE (owner IS NOT NULL);

--
-- Name: history_finished; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX history_finished ON ONLY jobmachine.history USING btree (finished_at);

--
-- Name: history_id; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX history_id ON ONLY jobmachine.history USING btree (id);

--
-- Name: history_sort; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX history_sort ON ONLY jobmachine.history USING btree (jobmachine.sort_of(queue, kind, status), COALESCE(worker, 0), finished_at);

--
-- Name: history_user; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX history_user ON ONLY jobmachine.history USING btree (hashtext((environment ->> 'user'::text)), jobmachine.sort_of(queue, kind, status), finished_at) WHERE (environment ? 'user'::text);

--
-- Name: job_due; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX job_due ON jobmachine.job USING btree (queue, run_at) WHERE (("position" IS NULL) AND (waiting_for = 0));

--
-- Name: job_line; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX job_line ON jobmachine.job USING btree (queue, priority, "position");

--
-- Name: job_owner; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX job_owner ON jobmachine.job USING btree (((environment ->> 'user'::text)), id) WHERE ((environment ->> 'user'::text) IS NOT NULL);

--
-- Name: log_job; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX log_job ON ONLY jobmachine.log USING btree (job, id);

--
-- Name: step_done_at; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX step_done_at ON jobmachine.step USING btree (done_at);

--
-- Name: import_by_time; Type: INDEX; Schema: sales; Owner: -
--

CREATE INDEX import_by_time ON sales.import USING btree (begun_at);

--
-- Name: import_order_by_part; Type: INDEX; Schema: sales; Owner: -
--

CREATE INDEX import_order_by_part ON sales.import_order USING btree (import, last_part);

--
-- Name: import_run_by_number; Type: INDEX; Schema: sales; Owner: -
--

CREATE INDEX import_run_by_number ON sales.import_run USING btree (import, number);

--
-- Name: order_by_customer; Type: INDEX; Schema: sales; Owner: -
--

CREATE INDEX order_by_customer ON sales."order" USING btree (customer, ordered_on, id) WHERE (customer IS NOT NULL);

--
-- Name: order_by_day; Type: INDEX; Schema: sales; Owner: -
--

CREATE INDEX order_by_day ON sales."order" USING btree (ordered_on, id);

--
-- Name: placement_by_time; Type: INDEX; Schema: sales; Owner: -
--

CREATE INDEX placement_by_time ON sales.placement USING btree (placed_at);

--
-- Name: invoice_line check_invoice_lines; Type: TRIGGER; Schema: accounting; Owner: -
--

CREATE TRIGGER check_invoice_lines AFTER INSERT ON accounting.invoice_line REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_invoice_lines();

--
-- Name: TRIGGER check_invoice_lines ON invoice_line; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON TRIGGER check_invoice_lines ON accounting.invoice_line IS 'Keeps the invoice''s line count and total true, and issued invoices closed.';

--
-- Name: invoice keep_frozen; Type: TRIGGER; Schema: accounting; Owner: -
--

CREATE TRIGGER keep_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON accounting.invoice FOR EACH STATEMENT EXECUTE FUNCTION accounting.keep_frozen();

--
-- Name: TRIGGER keep_frozen ON invoice; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON TRIGGER keep_frozen ON accounting.invoice IS 'Issued invoices never change.';

--
-- Name: invoice_line keep_frozen; Type: TRIGGER; Schema: accounting; Owner: -
--

CREATE TRIGGER keep_frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON accounting.invoice_line FOR EACH STATEMENT EXECUTE FUNCTION accounting.keep_frozen();

--
-- Name: TRIGGER keep_frozen ON invoice_line; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON TRIGGER keep_frozen ON accounting.invoice_line IS 'The lines of issued invoices never change.';

--
-- Name: number_series keep_frozen; Type: TRIGGER; Schema: accounting; Owner: -
--

CREATE TRIGGER keep_frozen BEFORE DELETE OR TRUNCATE ON accounting.number_series FOR EACH STATEMENT EXECUTE FUNCTION accounting.keep_frozen();

--
-- Name: TRIGGER keep_frozen ON number_series; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON TRIGGER keep_frozen ON accounting.number_series IS 'A series is not dropped or started again.';

--
-- Name: number_series keep_gapless; Type: TRIGGER; Schema: accounting; Owner: -
--

CREATE TRIGGER keep_gapless BEFORE UPDATE ON accounting.number_series FOR EACH ROW WHEN (((new.kind <> old.kind) OR (new.last_number <> (old.last_number + 1)))) EXECUTE FUNCTION accounting.keep_frozen();

--
-- Name: TRIGGER keep_gapless ON number_series; Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON TRIGGER keep_gapless ON accounting.number_series IS 'A series goes on by one number at a time.';

--
-- Name: node check_columns; Type: TRIGGER; Schema: djet; Owner: -
--

CREATE TRIGGER check_columns BEFORE INSERT OR UPDATE OF basetype, columns ON djet.node FOR EACH ROW EXECUTE FUNCTION djet.check_columns();

--
-- Name: TRIGGER check_columns ON node; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TRIGGER check_columns ON djet.node IS 'Holds a node to its basetype.';

--
-- Name: node check_node; Type: TRIGGER; Schema: djet; Owner: -
--

CREATE TRIGGER check_node BEFORE INSERT OR UPDATE ON djet.node FOR EACH ROW EXECUTE FUNCTION djet.check_node();

--
-- Name: TRIGGER check_node ON node; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TRIGGER check_node ON djet.node IS 'Refuses what cannot be a node, and keeps its path.';

--
-- Name: audit keep_audit; Type: TRIGGER; Schema: djet; Owner: -
--

CREATE TRIGGER keep_audit BEFORE DELETE OR UPDATE OR TRUNCATE ON djet.audit FOR EACH STATEMENT EXECUTE FUNCTION djet.keep_audit();

--
-- Name: node keep_node; Type: TRIGGER; Schema: djet; Owner: -
--

CREATE TRIGGER keep_node BEFORE DELETE ON djet.node FOR EACH ROW EXECUTE FUNCTION djet.keep_node();

--
-- Name: TRIGGER keep_node ON node; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TRIGGER keep_node ON djet.node IS 'Keeps what the site needs.';

--
-- Name: node keep_paths; Type: TRIGGER; Schema: djet; Owner: -
--

CREATE TRIGGER keep_paths AFTER UPDATE ON djet.node FOR EACH ROW WHEN ((old.path IS DISTINCT FROM new.path)) EXECUTE FUNCTION djet.keep_paths();

--
-- Name: TRIGGER keep_paths ON node; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TRIGGER keep_paths ON djet.node IS 'Moving a branch moves all its paths.';

--
-- Name: access keep_role; Type: TRIGGER; Schema: djet; Owner: -
--

CREATE TRIGGER keep_role AFTER INSERT OR UPDATE OF role ON djet.access FOR EACH ROW EXECUTE FUNCTION djet.keep_role();

--
-- Name: node node_turn; Type: TRIGGER; Schema: djet; Owner: -
--

CREATE TRIGGER node_turn BEFORE INSERT OR DELETE OR UPDATE ON djet.node FOR EACH STATEMENT EXECUTE FUNCTION djet.node_turn();

--
-- Name: TRIGGER node_turn ON node; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TRIGGER node_turn ON djet.node IS 'One change of the tree at a time.';

--
-- Name: membership ring_rights; Type: TRIGGER; Schema: djet; Owner: -
--

CREATE TRIGGER ring_rights AFTER INSERT OR DELETE ON djet.membership FOR EACH ROW EXECUTE FUNCTION djet.ring_rights();

--
-- Name: TRIGGER ring_rights ON membership; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TRIGGER ring_rights ON djet.membership IS 'Who keeps a stream open looks whether its visitor may still be there.';

--
-- Name: role ring_rights; Type: TRIGGER; Schema: djet; Owner: -
--

CREATE TRIGGER ring_rights AFTER UPDATE OF needs_second_factor ON djet.role FOR EACH ROW EXECUTE FUNCTION djet.ring_rights();

--
-- Name: TRIGGER ring_rights ON role; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TRIGGER ring_rights ON djet.role IS 'Who keeps a stream open looks whether its visitor may still be there.';

--
-- Name: second_factor ring_rights; Type: TRIGGER; Schema: djet; Owner: -
--

CREATE TRIGGER ring_rights AFTER DELETE ON djet.second_factor FOR EACH ROW EXECUTE FUNCTION djet.ring_rights();

--
-- Name: TRIGGER ring_rights ON second_factor; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TRIGGER ring_rights ON djet.second_factor IS 'Who keeps a stream open looks whether its visitor may still be there.';

--
-- Name: session ring_rights; Type: TRIGGER; Schema: djet; Owner: -
--

CREATE TRIGGER ring_rights AFTER DELETE ON djet.session FOR EACH ROW EXECUTE FUNCTION djet.ring_rights();

--
-- Name: TRIGGER ring_rights ON session; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TRIGGER ring_rights ON djet.session IS 'Who keeps a stream open looks whether its visitor may still be there.';

--
-- Name: token ring_rights; Type: TRIGGER; Schema: djet; Owner: -
--

CREATE TRIGGER ring_rights AFTER DELETE ON djet.token FOR EACH ROW EXECUTE FUNCTION djet.ring_rights();

--
-- Name: TRIGGER ring_rights ON token; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TRIGGER ring_rights ON djet.token IS 'Who keeps a stream open looks whether its visitor may still be there.';

--
-- Name: users ring_rights; Type: TRIGGER; Schema: djet; Owner: -
--

CREATE TRIGGER ring_rights AFTER UPDATE OF disabled_at ON djet.users FOR EACH ROW EXECUTE FUNCTION djet.ring_rights();

--
-- Name: TRIGGER ring_rights ON users; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TRIGGER ring_rights ON djet.users IS 'Who keeps a stream open looks whether its visitor may still be there.';

--
-- Name: access ring_tree; Type: TRIGGER; Schema: djet; Owner: -
--

CREATE TRIGGER ring_tree AFTER INSERT OR DELETE OR UPDATE ON djet.access FOR EACH ROW EXECUTE FUNCTION djet.ring_tree();

--
-- Name: TRIGGER ring_tree ON access; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TRIGGER ring_tree ON djet.access IS 'Whoever keeps the tree in memory reads it again.';

--
-- Name: basetype ring_tree; Type: TRIGGER; Schema: djet; Owner: -
--

CREATE TRIGGER ring_tree AFTER INSERT OR DELETE OR UPDATE ON djet.basetype FOR EACH ROW EXECUTE FUNCTION djet.ring_tree();

--
-- Name: TRIGGER ring_tree ON basetype; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TRIGGER ring_tree ON djet.basetype IS 'Whoever keeps the tree in memory reads it again.';

--
-- Name: node ring_tree; Type: TRIGGER; Schema: djet; Owner: -
--

CREATE TRIGGER ring_tree AFTER INSERT OR DELETE OR UPDATE ON djet.node FOR EACH ROW EXECUTE FUNCTION djet.ring_tree();

--
-- Name: TRIGGER ring_tree ON node; Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON TRIGGER ring_tree ON djet.node IS 'Whoever keeps the tree in memory reads it again.';

--
-- Name: job job_has_its_shape; Type: TRIGGER; Schema: jobmachine; Owner: -
--

CREATE TRIGGER job_has_its_shape BEFORE INSERT ON jobmachine.job FOR EACH ROW WHEN (((new.environment <> '{}'::jsonb) OR (new.progress IS NOT NULL))) EXECUTE FUNCTION jobmachine.check_shape();

--
-- Name: order check_new_order_customers; Type: TRIGGER; Schema: sales; Owner: -
--

CREATE TRIGGER check_new_order_customers AFTER INSERT ON sales."order" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION sales.check_order_customers();

--
-- Name: TRIGGER check_new_order_customers ON "order"; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TRIGGER check_new_order_customers ON sales."order" IS 'Stands for the foreign key to customer.';

--
-- Name: order_line check_order_lines; Type: TRIGGER; Schema: sales; Owner: -
--

CREATE TRIGGER check_order_lines AFTER INSERT ON sales.order_line REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION sales.check_order_lines();

--
-- Name: TRIGGER check_order_lines ON order_line; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TRIGGER check_order_lines ON sales.order_line IS 'Stands for the foreign keys to order and product, and keeps the order''s line count and total true.';

--
-- Name: customer refuse_change; Type: TRIGGER; Schema: sales; Owner: -
--

CREATE TRIGGER refuse_change BEFORE DELETE OR TRUNCATE ON sales.customer FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change();

--
-- Name: TRIGGER refuse_change ON customer; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TRIGGER refuse_change ON sales.customer IS 'Orders name customers: none goes away.';

--
-- Name: order refuse_change; Type: TRIGGER; Schema: sales; Owner: -
--

CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE OR TRUNCATE ON sales."order" FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change();

--
-- Name: TRIGGER refuse_change ON "order"; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TRIGGER refuse_change ON sales."order" IS 'Orders stay as they were booked, as their lines do.';

--
-- Name: order_line refuse_change; Type: TRIGGER; Schema: sales; Owner: -
--

CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE OR TRUNCATE ON sales.order_line FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change();

--
-- Name: TRIGGER refuse_change ON order_line; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TRIGGER refuse_change ON sales.order_line IS 'Lines stay as they were booked.';

--
-- Name: product refuse_change; Type: TRIGGER; Schema: sales; Owner: -
--

CREATE TRIGGER refuse_change BEFORE DELETE OR TRUNCATE ON sales.product FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change();

--
-- Name: TRIGGER refuse_change ON product; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TRIGGER refuse_change ON sales.product IS 'Lines name products: none goes away.';

--
-- Name: customer refuse_new_code; Type: TRIGGER; Schema: sales; Owner: -
--

CREATE TRIGGER refuse_new_code BEFORE UPDATE OF code ON sales.customer FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change();

--
-- Name: TRIGGER refuse_new_code ON customer; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TRIGGER refuse_new_code ON sales.customer IS 'Orders name customers by code: it never changes.';

--
-- Name: product refuse_new_code; Type: TRIGGER; Schema: sales; Owner: -
--

CREATE TRIGGER refuse_new_code BEFORE UPDATE OF code ON sales.product FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change();

--
-- Name: TRIGGER refuse_new_code ON product; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TRIGGER refuse_new_code ON sales.product IS 'Lines name products by code: it never changes.';

--
-- Name: invoice invoice_kind_fkey; Type: FK CONSTRAINT; Schema: accounting; Owner: -
--

ALTER TABLE ONLY accounting.invoice
    ADD CONSTRAINT invoice_kind_fkey FOREIGN KEY (kind) REFERENCES accounting.number_series(kind);

--
-- Name: invoice_line invoice_line_invoice_id_fkey; Type: FK CONSTRAINT; Schema: accounting; Owner: -
--

ALTER TABLE ONLY accounting.invoice_line
    ADD CONSTRAINT invoice_line_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES accounting.invoice(id);

--
-- Name: invoice invoice_order_id_fkey; Type: FK CONSTRAINT; Schema: accounting; Owner: -
--

ALTER TABLE ONLY accounting.invoice
    ADD CONSTRAINT invoice_order_id_fkey FOREIGN KEY (order_id) REFERENCES sales."order"(id);

--
-- Name: access access_node_fkey; Type: FK CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.access
    ADD CONSTRAINT access_node_fkey FOREIGN KEY (node) REFERENCES djet.node(id) ON DELETE CASCADE;

--
-- Name: invitation invitation_user_id_fkey; Type: FK CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.invitation
    ADD CONSTRAINT invitation_user_id_fkey FOREIGN KEY (user_id) REFERENCES djet.users(id);

--
-- Name: membership membership_role_fkey; Type: FK CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.membership
    ADD CONSTRAINT membership_role_fkey FOREIGN KEY (role) REFERENCES djet.role(name) ON DELETE CASCADE;

--
-- Name: membership membership_user_id_fkey; Type: FK CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.membership
    ADD CONSTRAINT membership_user_id_fkey FOREIGN KEY (user_id) REFERENCES djet.users(id);

--
-- Name: node node_basetype_fkey; Type: FK CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.node
    ADD CONSTRAINT node_basetype_fkey FOREIGN KEY (basetype) REFERENCES djet.basetype(name);

--
-- Name: node node_parent_fkey; Type: FK CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.node
    ADD CONSTRAINT node_parent_fkey FOREIGN KEY (parent) REFERENCES djet.node(id);

--
-- Name: recovery_code recovery_code_user_id_fkey; Type: FK CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.recovery_code
    ADD CONSTRAINT recovery_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES djet.second_factor(user_id) ON DELETE CASCADE;

--
-- Name: second_factor second_factor_user_id_fkey; Type: FK CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.second_factor
    ADD CONSTRAINT second_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES djet.users(id);

--
-- Name: session session_user_id_fkey; Type: FK CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.session
    ADD CONSTRAINT session_user_id_fkey FOREIGN KEY (user_id) REFERENCES djet.users(id);

--
-- Name: token token_user_id_fkey; Type: FK CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.token
    ADD CONSTRAINT token_user_id_fkey FOREIGN KEY (user_id) REFERENCES djet.users(id);

--
-- Name: chunk chunk_file_fkey; Type: FK CONSTRAINT; Schema: jobmachine; Owner: -
--

ALTER TABLE ONLY jobmachine.chunk
    ADD CONSTRAINT chunk_file_fkey FOREIGN KEY (file) REFERENCES jobmachine.file(id) ON DELETE CASCADE;

--
-- PostgreSQL database dump complete
--

