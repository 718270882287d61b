create or replace function jobmachine.note_silence(
  worker integer,
  neighbour integer,
  beat bigint,
  waited interval
)
returns interval
language sql
as $$
  update jobmachine.worker me
  set
    watched_beat = note_silence.beat,
    silence = note_silence.waited + case when me.watched_beat = note_silence.beat then me.silence else interval '0' end
  where me.id = note_silence.worker
    and exists (
      select from jobmachine.worker w where w.id = note_silence.neighbour and w.beat = note_silence.beat)
  returning me.silence
$$;

comment on function jobmachine.note_silence is
  'Adds a wait in which a worker''s neighbour gave no sign of life to those before it, and returns their sum:
a duration that one side has measured, whatever the clocks say. Null if the neighbour has given one since.
Used by watch.';
