create or replace function sales.list_orders(
  of_customer text default null,
  with_number text default null,
  from_day date default null,
  to_day date default null,
  in_state text default null,
  before_day date default null,
  before_id bigint default null,
  amount integer default 50,
  in_status text default null
)
returns table (
  id bigint,
  number text,
  status text,
  is_return boolean,
  ordered_on date,
  customer text,
  country text,
  total numeric,
  currency text,
  line_count integer,
  invoice_id bigint,
  invoice_kind text,
  invoice_number bigint,
  invoice_count integer,
  invoiced numeric
)
language plpgsql
stable
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
begin
  return query
  select
    o.id, o.number, o.status, o.is_return, o.ordered_on, o.customer, o.country, o.total, o.currency, o.line_count,
    i.id, i.kind, i.number, coalesce(i.part, 0), coalesce(i.total, 0)
  from sales.order o
  left join lateral (
    select
      max(i.id) as id, max(i.kind) as kind, max(i.number) as number, max(i.part) as part, sum(i.total) as total
    from accounting.invoice i
    where i.order_id = o.id
  ) i on true
  where (of_customer is null or o.customer = of_customer)
    and (with_number is null or starts_with(o.number, with_number))
    and (from_day is null or o.ordered_on >= from_day)
    and (to_day is null or o.ordered_on <= to_day)
    and (before_day is null or (o.ordered_on, o.id) < (before_day, before_id))
    and (in_status is null or o.status = in_status)
    and case in_state
      when 'open' then
        o.total <> 0 and o.status = 'confirmed' and o.currency is null
          and (i.id is null or (not o.is_return and i.total <> o.total))
      when 'invoiced' then
        i.id is not null and (o.is_return or o.status <> 'confirmed' or i.total = o.total)
      when 'free' then o.total = 0
      else true
    end
  order by o.ordered_on desc, o.id desc
  limit amount;
end
$$;

comment on function sales.list_orders(text, text, date, date, text, date, bigint, integer, text) is
  'Returns a page of orders and returns, latest first, each with its last invoice, the number of its invoices and what '
  'they come to: at most `amount` that come after the day and id given. `with_number` is the beginning of the number; '
  '`in_state` is open (something of it is not invoiced), invoiced or free (a total of 0, which is never invoiced), '
  '`in_status` quote, confirmed, cancelled or closed. A null parameter matches all.';
