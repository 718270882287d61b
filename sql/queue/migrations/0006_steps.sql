-- What a stepwise job has behind it. Its next attempt goes on from there.
create table jobmachine.step (
  job bigint not null,
  done_at timestamptz not null default now(),
  attempt integer not null,
  name text not null,
  value jsonb not null,
  constraint step_pkey primary key (job, name),
  constraint step_name_is_not_empty check (name <> '')
);

-- Old steps are found by their age, once a minute by each worker.
create index step_done_at on jobmachine.step (done_at);

comment on table jobmachine.step is
  'The steps that stepwise jobs have done, until the job has finished. A job that failed keeps them, so that it goes on from there when it is retried.';
comment on column jobmachine.step.job is 'The id of the job.';
comment on column jobmachine.step.done_at is 'When the step''s transaction began, which committed its writes, too.';
comment on column jobmachine.step.attempt is 'Which attempt did it.';
comment on column jobmachine.step.name is 'Its name, once for each job.';
comment on column jobmachine.step.value is 'What it returned: a later attempt is given this instead of doing the step again.';

create table jobmachine.refusal (
  what text not null,
  amount bigint not null,
  last_at timestamptz not null default now(),
  constraint refusal_pkey primary key (what),
  constraint refusal_amount_is_positive check (amount > 0)
);

comment on table jobmachine.refusal is
  'How often somebody reported on a job that was no longer its own, and was refused: a worker that was frozen or cut off and had its jobs taken away.';
comment on column jobmachine.refusal.what is 'What was refused: reply, fail, progress, log, step or release.';
comment on column jobmachine.refusal.amount is 'How often.';
comment on column jobmachine.refusal.last_at is 'When the last time.';

alter table jobmachine.worker
  add column lease interval not null default '3 minutes',
  add constraint worker_lease_is_positive check (lease > interval '0');

comment on column jobmachine.worker.lease is
  'How long it may be silent before it is taken for dead, though its session lives on: it may be frozen, or its network gone.';

-- It has one parameter more: with both there, a call with the old ones would be ambiguous.
drop function if exists jobmachine.register(text, integer, text[], integer, integer);
