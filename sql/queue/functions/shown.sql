create or replace view jobmachine.shown_tickets as
select
  t.id,
  t.ticket,
  t.kind,
  t.status,
  t.attempt,
  t.attempt_limit,
  t.waiting_for,
  t.cancel_requested,
  t.offloaded_at,
  t.run_at,
  t.claimed_at,
  t.finished_at,
  left(t.error_type, 200) as error_type,
  left(t.error, 65536) as error,
  jobmachine.cut_progress(t.progress, 65536) as progress,
  octet_length(long.progress) as progress_size,
  left(long.reply, 65536) as reply,
  octet_length(long.reply) as reply_size,
  t.owner
from jobmachine.tickets t
cross join lateral (
  -- Offset 0 keeps the planner from converting each value to text once for each of its uses.
  select t.progress::text as progress, t.reply::text as reply
  offset 0
) as long;

comment on view jobmachine.shown_tickets is
  'The tickets as pages and event streams show them. Long values are cut to their first 65,536 characters,
with the bytes of the whole text beside them; the rest does not leave the server.';

create or replace view jobmachine.shown_jobs as
select
  j.id,
  j.queue,
  j.kind,
  j.status,
  j.priority,
  j.attempt,
  j.attempt_limit,
  j.waiting_for,
  j.worker,
  left(j.environment ->> 'user', 200) as "user",
  left(j.environment ->> 'locale', 200) as locale,
  j.offloaded_at,
  j.run_at,
  j.claimed_at,
  j.finished_at,
  j.cancel_requested,
  left(long.arguments, 65536) as arguments,
  octet_length(long.arguments) as arguments_size,
  left(long.reply, 65536) as reply,
  octet_length(long.reply) as reply_size,
  jobmachine.cut_progress(j.progress, 65536) as progress,
  octet_length(long.progress) as progress_size,
  left(j.error ->> 'type', 200) as error_type,
  left(j.error ->> 'message', 65536) as error_message,
  octet_length(long.error) as error_size,
  left(j.environment::text, 65536) as environment
from jobmachine.jobs j
cross join lateral (
  select
    j.arguments::text as arguments, j.reply::text as reply, j.progress::text as progress, j.error::text as error
  offset 0
) as long;

comment on view jobmachine.shown_jobs is
  'The jobs as pages show them. Long values are cut to their first 65,536 characters, with the bytes of the
whole text beside them; the rest does not leave the server.';
