create or replace function jobmachine.note_retried(
  queue text,
  kind text,
  status jobmachine.status,
  finished_at timestamptz
)
returns void
language sql
as $$
  update jobmachine.tally t
  set retried = t.retried + 1
  from unnest('{minute,hour,day}'::text[]) as span(name)
  where t.span = span.name
    and t.since = date_trunc(span.name, note_retried.finished_at, 'UTC')
    and t.queue = note_retried.queue
    and t.kind = note_retried.kind
    and t.status = note_retried.status
    and note_retried.finished_at < (select m.until from jobmachine.tally_mark m)
$$;

comment on function jobmachine.note_retried is
  'Notes in the tally that an ended job is back in the line. Used by bring_back.';
