create or replace function sales.import_chunk(import_day date)
returns void
language plpgsql
set jit = off
set enable_seqscan = off
set work_mem = '64MB'
as $$
declare
  clash record;
  described record;
  more record;
begin
  -- Every look into a table that may be large is a lateral one with a limit: a look into its index, for each
  -- row of the chunk, whatever the planner believed of the tables' sizes when the first chunk came.
  insert into sales.product (code, name)
  select distinct on (code) code, coalesce(description, code)
  from pg_temp.order_import_product
  order by code, description is null, line
  on conflict (code) do nothing;

  for described in
    select distinct on (d.code) d.code, d.description
    from pg_temp.order_import_product d
    cross join lateral (
      select
      from sales.product p
      where p.code = d.code
        and p.name = p.code
      limit 1
    ) nameless
    where d.description <> d.code
    order by d.code, d.line
  loop
    update sales.product
    set name = described.description
    where code = described.code;
  end loop;

  insert into sales.customer (code, country)
  select distinct on (customer) customer, country
  from pg_temp.order_import_run
  where customer is not null
  order by customer, first_line
  on conflict (code) do nothing;

  insert into pg_temp.order_import_chunk (
    first_line, line_count, total, ordered_on, number, customer, country, is_ours
  )
  select
    run.first_line, run.line_count, run.total, run.ordered_on, run.number, run.customer, run.country,
    ours.is_there is not null
  from (
    select
      min(first_line) as first_line,
      sum(line_count) as line_count,
      sum(total) as total,
      (array_agg(ordered_on order by first_line) filter (where ordered_on is not null))[1] as ordered_on,
      number,
      (array_agg(customer order by first_line) filter (where customer is not null))[1] as customer,
      (array_agg(country order by first_line) filter (where country is not null))[1] as country
    from pg_temp.order_import_run
    group by number
  ) run
  left join lateral (
    select true as is_there
    from pg_temp.order_import_order o
    where o.number = run.number
    limit 1
  ) ours on true;

  select count(*) as amount, min(first_line) as line, (array_agg(number order by first_line))[1] as number
  into clash
  from pg_temp.order_import_chunk c
  cross join lateral (
    select
    from sales.order o
    where o.number = c.number
    limit 1
  ) earlier
  where not is_ours;
  if clash.amount > 0 then
    raise exception using
      errcode = 'DJ409',
      message = format('line %s: order %s exists already', clash.line, clash.number),
      detail = format('It is one of %s such orders near that line.', clash.amount),
      hint = 'Remove the orders that are already booked from the file, then import it again.';
  end if;

  for more in
    select *
    from pg_temp.order_import_chunk
    where is_ours
  loop
    update sales.order
    set line_count = line_count + more.line_count,
      total = total + more.total,
      customer = coalesce(customer, more.customer),
      country = coalesce(country, more.country)
    where number = more.number;
  end loop;

  insert into sales.order (ordered_on, line_count, total, number, customer, country)
  select coalesce(ordered_on, import_day), line_count, total, number, customer, country
  from pg_temp.order_import_chunk
  where not is_ours
  order by first_line;

  insert into pg_temp.order_import_order (number)
  select number
  from pg_temp.order_import_chunk
  where not is_ours;

  truncate pg_temp.order_import_run, pg_temp.order_import_product, pg_temp.order_import_chunk;
end
$$;

comment on function sales.import_chunk(date) is
  'Books the products, customers and orders of what lies in order_import_run and order_import_product, and '
  'empties both. The lines themselves follow by COPY into sales.order_line. An order may come in several '
  'runs and chunks: its customer, country and day are the first that a line names. Raises DJ409 if an order '
  'exists already that this import did not book.';
