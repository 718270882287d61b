create or replace function jobmachine.end_job(
  job bigint,
  status jobmachine.status,
  error jsonb
)
returns void
language plpgsql
as $$
declare
  ended bigint[] := array[end_job.job];
  reasons jsonb[] := array[end_job.error];
  fate jobmachine.status := end_job.status;
begin
  -- A wave at a time, not by calling itself: a chain of jobs may be longer than the server's stack is deep.
  loop
    with gone as (
      delete from jobmachine.job j
      using unnest(ended, reasons) as one(id, reason)
      where j.id = one.id
      returning j.*, one.reason
    )
    insert into jobmachine.history (
      id, run_at, offloaded_at, claimed_at, worker, attempt, attempt_limit, priority, status, queue, kind, arguments,
      environment, error)
    select
      gone.id, gone.run_at, gone.offloaded_at, gone.claimed_at, gone.worker, gone.attempt, gone.attempt_limit,
      gone.priority, fate, gone.queue, gone.kind, gone.arguments, gone.environment, gone.reason
    from gone;

    delete from jobmachine.dependency d
    where d.job = any (ended);

    -- Who waited for these will never run: it ends now, with the reason, rather than wait for ever.
    with lost as (
      delete from jobmachine.dependency d
      where d.needs = any (ended)
      returning d.job, d.needs
    ), one as (
      select lost.job, min(lost.needs) as needs
      from lost
      group by lost.job
    )
    select
      array_agg(one.job),
      array_agg(jsonb_build_object(
        'type', 'dependency',
        'message', format('job %s, for which it waited, ended as %s', one.needs, fate)))
    into ended, reasons
    from one;
    exit when ended is null;

    fate := 'error';
    -- Of the first one, whoever called tells.
    perform pg_notify('jobmachine.' || j.queue || '.' || j.id, '')
    from jobmachine.job j
    where j.id = any (ended);
  end loop;
end
$$;

comment on function jobmachine.end_job is
  'Ends a live job without an answer, and with it those that wait for it. A part of fail, cancel and rescue.';
