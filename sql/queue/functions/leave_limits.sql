create or replace function jobmachine.leave_limits(
  queues text[]
)
returns void
language plpgsql
-- The list of the workers is read as a whole, which another function may have forbidden: it would be
-- compiled.
set jit = off
as $$
begin
  perform jobmachine.ring(line.queue)
  from (
    with root as (
      select l.queue
      from jobmachine.queue_limit l
      where coalesce(l.running, l.key_running) is not null
        and exists (
          select from unnest(leave_limits.queues) as one(queue) where starts_with(one.queue || '.', l.queue || '.'))
    )
    select root.queue
    from root
    union
    select below.queue
    from root
    join (select distinct unnest(w.queues) as queue from jobmachine.worker w) as below
      on starts_with(below.queue, root.queue || '.')
    -- Looks from the end of the line: at its head there may be thousands of entries of jobs that have ended.
    where (
      select true
      from jobmachine.job j
      where j.queue = below.queue
        and j.position is not null
        and j.worker is null
      order by j.priority desc, j.position desc
      limit 1)
  ) as line;
end
$$;

comment on function jobmachine.leave_limits is
  'Rings the queues whose limits have room again, since a job of these queues does not run any more, and those
below them that have workers and waiting jobs. It rings within the transaction: whoever waits for the room
must hear of it, whatever dies. Used by note_ends, fail, snooze, release, rescue and rescue_job.';
