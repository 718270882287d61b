create or replace function accounting.check_settled()
returns trigger
language plpgsql
set jit = off
set enable_seqscan = off
as $$
declare
  sum_of_settlements numeric;
begin
  select coalesce(sum(s.amount), 0)
  into sum_of_settlements
  from (
    select d.amount from accounting.settlement d where d.debit_id = new.entry_id
    union all
    select - c.amount from accounting.settlement c where c.credit_id = new.entry_id
  ) s;
  if new.settled <> sum_of_settlements then
    raise exception using
      errcode = '23514',
      message = format('what is settled of item %s is the sum of its settlements', new.entry_id),
      hint = 'Insert a settlement; it updates the item.';
  end if;
  return null;
end
$$;

comment on function accounting.check_settled() is
  'Trigger: checks that what is settled of an item is the sum of its settlements.';

create or replace trigger check_settled
after update on accounting.open_item
for each row
execute function accounting.check_settled();

comment on trigger check_settled on accounting.open_item is 'The settlements say how much is settled.';
