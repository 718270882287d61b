-- One look per statement instead of two foreign keys per line: with 50,000 lines 26 ms instead of 190 ms for
-- each. It can be so simple because orders, their lines and products are never deleted:
-- sales.refuse_change().
create or replace function sales.check_order_lines()
returns trigger
language plpgsql
set jit = off
set enable_seqscan = off
set work_mem = '64MB'
as $$
declare
  wrong text;
begin
  select added_to.number into wrong
  from (
    select order_number as number, count(*) as line_count, sum(amount) as total
    from added
    group by order_number
  ) added_to
  -- The limit makes each of these a look into the index, whatever the planner believes of the table's size.
  left join lateral (
    select true as is_there, o.line_count, o.total
    from sales.order o
    where o.number = added_to.number
    limit 1
  ) o on true
  where case
    when o.line_count = added_to.line_count and o.total = added_to.total then false
    when o.is_there is null then true
    -- Not all of its lines came with this statement: look at all of them.
    else (o.line_count::bigint, o.total) is distinct from (
      select (count(*), sum(l.amount))
      from sales.order_line l
      where l.order_number = added_to.number
    )
  end
  limit 1;
  if found then
    raise exception using
      errcode = '23514',
      message = format('the lines of order %s do not add up to its line count and total, or the order does not exist', wrong),
      hint = 'Book the order with its line count and total, then all of its lines with one statement.';
  end if;

  select a.code into wrong
  from (select distinct product_code as code from added) a
  left join lateral (
    select true as is_there
    from sales.product p
    where p.code = a.code
    limit 1
  ) p on true
  where p.is_there is null
  limit 1;
  if found then
    raise exception using
      errcode = '23503',
      message = format('there is no product %s', wrong),
      hint = 'Add the product to sales.product before the lines that name it.';
  end if;
  return null;
end
$$;

comment on function sales.check_order_lines() is
  'Trigger: checks that every new line has its order and its product, and that every touched order adds up.';

create or replace trigger check_order_lines
after insert on sales.order_line
referencing new table as added
for each statement
execute function sales.check_order_lines();

comment on trigger check_order_lines on sales.order_line is
  'Stands for the foreign keys to order and product, and keeps the order''s line count and total true.';
