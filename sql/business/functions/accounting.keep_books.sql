create or replace function accounting.keep_books()
returns trigger
language plpgsql
set lock_timeout = '5s'
as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception using
      errcode = 'DJ409',
      message = format('the row of %s.%s stays', tg_table_schema, tg_table_name),
      detail = format('%s was refused.', lower(tg_op));
  end if;
  if tg_level = 'STATEMENT' then
    -- Waits for every transaction that has made an entry, and keeps others from making one until this ends.
    -- So each entry is either seen to be in the period that closes, or sees that it is closed.
    begin
      lock table accounting.entry in share row exclusive mode;
    exception
      when lock_not_available then
        raise exception using
          errcode = 'DJ503',
          message = 'a transaction has held the lock on the table accounting.entry for 5 seconds',
          hint = 'Try again when the invoicing or booking that is under way has ended.';
    end;
    return null;
  end if;

  if (new.closed_until is null or new.closed_until < old.closed_until)
    and new.times_reopened is distinct from old.times_reopened + 1
  then
    raise exception using
      errcode = 'DJ409',
      message = format('the books are closed until %s', old.closed_until),
      hint = 'Open a period again with accounting.reopen_period().';
  end if;
  insert into accounting.closing (closed_until, closed_until_before)
  values (new.closed_until, old.closed_until);
  return new;
end
$$;

comment on function accounting.keep_books() is
  'Trigger: waits until no transaction is making an entry, at most 5 seconds (DJ503), before the books are '
  'closed or opened, records it, and refuses to open them by the way (DJ409).';

create or replace trigger keep_books
before update or delete or truncate on accounting.books
for each statement
execute function accounting.keep_books();

create or replace trigger keep_closed
before update on accounting.books
for each row
when (new.closed_until is distinct from old.closed_until)
execute function accounting.keep_books();

comment on trigger keep_books on accounting.books is 'No entry is made while the books close.';
comment on trigger keep_closed on accounting.books is 'A closed period is opened on purpose only.';
