create or replace function accounting.seller_rates(on_day date)
returns table (seller text, is_in_eu boolean, standard numeric, reduced numeric)
language sql
stable
as $$
  select
    s.country,
    coalesce(on_day between c.eu_from and coalesce(c.eu_to, 'infinity'), false),
    r.standard,
    -- A country without a reduced rate, as Denmark, has one for both classes.
    coalesce(r.reduced, r.standard)
  from accounting.seller s
  join sales.country c on c.code = s.country
  cross join lateral (
    select
      (array_agg(t.rate order by t.from_day desc) filter (where t.class = 'standard'))[1] as standard,
      (array_agg(t.rate order by t.from_day desc) filter (where t.class = 'reduced'))[1] as reduced
    from accounting.tax_rate t
    where t.country = s.country
      and t.from_day <= on_day
  ) r
  where s.vat_id is not null
$$;

comment on function accounting.seller_rates(date) is
  'Returns the country whose tax the seller charges, if it is in the European Union on a day, and its rates '
  'on that day, which are null if none is known. No row while there is no seller with a VAT id: no tax is '
  'charged then.';
