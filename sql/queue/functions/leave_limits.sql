create or replace function jobmachine.leave_limits(
  jobs bigint[]
)
returns void
language plpgsql
as $$
begin
  perform jobmachine.ring_branch(u.queue)
  from jobmachine.queue_use u
  where u.jobs && leave_limits.jobs;
end
$$;

comment on function jobmachine.leave_limits is
  'Rings the queues whose limits have room again, since these jobs do not run any more. It rings within the
transaction: whoever waits for the room must hear of it, whatever dies. Used by note_ends, fail, snooze, release
and rescue_job.';
