create or replace function accounting.invoice_orders(
  order_ids bigint[],
  issue_day date,
  of_what text default 'ordered'
)
returns table (
  refusal_code text,
  refusal text,
  id bigint,
  kind text,
  number bigint,
  order_id bigint,
  order_number text,
  issued_at timestamptz,
  issued_on date,
  customer text,
  country text,
  total numeric,
  tax numeric,
  gross numeric,
  line_count integer
)
language plpgsql
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_material = off
as $$
#variable_conflict use_column
declare
  are_returns boolean;
  drafts accounting.draft_line[];
  ids bigint[];
  fault text := sales.day_refusal(issue_day, 'day');
begin
  if fault is not null then
    raise exception using errcode = 'DJ400', message = fault;
  end if;
  if of_what not in ('ordered', 'delivered') then
    raise exception using
      errcode = 'DJ400',
      message = format('ordered or delivered can be invoiced, not %s', of_what);
  end if;

  -- A second call waits here for the first, and then finds its invoices.
  perform accounting.lock_orders(order_ids);

  -- A credit note names an invoice of the order that its return undoes, which may be issued here as well.
  for are_returns in
    select distinct o.is_return
    from sales.order o
    where o.id = any (order_ids)
    order by o.is_return
  loop
    loop
      drafts := accounting.draft_invoices(order_ids, are_returns, issue_day, of_what, '{confirmed}');
      exit when drafts is null;
      if exists (select from unnest(drafts) d where d.tax_category = 'S' and d.tax_rate is null) then
        raise exception using
          errcode = 'DJ409',
          message = format(
            'there is no standard rate of tax in %s on %s', (select r.seller from accounting.seller_rates(issue_day) r),
            issue_day),
          hint = 'Set it with accounting.set-tax-rate.';
      end if;

      -- From here to the commit nobody else gets a number of this series. Both are locked in one order.
      with documents as materialized (
        select
          d.document, min(d.order_id) as order_id, min(d.part) as part, min(d.corrects) as corrects,
          sum(d.line_count)::integer as line_count, sum(d.total) as total, sum(d.tax) as tax
        from (
          select
            document, min(order_id) as order_id, min(part) as part, min(corrects) as corrects,
            count(*) as line_count, sum(amount) as total, round(sum(amount) * tax_rate, 2) as tax
          from unnest(drafts)
          group by document, tax_category, tax_rate
        ) d
        group by d.document
      ), drawn as (
        update accounting.number_series s
        set last_number = s.last_number + (select count(*) from documents)
        where s.kind = case when are_returns then 'credit-note' else 'invoice' end
        returning s.kind, s.last_number - (select count(*) from documents) as before
      ), issued as (
        insert into accounting.invoice (
          number, order_id, part, issued_on, line_count, total, tax, kind, order_number, customer, country, corrects,
          buyer
        )
        select
          n.before + d.document, o.id, d.part, issue_day, d.line_count, d.total, d.tax, n.kind, o.number, o.customer,
          o.country, d.corrects, b.buyer
        from documents d
        cross join drawn n
        cross join lateral (
          select *
          from sales.order o
          where o.id between d.order_id and d.order_id
          order by o.id
          limit 1
        ) o
        left join accounting.buyer b on b.customer = o.customer
        order by d.document
        returning id, number
      )
      select array_agg(i.id order by i.number)
      into ids
      from issued i;

      insert into accounting.invoice_line (
        invoice_id, line_number, quantity, unit_price, discount, amount, product_code, description, tax_category,
        tax_rate, order_line, corrects_line
      )
      select
        ids[d.document], d.number, d.quantity, d.unit_price, d.discount, d.amount, d.product_code, d.description,
        d.tax_category, d.tax_rate, d.order_line, d.corrects_line
      from unnest(drafts) d;
      -- Of the returns of one order, each sees what those before have credited.
      exit when not are_returns;
    end loop;
  end loop;

  return query
  select
    case
      when o.id is null then 'DJ404'
      when i.id is null then 'DJ409'
    end,
    case
      when o.id is null then format('there is no order with the id %s', asked.id)
      when i.id is not null then null
      when o.status = 'quote' then format('order %s cannot be invoiced: it is a quote; confirm it first', o.number)
      when o.status <> 'confirmed' then format('order %s cannot be invoiced: it is %s', o.number, o.status)
      when o.currency is not null then
        format('order %s cannot be invoiced: it is in %s, and the books are not', o.number, o.currency)
      when o.total = 0 then format('order %s cannot be invoiced: its total is 0', o.number)
      when not o.is_return then
        format(
          'order %s cannot be invoiced: what is delivered of it comes to %s; ship more, or invoice all of it', o.number,
          (
            select coalesce(sum(l.amount), 0)
            from accounting.due_lines(o.number, null, accounting.delivered_lines(o.number)) l
          ))
      else
        format(
          'return %s cannot be credited before order %s, which it undoes, is invoiced as far as it comes back',
          o.number, o.return_of)
    end,
    i.id, i.kind, i.number, i.order_id, i.order_number, i.issued_at, i.issued_on, i.customer, i.country,
    i.total, i.tax, i.total + coalesce(i.tax, 0), i.line_count
  from unnest(order_ids) with ordinality as asked (id, place)
  left join sales.order o on o.id = asked.id
  left join lateral (
    select *
    from accounting.invoice i
    where i.order_id = o.id
    order by i.part desc
    limit 1
  ) i on true
  order by asked.place;
end
$$;

comment on function accounting.invoice_orders(bigint[], date, text) is
  'Returns, for each order in the order asked, its last invoice, or the last credit note if it is a return. '
  'First it issues what is due: an invoice of all that is ordered and not invoiced yet, or, if `of_what` is '
  'delivered, of what is delivered and not invoiced yet; a return gets one credit note for each invoice that '
  'it corrects. Each has the next number of its series and frozen lines: see accounting.draft_invoices(). In '
  'place of an invoice it returns a refusal with its code: DJ404 for an unknown order, DJ409 for one that is '
  'not confirmed, in a foreign currency, of a total of 0, of which nothing is delivered, or that takes back '
  'what is not invoiced. Raises DJ409 if the seller''s country has no rate of tax on that day, and DJ400 for '
  'a day that is none, and if `of_what` is anything else.';
