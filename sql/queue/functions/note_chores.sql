create or replace function jobmachine.note_chores(
  names text[],
  times timestamptz[],
  errors text[]
)
returns void
language sql
as $$
  -- Whoever beats at this moment does so for all.
  with mine as materialized (
    select c.name
    from jobmachine.chore c
    where c.part is null
    for update skip locked
  )
  update jobmachine.chore c
  set
    run = c.run + 1,
    started_at = noted.began,
    took = noted.ended - noted.began,
    error = jobmachine.cut(noted.error),
    next_at = noted.began + c.every
  from (
    select
      one.name, one.error, note_chores.times[one.place] as began, note_chores.times[one.place + 1] as ended
    from unnest(note_chores.names, note_chores.errors) with ordinality as one(name, error, place)
  ) as noted
  join mine on mine.name = 'djet.' || noted.name
  where c.name = mine.name
$$;

comment on function jobmachine.note_chores is
  'Notes when each of Djet''s own chores ran, which follow one another: times begins with the beginning of the
first, and goes on with the end of each. Used by do_chores.';
