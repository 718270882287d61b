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
  j.environment ->> 'user' as owner
from jobmachine.jobs j;

comment on view jobmachine.tickets is
  'All jobs as their waiters see them: status and outcome, without the arguments.';
