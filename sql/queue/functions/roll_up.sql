create or replace function jobmachine.roll_up(
  patience interval default '1 second'
)
returns timestamptz
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  deadline constant timestamptz := clock_timestamp() + least(greatest(roll_up.patience, '0'), interval '1 hour');
  mark timestamptz := (select m.until from jobmachine.tally_mark m);
  settled timestamptz;
  first timestamptz;
begin
  -- One at a time, and with a snapshot for each statement: commits after an older one would be missed.
  if current_setting('transaction_isolation') <> 'read committed' then
    return mark;
  end if;
  perform
  from jobmachine.lock l
  where l.name = 'tally'
  for update skip locked;
  if not found then
    return mark;
  end if;
  select m.until into mark from jobmachine.tally_mark m;
  settled := jobmachine.settled_until();

  while mark < settled and clock_timestamp() < deadline loop
    select h.finished_at
    into first
    from jobmachine.history h
    where h.finished_at >= mark
    order by h.finished_at
    limit 1;
    if first is null or first >= settled then
      mark := settled;
    else
      mark := date_trunc('minute', first, 'UTC');
      perform jobmachine.tally_minute(mark);
      mark := mark + interval '1 minute';
    end if;
  end loop;

  update jobmachine.tally_mark m
  set until = mark
  where m.until <> mark;
  delete from jobmachine.tally t
  where t.span = 'minute'
    and t.since < now() - interval '2 days';
  return mark;
end
$$;

comment on function jobmachine.roll_up is
  'Counts ended jobs, minute by minute, as far as they are settled and its patience lasts. Returns the time up
to which all is counted. Workers call it with their beat, and pages before they show the tally. It does
nothing if somebody else is counting.';
