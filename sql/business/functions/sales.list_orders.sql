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
-- The beginning of a number is an index's business only where the planner knows it.
set plan_cache_mode = force_custom_plan
set max_parallel_workers_per_gather = 0
as $$
declare
  -- Up to so many orders are found by their numbers alone.
  few constant integer := 1000;
  is_wide boolean := false;
begin
  if with_number is not null
    and of_customer is null
    and in_state is null
    and (in_status is null or in_status = 'confirmed')
  then
    is_wide := few < (
      select count(*)
      from (
        select
        from sales.order o
        where starts_with(o.number, with_number)
        limit few + 1
      ) o
    );
  end if;

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
    case
      when in_state = 'open' then 'join accounting.uninvoiced_order u on u.order_id = o.id'
      when in_state = 'invoiced' then 'left join accounting.uninvoiced_order u on u.order_id = o.id'
      -- Day by day, latest first, so that those that are passed by cost a look a day.
      when is_wide then
        $sql$
          join (
            with recursive day as (
              select max(d.ordered_on) as ordered_on
              from sales.order d
              where d.ordered_on <= coalesce(least($4, $5), 'infinity')
              union all
              select (
                select max(d.ordered_on)
                from sales.order d
                where d.ordered_on < day.ordered_on
                  and ($3 is null or d.ordered_on >= $3)
              )
              from day
              where day.ordered_on is not null
            )
            select n.id
            from day
            cross join lateral (
              select n.id
              from sales.order n
              where n.ordered_on = day.ordered_on
                and starts_with(n.number, $2)
                and ($5 is null or n.ordered_on < $5 or n.id < $6)
                and ($7 is null or n.status = $7)
              order by n.id desc
              limit $8
            ) n
            limit $8
          ) w on w.id = o.id
        $sql$
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
  'Returns a page of orders and returns, latest first, each with its last invoice, the number of its '
  'invoices and what they come to: at most `amount` that come after the day and id given. `with_number` is '
  'the beginning of the number; `in_state` is open (something of it is not invoiced), invoiced or free (a '
  'total of 0, which is never invoiced), `in_status` quote, confirmed, cancelled or closed. A null parameter '
  'matches all.';
