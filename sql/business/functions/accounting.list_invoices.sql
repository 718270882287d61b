create or replace function accounting.list_invoices(
  of_kind text default null,
  with_number bigint default null,
  of_customer text default null,
  of_order text default null,
  from_day date default null,
  to_day date default null,
  before_day date default null,
  before_id bigint default null,
  amount integer default 50
)
returns table (
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
stable
set jit = off
set plan_cache_mode = force_custom_plan
set max_parallel_workers_per_gather = 0
as $$
declare
  -- Beyond these a walk by day soon has a page.
  most constant integer := 20000;
  orders bigint[];
begin
  if of_order is not null then
    orders := array(
      select o.id
      from sales.order o
      where starts_with(o.number, of_order)
      limit most + 1
    );
    if cardinality(orders) > most then
      orders := null;
    end if;
  end if;

  return query execute format(
    $sql$
      select
        i.id, i.kind, i.number, i.order_id, i.order_number, i.issued_at, i.issued_on, i.customer, i.country,
        i.total, i.tax, i.total + coalesce(i.tax, 0), i.line_count
      from %s i
      where ($1 is null or i.kind = $1)
        -- The index begins with the kind.
        and ($2 is null or (i.number = $2 and i.kind in ('invoice', 'credit-note')))
        and ($3 is null or i.customer = $3)
        and ($4 is null or starts_with(i.order_number, $4))
        and ($5 is null or i.issued_on >= $5)
        and ($6 is null or i.issued_on <= $6)
        and ($7 is null or (i.issued_on, i.id) < ($7, $8))
      order by i.issued_on desc, i.id desc
      limit $9
    $sql$,
    case
      when orders is null then 'accounting.invoice'
      else
        '(select i.* from unnest($10) o cross join lateral '
        '(select * from accounting.invoice i where i.order_id = o offset 0) i)'
    end
  ) using of_kind, with_number, of_customer, of_order, from_day, to_day, before_day, before_id, amount, orders;
end
$$;

comment on function accounting.list_invoices(text, bigint, text, text, date, date, date, bigint, integer) is
  'Returns a page of invoices and credit notes, latest first: at most `amount` that come after the day and '
  'id given. `of_order` is the beginning of the order''s number. A null parameter matches all.';
