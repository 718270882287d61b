create or replace function accounting.set_tax_rate(country text, class text, from_day date, rate numeric)
returns void
language plpgsql
as $$
declare
  plain jsonb := accounting.plain_tax_rate(jsonb_build_object('country', country, 'class', class, 'from', from_day))
    || jsonb_build_object('rate', trim_scale(rate)::text);
  refusal text := accounting.tax_rate_refusal(plain);
begin
  if refusal is not null then
    raise exception using
      errcode = 'DJ400',
      message = refusal,
      hint = 'Correct the field and set the rate again.';
  end if;
  refusal := accounting.tax_rate_clash(plain);
  if refusal is not null then
    raise exception using
      errcode = 'DJ409',
      message = refusal,
      hint = 'The rate before then ends by itself.';
  end if;
  perform accounting.write_tax_rate(plain);
end
$$;

comment on function accounting.set_tax_rate(text, text, date, numeric) is
  'Sets the rate of tax of a country on a class of goods from a day on, which ends the one before it; a rate '
  'that is null removes the one of that day. What is invoiced stays as it is. Raises DJ400, naming the '
  'field, for what cannot be one, and DJ409 for one that invoices bear: another one supersedes it from a '
  'later day.';
