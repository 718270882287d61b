create or replace function jobmachine.note_clock()
returns timestamptz
language plpgsql
as $$
declare
  present constant timestamptz := clock_timestamp();
  noted jobmachine.clock;
begin
  -- Whoever notes it at this moment does so for all.
  select c.*
  into noted
  from jobmachine.clock c
  for update skip locked;
  if present < noted.seen - interval '1 minute' then
    -- The clock was set back: what it showed meanwhile counts no more.
    update jobmachine.clock c
    set
      seen = present,
      trusted = least(c.trusted, present),
      upcoming = least(c.upcoming, present),
      notes = 0;
  elsif present >= noted.seen + interval '50 seconds' then
    update jobmachine.clock c
    set
      seen = present,
      trusted = case when c.notes < 60 then c.trusted else c.upcoming end,
      upcoming = case when c.notes < 60 then c.upcoming else present end,
      notes = case when c.notes < 60 then c.notes + 1 else 0 end;
  end if;
  return coalesce((select least(c.trusted, present) from jobmachine.clock c), '-infinity');
end
$$;

comment on function jobmachine.note_clock is
  'Notes what the server''s clock shows, at most once in 50 seconds, and returns the time by which what is old
is dropped: one that the clock showed sixty notes ago, or up to as many before. So nothing is dropped at once
because the clock was set or stood still, and an hour or two of beats later all is as usual. Used by do_chores
and keep_days.';
