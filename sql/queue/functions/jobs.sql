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
  cancel_requested,
  arguments,
  environment,
  progress,
  null::jsonb as reply,
  error
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
  error
from jobmachine.history;

comment on view jobmachine.jobs is 'All jobs, live and ended, with their status.';
