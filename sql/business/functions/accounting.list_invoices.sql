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
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
begin
  return query
  select
    i.id, i.kind, i.number, i.order_id, i.order_number, i.issued_at, i.issued_on, i.customer, i.country,
    i.total, i.tax, i.total + coalesce(i.tax, 0), i.line_count
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

comment on function accounting.list_invoices(text, bigint, text, text, date, date, date, bigint, integer) is
  'Returns a page of invoices and credit notes, latest first: at most `amount` that come after the day and '
  'id given. `of_order` is the beginning of the order''s number. A null parameter matches all.';
