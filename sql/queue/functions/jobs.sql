create or replace view jobmachine.jobs as
select
  id,
  queue || '.' || id as ticket,
  queue,
  kind,
  jobmachine.status_of(worker, waiting_for, position) as status,
  priority,
  attempt,
  attempt_limit,
  waiting_for,
  worker,
  offloaded_at,
  run_at,
  claimed_at,
  null::timestamptz as finished_at,
  exists (select from jobmachine.cancellation c where c.job = job.id) as cancel_requested,
  arguments,
  environment,
  progress,
  null::jsonb as reply,
  error,
  -- Retries and snoozes keep the number at first in the environment.
  case
    when limit_is_given then coalesce(
      case
        when jsonb_typeof(environment -> 'attempts') = 'number'
          then least((environment -> 'attempts')::numeric, 999999999)::integer
      end, attempt_limit)
  end as attempts
from jobmachine.job
union all
select
  id,
  queue || '.' || id,
  queue,
  kind,
  status,
  priority,
  attempt,
  attempt_limit,
  0,
  worker,
  offloaded_at,
  run_at,
  claimed_at,
  finished_at,
  false,
  arguments,
  environment,
  null,
  reply,
  error,
  case
    when limit_is_given then coalesce(
      case
        when jsonb_typeof(environment -> 'attempts') = 'number'
          then least((environment -> 'attempts')::numeric, 999999999)::integer
      end, attempt_limit)
  end
from jobmachine.history;

comment on view jobmachine.jobs is 'All jobs, live and ended, with their status.';
comment on column jobmachine.jobs.id is 'The number of its ticket.';
comment on column jobmachine.jobs.ticket is 'The ticket: its queue and its id, as in slow.42.';
comment on column jobmachine.jobs.queue is 'The queue that it was offloaded to.';
comment on column jobmachine.jobs.kind is
  'The handler that it needs: for a model function, the function''s name.';
comment on column jobmachine.jobs.status is
  'The status: entered, processing, scheduled, waiting, finished, error or cancelled.';
comment on column jobmachine.jobs.priority is 'The priority: 0 goes first, 9 last.';
comment on column jobmachine.jobs.attempt is 'The number of times that it has been claimed.';
comment on column jobmachine.jobs.attempt_limit is 'The last attempt: if it fails, the job ends as error.';
comment on column jobmachine.jobs.waiting_for is 'The number of jobs that it still waits for.';
comment on column jobmachine.jobs.worker is
  'The worker that runs it, or ran its last attempt; null if none has claimed it.';
comment on column jobmachine.jobs.offloaded_at is 'The time when it was offloaded.';
comment on column jobmachine.jobs.run_at is 'The time before which it does not run.';
comment on column jobmachine.jobs.claimed_at is
  'The time when its last attempt began; null before the first.';
comment on column jobmachine.jobs.finished_at is 'The time when it ended; null while it is live.';
comment on column jobmachine.jobs.cancel_requested is 'True if its worker has been asked to stop it.';
comment on column jobmachine.jobs.arguments is
  'The arguments of its handler: for a model function, the function itself.';
comment on column jobmachine.jobs.environment is 'The user on whose behalf it runs, their locale and trace.';
comment on column jobmachine.jobs.progress is
  'The progress: done, of and note; null if none was reported, and once it has ended.';
comment on column jobmachine.jobs.reply is 'The reply; null unless it has finished.';
comment on column jobmachine.jobs.error is
  'The error of its last attempt: type, message, and the error itself if it could be encoded.';
comment on column jobmachine.jobs.attempts is
  'The number of attempts that it was given, of which attempt_limit is the last; null for as many as its '
  'handler allows.';
