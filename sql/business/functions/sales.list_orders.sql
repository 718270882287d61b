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
set jit = off
set max_parallel_workers_per_gather = 0
as $$
begin
  -- Each state is a query of its own: open orders come from a short table, and the others pass it by.
  return query execute format(
    $sql$
      select
        o.id, o.number, o.status, o.is_return, o.ordered_on, o.customer, o.country, o.total, o.currency, o.line_count,
        i.id, i.kind, i.number, coalesce(i.part, 0), coalesce(i.total, 0)
      from (
        select o.*
        from sales.order o
        %1$s
        where %2$s
          and ($1 is null or o.customer = $1)
          and ($2 is null or starts_with(o.number, $2))
          and ($3 is null or %3$s.ordered_on >= $3)
          and ($4 is null or %3$s.ordered_on <= $4)
          and ($5 is null or (%3$s.ordered_on, %4$s) < ($5, $6))
          and ($7 is null or o.status = $7)
        order by %3$s.ordered_on desc, %4$s desc
        limit $8
      ) o
      left join lateral (
        select
          max(i.id) as id, max(i.kind) as kind, max(i.number) as number, max(i.part) as part, sum(i.total) as total
        from accounting.invoice i
        where i.order_id = o.id
      ) i on true
      order by o.ordered_on desc, o.id desc
    $sql$,
    case in_state
      when 'open' then
        'join accounting.uninvoiced_order u on u.order_id = o.id'
      when 'invoiced' then 'left join accounting.uninvoiced_order u on u.order_id = o.id'
      else ''
    end,
    case in_state
      when 'open' then '($7 is null or $7 = ''confirmed'')'
      when 'invoiced' then
        'u.order_id is null and exists (select from accounting.invoice i where i.order_id = o.id)'
      when 'free' then 'o.total = 0'
      else 'true'
    end,
    -- The columns by which an index has the page.
    case in_state when 'open' then 'u' else 'o' end,
    case in_state when 'open' then 'u.order_id' else 'o.id' end
  ) using of_customer, with_number, from_day, to_day, before_day, before_id, in_status, amount;
end
$$;

comment on function sales.list_orders(text, text, date, date, text, date, bigint, integer, text) is
  'Returns a page of orders and returns, latest first, each with its last invoice, the number of its invoices and what '
  'they come to: at most `amount` that come after the day and id given. `with_number` is the beginning of the number; '
  '`in_state` is open (something of it is not invoiced), invoiced or free (a total of 0, which is never invoiced), '
  '`in_status` quote, confirmed, cancelled or closed. A null parameter matches all.';
