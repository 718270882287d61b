create or replace function accounting.check_items()
returns trigger
language plpgsql
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_material = off
as $$
declare
  wrong bigint;
begin
  select a.entry_id
  into wrong
  from added a
  left join accounting.entry e on e.id = a.entry_id
  where a.settled <> 0
    or a.day is distinct from e.day
  limit 1;
  if found then
    raise exception using
      errcode = '23514',
      message = format('item %s is not a new one of an entry of its day', wrong),
      hint = 'An item comes with its entry, and nothing of it is settled yet.';
  end if;
  return null;
end
$$;

comment on function accounting.check_items() is
  'Trigger: checks that an item is one of an entry, of its day, and open as a whole.';

create or replace trigger check_items
after insert on accounting.open_item
referencing new table as added
for each statement
execute function accounting.check_items();

comment on trigger check_items on accounting.open_item is 'Each item has its entry.';
