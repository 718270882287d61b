create or replace function accounting.check_invoice_taxes()
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
  select a.invoice_id, a.category, a.rate
  into wrong
  from added a
  left join lateral (
    select sum(l.amount) as net
    from accounting.invoice_line l
    where l.invoice_id = a.invoice_id
      and l.tax_category = a.category
      and l.tax_rate = a.rate
  ) l on true
  where l.net is distinct from a.net
  limit 1;
  if found then
    raise exception using
      errcode = '23514',
      message = format(
        'the lines of invoice id %s of the category %s and the rate %s do not add up to the net of its tax',
        wrong.invoice_id, wrong.category, trim_scale(wrong.rate)),
      hint = 'Insert the lines. Their taxes are summed up by a trigger.';
  end if;
  return null;
end
$$;

comment on function accounting.check_invoice_taxes() is
  'Trigger: refuses a tax whose net is not the sum of the invoice''s lines of its category and rate. Stands '
  'for the foreign key to the invoice, which is never deleted.';

create or replace trigger check_invoice_taxes
after insert on accounting.invoice_tax
referencing new table as added
for each statement
execute function accounting.check_invoice_taxes();

comment on trigger check_invoice_taxes on accounting.invoice_tax is 'No tax is slipped in later.';
