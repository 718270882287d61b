create or replace function accounting.list_tax_rates(
  of_country text default null,
  of_class text default null,
  on_day date default null,
  since_day date default null
)
returns table (country text, class text, from_day date, to_day date, rate numeric, country_name text, is_to_come boolean)
language sql
stable
as $$
  select
    r.country, r.class, r.from_day, r.to_day, trim_scale(r.rate), c.name,
    r.from_day > coalesce(on_day, since_day)
  from (
    select
      t.country, t.class, t.from_day, t.rate,
      lead(t.from_day) over (partition by t.country, t.class order by t.from_day) - 1 as to_day
    from accounting.tax_rate t
    where (of_country is null or t.country = coalesce(sales.country_of(of_country), of_country))
      and (of_class is null or t.class = of_class)
  ) r
  join sales.country c on c.code = r.country
  where (on_day is null or on_day between r.from_day and coalesce(r.to_day, 'infinity'))
    and (since_day is null or coalesce(r.to_day >= since_day, true))
  order by r.country, r.class desc, r.from_day
$$;

comment on function accounting.list_tax_rates(text, text, date, date) is
  'Returns the rates of tax by country, class and day, each with its last day, which is null for the latest. '
  '`on_day` leaves those that hold on a day, `since_day` those that hold on it or later, and is_to_come says '
  'which of these begin later. A null parameter matches all.';
