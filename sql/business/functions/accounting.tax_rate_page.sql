create or replace function accounting.tax_rate_page(after_code text, amount integer)
returns table (last text, entries bigint, csv text)
language sql
stable
as $$
  select
    max(r.code),
    count(*),
    string_agg(concat_ws(',', r.country, r.class, r.from_day, trim_scale(r.rate)) || e'\r\n', '' order by r.code)
  from (
    select concat_ws(' ', t.country, t.class, t.from_day) collate "C" as code, t.*
    from accounting.tax_rate t
    where concat_ws(' ', t.country, t.class, t.from_day) collate "C" > after_code
    order by 1
    limit amount
  ) r
  having count(*) > 0
$$;

comment on function accounting.tax_rate_page(text, integer) is
  'Returns the next `amount` rates of tax after a code, as the text of CSV lines (country, class, from, '
  'rate), with the last code and the count; no row when there are none. The code of a rate is country, class '
  'and day, such as “DE standard 2021-01-01”.';
