create or replace function sales.import_judge(import text, return_mark text)
returns void
language plpgsql
set jit = off
set enable_seqscan = off
set work_mem = '64MB'
as $$
begin
  insert into sales.import_order (
    import, first_line, line_count, first_part, last_part, total, ordered_on, number, kind, customer, country,
    currency, refusal
  )
  select
    import_judge.import, o.first_line, o.line_count, o.first_part, o.last_part, o.total, o.first_day, o.number,
    case when o.total < 0 or o.is_taken_back then 'return' else 'order' end,
    o.first_customer, o.first_country, nullif(o.first_currency, s.currency),
    case
      when o.fault is not null then o.fault
      when o.first_customer <> o.last_customer then
        format('the lines of this order name two customers: %s and %s', o.first_customer, o.last_customer)
      when o.first_country <> o.last_country then
        format('the lines of this order name two countries: %s and %s', o.first_country, o.last_country)
      when o.first_day <> o.last_day then
        format('the lines of this order name two days: %s and %s', o.first_day, o.last_day)
      when o.first_currency <> o.last_currency then
        format('the lines of this order name two currencies: %s and %s', o.first_currency, o.last_currency)
      when o.first_currency is not null and c.code is null then
        format('ISO 4217 has no currency %s, which this order names', o.first_currency)
      when o.total < 0 and not starts_with(o.number, return_mark) then
        format(
          'the total of this order is negative (%s), but its number does not start with %s, the mark of returns',
          round(o.total, 2), return_mark)
      when o.is_taken_back and not starts_with(o.number, return_mark) then
        format(
          'all quantities of this order are negative, but its number does not start with %s, the mark of returns',
          return_mark)
      when o.is_taken_back and o.total > 0 then
        'all quantities of this order are negative, but its total is positive'
    end
  from (
    select
      r.number,
      min(r.first_line) as first_line,
      sum(r.line_count) as line_count,
      min(r.part) as first_part,
      max(r.part) as last_part,
      sum(r.total) as total,
      bool_and(r.is_taken_back) as is_taken_back,
      min(r.customer) as first_customer,
      max(r.customer) as last_customer,
      min(r.country collate "C") as first_country,
      max(r.country collate "C") as last_country,
      min(r.ordered_on) as first_day,
      max(r.ordered_on) as last_day,
      min(r.currency) as first_currency,
      max(r.currency) as last_currency,
      (
        array_agg(format('line %s of this order: %s', r.first_line, r.fault) order by r.first_line)
          filter (where r.fault is not null)
      )[1] as fault
    from sales.import_run r
    where r.import = import_judge.import
    group by r.number
  ) o
  cross join sales.shop s
  left join sales.currency c on c.code = o.first_currency;
end
$$;

comment on function sales.import_judge(text, text) is
  'Decides on each order of a file, from what its parts say (sales.import_run): its kind, and why it cannot '
  'be booked. One line that breaks a rule, two customers, countries, days or currencies, and a return whose '
  'number does not begin with the mark refuse the whole order.';
