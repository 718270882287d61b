create or replace function accounting.reopen_period(closed_until date)
returns date
language plpgsql
as $$
#variable_conflict use_column
declare
  refusal text := sales.day_refusal(reopen_period.closed_until, 'day');
begin
  if refusal is not null then
    raise exception using errcode = 'DJ400', message = refusal;
  end if;
  update accounting.books b
  set closed_until = reopen_period.closed_until, times_reopened = b.times_reopened + 1
  where reopen_period.closed_until is null and b.closed_until is not null
    or reopen_period.closed_until < b.closed_until;
  if not found then
    raise exception using
      errcode = 'DJ409',
      message = 'nothing after that day is closed';
  end if;
  return reopen_period.closed_until;
end
$$;

comment on function accounting.reopen_period(date) is
  'Opens the books again after a day, which stays closed, or altogether for null; returns it. The table '
  'closing keeps a record. Raises DJ400 for a day that is none, and DJ409 if nothing after it is closed.';
