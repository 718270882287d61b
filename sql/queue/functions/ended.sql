create or replace view jobmachine.ending as
select
  id, run_at, offloaded_at, claimed_at, worker, attempt, attempt_limit, limit_is_given, priority, queue, kind,
  arguments, environment
from jobmachine.job;

comment on view jobmachine.ending is
  'The columns of live jobs that the history keeps. A job ends by a delete from this view, whose rows go into
the view ended.';
comment on column jobmachine.ending.id is 'The number of its ticket.';
comment on column jobmachine.ending.run_at is 'The time before which it does not run.';
comment on column jobmachine.ending.offloaded_at is 'The time when it was offloaded.';
comment on column jobmachine.ending.claimed_at is 'The time when its worker claimed it; null if none has.';
comment on column jobmachine.ending.worker is 'The worker that runs it; null if none does.';
comment on column jobmachine.ending.attempt is 'The number of times that it has been claimed.';
comment on column jobmachine.ending.attempt_limit is 'The last attempt: if it fails, the job ends as error.';
comment on column jobmachine.ending.limit_is_given is
  'True if its number of attempts was given by whoever offloaded it, or by its handler.';
comment on column jobmachine.ending.priority is 'The priority: 0 goes first, 9 last.';
comment on column jobmachine.ending.queue is 'The queue that it was offloaded to.';
comment on column jobmachine.ending.kind is
  'The handler that it needs: for a model function, the function''s name.';
comment on column jobmachine.ending.arguments is
  'The arguments of its handler: for a model function, the function itself.';
comment on column jobmachine.ending.environment is
  'The user on whose behalf it runs, their locale and trace.';

-- The end of a job, then the columns of ending in the same order: both views can get another one at their
-- end.
create or replace view jobmachine.ended as
select
  status, reply, error,
  id, run_at, offloaded_at, claimed_at, worker, attempt, attempt_limit, limit_is_given, priority, queue, kind,
  arguments, environment
from jobmachine.history;

comment on view jobmachine.ended is
  'The one way into the history. A row is a status, a reply and an error, then one of the view ending.';
comment on column jobmachine.ended.status is 'The status: finished, error or cancelled.';
comment on column jobmachine.ended.reply is 'The reply; null unless it has finished.';
comment on column jobmachine.ended.error is
  'The error of its last attempt: type, message, and the error itself if it could be encoded.';
comment on column jobmachine.ended.id is 'The number of its ticket.';
comment on column jobmachine.ended.run_at is 'The time before which it does not run.';
comment on column jobmachine.ended.offloaded_at is 'The time when it was offloaded.';
comment on column jobmachine.ended.claimed_at is
  'The time when its last attempt began; null before the first.';
comment on column jobmachine.ended.worker is 'The worker that ran its last attempt; null if none did.';
comment on column jobmachine.ended.attempt is 'The number of times that it has been claimed.';
comment on column jobmachine.ended.attempt_limit is 'The last attempt: if it fails, the job ends as error.';
comment on column jobmachine.ended.limit_is_given is
  'True if its number of attempts was given by whoever offloaded it, or by its handler.';
comment on column jobmachine.ended.priority is 'The priority: 0 goes first, 9 last.';
comment on column jobmachine.ended.queue is 'The queue that it was offloaded to.';
comment on column jobmachine.ended.kind is
  'The handler that it needs: for a model function, the function''s name.';
comment on column jobmachine.ended.arguments is
  'The arguments of its handler: for a model function, the function itself.';
comment on column jobmachine.ended.environment is 'The user on whose behalf it runs, their locale and trace.';
