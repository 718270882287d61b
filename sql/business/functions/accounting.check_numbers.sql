create or replace function accounting.check_numbers()
returns trigger
language plpgsql
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
  used bigint;
begin
  select count(*)
  into used
  from accounting.invoice i
  where i.kind = new.kind
    and i.number > old.last_number
    and i.number <= new.last_number;
  if used < new.last_number - old.last_number then
    raise exception using
      errcode = 'DJ409',
      message = format(
        'of the numbers %s to %s of the series %s, which were drawn, only %s are used',
        old.last_number + 1, new.last_number, new.kind, used),
      hint = 'Issue invoices with accounting.invoice_orders(), which draws as many numbers as it uses.';
  end if;
  return null;
end
$$;

comment on function accounting.check_numbers() is
  'Trigger: looks at the commit that there is an invoice of each number that was drawn, so that the series '
  'has no gaps (DJ409).';
