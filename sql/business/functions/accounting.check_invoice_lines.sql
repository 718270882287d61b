create or replace function accounting.check_invoice_lines()
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
  select added_to.invoice_id, (i.kind = 'credit-note') <> o.is_return as is_of_wrong_kind,
    o.status in ('quote', 'cancelled') as is_of_no_order
  into wrong
  from (
    select
      g.invoice_id, sum(g.line_count) as line_count, sum(g.total) as total, sum(g.tax) as tax,
      count(g.tax) not in (0, count(*)) as is_partly_taxed
    from (
      select
        invoice_id, count(*) as line_count, sum(amount) as total, round(sum(amount) * tax_rate, 2) as tax
      from added
      group by invoice_id, tax_category, tax_rate
    ) g
    group by g.invoice_id
  ) added_to
  -- In this form these are looks into the keys' indexes: see accounting.post_invoices().
  left join lateral (
    select *
    from accounting.invoice i
    where i.id between added_to.invoice_id and added_to.invoice_id
    order by i.id
    limit 1
  ) i on true
  left join lateral (
    select *
    from sales.order o
    where o.id between i.order_id and i.order_id
    order by o.id
    limit 1
  ) o on true
  where (i.line_count, i.total, i.tax) is distinct from (added_to.line_count, added_to.total, added_to.tax)
    or added_to.is_partly_taxed
    or (i.kind = 'credit-note') <> o.is_return
    or o.status in ('quote', 'cancelled')
  limit 1;
  if wrong.is_of_no_order then
    raise exception using
      errcode = '23514',
      message = format('invoice id %s is one of a quote, or a cancelled order', wrong.invoice_id),
      hint = 'Confirm a quote before it is invoiced.';
  end if;
  if wrong.is_of_wrong_kind then
    raise exception using
      errcode = '23514',
      message = format('invoice id %s is of the wrong kind for its order', wrong.invoice_id),
      hint = 'A return gets a credit note, and any other order an invoice.';
  end if;
  if wrong.invoice_id is not null then
    raise exception using
      errcode = '23514',
      message = format(
        'the lines of invoice id %s do not add up to its line count, total and tax, or it does not exist',
        wrong.invoice_id),
      hint = 'Insert the invoice, then all of its lines with one statement. An issued invoice takes no further lines. '
        'Either all of them are outside of tax, or none.';
  end if;
  return null;
end
$$;

comment on function accounting.check_invoice_lines() is
  'Trigger: checks that the lines of an invoice come all at once and add up to it, tax included, so that '
  'none can be slipped in later, and that a credit note is one of a return, and none of a quote. Stands for '
  'the foreign key to the invoice, which is never deleted.';

create or replace trigger check_invoice_lines
after insert on accounting.invoice_line
referencing new table as added
for each statement
execute function accounting.check_invoice_lines();

comment on trigger check_invoice_lines on accounting.invoice_line is
  'Keeps the invoice''s line count, total and tax true, and issued invoices closed.';
