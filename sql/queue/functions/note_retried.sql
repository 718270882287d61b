create or replace function jobmachine.note_retried(
  queue text,
  kind text,
  status jobmachine.status,
  finished_at timestamptz
)
returns void
language plpgsql
as $$
begin
  -- Not while its minute is being counted: it would be counted, and then not be taken off.
  perform pg_advisory_xact_lock_shared('jobmachine.tally'::regclass::oid::bigint);
  update jobmachine.tally t
  set retried = t.retried + 1
  from unnest('{minute,hour,day}'::text[]) as span(name)
  where t.span = span.name
    and t.since = date_trunc(span.name, note_retried.finished_at, 'UTC')
    and t.queue = note_retried.queue
    and t.kind = note_retried.kind
    and t.status = note_retried.status
    and note_retried.finished_at < (select m.until from jobmachine.tally_mark m);
end
$$;

comment on function jobmachine.note_retried is
  'Notes in the tally that an ended job is back in the line. A part of retry.';
