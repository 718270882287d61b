create or replace function accounting.check_entries()
returns trigger
language plpgsql
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_material = off
as $$
declare
  closed date;
  late record;
  bare bigint;
begin
  select a.id
  into bare
  from added a
  left join accounting.posting p on p.entry_id = a.id and p.line = a.posting_count
  where p.entry_id is null
  limit 1;
  if found then
    raise exception using
      errcode = '23514',
      message = format('entry %s comes without its postings', bare),
      hint = 'Insert an entry and its postings with one statement: with e as (insert … returning id) insert ….';
  end if;

  if current_setting('transaction_isolation') = 'read committed' then
    select b.closed_until
    into closed
    from accounting.books b
    where b.are_the_books;
  else
    -- The snapshot may be older than the closing. The lock fails then, and the transaction with it.
    select b.closed_until
    into closed
    from accounting.books b
    where b.are_the_books
    for share;
  end if;
  if closed is null then
    return null;
  end if;

  select a.day, a.source
  into late
  from added a
  where a.day <= closed
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ409',
      message = format('the period of %s is closed: the books are closed until %s', late.day, closed),
      hint = 'Book it on a later day, or open the period again with accounting.reopen_period().';
  end if;
  return null;
end
$$;

comment on function accounting.check_entries() is
  'Trigger: refuses entries without postings, and those that bear a day of a closed period (DJ409). '
  'accounting.check_postings() checks the postings.';

create or replace trigger check_entries
after insert on accounting.entry
referencing new table as added
for each statement
execute function accounting.check_entries();

comment on trigger check_entries on accounting.entry is
  'An entry has postings, and bears a day that is not closed.';
