create or replace view jobmachine.tickets as
select
  j.id,
  j.ticket,
  j.kind,
  j.status,
  j.attempt,
  j.attempt_limit,
  j.waiting_for,
  j.cancel_requested,
  j.offloaded_at,
  j.run_at,
  j.claimed_at,
  j.finished_at,
  j.error ->> 'type' as error_type,
  j.error ->> 'message' as error,
  j.progress,
  j.reply,
  j.environment ->> 'user' as owner,
  j.environment ->> 'tenant' as tenant
from jobmachine.jobs j;

comment on view jobmachine.tickets is
  'All jobs as their waiters see them: status and outcome, without the arguments.';
comment on column jobmachine.tickets.id is 'The number of its ticket.';
comment on column jobmachine.tickets.ticket is 'The ticket: its queue and its id, as in slow.42.';
comment on column jobmachine.tickets.kind is
  'The handler that it needs: for a model function, the function''s name.';
comment on column jobmachine.tickets.status is
  'The status: entered, processing, scheduled, waiting, finished, error or cancelled.';
comment on column jobmachine.tickets.attempt is 'The number of times that it has been claimed.';
comment on column jobmachine.tickets.attempt_limit is 'The last attempt: if it fails, the job ends as error.';
comment on column jobmachine.tickets.waiting_for is 'The number of jobs that it still waits for.';
comment on column jobmachine.tickets.cancel_requested is 'True if its worker has been asked to stop it.';
comment on column jobmachine.tickets.offloaded_at is 'The time when it was offloaded.';
comment on column jobmachine.tickets.run_at is 'The time before which it does not run.';
comment on column jobmachine.tickets.claimed_at is
  'The time when its last attempt began; null before the first.';
comment on column jobmachine.tickets.finished_at is 'The time when it ended; null while it is live.';
comment on column jobmachine.tickets.error_type is 'The type of its last attempt''s error.';
comment on column jobmachine.tickets.error is 'The message of its last attempt''s error.';
comment on column jobmachine.tickets.progress is
  'The progress: done, of and note; null if none was reported, and once it has ended.';
comment on column jobmachine.tickets.reply is 'The reply; null unless it has finished.';
comment on column jobmachine.tickets.owner is
  'The user on whose behalf it runs; null for nobody in particular.';
comment on column jobmachine.tickets.tenant is
  'The tenant on whose behalf it runs; null for none.';
