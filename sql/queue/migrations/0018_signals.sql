-- Columns by alignment.
create table jobmachine.sent_signal (
  job bigint not null,
  sent_at timestamptz not null default clock_timestamp(),
  name text not null,
  sent_by text,
  value jsonb not null,
  primary key (job, name),
  constraint sent_signal_name_is_a_name
    check (length(name) <= 60 and name ~ '^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*$'),
  constraint sent_signal_sender_is_short check (length(sent_by) <= 200)
);

-- Old signals are found by their age, once a minute by each worker.
create index sent_signal_by_time on jobmachine.sent_signal (sent_at);

comment on table jobmachine.sent_signal is
  'The signals that were sent to jobs, until the job has finished. Like a step, a signal is there for each attempt. A job that failed keeps them.';
comment on column jobmachine.sent_signal.job is 'The id of the job.';
comment on column jobmachine.sent_signal.sent_at is 'The time when it was sent.';
comment on column jobmachine.sent_signal.name is 'The name, once for each job.';
comment on column jobmachine.sent_signal.sent_by is 'The person who sent it; null for nobody in particular.';
comment on column jobmachine.sent_signal.value is 'The value that the job is given.';

create table jobmachine.awaited_signal (
  job bigint not null,
  ends_at timestamptz not null,
  timed_out_at timestamptz,
  name text not null,
  primary key (job, name)
);

create index awaited_signal_by_time on jobmachine.awaited_signal (ends_at);

comment on table jobmachine.awaited_signal is
  'The signals that jobs wait for. A row goes when its signal comes; one that is over stays until the job has finished, so that each attempt finds the same. A job is parked by its own run_at, which is then ends_at.';
comment on column jobmachine.awaited_signal.job is 'The id of the job.';
comment on column jobmachine.awaited_signal.ends_at is 'The time at which the wait is over, set when it began first.';
comment on column jobmachine.awaited_signal.timed_out_at is 'The time when the job was told that the wait is over; null before.';
comment on column jobmachine.awaited_signal.name is 'The name of the signal.';
