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
  invoice_number bigint
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
    i.id, i.kind, i.number
  from sales.order o
  left join accounting.invoice i on i.order_id = o.id
  where (of_customer is null or o.customer = of_customer)
    and (with_number is null or starts_with(o.number, with_number))
    and (from_day is null or o.ordered_on >= from_day)
    and (to_day is null or o.ordered_on <= to_day)
    and (before_day is null or (o.ordered_on, o.id) < (before_day, before_id))
    and (in_status is null or o.status = in_status)
    and case in_state
      when 'open' then i.id is null and o.total <> 0 and o.status = 'confirmed' and o.currency is null
      when 'invoiced' then i.id is not null
      when 'free' then o.total = 0
      else true
    end
  order by o.ordered_on desc, o.id desc
  limit amount;
end
$$;

comment on function sales.list_orders(text, text, date, date, text, date, bigint, integer, text) is
  'Returns a page of orders and returns, latest first, each with its invoice if it has one: at most `amount` '
  'that come after the day and id given. `with_number` is the beginning of the number; `in_state` is open, '
  'invoiced or free (a total of 0, which is never invoiced), `in_status` quote, confirmed, cancelled or closed. A '
  'null parameter matches all.';
