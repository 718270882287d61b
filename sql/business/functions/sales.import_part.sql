create or replace function sales.import_part(import text, part integer, import_day date)
returns void
language plpgsql
set jit = off
set enable_seqscan = off
set work_mem = '64MB'
as $$
declare
  described record;
  taken record;
begin
  -- Every look into a table that may be large is a lateral one with a limit: a look into its index, for each
  -- row of the part, whatever the planner believed of the tables' sizes when the first part came.
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

  truncate pg_temp.order_import_product;

  insert into sales.customer (code, country)
  select distinct on (o.customer) o.customer, o.country
  from sales.import_order o
  where o.import = import_part.import
    and o.last_part = import_part.part
    and o.refusal is null
    and o.customer is not null
  order by o.customer, o.first_line
  on conflict (code) do nothing;

  with mine as (
    select *
    from sales.import_order o
    where o.import = import_part.import
      and o.last_part = import_part.part
      and o.refusal is null
  ),
  booked as (
    insert into sales.order (ordered_on, line_count, total, number, kind, customer, country, currency)
    select coalesce(ordered_on, import_day), line_count, total, number, kind, customer, country, currency
    from mine
    order by first_line
    on conflict (number) do nothing
    returning number
  )
  select m.first_line, m.number
  into taken
  from mine m
  where m.number not in (select number from booked)
  order by m.first_line
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ409',
      message = format('line %s: order %s exists already', taken.first_line, taken.number),
      detail = 'It was booked while the file was imported.',
      hint = 'Remove the orders that are already booked from the file, then import it again.';
  end if;
end
$$;

comment on function sales.import_part(text, integer, date) is
  'Books the products of order_import_product, which it empties, and the customers and orders whose last '
  'line lies in a part of the file. Their lines follow in the same transaction: by COPY into '
  'sales.order_line, or by sales.import_gather. Raises DJ409 if an order exists already.';
