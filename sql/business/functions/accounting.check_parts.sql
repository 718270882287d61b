create or replace function accounting.check_parts()
returns trigger
language plpgsql
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_material = off
as $$
declare
  wrong record;
begin
  -- An invoice that is of the whole order, and alone, needs no look at each line. The limits and orders make
  -- each join a look into a key's index, also where the plan was made while there were few invoices.
  select w.*
  into wrong
  from (select distinct invoice_id from added) a
  cross join lateral (
    select *
    from accounting.invoice i
    where i.id between a.invoice_id and a.invoice_id
    order by i.id
    limit 1
  ) i
  cross join lateral (
    select *
    from sales.order o
    where o.id between i.order_id and i.order_id
    order by o.id
    limit 1
  ) o
  cross join lateral (
    select
      o.number, coalesce(l.line_number, s.line_number) as line, s.quantity as used, l.quantity as most,
      'invoiced' as what
    from accounting.invoiced_lines(o.id) s
    left join sales.order_line l on l.order_number = o.number and l.line_number = s.line_number
    where not o.is_return
      and (i.part > 1 or (i.line_count, i.total) <> (o.line_count, o.total))
      and (
        coalesce(s.quantity not between least(l.quantity, 0) and greatest(l.quantity, 0), true)
        or (s.quantity = l.quantity and s.amount <> l.amount)
      )
    union all
    select format('invoice %s', u.number), l.line_number, - c.quantity, l.quantity, 'credited'
    from (
      select *
      from accounting.invoice u
      where u.id between i.corrects and i.corrects
      order by u.id
      limit 1
    ) u
    cross join lateral (
      select n.corrects_line, sum(n.quantity) as quantity
      from accounting.invoice m
      join accounting.invoice_line n on n.invoice_id = m.id
      where m.corrects = u.id
        and n.corrects_line is not null
      group by n.corrects_line
    ) c
    left join lateral (
      select l.line_number, l.quantity
      from accounting.invoice_line l
      where l.invoice_id = u.id
        and l.line_number = c.corrects_line
      offset 0
    ) l on true
    where coalesce(- c.quantity not between least(l.quantity, 0) and greatest(l.quantity, 0), true)
  ) w
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ409',
      message = format(
        'line %s of %s would be %s with %s of %s', wrong.line, wrong.number, wrong.what, trim_scale(wrong.used),
        coalesce(trim_scale(wrong.most)::text, 'a line that does not exist')),
      hint = 'Issue invoices with accounting.invoice_orders(), which invoices what is left.';
  end if;
  return null;
end
$$;

comment on function accounting.check_parts() is
  'Trigger: refuses to invoice more of a line than is ordered, or to credit more than is invoiced (DJ409), '
  'and parts that do not add up to the line to the cent.';

create or replace trigger check_parts
after insert on accounting.invoice_line
referencing new table as added
for each statement
execute function accounting.check_parts();

comment on trigger check_parts on accounting.invoice_line is
  'All invoices of an order are of what is ordered, and all credit notes of what is invoiced.';
