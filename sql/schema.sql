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

COMMENT ON SCHEMA sales IS 'Customers, products, and orders with their lines. A return is an order whose number starts with C.';

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
  wrong bigint;
begin
  select added_to.invoice_id into wrong
  from (
    select invoice_id, count(*) as line_count, sum(amount) as total
    from added
    group by invoice_id
  ) added_to
  join accounting.invoice i on i.id = added_to.invoice_id
  where (i.line_count::bigint, i.total) is distinct from (added_to.line_count, added_to.total)
  limit 1;
  if found then
    raise exception using
      errcode = '23514',
      message = format('the lines of invoice id %s do not add up to its line count and total', wrong),
      hint = 'Insert all lines of an invoice with one statement. An issued invoice takes no further lines.';
  end if;
  return null;
end
$$;

--
-- Name: FUNCTION check_invoice_lines(); Type: COMMENT; Schema: accounting; Owner: -
--

COMMENT ON FUNCTION accounting.check_invoice_lines() IS 'Trigger: the lines of an invoice come all at once and add up to it, so that none can be slipped in later.';

--
-- Name: csv_field(text); Type: FUNCTION; Schema: accounting; Owner: -
--

CREATE FUNCTION accounting.csv_field(value text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
  select case
    when value is null then ''
    -- A spreadsheet would take it for a formula; the apostrophe makes it a text.
    when value ~ '^[=+@\t\r-]' then '"''' || replace(value, '"', '""') || '"'
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
    CONSTRAINT invoice_is_a_credit_note_for_a_return CHECK (((kind = 'credit-note'::text) = (order_number ~~ 'C%'::text))),
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
begin
  -- The user before the invitation, as everybody locks them who replaces or withdraws it.
  select u.*
  into found_user
  from djet.invitation i
  join djet.users u on u.id = i.user_id
  where i.token_hash = djet.token_hash(token)
    and i.expires_at > at
    and u.disabled_at is null
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

  perform djet.check_password(password, found_user.name);
  update djet.users u
  set password = djet.password_hash(accept_invitation.password), password_set_at = at
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
  if role is null or role !~ '^[a-z][a-z0-9_.-]*$' or length(role) > 60 then
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
-- Name: add_node(text, text, text, integer, boolean, jsonb, text, integer); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.add_node(path text, basetype text, title text, "position" integer DEFAULT NULL::integer, in_menu boolean DEFAULT true, columns jsonb DEFAULT '{}'::jsonb, redirect_to text DEFAULT NULL::text, redirect_status integer DEFAULT NULL::integer) RETURNS djet.node
    LANGUAGE plpgsql
    AS $_$
#variable_conflict use_column
declare
  above text := regexp_replace(add_node.path, '/[^/]*$', '');
  above_id bigint;
  added djet.node;
begin
  perform djet.lock_tree();
  if add_node.path is null or add_node.path !~ '^/' then
    raise exception using
      errcode = 'DJ400',
      message = format('“%s” is no path: it must begin with a slash', add_node.path);
  end if;
  if add_node.path <> '/' then
    above := case when above = '' then '/' else above end;
    select n.id into above_id from djet.node n where n.path = above;
    if above_id is null then
      raise exception using
        errcode = 'DJ404',
        message = format('there is no node %s to put %s under', above, add_node.path);
    end if;
  end if;

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
-- Name: FUNCTION add_node(path text, basetype text, title text, "position" integer, in_menu boolean, columns jsonb, redirect_to text, redirect_status integer); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.add_node(path text, basetype text, title text, "position" integer, in_menu boolean, columns jsonb, redirect_to text, redirect_status integer) IS 'Adds a node and returns it; its parent must exist. `position` null puts it behind its siblings. Raises DJ400 for what
cannot be a node, DJ404 for a parent or basetype that does not exist, DJ409 for a path that is taken and for a second node of
a singleton basetype.';

--
-- Name: add_role(text, text, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.add_role(name text, title text DEFAULT NULL::text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql
    AS $_$
begin
  if add_role.name is null or add_role.name !~ '^[a-z][a-z0-9_.-]{0,59}$' then
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
-- Name: add_token(text, text, text[], text, integer, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.add_token(name text, title text, scopes text[], below text DEFAULT NULL::text, days integer DEFAULT 90, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS TABLE(id bigint, token text, expires_at timestamp with time zone)
    LANGUAGE plpgsql
    AS $_$
#variable_conflict use_variable
declare
  found_user djet.users := djet.require_user(add_token.name);
  refusal text;
begin
  perform djet.check_line('title', btrim(title));
  refusal := case
    when coalesce(cardinality(scopes), 0) = 0 or not scopes <@ '{view,use,operate,arguments,manage}'
      then 'a token has at least one of the scopes view, use, operate, arguments, manage'
    when below !~ '^(/|(/[^/\x01-\x20\x7f]+)+)$' or below ~ '/\.\.?(/|$)' or length(below) > 1000
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
    found_user.name, 'token.add', found_user.name,
    jsonb_build_object('token', id, 'title', btrim(title), 'scopes', scopes, 'below', below, 'days', days), address, at);
  return next;
end
$_$;

--
-- Name: FUNCTION add_token(name text, title text, scopes text[], below text, days integer, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.add_token(name text, title text, scopes text[], below text, days integer, address text, at timestamp with time zone) IS 'An API token with which a program acts for a user, with no more than these rights, below a path, for some days. It is shown now and never again. Raises DJ400, DJ404.';

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
          WHERE (i.user_id = u.id)) AS invited_until
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
  new_name text := lower(btrim(add_user.name));
  shown_name text := coalesce(nullif(btrim(add_user.full_name), ''), new_name);
  role text;
begin
  if new_name !~ '^[a-z0-9][a-z0-9._@+-]{0,62}$' then
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
$$;

--
-- Name: FUNCTION bearer_of(token text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.bearer_of(token text, at timestamp with time zone) IS 'The user for whom an API token acts, and its limits; no row if it is over or revoked, or the user is disabled. A token whose use was noted more than a minute ago is stale: see_token() is due.';

--
-- Name: begin_sign_in(text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.begin_sign_in(name text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS integer
    LANGUAGE plpgsql
    AS $$
declare
  keys text[] := djet.sign_in_keys(name, address, at);
  wait integer := djet.sign_in_wait(keys, at);
begin
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
-- Name: FUNCTION begin_sign_in(name text, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.begin_sign_in(name text, address text, at timestamp with time zone) IS 'How many seconds to wait before the next attempt; 0: it may be made now, and is counted as a failure until sign_in() finds that it was none. It must be committed before, so that many attempts at a time are not one. An attempt that has to wait does not make the wait longer: nobody is locked out for ever.';

--
-- Name: change_node(bigint, text, integer, boolean, jsonb, text, integer); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.change_node(id bigint, title text DEFAULT NULL::text, "position" integer DEFAULT NULL::integer, in_menu boolean DEFAULT NULL::boolean, columns jsonb DEFAULT NULL::jsonb, redirect_to text DEFAULT NULL::text, redirect_status integer DEFAULT NULL::integer) RETURNS djet.node
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
declare
  changed djet.node;
  address text;
begin
  perform djet.lock_tree();
  changed := djet.one_node(change_node.id);
  address := nullif(coalesce(change_node.redirect_to, changed.redirect_to), '');
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
  return changed;
end
$$;

--
-- Name: FUNCTION change_node(id bigint, title text, "position" integer, in_menu boolean, columns jsonb, redirect_to text, redirect_status integer); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.change_node(id bigint, title text, "position" integer, in_menu boolean, columns jsonb, redirect_to text, redirect_status integer) IS 'Changes what a node says, and returns it; what is null stays. Of `columns` those that are named are changed, and one that is
null is taken away. An empty `redirect_to` ends the redirect. Raises DJ400, DJ404.';

--
-- Name: change_password(text, text, text, bigint, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.change_password(name text, present text, password text, session bigint DEFAULT NULL::bigint, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
declare
  found_user djet.users := djet.require_user(change_password.name);
begin
  perform djet.check_password(change_password.password, found_user.name);
  if not djet.is_password(present, found_user.password) then
    perform djet.enter_audit(found_user.name, 'password.refused', found_user.name, '{}', address, at);
    return false;
  end if;
  perform djet.forgive_sign_in(found_user.name, address, at);
  update djet.users u
  set password = djet.password_hash(change_password.password), password_set_at = at
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
    perform djet.guard_administrators(change_user.name, by);
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
  if line is null or line !~ '\S' or length(line) > 100 or line ~ '[\x01-\x1f\x7f\u0080-\u009f\u2028-\u202e\u2066-\u2069]' then
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
    new.name is null or new.name !~ '^[a-z0-9._-]+$' or new.name in ('.', '..') or length(new.name) > 100)
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
    LANGUAGE plpgsql IMMUTABLE
    AS $$
declare
  refusal text;
begin
  refusal := case
    when length(password) < 10 then 'a password has at least 10 characters'
    when length(password) > 1000 then 'a password has at most 1000 characters'
    when strpos(lower(password), name) > 0 and length(password) < length(name) + 8
      then 'the password is hardly more than the name'
    when (select count(distinct c) from regexp_split_to_table(password, '') c) < 4
      then 'the password has fewer than 4 different characters'
  end;
  if refusal is not null then
    raise exception using errcode = 'DJ400', message = refusal;
  end if;
end
$$;

--
-- Name: FUNCTION check_password(password text, name text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.check_password(password text, name text) IS 'Raises DJ400 if a password is too short, too long or too plain.';

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
  if redirect_to is null
    or redirect_to !~ '^(/|/[^/\\].*|https?://[^/].*)$'
    or redirect_to ~ '[[:cntrl:][:space:]]'
    or length(redirect_to) > 1000
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
-- Name: basetype; Type: TABLE; Schema: djet; Owner: -
--

CREATE TABLE djet.basetype (
    name text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL,
    singleton boolean DEFAULT false NOT NULL,
    required boolean DEFAULT false NOT NULL,
    columns jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT basetype_columns_are_a_list CHECK ((jsonb_typeof(columns) = 'array'::text)),
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
  if getdatabaseencoding() = 'UTF8' then
    normal := normalize(password, nfkc);
  end if;
  return encode(sha256(convert_to('djet.password:' || normal, 'UTF8')), 'base64');
end
$$;

--
-- Name: FUNCTION condensed_password(password text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.condensed_password(password text) IS 'A password as bcrypt gets it. Bcrypt looks at 72 bytes, so that a long one is condensed by sha256 first; the prefix keeps hashes that leaked elsewhere from being of use here; one accent typed in two ways is one.';

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
  insert into djet.basetype (name, title, singleton, required, columns)
  select b.name, b.title, coalesce(b.singleton, false), coalesce(b.required, false), coalesce(b.columns, '[]')
  from jsonb_to_recordset(basetypes) b (name text, title text, singleton boolean, required boolean, columns jsonb)
  on conflict (name) do update
  set
    title = excluded.title,
    singleton = excluded.singleton,
    required = excluded.required,
    columns = excluded.columns
  where (basetype.title, basetype.singleton, basetype.required, basetype.columns)
    is distinct from (excluded.title, excluded.singleton, excluded.required, excluded.columns);

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

COMMENT ON FUNCTION djet.declare_basetypes(basetypes jsonb) IS 'Writes down the basetypes of a program''s engines: a list of objects of name, title, singleton, required and columns. One that is
there already is brought up to date; one that is not named stays. Raises DJ409 if there are several nodes of what is to be a
singleton.';

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
-- Name: disable_user(text, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.disable_user(name text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  found_user djet.users;
begin
  perform djet.guard_administrators(disable_user.name, by);
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
  perform djet.guard_administrators(enable_user.name, by);
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

COMMENT ON FUNCTION djet.end_session(id bigint, name text, by text, address text, at timestamp with time zone) IS 'Ends one session of a user. Raises DJ404 if they have none of that number.';

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
    perform djet.guard_administrators(end_sessions.name, by);
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

COMMENT ON FUNCTION djet.first_invitation(at timestamp with time zone) IS 'If no administrator can sign in: an invitation for the user admin, who is made if need be. Null if one can.';

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
      when 'text' then jsonb_typeof(value) = 'string' and value #>> '{}' !~ '[[:cntrl:]]'
        and length(value #>> '{}') <= 1000
      when 'longtext' then jsonb_typeof(value) = 'string' and length(value #>> '{}') <= 1000000
      when 'function' then jsonb_typeof(value) = 'string' and value #>> '{}' ~ '^[a-z][a-z0-9_.-]*$'
        and length(value #>> '{}') <= 120
      when 'queue' then jsonb_typeof(value) = 'string'
        and value #>> '{}' ~ '^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*$'
        and length(value #>> '{}') <= 30
      when 'path' then jsonb_typeof(value) = 'string' and value #>> '{}' ~ '^/([^/\\]|$)'
        and value #>> '{}' !~ '[[:cntrl:][:space:]]' and length(value #>> '{}') <= 1000
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
-- Name: forgive_sign_in(text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.forgive_sign_in(name text, address text, at timestamp with time zone) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  keys text[] := djet.sign_in_keys(name, address, at);
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
-- Name: FUNCTION forgive_sign_in(name text, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.forgive_sign_in(name text, address text, at timestamp with time zone) IS 'After an attempt that was none of the failures: the account''s are forgotten, of the address''s this one.';

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
  perform djet.guard_administrators(grant_role.name, by, grant_role.role = 'administrator');
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

COMMENT ON FUNCTION djet.grant_role(name text, role text, by text, address text, at timestamp with time zone) IS 'Grants a role to a user. Raises DJ403 (only an administrator makes an administrator), DJ404, DJ409 for a role that all have.';

--
-- Name: guard_administrators(text, text, boolean); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.guard_administrators(name text, by text, concerns boolean DEFAULT false) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  -- One change of administrators at a time: two of them must not disable each other.
  perform
  from djet.role r
  where r.name = 'administrator'
  for update;
  if by is null or not (concerns or djet.is_administrator(guard_administrators.name)) then
    return;
  end if;
  if not exists (select from djet.users u where u.name = by and u.disabled_at is null)
    or not djet.is_administrator(by)
  then
    raise exception using
      errcode = 'DJ403',
      message = 'only an administrator may make, change or invite an administrator';
  end if;
end
$$;

--
-- Name: FUNCTION guard_administrators(name text, by text, concerns boolean); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.guard_administrators(name text, by text, concerns boolean) IS 'Raises DJ403 if `by` may not touch a user who is an administrator, or, if it `concerns` administrators in any case, anyone. By null is a command, which may.';

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
$$;

--
-- Name: FUNCTION invitation_of(token text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.invitation_of(token text, at timestamp with time zone) IS 'Whom a token invites, as long as it is good. Looking does not use it up: mail programs look at links.';

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
  perform djet.guard_administrators(invite.name, by);
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
-- Name: is_password(text, text); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.is_password(password text, hash text) RETURNS boolean
    LANGUAGE plpgsql STABLE
    AS $_$
declare
  found_hash text;
begin
  -- Without a hash the work is done all the same: its time must not tell whether there is such a user.
  execute format('select %I.crypt($1, $2)', djet.pgcrypto())
  into found_hash
  using
    djet.condensed_password(password),
    coalesce(hash, format('$2a$%s$abcdefghijklmnopqrstuu', lpad(djet.password_cost()::text, 2, '0')));
  return coalesce(found_hash = hash, false);
end
$_$;

--
-- Name: FUNCTION is_password(password text, hash text); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.is_password(password text, hash text) IS 'Whether a password is the one of a hash. It takes as long if the hash is null, and is false.';

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
-- Name: lock_tree(); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.lock_tree() RETURNS void
    LANGUAGE sql
    AS $$
  select pg_advisory_xact_lock(hashtextextended('djet.tree', 0));
$$;

--
-- Name: FUNCTION lock_tree(); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.lock_tree() IS 'Lets one transaction at a time change the tree, so that no two moves make a cycle together. Readers do not wait.';

--
-- Name: move_node(bigint, bigint, text, integer); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.move_node(id bigint, parent bigint DEFAULT NULL::bigint, name text DEFAULT NULL::text, "position" integer DEFAULT NULL::integer) RETURNS djet.node
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
declare
  moved djet.node;
begin
  perform djet.lock_tree();
  moved := djet.one_node(move_node.id);
  if moved.parent is null then
    raise exception using
      errcode = 'DJ409',
      message = 'the root cannot be moved';
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
  return moved;
end
$$;

--
-- Name: FUNCTION move_node(id bigint, parent bigint, name text, "position" integer); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.move_node(id bigint, parent bigint, name text, "position" integer) IS 'Puts a node with its whole branch under another parent, under another name or in another place among its siblings, and
returns it; what is null stays, except that under another parent it goes behind its siblings. Raises DJ400, DJ404, or DJ409 if
the path is taken, or the parent lies in the branch itself.';

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
-- Name: remove_node(bigint, boolean); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.remove_node(id bigint, branch boolean DEFAULT false) RETURNS integer
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
  delete from djet.node n
  where n.id = top.id
    or starts_with(n.path, top.path || '/');
  return below + 1;
end
$$;

--
-- Name: FUNCTION remove_node(id bigint, branch boolean); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.remove_node(id bigint, branch boolean) IS 'Removes a node, with `branch` also all nodes below it, and returns how many. Raises DJ404, or DJ409 if there are nodes below
it and `branch` is false, and for a node that the site needs.';

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
-- Name: revoke_role(text, text, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.revoke_role(name text, role text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  found_user djet.users;
begin
  perform djet.require_role(revoke_role.role);
  perform djet.guard_administrators(revoke_role.name, by, revoke_role.role = 'administrator');
  found_user := djet.require_user(revoke_role.name);
  if revoke_role.role = 'administrator'
    and djet.is_administrator(found_user.name)
    and found_user.password is not null
    and found_user.disabled_at is null
  then
    perform djet.keep_an_administrator(found_user.name);
  end if;
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

COMMENT ON FUNCTION djet.revoke_role(name text, role text, by text, address text, at timestamp with time zone) IS 'Takes a role from a user. Raises DJ403, DJ404, and DJ409 for the last administrator.';

--
-- Name: revoke_token(bigint, text, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.revoke_token(id bigint, name text, by text DEFAULT NULL::text, address text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  title text;
begin
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

COMMENT ON FUNCTION djet.revoke_token(id bigint, name text, by text, address text, at timestamp with time zone) IS 'Revokes an API token of a user. Raises DJ404 if they have none of that number.';

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

CREATE FUNCTION djet.session_of(token text, at timestamp with time zone DEFAULT now()) RETURNS TABLE(session_id bigint, csrf text, is_stale boolean, id bigint, name text, full_name text, roles jsonb)
    LANGUAGE sql STABLE
    AS $$
  select s.id, s.csrf, s.seen_at < at - interval '1 minute', u.id, u.name, u.full_name, a.roles
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

COMMENT ON FUNCTION djet.session_of(token text, at timestamp with time zone) IS 'The session of a token and its user; no row if it has ended, or its user is disabled. A session that was last seen more than a minute ago is stale: see_session() is due.';

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
  order by s.seen_at desc, s.id desc
$$;

--
-- Name: FUNCTION sessions_of(name text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.sessions_of(name text, at timestamp with time zone) IS 'The sessions of a user that have not ended, the one that was used last first.';

--
-- Name: set_access(bigint, text, text[]); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.set_access(node bigint, role text, rights text[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
declare
  place djet.node;
  problem text;
begin
  perform djet.lock_tree();
  place := djet.one_node(set_access.node);
  if set_access.rights is null and set_access.role = 'administrator' and place.parent is null then
    raise exception using
      errcode = 'DJ409',
      message = 'the administrator''s rule at the root stays: without it nobody could mend the rules';
  end if;
  if set_access.rights is null then
    delete from djet.access a
    where a.node = set_access.node
      and a.role = set_access.role;
    return;
  end if;
  problem := djet.access_problem(set_access.role, set_access.rights);
  if problem is not null then
    raise exception using
      errcode = 'DJ400',
      message = problem;
  end if;
  insert into djet.access (node, role, rights)
  values (set_access.node, set_access.role, set_access.rights)
  on conflict (node, role) do update
  set rights = excluded.rights;
end
$$;

--
-- Name: FUNCTION set_access(node bigint, role text, rights text[]); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.set_access(node bigint, role text, rights text[]) IS 'Lets a role do this, and no more, at a node and below; `rights` empty is nothing, null takes the rule away, so that the next
one above decides. Raises DJ400, DJ404, or DJ409 for taking the administrator''s rule from the root.';

--
-- Name: sign_in(text, text, text, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.sign_in(name text, password text, address text DEFAULT NULL::text, agent text DEFAULT NULL::text, replaced text DEFAULT NULL::text, at timestamp with time zone DEFAULT now()) RETURNS text
    LANGUAGE plpgsql
    AS $_$
declare
  found_user djet.users;
begin
  select u.*
  into found_user
  from djet.users u
  where u.name = lower(btrim(sign_in.name))
  -- A password that changes meanwhile, or a user who is disabled, ends this session or prevents it. Not for share: of
  -- two who then write the password's new hash, each would wait for the other.
  for no key update;

  if not djet.is_password(sign_in.password, found_user.password) or found_user.disabled_at is not null then
    perform djet.enter_audit(
      null, 'sign-in.refused', djet.known_name(sign_in.name),
      case when found_user.disabled_at is not null then '{"disabled": true}'::jsonb else '{}' end, address, at);
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
  perform djet.enter_audit(found_user.name, 'sign-in', found_user.name, '{}', address, at);
  return djet.start_session(found_user.id, address, agent, at);
end
$_$;

--
-- Name: FUNCTION sign_in(name text, password text, address text, agent text, replaced text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.sign_in(name text, password text, address text, agent text, replaced text, at timestamp with time zone) IS 'Starts a session for whoever knows the password, and returns its token; the session `replaced` ends. Null if the password is wrong, there is no such user, or they are disabled: which of these, neither the answer nor its time tells. To be called after begin_sign_in() has committed.';

--
-- Name: sign_in_keys(text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.sign_in_keys(name text, address text, at timestamp with time zone DEFAULT now()) RETURNS text[]
    LANGUAGE plpgsql STABLE
    AS $$
declare
  account text := 'account ' || encode(sha256(convert_to(lower(btrim(name)), 'UTF8')), 'hex');
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
-- Name: FUNCTION sign_in_keys(name text, address text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.sign_in_keys(name text, address text, at timestamp with time zone) IS 'Under what an attempt to sign in is counted: first the account (apart for an address from which its user has signed in within 30 days), then the address.';

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
-- Name: start_session(bigint, text, text, timestamp with time zone); Type: FUNCTION; Schema: djet; Owner: -
--

CREATE FUNCTION djet.start_session(user_id bigint, address text, agent text, at timestamp with time zone) RETURNS text
    LANGUAGE plpgsql
    AS $$
declare
  token text := djet.new_token();
begin
  insert into djet.session (user_id, created_at, seen_at, expires_at, token_hash, csrf, address, agent)
  values (
    start_session.user_id,
    at,
    at,
    at + interval '14 days',
    djet.token_hash(token),
    djet.new_token(),
    left(start_session.address, 64),
    left(regexp_replace(start_session.agent, '[\x01-\x1f\x7f]', ' ', 'g'), 200)
  );
  return token;
end
$$;

--
-- Name: FUNCTION start_session(user_id bigint, address text, agent text, at timestamp with time zone); Type: COMMENT; Schema: djet; Owner: -
--

COMMENT ON FUNCTION djet.start_session(user_id bigint, address text, agent text, at timestamp with time zone) IS 'Starts a session and returns its token, of which only the hash is kept.';

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
    and not f.is_complete;
  if not found then
    raise exception using
      errcode = 'DJ404',
      message = 'the upload was given up: its bytes came too slowly';
  end if;
  insert into jobmachine.chunk (file, number, bytes)
  values (add_chunk.file, add_chunk.number, add_chunk.bytes);
end
$$;

--
-- Name: FUNCTION add_chunk(file bigint, number integer, bytes bytea); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.add_chunk(file bigint, number integer, bytes bytea) IS 'Adds bytes, 1 MiB at the most, to a file that begin_file began: number counts from 0. Raises DJ404 if the file is
complete or gone.';

--
-- Name: beat(integer, interval); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.beat(worker integer, retention interval DEFAULT '14 days'::interval) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  lines text[];
begin
  update jobmachine.worker w
  set seen_at = now()
  where w.id = beat.worker
  returning w.queues into lines;

  -- A worker may have died between a commit and the ring behind it, which the server leaves out when nobody hears its answer.
  perform jobmachine.rescue(w.id), pg_notify('djet:look', '')
  from jobmachine.worker w
  where w.id <> beat.worker
    and jobmachine.grace_of(w.id, beat.worker) = interval '0'
    and (w.seen_at < now() - w.lease or not jobmachine.is_alive(w.id));

  perform jobmachine.drop_abandoned();
  perform jobmachine.drop_steps(now() - beat.retention);
  perform jobmachine.drop_files(date_trunc('day', now() - beat.retention, 'UTC'));
  -- Last: what it locks stays locked until the beat is over, and no job can end meanwhile.
  perform jobmachine.keep_days(beat.retention);
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

COMMENT ON FUNCTION jobmachine.beat(worker integer, retention interval) IS 'A worker''s chores, once a minute: it says that it is there, rescues the jobs of workers that died unwatched or are silent for longer than their lease, keeps
the days of the history, and removes old files, and uploads that were given up. Returns whether there is work in its queues, which it
should have been rung for.';

--
-- Name: begin_file(text, text, text); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.begin_file(name text, mime_type text, owner text DEFAULT NULL::text) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  insert into jobmachine.file (name, mime_type, owner, is_complete)
  values (begin_file.name, begin_file.mime_type, begin_file.owner, false)
  returning id
$$;

--
-- Name: FUNCTION begin_file(name text, mime_type text, owner text); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.begin_file(name text, mime_type text, owner text) IS 'Begins a file whose chunks may come in transactions of their own, and returns its number. Nobody sees it before
finish_file.';

--
-- Name: cancel(bigint); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.cancel(id bigint) RETURNS jobmachine.status
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  found_job jobmachine.job;
begin
  select j.*
  into found_job
  from jobmachine.job j
  where j.id = cancel.id
  for update;
  if not found then
    return (select h.status from jobmachine.history h where h.id = cancel.id order by h.finished_at desc limit 1);
  end if;

  if found_job.worker is null then
    perform jobmachine.keep_days();
    perform jobmachine.end_job(found_job.id, 'cancelled', null);
    perform pg_notify('jobmachine.' || found_job.queue || '.' || found_job.id, '');
    return 'cancelled';
  end if;

  update jobmachine.job j
  set cancel_requested = true
  where j.id = found_job.id;
  perform pg_notify('jobmachine:worker.' || found_job.worker, '');
  return 'processing';
end
$$;

--
-- Name: FUNCTION cancel(id bigint); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.cancel(id bigint) IS 'Cancels a job that does not run yet; asks the worker of one that runs to stop it. Returns its status: cancelled,
processing if its worker has been asked, or how it had ended before. Null if there is no such job.';

--
-- Name: cancel_many(bigint[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.cancel_many(ids bigint[]) RETURNS TABLE(id bigint, status jobmachine.status)
    LANGUAGE sql
    AS $$
  select one.id, jobmachine.cancel(one.id)
  from (
    select distinct each.id
    from unnest(cancel_many.ids) as each(id)
    order by each.id
  ) as one
$$;

--
-- Name: FUNCTION cancel_many(ids bigint[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.cancel_many(ids bigint[]) IS 'Cancels jobs, and returns the status of each, as cancel does.';

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
-- Name: claim(text, integer, integer, bigint[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.claim(queue text, worker integer, amount integer, floors bigint[] DEFAULT '{}'::bigint[]) RETURNS TABLE(id bigint, "position" bigint, attempt integer, attempt_limit integer, priority smallint, kind text, arguments text, environment text)
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
    j.id, j.position, j.attempt, j.attempt_limit, j.priority, j.kind, j.arguments::text, j.environment::text;
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
    LANGUAGE sql IMMUTABLE
    AS $$
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
      ('words', 'position(lower(%L) in lower(j.arguments::text)) > 0')
  ) as said(name, condition)
  where conditions.filter ->> said.name is not null
$$;

--
-- Name: FUNCTION conditions(filter jsonb, is_live boolean); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.conditions(filter jsonb, is_live boolean) IS 'A filter as the conditions of a statement on jobs, called j there. A filter is an object of queue, kind, status, worker,
user (who offloaded it), since and until (when it ended or, if it is live, was offloaded), words (somewhere in the
arguments, in upper or lower case); what it does not name does not matter. A part of live_keys and ended_keys.';

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
    AS $$
declare
  part text;
begin
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

COMMENT ON FUNCTION jobmachine.drop_days(before date) IS 'Drops the days of the history and the log before this one, and the tally of that time.';

--
-- Name: drop_file(bigint); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.drop_file(file bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  delete from jobmachine.file f
  where f.id = drop_file.file
$$;

--
-- Name: FUNCTION drop_file(file bigint); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.drop_file(file bigint) IS 'Removes a file and its bytes, which no job may need any more.';

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
    and not exists (select from jobmachine.job j where j.id = s.job)
$$;

--
-- Name: FUNCTION drop_steps(before timestamp with time zone); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.drop_steps(before timestamp with time zone) IS 'Forgets steps from before that time whose jobs have ended: nobody will retry those.';

--
-- Name: end_job(bigint, jobmachine.status, jsonb); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.end_job(job bigint, status jobmachine.status, error jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  ended bigint[] := array[end_job.job];
  reasons jsonb[] := array[end_job.error];
  fate jobmachine.status := end_job.status;
begin
  -- A wave at a time, not by calling itself: a chain of jobs may be longer than the server's stack is deep.
  loop
    with gone as (
      delete from jobmachine.job j
      using unnest(ended, reasons) as one(id, reason)
      where j.id = one.id
      returning j.*, one.reason
    )
    insert into jobmachine.history (
      id, run_at, offloaded_at, claimed_at, worker, attempt, attempt_limit, priority, status, queue, kind, arguments,
      environment, error)
    select
      gone.id, gone.run_at, gone.offloaded_at, gone.claimed_at, gone.worker, gone.attempt, gone.attempt_limit,
      gone.priority, fate, gone.queue, gone.kind, gone.arguments, gone.environment, gone.reason
    from gone;

    delete from jobmachine.dependency d
    where d.job = any (ended);

    -- Who waited for these will never run: it ends now, with the reason, rather than wait for ever.
    with lost as (
      delete from jobmachine.dependency d
      where d.needs = any (ended)
      returning d.job, d.needs
    ), one as (
      select lost.job, min(lost.needs) as needs
      from lost
      group by lost.job
    )
    select
      array_agg(one.job),
      array_agg(jsonb_build_object(
        'type', 'dependency',
        'message', format('job %s, for which it waited, ended as %s', one.needs, fate)))
    into ended, reasons
    from one;
    exit when ended is null;

    fate := 'error';
    -- Of the first one, whoever called tells.
    perform pg_notify('jobmachine.' || j.queue || '.' || j.id, '')
    from jobmachine.job j
    where j.id = any (ended);
  end loop;
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
-- Name: fail(integer, bigint, integer, jsonb, interval); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.fail(worker integer, id bigint, attempt integer, error jsonb, delay interval DEFAULT NULL::interval) RETURNS jobmachine.status
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  failed jobmachine.job;
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

  insert into jobmachine.attempt (job, started_at, worker, attempt, error)
  values (failed.id, failed.claimed_at, failed.worker, failed.attempt, fail.error);

  if failed.cancel_requested then
    perform jobmachine.end_job(failed.id, 'cancelled', null);
    return 'cancelled';
  elsif fail.delay is null or failed.attempt >= failed.attempt_limit then
    perform jobmachine.end_job(failed.id, 'error', fail.error);
    return 'error';
  end if;

  update jobmachine.job j
  set
    worker = null,
    claimed_at = null,
    position = null,
    run_at = clock_timestamp() + fail.delay,
    progress = null,
    error = fail.error
  where j.id = failed.id;
  return 'scheduled';
end
$$;

--
-- Name: FUNCTION fail(worker integer, id bigint, attempt integer, error jsonb, delay interval); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.fail(worker integer, id bigint, attempt integer, error jsonb, delay interval) IS 'Notes a failed attempt. The job is tried again after delay, unless delay is null or its attempts are used up: then it
ends as error. Returns its status, or null if the fence refused the report.';

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
  returning f.size into whole;
  if not found then
    raise exception using
      errcode = 'DJ404',
      message = 'the upload was given up: its bytes came too slowly';
  end if;
  return whole;
end
$$;

--
-- Name: FUNCTION finish_file(file bigint); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.finish_file(file bigint) IS 'Completes a file that begin_file began, and returns its length in bytes. Raises DJ404 if it is complete or gone.';

--
-- Name: grace_of(integer, integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.grace_of(worker integer, watcher integer) RETURNS interval
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select case
    when other.seen_at >= me.connected_at or me.connected_at = me.started_at then interval '0'
    else greatest(me.connected_at + interval '3 seconds' - clock_timestamp(), interval '0')
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
its return to all that it has not seen since. Else it is nothing. Null if one of them is not registered.';

--
-- Name: grant_rights(); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.grant_rights() RETURNS SETOF text
    LANGUAGE plpgsql
    AS $$
declare
  wanted constant text[] := '{djet_offload,djet_work,djet_admin}';
  whom text;
  statement text;
begin
  -- As the migrator does: two at a time would each change the rights that the other one has read.
  perform pg_advisory_xact_lock(hashtextextended('djet.migrate', 0));
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
    from (select distinct r.object from jobmachine.rights() r where r."right" = 'select on') as object(name)
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
are missing. Each migration ends with it; the schema''s owner, or a superuser, may call it at any time. Returns the roles
that are still missing, which the owner may not make.';

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
-- Name: is_alive(integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.is_alive(worker integer) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  select exists (
    select
    from pg_locks l
    where l.locktype = 'advisory'
      and l.database = (select d.oid from pg_database d where d.datname = current_database())
      and l.classid = 'jobmachine.worker'::regclass
      and l.objid = is_alive.worker::oid
      and l.objsubid = 2
      and l.mode = 'ExclusiveLock'
      and l.granted
  )
$$;

--
-- Name: FUNCTION is_alive(worker integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.is_alive(worker integer) IS 'Whether a worker''s session still holds its lock.';

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
-- Name: keep_days(interval); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.keep_days(retention interval DEFAULT NULL::interval) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET lock_timeout TO '500ms'
    AS $$
declare
  today date := (now() at time zone 'UTC')::date;
  day date;
  parent text;
  part text;
begin
  -- One at a time; whoever comes second has nothing to do.
  if not pg_try_advisory_xact_lock('jobmachine.history'::regclass::oid::bigint) then
    return;
  end if;

  foreach parent in array array['history', 'attempt', 'log'] loop
    for ahead in 0..7 loop
      day := today + ahead;
      part := parent || to_char(day, '_YYYYMMDD');
      continue when to_regclass('jobmachine.' || part) is not null;
      execute format(
        'create table jobmachine.%I partition of jobmachine.%I for values from (%L) to (%L)',
        part, parent, day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
    end loop;
  end loop;

  if keep_days.retention is not null then
    perform jobmachine.drop_days(((now() at time zone 'UTC') - keep_days.retention)::date);
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
gone; without one, none goes.';

--
-- Name: keep_step(integer, bigint, integer, text, jsonb); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.keep_step(worker integer, id bigint, attempt integer, name text, value jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  perform jobmachine.hold(keep_step.worker, keep_step.id, keep_step.attempt);
  insert into jobmachine.step (job, attempt, name, value)
  values (keep_step.id, keep_step.attempt, keep_step.name, keep_step.value);
end
$$;

--
-- Name: FUNCTION keep_step(worker integer, id bigint, attempt integer, name text, value jsonb); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.keep_step(worker integer, id bigint, attempt integer, name text, value jsonb) IS 'Keeps what a step of a job returned, in the transaction that did the step. If the job is no longer this worker''s in this
attempt it raises DJF01, so that the transaction cannot commit.';

--
-- Name: let_go(bigint[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.let_go(ended bigint[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  freed_queue text;
begin
  -- Nearly always there is nobody.
  if not exists (select from jobmachine.dependency d where d.needs = any (let_go.ended)) then
    return;
  end if;

  for freed_queue in
    with freed as (
      delete from jobmachine.dependency d
      where d.needs = any (let_go.ended)
      returning d.job
    ), counted as (
      select freed.job, count(*)::integer as amount
      from freed
      group by freed.job
    ), moved as (
      update jobmachine.job j
      set
        waiting_for = j.waiting_for - counted.amount,
        position = case
          when j.waiting_for = counted.amount and j.run_at <= now() then nextval('jobmachine.job_id_seq')
        end
      from counted
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

COMMENT ON FUNCTION jobmachine.let_go(ended bigint[]) IS 'Lets the jobs go on that waited for these, which have finished. A part of reply. It rings within the transaction, since
only the server knows whom to wake.';

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
-- Name: live_keys(jsonb, boolean, bigint, integer, integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.live_keys(filter jsonb DEFAULT '{}'::jsonb, are_running boolean DEFAULT false, below bigint DEFAULT NULL::bigint, amount integer DEFAULT 51, reach integer DEFAULT 20000) RETURNS TABLE(ids bigint[], looked bigint, back_to bigint, is_whole boolean)
    LANGUAGE plpgsql STABLE
    AS $_$
declare
  -- Words are looked for in all of the arguments.
  reach constant integer := case
    when live_keys.filter ->> 'words' is null then live_keys.reach
    else least(live_keys.reach, 1000)
  end;
begin
  return query execute format(
    $sql$
      with looked as materialized (
        select j.id, %s as fits
        from %s
        where %s
          and j.id < %s
        order by j.id desc
        limit %s
      )
      select
        coalesce((array_agg(l.id order by l.id desc) filter (where l.fits))[1:%s], '{}'),
        count(*),
        min(l.id),
        count(*) < %s
      from looked l
    $sql$,
    jobmachine.conditions(live_keys.filter, true),
    case when live_keys.are_running then 'jobmachine.running() j' else 'jobmachine.job j' end,
    case when live_keys.are_running then 'true' else 'j.worker is null' end,
    coalesce(live_keys.below, 9223372036854775807),
    reach,
    live_keys.amount,
    reach);
end
$_$;

--
-- Name: FUNCTION live_keys(filter jsonb, are_running boolean, below bigint, amount integer, reach integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.live_keys(filter jsonb, are_running boolean, below bigint, amount integer, reach integer) IS 'The numbers of live jobs that a filter lets through (see conditions), the highest first: of those that run, or of those
that do not. At most reach jobs are looked at, 1000 if it is for words: looked says how many, back_to the lowest number, and is_whole whether that
was all there are.';

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
          select j.id, j.finished_at, %s as fits
          from jobmachine.%I j
          where jobmachine.sort_of(j.queue, j.kind, j.status) = pair.sort
            and %s
            and %s
            and j.finished_at >= $1
            and (j.finished_at, j.id) < ($2, $3)
          order by j.finished_at desc, j.id desc
          limit $4
        ) as newest
      ), last as materialized (  -- each sort has been looked through at least as far as this
        select f.finished_at, f.id
        from found f
        where f.row_number = $4
        order by f.finished_at desc, f.id desc
        limit 1
      ), looked as (
        select f.*
        from found f
        where not exists (select from last where (f.finished_at, f.id) < (last.finished_at, last.id))
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
    jobmachine.conditions(look_by_sort.filter, false),
    look_by_sort.part,
    case
      when look_by_sort.filter ->> 'user' is null then 'coalesce(j.worker, 0) = pair.worker'
      else format(
        'j.environment ? ''user'' and hashtext(j.environment ->> ''user'') = hashtext(%L)',
        look_by_sort.filter ->> 'user')
    end,
    jobmachine.conditions(look_by_sort.filter - 'words', false))
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
        select j.id, j.finished_at, %s as suits, %s as fits
        from jobmachine.%I j
        where j.finished_at >= $1
          and (j.finished_at, j.id) < ($2, $3)
        order by j.finished_at desc, j.id desc
        limit $4
      )
      select
        coalesce(array_agg(l.id order by l.finished_at desc, l.id desc) filter (where l.fits), '{}') as ids,
        coalesce(array_agg(l.finished_at order by l.finished_at desc, l.id desc) filter (where l.fits), '{}') as times,
        count(*) as looked,
        count(*) filter (where l.suits) as suiting,
        count(*) < $4 as is_done,
        (array_agg(l.finished_at order by l.finished_at, l.id))[1] as back_to,
        (array_agg(l.id order by l.finished_at, l.id))[1] as back_to_id
      from looked l
    $sql$,
    jobmachine.conditions(look_by_time.filter - 'words', false),
    jobmachine.conditions(look_by_time.filter, false),
    look_by_time.part)
$_$;

--
-- Name: FUNCTION look_by_time(part text, filter jsonb); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.look_by_time(part text, filter jsonb) IS 'The statement that looks through the jobs of one day, the last to end first: $1 since, $2 and $3 before which time and
number, $4 through how many. It tells which of them fit, how many suit apart from the words, whether that was the whole
day, and the last that it looked at. A part of ended_keys.';

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

COMMENT ON FUNCTION jobmachine.note_retried(queue text, kind text, status jobmachine.status, finished_at timestamp with time zone) IS 'Notes in the tally that an ended job is back in the line. A part of retry.';

--
-- Name: offload(text, jsonb, text, integer, timestamp with time zone, bigint[], integer, jsonb, boolean); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.offload(kind text, arguments jsonb DEFAULT '{}'::jsonb, queue text DEFAULT 'default'::text, priority integer DEFAULT 4, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, after bigint[] DEFAULT NULL::bigint[], attempt_limit integer DEFAULT 5, environment jsonb DEFAULT '{}'::jsonb, ring boolean DEFAULT true) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  new_id bigint := nextval('jobmachine.job_id_seq');
  needed integer := 0;
begin
  if offload.after is not null then
    needed := jobmachine.wait_for(new_id, offload.after);
  end if;
  insert into jobmachine.job (
    id, position, run_at, attempt_limit, waiting_for, priority, queue, kind, arguments, environment)
  values (
    new_id,
    case when needed = 0 and coalesce(offload.run_at <= now(), true) then new_id end,
    coalesce(offload.run_at, now()),
    offload.attempt_limit,
    needed,
    offload.priority,
    offload.queue,
    offload.kind,
    offload.arguments,
    offload.environment);
  if offload.ring then
    perform pg_notify('jobmachine.' || offload.queue, case when offload.run_at is null then '' else 'later' end);
  end if;
  return new_id;
end
$$;

--
-- Name: FUNCTION offload(kind text, arguments jsonb, queue text, priority integer, run_at timestamp with time zone, after bigint[], attempt_limit integer, environment jsonb, ring boolean); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.offload(kind text, arguments jsonb, queue text, priority integer, run_at timestamp with time zone, after bigint[], attempt_limit integer, environment jsonb, ring boolean) IS 'Puts a job on a queue and returns its id; with the queue''s name, that is its ticket: queue.id. It exists when the
caller''s transaction commits. Workers are rung by the same commit unless ring is false, which leaves that to the caller.
run_at: not before this time. after: not before these jobs have finished. priority: 0 goes first, 9 last.';

--
-- Name: offload_each(text[], jsonb[], text[], integer[], timestamp with time zone[], integer[], jsonb[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.offload_each(kinds text[], arguments jsonb[], queues text[], priorities integer[], run_at timestamp with time zone[], attempt_limits integer[], environments jsonb[]) RETURNS SETOF bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
begin
  return query
  with drawn as materialized (
    select nextval('jobmachine.job_id_seq') as id, each.*, coalesce(each.run_at <= now(), true) as is_due
    from unnest(
      offload_each.kinds, offload_each.arguments, offload_each.queues, offload_each.priorities, offload_each.run_at,
      offload_each.attempt_limits, offload_each.environments)
      as each(kind, arguments, queue, priority, run_at, attempt_limit, environment)
  ), offloaded as (
    insert into jobmachine.job (
      id, position, run_at, attempt_limit, priority, queue, kind, arguments, environment)
    select
      drawn.id,
      case when drawn.is_due then drawn.id end,
      coalesce(drawn.run_at, now()),
      drawn.attempt_limit,
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
arrays. It rings nobody: that is left to the caller, behind the commit.';

--
-- Name: offload_many(text, jsonb[], text, integer, timestamp with time zone, bigint[], integer, jsonb, boolean); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.offload_many(kind text, arguments jsonb[], queue text DEFAULT 'default'::text, priority integer DEFAULT 4, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, after bigint[] DEFAULT NULL::bigint[], attempt_limit integer DEFAULT 5, environment jsonb DEFAULT '{}'::jsonb, ring boolean DEFAULT true) RETURNS SETOF bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  is_due boolean := coalesce(offload_many.run_at <= now(), true);
begin
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
        id, position, run_at, attempt_limit, priority, queue, kind, arguments, environment)
      select
        drawn.id,
        case when is_due then drawn.id end,
        coalesce(offload_many.run_at, now()),
        offload_many.attempt_limit,
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
    perform pg_notify('jobmachine.' || offload_many.queue, case when offload_many.run_at is null then '' else 'later' end);
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
-- Name: progress(integer, bigint, integer, jsonb); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.progress(worker integer, id bigint, attempt integer, progress jsonb) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  update jobmachine.job j
  set progress = progress.progress
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

COMMENT ON FUNCTION jobmachine.progress(worker integer, id bigint, attempt integer, progress jsonb) IS 'Notes how far a job is: an object with done, of and note. Null if the fence refused it.';

--
-- Name: promote(text[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.promote(queues text[]) RETURNS double precision
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  next_due timestamptz;
begin
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
  return extract(epoch from next_due - clock_timestamp());
end
$$;

--
-- Name: FUNCTION promote(queues text[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.promote(queues text[]) IS 'Lets the jobs whose time has come join the line, and returns in how many seconds the next one is due: 0 if some have just
joined, null if there is none.';

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
    CONSTRAINT log_level_is_one CHECK ((level = ANY (ARRAY['trace'::text, 'debug'::text, 'info'::text, 'notice'::text, 'warning'::text, 'error'::text, 'critical'::text]))),
    CONSTRAINT log_message_is_short CHECK ((length(message) <= 4000))
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
  perform pg_advisory_xact_lock('jobmachine.tally'::regclass::oid::bigint);
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
-- Name: register(text, integer, text[], integer, integer, interval); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.register(host text, pid integer, queues text[], slots integer, worker integer DEFAULT NULL::integer, lease interval DEFAULT '00:03:00'::interval) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  id integer := register.worker;
begin
  if id is null then
    insert into jobmachine.worker (host, pid, queues, slots, lease)
    values (register.host, register.pid, register.queues, register.slots, register.lease)
    returning worker.id into id;
  else
    insert into jobmachine.worker (id, host, pid, queues, slots, lease)
    overriding system value
    values (id, register.host, register.pid, register.queues, register.slots, register.lease)
    on conflict on constraint worker_pkey do update set seen_at = now(), connected_at = now();
  end if;
  -- A worker whose network is gone without a word is found out by the server, too, which then ends the session.
  perform set_config(name, value, false)
  from (
    values
      ('tcp_keepalives_idle', '15'),
      ('tcp_keepalives_interval', '5'),
      ('tcp_keepalives_count', '3'),
      ('tcp_user_timeout', '30000')
  ) as setting(name, value);
  perform pg_advisory_lock('jobmachine.worker'::regclass::oid::integer, id);
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
is taken for dead.';

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
  perform jobmachine.let_go(accepted);
  return query select unnest(accepted);
end
$$;

--
-- Name: FUNCTION reply(worker integer, ids bigint[], attempts integer[], replies jsonb[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.reply(worker integer, ids bigint[], attempts integer[], replies jsonb[]) IS 'Ends jobs with their answers, and returns the ids of those that were still this worker''s in these attempts. An id that is
missing was refused: the job has been rescued, cancelled or ended since, and what was done for it must be undone.';

--
-- Name: reply_or_raise(integer, bigint[], integer[], jsonb[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.reply_or_raise(worker integer, ids bigint[], attempts integer[], replies jsonb[]) RETURNS void
    LANGUAGE plpgsql
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
so that the transaction cannot commit.';

--
-- Name: reply_or_raise(integer, bigint, integer, jsonb); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.reply_or_raise(worker integer, id bigint, attempt integer, reply jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
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
  perform jobmachine.let_go(array[reply_or_raise.id]);
end
$$;

--
-- Name: FUNCTION reply_or_raise(worker integer, id bigint, attempt integer, reply jsonb); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.reply_or_raise(worker integer, id bigint, attempt integer, reply jsonb) IS 'The same for one job.';

--
-- Name: rescue(integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.rescue(worker integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  held jobmachine.job;
  death jsonb;
  amount integer := 0;
  lines text[];
begin
  -- First of all: no claim of this worker can begin any more, and those under way are waited for.
  delete from jobmachine.worker w
  where w.id = rescue.worker
  returning w.queues into lines;
  -- It may have been rung for what others have left to it.
  perform pg_notify('jobmachine.' || line.queue, '')
  from unnest(lines) as line(queue);
  perform pg_notify('jobmachine:workers', '');

  death := jsonb_build_object('type', 'rescue', 'message', format('worker %s died while it ran the job', rescue.worker));
  for held in
    select j.*
    from jobmachine.job j
    where j.worker = rescue.worker
    order by j.id
    for update
  loop
    amount := amount + 1;
    insert into jobmachine.attempt (job, started_at, worker, attempt, error)
    values (held.id, held.claimed_at, held.worker, held.attempt, death);
    if held.cancel_requested then
      perform jobmachine.end_job(held.id, 'cancelled', null);
      perform pg_notify('jobmachine.' || held.queue || '.' || held.id, '');
    elsif held.attempt >= greatest(held.attempt_limit, 5)
      and not exists (select from jobmachine.step s where s.job = held.id and s.attempt > held.attempt - 5)
    then
      -- Whatever it does kills its workers: it is parked rather than given to the next one. Not one that gets on by steps.
      perform jobmachine.end_job(held.id, 'error', death);
      perform pg_notify('jobmachine.' || held.queue || '.' || held.id, '');
    else
      update jobmachine.job j
      set
        worker = null,
        claimed_at = null,
        progress = null,
        error = death,
        position = nextval('jobmachine.job_id_seq')
      where j.id = held.id;
      perform pg_notify('jobmachine.' || held.queue, '');
    end if;
  end loop;
  return amount;
end
$$;

--
-- Name: FUNCTION rescue(worker integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.rescue(worker integer) IS 'Brings the jobs of a dead worker back to the line, and strikes the worker off. Returns how many jobs it held. A job whose
workers died in five attempts, or in as many as it may have if that is more, ends as error instead, unless it has done a step
in the last five.';

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
  line text;
begin
  -- Not while its minute is being counted: it would be counted, and then not be taken off. Before any row is locked:
  -- whoever is alone with the tally may want the same row.
  perform pg_advisory_xact_lock_shared('jobmachine.tally'::regclass::oid::bigint);
  with back as (
    delete from jobmachine.history h
    where h.id = retry.id
      and h.status in ('error', 'cancelled')
    returning h.*
  ), noted as (
    select back.*, jobmachine.note_retried(back.queue, back.kind, back.status, back.finished_at)
    from back
  )
  insert into jobmachine.job (
    id, position, run_at, offloaded_at, attempt, attempt_limit, priority, queue, kind, arguments, environment, error)
  select
    noted.id, nextval('jobmachine.job_id_seq'), now(), noted.offloaded_at, noted.attempt,
    -- As many as it had at first: the limit grows with each retry.
    noted.attempt + coalesce((noted.environment ->> 'attempts')::integer, noted.attempt_limit),
    noted.priority, noted.queue, noted.kind, noted.arguments,
    jsonb_build_object('attempts', noted.attempt_limit) || noted.environment, noted.error
  from noted
  returning queue into line;

  if line is null then
    update jobmachine.job j
    set
      position = nextval('jobmachine.job_id_seq'),
      run_at = now()
    where j.id = retry.id
      and j.position is null
      and j.waiting_for = 0
    returning j.queue into line;
  end if;

  if line is not null then
    perform pg_notify('jobmachine.' || line, '');
    perform pg_notify('jobmachine.' || line || '.' || retry.id, '');
  end if;
  return (select j.status from jobmachine.jobs j where j.id = retry.id limit 1);
end
$$;

--
-- Name: FUNCTION retry(id bigint); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.retry(id bigint) IS 'Brings a job that failed or was cancelled back to the line, with as many attempts as it had at first; lets one that is scheduled run
now. Returns its status, which is entered if it was brought back. Null if there is no such job.';

--
-- Name: retry_many(bigint[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.retry_many(ids bigint[]) RETURNS TABLE(id bigint, status jobmachine.status)
    LANGUAGE sql
    AS $$
  -- Alone: two at a time could each wait for a row of the tally that the other one has.
  select pg_advisory_xact_lock('jobmachine.tally'::regclass::oid::bigint);
  select one.id, jobmachine.retry(one.id)
  from (
    select distinct each.id
    from unnest(retry_many.ids) as each(id)
    order by each.id
  ) as one
$$;

--
-- Name: FUNCTION retry_many(ids bigint[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.retry_many(ids bigint[]) IS 'Brings jobs back to the line, and returns the status of each, as retry does.';

--
-- Name: rights(); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.rights() RETURNS TABLE(role text, "right" text, object text)
    LANGUAGE sql STABLE
    AS $$
  with given(role, functions, tables) as (
    values
      (
        '{djet_offload,djet_work}'::text[],
        '{offload,offload_each,offload_many,draw,outcomes,cancel,tickets_of,read_log,
          begin_file,add_chunk,finish_file,drop_file}'::text[],
        '{tickets,log,file,chunk,migration}'::text[]
      ),
      (
        '{djet_work}',
        '{register,unregister,beat,watch,place_of,promote,claim,reply,reply_or_raise,fail,snooze,release,rescue,held_by,
          cancelled_of,progress,write_log,steps,hold,keep_step,drop_steps,note_refusal,tally_up,status}',
        '{jobs}'
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
  union all
  select 'djet_admin', 'execute on function', p.oid::regprocedure::text
  from pg_proc p
  where p.pronamespace = 'jobmachine'::regnamespace
    and p.proname not in ('grant_rights', 'make_role')
  union all
  select 'djet_admin', 'select on', c.oid::regclass::text
  from pg_class c
  where c.relnamespace = 'jobmachine'::regnamespace
    and c.relkind in ('r', 'p', 'v', 'S')
    -- The days come and go; they are read by way of their tables.
    and not c.relispartition
$$;

--
-- Name: FUNCTION rights(); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.rights() IS 'Who may do what: djet_offload offloads jobs, waits for tickets and cancels them, and stores and reads files, but is not
told what jobs were given; djet_work is a worker, and may do the same; djet_admin reads everything, and calls whatever the
jobs page does. Nobody writes to tables. grant_rights sees to it.';

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
    run_at = clock_timestamp() + snooze.delay,
    progress = null,
    attempt_limit = j.attempt_limit + 1,
    environment = jsonb_build_object('attempts', j.attempt_limit) || j.environment
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
  if current_setting('transaction_isolation') <> 'read committed'
    or not pg_try_advisory_xact_lock('jobmachine.tally'::regclass::oid::bigint)
  then
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
    LANGUAGE plpgsql
    AS $$
begin
  perform jobmachine.rescue(unregister.worker);
  perform pg_advisory_unlock('jobmachine.worker'::regclass::oid::integer, unregister.worker);
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
  live bigint[];
  lost bigint;
begin
  -- Locked, so that none of them ends between this look and the commit without seeing who waits for it.
  select coalesce(array_agg(needed.id), '{}')
  into live
  from (
    select j.id
    from jobmachine.job j
    where j.id = any (wait_for.needs)
    order by j.id
    for key share
  ) as needed;

  select need.id
  into lost
  from unnest(wait_for.needs) as need(id)
  where not need.id = any (live)
    and not exists (select from jobmachine.history h where h.id = need.id and h.status = 'finished')
  limit 1;

  if found then
    raise exception 'a job cannot wait for job %, which %', lost, coalesce(
      (select 'has ended as ' || h.status from jobmachine.history h where h.id = lost order by h.finished_at desc limit 1),
      'does not exist')
    using errcode = 'DJ409', hint = 'Retry that job first, or offload this one without it.';
  end if;

  insert into jobmachine.dependency (needs, job)
  select distinct need.id, wait_for.job
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
  neighbour integer;
  rest interval;
begin
  select w.id
  into neighbour
  from jobmachine.worker w
  where w.id <> watch.worker
  order by w.id > watch.worker desc, w.id
  limit 1;
  -- Who has no session knows nothing: all others may have lost theirs by the same cause. It watches when it is back.
  if not found or not jobmachine.is_alive(watch.worker) then
    return null;
  end if;
  perform pg_sleep_for(jobmachine.grace_of(neighbour, watch.worker));

  -- The neighbour's session holds this lock for as long as it lives. Waiting for it costs nothing and ends at once when
  -- the session is gone. The patience keeps the snapshot of this statement young.
  select w.seen_at + w.lease - clock_timestamp()
  into rest
  from jobmachine.worker w
  where w.id = neighbour;
  if rest > interval '0' then
    perform set_config(
      'lock_timeout', ceil(extract(epoch from least(watch.patience, rest)) * 1000)::integer::text, true);
    begin
      perform pg_advisory_xact_lock_shared('jobmachine.worker'::regclass::oid::integer, neighbour);
    exception when lock_not_available then
      return 0;
    end;
  end if;
  -- One that stops by itself strikes itself off in the transaction in which it lets go of the lock.
  perform
  from jobmachine.worker w
  where w.id = neighbour
  for update;
  if not found then
    return 0;
  end if;
  -- It may have died between a commit and the ring behind it, which the server leaves out when nobody hears its answer.
  perform pg_notify('djet:look', '');
  return jobmachine.rescue(neighbour);
end
$$;

--
-- Name: FUNCTION watch(worker integer, patience interval); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.watch(worker integer, patience interval) IS 'Waits until the next worker dies (the one with the next higher number, or else the first), and rescues its jobs: so each
worker is watched by another, and a death is known at once, without polling. One whose session lives on, but that has been silent
for longer than its lease, is taken for dead, too. Returns how many jobs were rescued, 0 if
nobody died within the patience or the next one stopped by itself, null if there is nobody to watch.';

--
-- Name: workers(); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.workers() RETURNS TABLE(id integer, host text, pid integer, queues text[], slots integer, started_at timestamp with time zone, seen_at timestamp with time zone, is_alive boolean)
    LANGUAGE sql STABLE
    AS $$
  select
    w.id, w.host, w.pid, w.queues, w.slots, w.started_at, w.seen_at,
    w.id::bigint in (
      select l.objid::bigint
      from pg_locks l
      where l.locktype = 'advisory'
        and l.database = (select d.oid from pg_database d where d.datname = current_database())
        and l.classid = 'jobmachine.worker'::regclass
        and l.objsubid = 2
        and l.mode = 'ExclusiveLock'
        and l.granted)
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

  insert into jobmachine.log (job, at, attempt, level, message)
  select
    write_log.id,
    -- Not before today: there may be no partition for the day before.
    greatest(clock_timestamp() - line.age * interval '1 second', date_trunc('day', now(), 'UTC')),
    write_log.attempt,
    line.level,
    line.message
  from unnest(write_log.ages, write_log.levels, write_log.messages) with ordinality as line(age, level, message, number)
  order by line.number;
  return true;
end
$$;

--
-- Name: FUNCTION write_log(worker integer, id bigint, attempt integer, ages double precision[], levels text[], messages text[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.write_log(worker integer, id bigint, attempt integer, ages double precision[], levels text[], messages text[]) IS 'Adds lines to a job''s log, in their order: how many seconds ago each was logged, its level, its message. Null if the
fence refused it.';

--
-- Name: address_refusal(text, text); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.address_refusal(customer text, country text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
  select case
    when btrim(customer) = '' then 'the customer''s code is empty: leave it out for a walk-in'
    when char_length(customer) > 64 then 'the customer''s code has more than 64 characters'
    when btrim(country) = '' then 'the country is empty: leave it out if it is not known'
    when char_length(country) > 100 then 'the country has more than 100 characters'
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

COMMENT ON FUNCTION sales.check_order_customers() IS 'Trigger: every new or changed order that names a customer has one.';

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
-- Name: import_begin(); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.import_begin() RETURNS void
    LANGUAGE plpgsql
    SET client_min_messages TO 'warning'
    AS $$
begin
  -- Two imports that meet the same new products in a different order would deadlock.
  perform pg_advisory_xact_lock(hashtextextended('sales.import_begin', 0));

  drop table if exists
    pg_temp.order_import_run,
    pg_temp.order_import_product,
    pg_temp.order_import_chunk,
    pg_temp.order_import_order,
    pg_temp.order_import_reject;

  create temporary table order_import_run (
    first_line bigint not null,
    line_count integer not null,
    total numeric not null,
    ordered_on date,
    number text collate "C" not null,
    customer text collate "C",
    country text
  ) on commit drop;

  create temporary table order_import_product (
    line bigint not null,
    code text collate "C" not null,
    description text
  ) on commit drop;

  create temporary table order_import_chunk (
    first_line bigint not null,
    line_count bigint not null,
    total numeric not null,
    ordered_on date,
    number text collate "C" not null,
    customer text collate "C",
    country text,
    is_ours boolean not null
  ) on commit drop;

  create temporary table order_import_order (
    number text collate "C" primary key
  ) on commit drop;

  create temporary table order_import_reject (
    line bigint primary key,
    reason text not null,
    text text not null
  ) on commit drop;
end
$$;

--
-- Name: FUNCTION import_begin(); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.import_begin() IS 'Begins an import of orders in this transaction: waits until no other import runs, then creates the temporary tables order_import_run and order_import_product (filled by COPY, emptied by sales.import_chunk), order_import_chunk (the runs of a chunk by order), order_import_order (the numbers booked) and order_import_reject (filled by COPY).';

--
-- Name: import_chunk(date); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.import_chunk(import_day date) RETURNS void
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET work_mem TO '64MB'
    AS $$
declare
  clash record;
  described record;
  more record;
begin
  -- Every look into a table that may be large is a lateral one with a limit: a look into its index, for each
  -- row of the chunk, whatever the planner believed of the tables' sizes when the first chunk came.
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

  insert into sales.customer (code, country)
  select distinct on (customer) customer, country
  from pg_temp.order_import_run
  where customer is not null
  order by customer, first_line
  on conflict (code) do nothing;

  insert into pg_temp.order_import_chunk (
    first_line, line_count, total, ordered_on, number, customer, country, is_ours
  )
  select
    run.first_line, run.line_count, run.total, run.ordered_on, run.number, run.customer, run.country,
    ours.is_there is not null
  from (
    select
      min(first_line) as first_line,
      sum(line_count) as line_count,
      sum(total) as total,
      (array_agg(ordered_on order by first_line) filter (where ordered_on is not null))[1] as ordered_on,
      number,
      (array_agg(customer order by first_line) filter (where customer is not null))[1] as customer,
      (array_agg(country order by first_line) filter (where country is not null))[1] as country
    from pg_temp.order_import_run
    group by number
  ) run
  left join lateral (
    select true as is_there
    from pg_temp.order_import_order o
    where o.number = run.number
    limit 1
  ) ours on true;

  select count(*) as amount, min(first_line) as line, (array_agg(number order by first_line))[1] as number
  into clash
  from pg_temp.order_import_chunk c
  cross join lateral (
    select
    from sales.order o
    where o.number = c.number
    limit 1
  ) earlier
  where not is_ours;
  if clash.amount > 0 then
    raise exception using
      errcode = 'DJ409',
      message = format('line %s: order %s exists already', clash.line, clash.number),
      detail = format('It is one of %s such orders near that line.', clash.amount),
      hint = 'Remove the orders that are already booked from the file, then import it again.';
  end if;

  for more in
    select *
    from pg_temp.order_import_chunk
    where is_ours
  loop
    update sales.order
    set line_count = line_count + more.line_count,
      total = total + more.total,
      customer = coalesce(customer, more.customer),
      country = coalesce(country, more.country)
    where number = more.number;
  end loop;

  insert into sales.order (ordered_on, line_count, total, number, customer, country)
  select coalesce(ordered_on, import_day), line_count, total, number, customer, country
  from pg_temp.order_import_chunk
  where not is_ours
  order by first_line;

  insert into pg_temp.order_import_order (number)
  select number
  from pg_temp.order_import_chunk
  where not is_ours;

  truncate pg_temp.order_import_run, pg_temp.order_import_product, pg_temp.order_import_chunk;
end
$$;

--
-- Name: FUNCTION import_chunk(import_day date); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.import_chunk(import_day date) IS 'Books the products, customers and orders of what lies in order_import_run and order_import_product, and empties both. The lines themselves follow by COPY into sales.order_line. An order may come in several runs and chunks: its customer, country and day are the first that a line names. Raises DJ409 if an order exists already that this import did not book.';

--
-- Name: import_finish(); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.import_finish() RETURNS TABLE(orders bigint, returns bigint, sales_total numeric, returns_total numeric, net_total numeric)
    LANGUAGE plpgsql
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS $$
begin
  return query
  select
    count(*) filter (where not o.is_return),
    count(*) filter (where o.is_return),
    coalesce(sum(o.total) filter (where not o.is_return), 0.00),
    coalesce(sum(o.total) filter (where o.is_return), 0.00),
    coalesce(sum(o.total), 0.00)
  from pg_temp.order_import_order ours
  cross join lateral (
    select o.is_return, o.total
    from sales.order o
    where o.number = ours.number
    limit 1
  ) o;
end
$$;

--
-- Name: FUNCTION import_finish(); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.import_finish() IS 'What this transaction''s import has booked: how many orders and returns, and their totals.';

--
-- Name: import_forget(text); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.import_forget(import text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  drop view if exists pg_temp.order_import_order;
  delete from sales.import_order o
  where o.import = import_forget.import;
  delete from sales.import_reject r
  where r.import = import_forget.import;
end
$$;

--
-- Name: FUNCTION import_forget(import text); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.import_forget(import text) IS 'Ends the last step of an import.';

--
-- Name: import_pause(text); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.import_pause(import text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  drop view pg_temp.order_import_order;
  insert into sales.import_reject (import, line, reason, text)
  select import_pause.import, r.line, r.reason, r.text
  from pg_temp.order_import_reject r;
end
$$;

--
-- Name: FUNCTION import_pause(import text); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.import_pause(import text) IS 'Ends a step of an import: what it has rejected is kept for the end.';

--
-- Name: import_recall(text); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.import_recall(import text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  perform sales.import_resume(import_recall.import);
  insert into pg_temp.order_import_reject (line, reason, text)
  select r.line, r.reason, r.text
  from sales.import_reject r
  where r.import = import_recall.import;
end
$$;

--
-- Name: FUNCTION import_recall(import text); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.import_recall(import text) IS 'Begins the last step of an import, which finds what all steps have booked and rejected as if they had been one.';

--
-- Name: import_rejects(bigint, integer); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.import_rejects(after_line bigint, amount integer) RETURNS TABLE(line bigint, reason text, text text)
    LANGUAGE plpgsql STABLE
    AS $$
begin
  return query
  select r.line, r.reason, r.text
  from pg_temp.order_import_reject r
  where r.line > after_line
  order by r.line
  limit amount;
end
$$;

--
-- Name: FUNCTION import_rejects(after_line bigint, amount integer); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.import_rejects(after_line bigint, amount integer) IS 'A page of the rejected lines of this transaction''s import, by line number: at most `amount` after `after_line`.';

--
-- Name: import_resume(text); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.import_resume(import text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  perform sales.import_begin();
  drop table pg_temp.order_import_order;
  -- What reads and writes the numbers booked now reads and writes those of this import, from all of its steps.
  execute format(
    'create temporary view order_import_order as select import, number from sales.import_order where import = %L',
    import_resume.import);
  execute format('alter view pg_temp.order_import_order alter column import set default %L', import_resume.import);
end
$$;

--
-- Name: FUNCTION import_resume(import text); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.import_resume(import text) IS 'Begins a step of an import: as sales.import_begin, but knowing the orders that its earlier steps have booked.';

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
-- Name: order_refusal(text, sales.placed_line[]); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.order_refusal(number text, lines sales.placed_line[]) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
  select case
    when btrim(number) = '' then 'the order number is empty'
    when char_length(number) > 64 then 'the order number has more than 64 characters'
    when coalesce(cardinality(lines), 0) = 0 then format('order %s has no lines', number)
    else (
      select format('line %s: %s', l.place, r.reason)
      from unnest(lines) l
      cross join lateral (
        select case
          when coalesce(btrim(l.product), '') = '' then 'the product code is missing'
          when char_length(l.product) > 64 then 'the product code has more than 64 characters'
          when char_length(l.description) > 1000 then 'the description has more than 1000 characters'
          when l.quantity is null then 'the quantity is missing'
          when l.unit_price is null then 'the price is missing'
          when l.quantity = 0 then 'the quantity is 0'
          when l.quantity < 0 and number not like 'C%' then
            'the quantity is negative, but the number does not start with C, so this is not a return'
          when l.unit_price < 0 then 'the price is negative'
          when greatest(abs(l.quantity), l.unit_price) >= 100000000 then
            'quantity or price is not below 100,000,000'
          when l.quantity <> round(l.quantity, 4) or l.unit_price <> round(l.unit_price, 4) then
            'quantity or price has more than 4 decimals'
        end as reason
      ) r
      where r.reason is not null
      order by l.place
      limit 1
    )
  end
$$;

--
-- Name: FUNCTION order_refusal(number text, lines sales.placed_line[]); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.order_refusal(number text, lines sales.placed_line[]) IS 'Why this cannot be booked as an order, as a sentence for people; null if it can. The rules of the import.';

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
    is_return boolean GENERATED ALWAYS AS ((number ~~ 'C%'::text)) STORED NOT NULL,
    total numeric(30,2) NOT NULL,
    number text NOT NULL COLLATE pg_catalog."C",
    customer text COLLATE pg_catalog."C",
    country text,
    CONSTRAINT order_country_has_1_to_100_characters CHECK (((char_length(country) >= 1) AND (char_length(country) <= 100))),
    CONSTRAINT order_has_lines CHECK ((line_count > 0)),
    CONSTRAINT order_number_has_1_to_64_characters CHECK (((char_length(number) >= 1) AND (char_length(number) <= 64))),
    CONSTRAINT order_total_is_negative_on_returns_only CHECK (((total >= (0)::numeric) OR is_return))
);

--
-- Name: TABLE "order"; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TABLE sales."order" IS 'An order, or a return (number starts with C). Once booked it stays; a return undoes it.';

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
-- Name: COLUMN "order".is_return; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales."order".is_return IS 'True if the number starts with C.';

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
    CONSTRAINT order_line_quantity_is_not_0_and_negative_on_returns_only CHECK (((quantity > (0)::numeric) OR ((quantity < (0)::numeric) AND (order_number ~~ 'C%'::text)))),
    CONSTRAINT order_line_unit_price_is_not_negative CHECK ((unit_price >= (0)::numeric))
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

COMMENT ON COLUMN sales.order_line.unit_price IS 'The price of one; 0 is a free item.';

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
    o.is_return,
    o.ordered_on,
    o.customer,
    o.country,
    o.total,
    o.line_count,
    l.lines
   FROM (sales."order" o
     CROSS JOIN LATERAL ( SELECT jsonb_agg(jsonb_build_object('number', l_1.line_number, 'product', l_1.product_code, 'description', COALESCE(l_1.description, p.name), 'quantity', trim_scale(l_1.quantity), 'unitPrice', trim_scale(l_1.unit_price), 'amount', l_1.amount) ORDER BY l_1.line_number) AS lines
           FROM (sales.order_line l_1
             JOIN sales.product p ON ((p.code = l_1.product_code)))
          WHERE (l_1.order_number = o.number)) l);

--
-- Name: VIEW whole_order; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON VIEW sales.whole_order IS 'An order and, as a json array, its lines. Ask for one (where id = …) or for a page, not for all.';

--
-- Name: COLUMN whole_order.lines; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.whole_order.lines IS 'Objects of number, product, description, quantity, unitPrice and amount, in the order of their numbers.';

--
-- Name: place_order(text, text, text, date, jsonb, text); Type: FUNCTION; Schema: sales; Owner: -
--

CREATE FUNCTION sales.place_order(number text, customer text, country text, ordered_on date, lines jsonb, key text DEFAULT NULL::text) RETURNS SETOF sales.whole_order
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
declare
  new_number text;
  new_lines sales.placed_line[];
  refusal text;
  taken text;
  earlier text;
begin
  earlier := sales.claim_key(
    place_order.key,
    jsonb_build_array(
      place_order.number, place_order.customer, place_order.country, place_order.ordered_on, place_order.lines)
  );
  if earlier is not null then
    return query
    select w.*
    from sales.whole_order w
    where w.number = earlier;
    return;
  end if;

  new_number := coalesce(place_order.number, 'D' || nextval('sales.order_number'));
  select array_agg(
    (
      l.place, l.line ->> 'product', nullif(l.line ->> 'description', ''), l.line ->> 'quantity',
      l.line ->> 'unitPrice'
    )::sales.placed_line
    order by l.place
  )
  into new_lines
  from jsonb_array_elements(lines) with ordinality l (line, place);

  refusal := coalesce(
    sales.address_refusal(place_order.customer, place_order.country),
    sales.order_refusal(new_number, new_lines)
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

  insert into sales.order (ordered_on, line_count, total, number, customer, country)
  select
    place_order.ordered_on,
    count(*),
    sum(round(quantity * unit_price, 2)),
    new_number,
    place_order.customer,
    place_order.country
  from unnest(new_lines)
  on conflict (number) do nothing
  returning number into taken;
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
-- Name: FUNCTION place_order(number text, customer text, country text, ordered_on date, lines jsonb, key text); Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON FUNCTION sales.place_order(number text, customer text, country text, ordered_on date, lines jsonb, key text) IS 'Books one order and returns it. `number` null draws one (D1, D2, …); `customer` null is a walk-in; `lines` is a json array of objects of product, quantity, unitPrice and perhaps description. The same order under the same `key` again places none: the first is returned. Raises DJ400 for what cannot be an order and DJ409 for a number that exists, or a key under which another order was placed.';

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
-- Name: role; Type: TABLE; Schema: djet; Owner: -
--

CREATE TABLE djet.role (
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL,
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
    job bigint NOT NULL
);

--
-- Name: TABLE dependency; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.dependency IS 'Which jobs wait for which. A row goes when the job that is needed ends.';

--
-- Name: COLUMN dependency.needs; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.dependency.needs IS 'The job that must finish first.';

--
-- Name: COLUMN dependency.job; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.dependency.job IS 'The job that waits.';

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
    (history.environment ->> 'user'::text) AS "user",
    history.offloaded_at,
    history.run_at,
    history.claimed_at,
    history.finished_at,
    false AS cancel_requested,
    NULL::jsonb AS progress,
    (history.error ->> 'type'::text) AS error_type,
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
    (job.environment ->> 'user'::text) AS "user",
    job.offloaded_at,
    job.run_at,
    job.claimed_at,
    NULL::timestamp with time zone AS finished_at,
    job.cancel_requested,
    job.progress,
    (job.error ->> 'type'::text) AS error_type,
    "left"((job.error ->> 'message'::text), 300) AS error_message
   FROM jobmachine.job;

--
-- Name: VIEW live_summary; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON VIEW jobmachine.live_summary IS 'What a list says of live jobs: all but what may be long.';

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
    CONSTRAINT worker_has_queues CHECK ((cardinality(queues) > 0)),
    CONSTRAINT worker_has_slots CHECK ((slots > 0)),
    CONSTRAINT worker_lease_is_positive CHECK ((lease > '00:00:00'::interval))
);

--
-- Name: TABLE worker; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.worker IS 'The workers. One is alive as long as its session holds the advisory lock (worker''s oid, id).';

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

COMMENT ON COLUMN jobmachine.worker.seen_at IS 'Its last beat.';

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
-- Name: import_order; Type: TABLE; Schema: sales; Owner: -
--

CREATE TABLE sales.import_order (
    import text NOT NULL,
    number text NOT NULL COLLATE pg_catalog."C"
);

--
-- Name: TABLE import_order; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TABLE sales.import_order IS 'The orders that an import in steps has booked so far: a later part of the file may add lines to them. Empty when it has ended.';

--
-- Name: COLUMN import_order.import; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_order.import IS 'The ticket of its job.';

--
-- Name: COLUMN import_order.number; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_order.number IS 'The order''s number.';

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

COMMENT ON TABLE sales.import_reject IS 'The lines that an import in steps has rejected so far. They become its file of rejects when it ends.';

--
-- Name: COLUMN import_reject.import; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON COLUMN sales.import_reject.import IS 'The ticket of its job.';

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

COMMENT ON COLUMN sales.import_reject.text IS 'The line as it stands in the file.';

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
-- Name: role role_pkey; Type: CONSTRAINT; Schema: djet; Owner: -
--

ALTER TABLE ONLY djet.role
    ADD CONSTRAINT role_pkey PRIMARY KEY (name);

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
-- Name: import_order import_order_pkey; Type: CONSTRAINT; Schema: sales; Owner: -
--

ALTER TABLE ONLY sales.import_order
    ADD CONSTRAINT import_order_pkey PRIMARY KEY (import, number);

--
-- Name: import_reject import_reject_pkey; Type: CONSTRAINT; Schema: sales; Owner: -
--

ALTER TABLE ONLY sales.import_reject
    ADD CONSTRAINT import_reject_pkey PRIMARY KEY (import, line);

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
-- Name: file_created_at; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX file_created_at ON jobmachine.file USING btree (created_at);

--
-- Name: file_incomplete; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX file_incomplete ON jobmachine.file USING btree (written_at) WHERE (NOT is_complete);

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
-- Name: order check_new_order_customers; Type: TRIGGER; Schema: sales; Owner: -
--

CREATE TRIGGER check_new_order_customers AFTER INSERT ON sales."order" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION sales.check_order_customers();

--
-- Name: TRIGGER check_new_order_customers ON "order"; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TRIGGER check_new_order_customers ON sales."order" IS 'Stands for the foreign key to customer.';

--
-- Name: order check_order_customers; Type: TRIGGER; Schema: sales; Owner: -
--

CREATE TRIGGER check_order_customers AFTER UPDATE ON sales."order" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION sales.check_order_customers();

--
-- Name: TRIGGER check_order_customers ON "order"; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TRIGGER check_order_customers ON sales."order" IS 'Stands for the foreign key to customer.';

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

CREATE TRIGGER refuse_change BEFORE DELETE OR TRUNCATE ON sales."order" FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change();

--
-- Name: TRIGGER refuse_change ON "order"; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TRIGGER refuse_change ON sales."order" IS 'Lines and invoices name orders: none goes away.';

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
-- Name: order refuse_new_number; Type: TRIGGER; Schema: sales; Owner: -
--

CREATE TRIGGER refuse_new_number BEFORE UPDATE OF id, number ON sales."order" FOR EACH STATEMENT EXECUTE FUNCTION sales.refuse_change();

--
-- Name: TRIGGER refuse_new_number ON "order"; Type: COMMENT; Schema: sales; Owner: -
--

COMMENT ON TRIGGER refuse_new_number ON sales."order" IS 'Lines name orders by number: it never changes.';

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

