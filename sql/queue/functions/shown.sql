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
  t.owner,
  t.tenant
from jobmachine.tickets t
cross join lateral (
  -- Offset 0 keeps the planner from converting each value to text once for each of its uses.
  select t.progress::text as progress, jobmachine.masked(t.reply::text) as reply
  offset 0
) as long;

comment on view jobmachine.shown_tickets is
  'The tickets as pages and event streams show them. Long values are cut to their first 65,536 characters,
with the bytes of the whole text beside them; the rest does not leave the server.';
comment on column jobmachine.shown_tickets.id is 'The number of its ticket.';
comment on column jobmachine.shown_tickets.ticket is 'The ticket: its queue and its id, as in slow.42.';
comment on column jobmachine.shown_tickets.kind is
  'The handler that it needs: for a model function, the function''s name.';
comment on column jobmachine.shown_tickets.status is
  'The status: entered, processing, scheduled, waiting, finished, error or cancelled.';
comment on column jobmachine.shown_tickets.attempt is 'The number of times that it has been claimed.';
comment on column jobmachine.shown_tickets.attempt_limit is
  'The last attempt: if it fails, the job ends as error.';
comment on column jobmachine.shown_tickets.waiting_for is 'The number of jobs that it still waits for.';
comment on column jobmachine.shown_tickets.cancel_requested is
  'True if its worker has been asked to stop it.';
comment on column jobmachine.shown_tickets.offloaded_at is 'The time when it was offloaded.';
comment on column jobmachine.shown_tickets.run_at is 'The time before which it does not run.';
comment on column jobmachine.shown_tickets.claimed_at is
  'The time when its last attempt began; null before the first.';
comment on column jobmachine.shown_tickets.finished_at is 'The time when it ended; null while it is live.';
comment on column jobmachine.shown_tickets.error_type is
  'The type of its last attempt''s error: the first 200 characters.';
comment on column jobmachine.shown_tickets.error is
  'The message of its last attempt''s error: the first 65,536 characters.';
comment on column jobmachine.shown_tickets.progress is
  'The progress: done, of and note, which is cut to 65,536 characters.';
comment on column jobmachine.shown_tickets.progress_size is 'The bytes of the whole progress as text.';
comment on column jobmachine.shown_tickets.reply is 'The reply as text: the first 65,536 characters.';
comment on column jobmachine.shown_tickets.reply_size is 'The bytes of the whole reply as text.';
comment on column jobmachine.shown_tickets.owner is
  'The user on whose behalf it runs; null for nobody in particular.';
comment on column jobmachine.shown_tickets.tenant is
  'The tenant on whose behalf it runs; null for none.';

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
  left(j.environment::text, 65536) as environment,
  j.environment ->> 'tenant' as tenant,
  j.attempts
from jobmachine.jobs j
cross join lateral (
  select
    jobmachine.masked(j.arguments::text) as arguments, jobmachine.masked(j.reply::text) as reply,
    j.progress::text as progress, j.error::text as error
  offset 0
) as long;

comment on view jobmachine.shown_jobs is
  'The jobs as pages show them. Long values are cut to their first 65,536 characters, with the bytes of the
whole text beside them; the rest does not leave the server.';
comment on column jobmachine.shown_jobs.id is 'The number of its ticket.';
comment on column jobmachine.shown_jobs.queue is 'The queue that it was offloaded to.';
comment on column jobmachine.shown_jobs.kind is
  'The handler that it needs: for a model function, the function''s name.';
comment on column jobmachine.shown_jobs.status is
  'The status: entered, processing, scheduled, waiting, finished, error or cancelled.';
comment on column jobmachine.shown_jobs.priority is 'The priority: 0 goes first, 9 last.';
comment on column jobmachine.shown_jobs.attempt is 'The number of times that it has been claimed.';
comment on column jobmachine.shown_jobs.attempt_limit is
  'The last attempt: if it fails, the job ends as error.';
comment on column jobmachine.shown_jobs.waiting_for is 'The number of jobs that it still waits for.';
comment on column jobmachine.shown_jobs.worker is
  'The worker that runs it, or ran its last attempt; null if none has claimed it.';
comment on column jobmachine.shown_jobs."user" is
  'The user on whose behalf it runs: the first 200 characters of the name. Null for nobody in particular.';
comment on column jobmachine.shown_jobs.locale is 'The locale of that user: its first 200 characters.';
comment on column jobmachine.shown_jobs.offloaded_at is 'The time when it was offloaded.';
comment on column jobmachine.shown_jobs.run_at is 'The time before which it does not run.';
comment on column jobmachine.shown_jobs.claimed_at is
  'The time when its last attempt began; null before the first.';
comment on column jobmachine.shown_jobs.finished_at is 'The time when it ended; null while it is live.';
comment on column jobmachine.shown_jobs.cancel_requested is 'True if its worker has been asked to stop it.';
comment on column jobmachine.shown_jobs.arguments is 'The arguments as text: the first 65,536 characters.';
comment on column jobmachine.shown_jobs.arguments_size is 'The bytes of the whole arguments as text.';
comment on column jobmachine.shown_jobs.reply is 'The reply as text: the first 65,536 characters.';
comment on column jobmachine.shown_jobs.reply_size is 'The bytes of the whole reply as text.';
comment on column jobmachine.shown_jobs.progress is
  'The progress: done, of and note, which is cut to 65,536 characters.';
comment on column jobmachine.shown_jobs.progress_size is 'The bytes of the whole progress as text.';
comment on column jobmachine.shown_jobs.error_type is
  'The type of its last attempt''s error: the first 200 characters.';
comment on column jobmachine.shown_jobs.error_message is
  'The message of its last attempt''s error: the first 65,536 characters.';
comment on column jobmachine.shown_jobs.error_size is 'The bytes of the whole error as text.';
comment on column jobmachine.shown_jobs.environment is
  'The environment as text: the first 65,536 characters.';
comment on column jobmachine.shown_jobs.tenant is
  'The tenant on whose behalf it runs; null for none.';
comment on column jobmachine.shown_jobs.attempts is
  'The number of attempts that it was given; null for as many as its handler allows.';
