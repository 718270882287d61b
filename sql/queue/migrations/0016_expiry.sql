-- Columns by alignment.
create table jobmachine.expiry (
  expires_at timestamptz not null,
  job bigint primary key,
  queue text not null
);

create index expiry_by_time on jobmachine.expiry (queue, expires_at);

comment on table jobmachine.expiry is
  'The times by which jobs must have begun. A row goes when its time has come, whatever has become of its job, so that no job pays for it when it begins or ends.';
comment on column jobmachine.expiry.expires_at is 'The time at which the job is cancelled unless it has begun.';
comment on column jobmachine.expiry.job is 'The id of the job.';
comment on column jobmachine.expiry.queue is 'The queue of the job.';

comment on column jobmachine.tally.retried is 'The number of them that were brought back to the line or deleted since, and are no longer in the history.';
comment on column jobmachine.job.environment is
  'The user on whose behalf it runs, their locale and trace; what its offload said of it: timeout, expires, tags, note and unique; the schedule that made it. If it was retried or snoozed: attempts, how many it had at first.';
