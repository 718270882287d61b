create or replace function jobmachine.unclaimed_queues(
  patience interval default '5 minutes'
)
returns table (
  subject text,
  since timestamptz,
  words jsonb
)
language sql
stable
as $$
  with alive as materialized (
    select own.queues, own.branches
    from jobmachine.workers() w
    join jobmachine.worker own on own.id = w.id
    where w.is_alive
  )
  select h.queue, h.since, jsonb_build_object('ticket', h.queue || '.' || h.id)
  from jobmachine.heads() h
  where h.since < now() - unclaimed_queues.patience
    and not exists (
      select
      from alive w
      where h.queue = any (w.queues)
        -- A worker of a branch hears of the queue in a moment.
        or w.branches && jobmachine.branch_of(h.queue))
    and not jobmachine.is_paused(h.queue)
$$;

comment on function jobmachine.unclaimed_queues is
  'Returns the queues whose jobs could have run for the patience, but from which no living worker claims. See
dead_workers for the columns.';
