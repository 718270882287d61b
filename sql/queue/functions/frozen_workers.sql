create or replace function jobmachine.frozen_workers(
  patience interval default null
)
returns table (
  subject text,
  since timestamptz,
  words jsonb
)
language sql
stable
as $$
  select w.id::text, w.seen_at, jsonb_build_object('host', w.host, 'pid', w.pid::text)
  from jobmachine.workers() w
  join jobmachine.worker own on own.id = w.id
  where w.is_alive
    and w.seen_at < now() - coalesce(frozen_workers.patience, own.lease)
$$;

comment on function jobmachine.frozen_workers is
  'Returns the workers whose sessions last, but which have given no sign of life for their lease or, if it is
given, the patience. Another worker would have taken over: there is none. See dead_workers for the columns.';
