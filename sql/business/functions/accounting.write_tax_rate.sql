create or replace function accounting.write_tax_rate(fields jsonb)
returns void
language plpgsql
as $$
begin
  if fields ->> 'rate' is null then
    delete from accounting.tax_rate t
    where t.country = fields ->> 'country'
      and t.class = fields ->> 'class'
      and t.from_day = (fields ->> 'from')::date;
    return;
  end if;
  insert into accounting.tax_rate (country, class, from_day, rate)
  values (fields ->> 'country', fields ->> 'class', (fields ->> 'from')::date, (fields ->> 'rate')::numeric)
  on conflict (country, class, from_day) do update
  set rate = excluded.rate;
end
$$;

comment on function accounting.write_tax_rate(jsonb) is
  'Sets or removes the rate of tax of a country on a class of goods from a day on. The fields have passed '
  'accounting.tax_rate_refusal() and accounting.tax_rate_clash().';
