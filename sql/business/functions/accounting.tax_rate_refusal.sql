create or replace function accounting.tax_rate_refusal(fields jsonb)
returns text
language plpgsql
stable
as $$
declare
  rate text := fields ->> 'rate';
  share text := 'rate: is a share between 0 and 1, such as 0.19, or a percentage such as 19 %';
begin
  return coalesce(
    case
      when fields ->> 'country' is null then 'country: is missing'
      when not exists (select from sales.country c where c.code = fields ->> 'country') then
        format('country: ISO 3166-1 has no country %s', left(fields ->> 'country', 20))
      when fields ->> 'class' is null then 'class: is missing'
      when fields ->> 'class' not in ('standard', 'reduced') then
        'class: only standard and reduced have rates; zero and exempt are 0 everywhere'
      when fields ->> 'from' is null then 'from: is missing'
      when rate is null and not fields ? 'rate' then 'rate: is missing'
      when length(rate) > 20 or rate !~ '^[0-9]*[.]?[0-9]+$' then share
      when rate::numeric <= 0 or rate::numeric >= 1 then share
      when rate::numeric <> round(rate::numeric, 6) then 'rate: has more than 6 decimals'
    end,
    sales.day_refusal((fields ->> 'from')::date, 'from')
  );
end
$$;

comment on function accounting.tax_rate_refusal(jsonb) is
  'Returns the reason, which begins with the field''s name, why these cannot be fields of a rate of tax; '
  'null if they can. They are in the form of accounting.plain_tax_rate().';
