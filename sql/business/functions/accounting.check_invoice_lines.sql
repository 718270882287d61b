create or replace function accounting.check_invoice_lines()
returns trigger
language plpgsql
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  wrong bigint;
begin
  select added_to.invoice_id into wrong
  from (
    select invoice_id, count(*) as line_count, sum(amount) as total
    from added
    group by invoice_id
  ) added_to
  join accounting.invoice i on i.id = added_to.invoice_id
  where (i.line_count::bigint, i.total) is distinct from (added_to.line_count, added_to.total)
  limit 1;
  if found then
    raise exception using
      errcode = '23514',
      message = format('the lines of invoice id %s do not add up to its line count and total', wrong),
      hint = 'Insert all lines of an invoice with one statement. An issued invoice takes no further lines.';
  end if;
  return null;
end
$$;

comment on function accounting.check_invoice_lines() is
  'Trigger: the lines of an invoice come all at once and add up to it, so that none can be slipped in later.';

create or replace trigger check_invoice_lines
after insert on accounting.invoice_line
referencing new table as added
for each statement
execute function accounting.check_invoice_lines();

comment on trigger check_invoice_lines on accounting.invoice_line is
  'Keeps the invoice''s line count and total true, and issued invoices closed.';
