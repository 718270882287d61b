create or replace function logistics.list_parcels(
  of_order text default null,
  of_customer text default null,
  with_code text default null,
  with_tracking_number text default null,
  from_day date default null,
  to_day date default null,
  before_day date default null,
  before_id bigint default null,
  amount integer default 50
)
returns table (
  id bigint,
  code text,
  order_id bigint,
  order_number text,
  customer text,
  shipped_at timestamptz,
  shipped_on date,
  carrier text,
  tracking_number text
)
language plpgsql
stable
set jit = off
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
begin
  return query
  select
    p.id, p.code, o.id, p.order_number, o.customer, p.shipped_at, p.shipped_on, p.carrier, p.tracking_number
  from logistics.parcel p
  join sales.order o on o.number = p.order_number
  where (of_order is null or p.order_number = of_order)
    and (of_customer is null or o.customer = of_customer)
    and (with_code is null or p.code = with_code)
    and (with_tracking_number is null or p.tracking_number = with_tracking_number)
    and (from_day is null or p.shipped_on >= from_day)
    and (to_day is null or p.shipped_on <= to_day)
    and (before_day is null or (p.shipped_on, p.id) < (before_day, before_id))
  order by p.shipped_on desc, p.id desc
  limit amount;
end
$$;

comment on function logistics.list_parcels(text, text, text, text, date, date, date, bigint, integer) is
  'Returns a page of parcels, latest first: at most `amount` that come after the day and id given. A null '
  'parameter matches all.';
