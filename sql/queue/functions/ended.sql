create or replace view jobmachine.ending as
select
  id, run_at, offloaded_at, claimed_at, worker, attempt, attempt_limit, limit_is_given, priority, queue, kind,
  arguments, environment
from jobmachine.job;

comment on view jobmachine.ending is
  'The columns of live jobs that the history keeps. A job ends by a delete from this view, whose rows go into
the view ended.';

-- The end of a job, then the columns of ending in the same order: both views can get another one at their end.
create or replace view jobmachine.ended as
select
  status, reply, error,
  id, run_at, offloaded_at, claimed_at, worker, attempt, attempt_limit, limit_is_given, priority, queue, kind,
  arguments, environment
from jobmachine.history;

comment on view jobmachine.ended is
  'The one way into the history. A row is a status, a reply and an error, then one of the view ending.';
