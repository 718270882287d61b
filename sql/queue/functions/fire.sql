create or replace function jobmachine.fire(
  queues text[]
)
returns boolean
language plpgsql
as $$
declare
  due jobmachine.schedule;
  has_fired boolean := false;
  has_waited boolean := false;
begin
  for due in
    select s.*
    from jobmachine.schedule s
    where s.queue = any (fire.queues)
      and s.paused_at is null
      and s.retired_at is null
      and s.next_at <= now()
    order by s.next_at
    limit 100
    for update skip locked
  loop
    -- One wait for somebody else's key is enough for a look.
    continue when has_waited and due.environment ? 'unique';
    begin
      perform jobmachine.fire_schedule(due);
      has_fired := true;
    exception
      when lock_not_available then
        has_waited := true;
        raise warning 'the schedule “%” is put off to the next look: another session is taking the key of its job', due.name
        using errcode = sqlstate;
      when transaction_rollback or insufficient_resources or system_error or internal_error then
        -- It may pass, and keeps no other schedule waiting.
        raise warning 'the schedule “%” is put off to the next look: %', due.name, sqlerrm using errcode = sqlstate;
      when others then
        -- What the server refuses now, such as arguments nested too deep, it would refuse again.
        perform jobmachine.suspend_schedule(due.name, sqlerrm);
    end;
  end loop;
  return has_fired;
end
$$;

comment on function jobmachine.fire is
  'Makes the jobs of the due schedules of some queues, and returns true if it made any. A schedule whose job
the server refuses pauses itself. One whose unique job somebody else is about to offload, or which meets an
error that may pass, waits for the next look. None keeps others from being fired. Used by promote_with.';
