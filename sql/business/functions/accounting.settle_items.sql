create or replace function accounting.settle_items()
returns trigger
language plpgsql
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
begin
  if exists (
    select
    from added a
    join accounting.settlement s on s.id = a.undoes
    where (s.debit_id, s.credit_id, s.amount) is distinct from (a.debit_id, a.credit_id, - a.amount)
  ) then
    raise exception using
      errcode = '23514',
      message = 'what undoes a settlement names the same items and the same amount, with the other sign';
  end if;

  if exists (
    select
    from added a
    left join accounting.open_item d on d.entry_id = a.debit_id
    left join accounting.open_item c on c.entry_id = a.credit_id
    where (d.amount > 0 and c.amount < 0) is not true
  ) then
    raise exception using
      errcode = '23514',
      message = 'a settlement is one of what a customer owes with what that customer has to get';
  end if;

  update accounting.open_item i
  set settled = i.settled + s.amount
  from (
    select t.entry_id, sum(t.amount) as amount
    from added a
    cross join lateral (values (a.debit_id, a.amount), (a.credit_id, - a.amount)) t (entry_id, amount)
    group by t.entry_id
  ) s
  where i.entry_id = s.entry_id;
  return null;
end
$$;

comment on function accounting.settle_items() is
  'Trigger: adds new settlements to the items that they settle. The items'' own check refuses more than is '
  'open.';

create or replace trigger settle_items
after insert on accounting.settlement
referencing new table as added
for each statement
execute function accounting.settle_items();

comment on trigger settle_items on accounting.settlement is 'Keeps the items exact.';
