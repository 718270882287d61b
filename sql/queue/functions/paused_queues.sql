create or replace function jobmachine.paused_queues(
  patience interval default '1 hour'
)
returns table (
  subject text,
  since timestamptz,
  words jsonb
)
language sql
stable
as $$
  select q.name, q.paused_at, jsonb_strip_nulls(jsonb_build_object('by', q.paused_by))
  from jobmachine.queue q
  where q.paused_at < now() - paused_queues.patience
    and exists (select from jobmachine.heads() h where q.name = any (jobmachine.branch_of(h.queue)))
$$;

comment on function jobmachine.paused_queues is
  'Returns the queues that have been paused for the patience, and keep jobs waiting in them or below. See
dead_workers for the columns.';
