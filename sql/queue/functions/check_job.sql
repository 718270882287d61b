create or replace function jobmachine.check_job(
  queue text,
  kind text,
  priority integer,
  run_at timestamptz,
  attempt_limit integer
)
returns void
language plpgsql
as $$
begin
  -- Checks lengths first: the time of a pattern grows with the name.
  if (
    length(check_job.queue) <= 30 and check_job.queue ~ '^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*$'
    and length(check_job.kind) <= 120 and check_job.kind ~ '^[a-z][a-z0-9_.-]*$') is not true
  then
    perform jobmachine.refuse_name(check_job.queue, check_job.kind);
  end if;
  if (check_job.priority between 0 and 9) is not true then
    raise exception 'a job''s priority must be a number from 0 to 9 (got %)', coalesce(check_job.priority::text, 'null')
    using errcode = 'check_violation', constraint = 'job_priority_is_one_of_ten', table = 'job';
  end if;
  if not isfinite(check_job.run_at) then
    raise exception 'a job cannot run at %, which never comes: run_at must be a finite time, or null for now', check_job.run_at
    using errcode = 'check_violation', constraint = 'job_comes_up_some_day', table = 'job';
  end if;
  if check_job.attempt_limit < 1 then
    raise exception 'a job''s attempt_limit must be at least 1 (got %)', check_job.attempt_limit
    using errcode = 'check_violation', constraint = 'job_attempt_counts_up', table = 'job';
  end if;
end
$$;

comment on function jobmachine.check_job is
  'Raises the table''s check_violation, in words, for values that no job can have. The table''s own message
would show the row, and with it the arguments, to clients and in the log. Used by offload, offload_each and
offload_many.';
