create or replace view jobmachine.live_summary as
select
  id,
  queue,
  kind,
  jobmachine.status_of(worker, waiting_for, position) as status,
  priority,
  attempt,
  attempt_limit,
  waiting_for,
  worker,
  left(environment ->> 'user', 200) as "user",
  offloaded_at,
  run_at,
  claimed_at,
  null::timestamptz as finished_at,
  cancel_requested,
  jobmachine.cut_progress(progress, 300) as progress,
  left(error ->> 'type', 200) as error_type,
  left(error ->> 'message', 300) as error_message
from jobmachine.job;

comment on view jobmachine.live_summary is
  'Live jobs as lists show them: no arguments, and notes and errors of 300 characters at most.';

create or replace view jobmachine.ended_summary as
select
  id,
  queue,
  kind,
  status,
  priority,
  attempt,
  attempt_limit,
  0 as waiting_for,
  worker,
  left(environment ->> 'user', 200) as "user",
  offloaded_at,
  run_at,
  claimed_at,
  finished_at,
  false as cancel_requested,
  null::jsonb as progress,
  left(error ->> 'type', 200) as error_type,
  left(error ->> 'message', 300) as error_message
from jobmachine.history;

comment on view jobmachine.ended_summary is
  'Ended jobs as lists show them: no arguments or replies, and errors of 300 characters at most.';
