create or replace function accounting.close_period(up_to date, today date)
returns date
language plpgsql
as $$
declare
  closed date;
  refusal text := sales.day_refusal(up_to, 'day');
begin
  if refusal is not null then
    raise exception using errcode = 'DJ400', message = refusal;
  end if;
  if up_to >= today then
    raise exception using
      errcode = 'DJ409',
      message = format('the day %s is not over', up_to),
      hint = 'Close a period when its last day has passed.';
  end if;
  update accounting.books b
  set closed_until = up_to
  where b.closed_until is null
    or b.closed_until < up_to;
  select b.closed_until
  into closed
  from accounting.books b;
  return closed;
end
$$;

comment on function accounting.close_period(date, date) is
  'Closes the books up to a day, and returns the last closed day, which may be a later one. It waits for '
  'transactions that have made an entry, and others wait for it. Raises DJ400 for a day that is none, DJ409 '
  'for one that is not over, and DJ503 if the wait took 5 seconds.';
