create or replace function accounting.tax_rate_clash(fields jsonb)
returns text
language plpgsql
stable
as $$
declare
  present accounting.tax_rate;
  ends date;
begin
  select *
  into present
  from accounting.tax_rate t
  where t.country = fields ->> 'country'
    and t.class = fields ->> 'class'
    and t.from_day = (fields ->> 'from')::date;
  if not found or present.rate = (fields ->> 'rate')::numeric then
    return null;
  end if;

  select min(t.from_day)
  into ends
  from accounting.tax_rate t
  where t.country = present.country
    and t.class = present.class
    and t.from_day > present.from_day;
  if exists (
    select
    from accounting.seller s
    join accounting.invoice i on i.issued_on >= present.from_day and i.issued_on < coalesce(ends, 'infinity')
    join accounting.invoice_tax t on t.invoice_id = i.id
    where s.country = present.country
      and t.category = 'S'
      and t.rate = present.rate
  ) then
    return format(
      'rate: invoices bear the %s %% of %s from %s on; set the new rate from a later day', trim_scale(present.rate * 100),
      present.country, present.from_day);
  end if;
  return null;
end
$$;

comment on function accounting.tax_rate_clash(jsonb) is
  'Returns the reason why a rate of tax cannot be changed or removed: invoices of its days bear it. Null if '
  'it can. The fields have passed accounting.tax_rate_refusal().';
