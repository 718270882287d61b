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
  exists (select from jobmachine.cancellation c where c.job = job.id) as cancel_requested,
  jobmachine.cut_progress(progress, 300) as progress,
  left(error ->> 'type', 200) as error_type,
  left(error ->> 'message', 300) || case when length(error ->> 'message') > 300 then '…' else '' end as error_message,
  case
    when worker is null and position is null and waiting_for = 0 then (
      select w.name
      from jobmachine.awaited_signal w
      where w.job = job.id and w.ends_at = job.run_at
      order by w.name
      limit 1)
  end as signal,
  environment ->> 'tenant' as tenant
from jobmachine.job;

comment on view jobmachine.live_summary is
  'Live jobs as lists show them: no arguments, and the first 300 characters of notes and errors.';
comment on column jobmachine.live_summary.id is 'The number of its ticket.';
comment on column jobmachine.live_summary.queue is 'The queue that it was offloaded to.';
comment on column jobmachine.live_summary.kind is
  'The handler that it needs: for a model function, the function''s name.';
comment on column jobmachine.live_summary.status is 'The status: entered, processing, scheduled or waiting.';
comment on column jobmachine.live_summary.priority is 'The priority: 0 goes first, 9 last.';
comment on column jobmachine.live_summary.attempt is 'The number of times that it has been claimed.';
comment on column jobmachine.live_summary.attempt_limit is
  'The last attempt: if it fails, the job ends as error.';
comment on column jobmachine.live_summary.waiting_for is 'The number of jobs that it still waits for.';
comment on column jobmachine.live_summary.worker is 'The worker that runs it; null if none does.';
comment on column jobmachine.live_summary."user" is
  'The user on whose behalf it runs: the first 200 characters of the name. Null for nobody in particular.';
comment on column jobmachine.live_summary.offloaded_at is 'The time when it was offloaded.';
comment on column jobmachine.live_summary.run_at is 'The time before which it does not run.';
comment on column jobmachine.live_summary.claimed_at is
  'The time when its worker claimed it; null if none has.';
comment on column jobmachine.live_summary.finished_at is 'Null: it is live.';
comment on column jobmachine.live_summary.cancel_requested is 'True if its worker has been asked to stop it.';
comment on column jobmachine.live_summary.progress is
  'The progress: done, of and note: its first 300 characters, and … if there are more. Null if none was '
  'reported.';
comment on column jobmachine.live_summary.error_type is
  'The type of its last attempt''s error: the first 200 characters.';
comment on column jobmachine.live_summary.error_message is
  'The message of its last attempt''s error: the first 300 characters, and … if there are more.';
comment on column jobmachine.live_summary.signal is
  'The signal on which it is parked until it comes, or until run_at; null if it is not.';
comment on column jobmachine.live_summary.tenant is
  'The tenant on whose behalf it runs; null for none.';

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
  left(error ->> 'message', 300) || case when length(error ->> 'message') > 300 then '…' else '' end as error_message,
  environment ->> 'tenant' as tenant
from jobmachine.history;

comment on view jobmachine.ended_summary is
  'Ended jobs as lists show them: no arguments or replies, and the first 300 characters of errors.';
comment on column jobmachine.ended_summary.id is 'The number of its ticket.';
comment on column jobmachine.ended_summary.queue is 'The queue that it was offloaded to.';
comment on column jobmachine.ended_summary.kind is
  'The handler that it needs: for a model function, the function''s name.';
comment on column jobmachine.ended_summary.status is 'The status: finished, error or cancelled.';
comment on column jobmachine.ended_summary.priority is 'The priority: 0 goes first, 9 last.';
comment on column jobmachine.ended_summary.attempt is 'The number of times that it has been claimed.';
comment on column jobmachine.ended_summary.attempt_limit is
  'The last attempt: if it fails, the job ends as error.';
comment on column jobmachine.ended_summary.waiting_for is '0: it has ended.';
comment on column jobmachine.ended_summary.worker is
  'The worker that ran its last attempt; null if none did.';
comment on column jobmachine.ended_summary."user" is
  'The user on whose behalf it runs: the first 200 characters of the name. Null for nobody in particular.';
comment on column jobmachine.ended_summary.offloaded_at is 'The time when it was offloaded.';
comment on column jobmachine.ended_summary.run_at is 'The time before which it does not run.';
comment on column jobmachine.ended_summary.claimed_at is
  'The time when its last attempt began; null before the first.';
comment on column jobmachine.ended_summary.finished_at is 'The time when it ended.';
comment on column jobmachine.ended_summary.cancel_requested is 'False: it has ended.';
comment on column jobmachine.ended_summary.progress is 'Null: it has ended.';
comment on column jobmachine.ended_summary.error_type is
  'The type of its last attempt''s error: the first 200 characters.';
comment on column jobmachine.ended_summary.error_message is
  'The message of its last attempt''s error: the first 300 characters, and … if there are more.';
comment on column jobmachine.ended_summary.tenant is
  'The tenant on whose behalf it runs; null for none.';
