create or replace function sales.shop_day(moment timestamptz)
returns date
language sql
stable
as $$
  select (shop_day.moment at time zone s.time_zone)::date
  from sales.shop s
$$;

comment on function sales.shop_day(timestamptz) is
  'Returns the day on which a moment falls in the shop''s time zone: the day that orders and invoices bear.';
