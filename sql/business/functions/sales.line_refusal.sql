create or replace function sales.line_refusal(number text, line bigint)
returns text
language sql
stable
as $$
  select format(
    'line %s: order %s %s', line_refusal.line, line_refusal.number,
    case
      when bool_or(l.line_number = line_refusal.line) then 'takes something back by it, and ships nothing'
      when count(*) = 1 then format('has the line %s alone', min(l.line_number))
      else format('has the lines %s to %s, and not this one', min(l.line_number), max(l.line_number))
    end)
  from sales.order_line l
  where l.order_number = line_refusal.number
$$;

comment on function sales.line_refusal(text, bigint) is
  'Returns the sentence that an order has no such line of which goods move, with the first and the last line '
  'that it has: an imported order keeps the numbers of the lines of its file.';
