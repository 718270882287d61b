create or replace function accounting.set_tax_rate(country text, class text, from_day date, rate numeric)
returns void
language plpgsql
as $$
#variable_conflict use_column
declare
  refusal text := case
    when not exists (select from sales.country c where c.code = set_tax_rate.country) then
      format('country: ISO 3166-1 has no country %s', left(set_tax_rate.country, 20))
    when set_tax_rate.class not in ('standard', 'reduced') then
      'class: only standard and reduced have rates; zero and exempt are 0 everywhere'
    when set_tax_rate.rate <= 0 or set_tax_rate.rate >= 1 then 'rate: is a share between 0 and 1, such as 0.19'
    when set_tax_rate.rate <> round(set_tax_rate.rate, 6) then 'rate: has more than 6 decimals'
  end;
begin
  if refusal is not null then
    raise exception using
      errcode = 'DJ400',
      message = refusal,
      hint = 'Correct the field and set the rate again.';
  end if;
  if set_tax_rate.rate is null then
    delete from accounting.tax_rate t
    where t.country = set_tax_rate.country
      and t.class = set_tax_rate.class
      and t.from_day = set_tax_rate.from_day;
    return;
  end if;
  insert into accounting.tax_rate (country, class, from_day, rate)
  values (set_tax_rate.country, set_tax_rate.class, set_tax_rate.from_day, set_tax_rate.rate)
  on conflict (country, class, from_day) do update
  set rate = excluded.rate;
end
$$;

comment on function accounting.set_tax_rate(text, text, date, numeric) is
  'Sets the rate of tax of a country on a class of goods from a day on; a rate that is null removes the one of that '
  'day. What is invoiced stays as it is. Raises DJ400, naming the field, for what cannot be one.';
