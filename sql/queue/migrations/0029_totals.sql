-- Columns by alignment.
create table jobmachine.total (
  amount bigint not null,
  attempts bigint not null,
  waited double precision not null,
  ran double precision not null,
  status jobmachine.status not null,
  queue text not null,
  kind text not null,
  primary key (queue, kind, status),
  constraint total_is_of_ended_jobs check (status in ('finished', 'error', 'cancelled')),
  constraint total_counts_up check (amount >= 0 and attempts >= 0)
);

comment on table jobmachine.total is
  'The jobs that have ended since the totals began, which never become fewer: a monitor counts by their growth. roll_up adds to them what it adds to the tally; recount begins them anew.';
comment on column jobmachine.total.amount is 'The number of jobs, those that were retried or deleted since included.';
comment on column jobmachine.total.attempts is 'The number of their attempts.';
comment on column jobmachine.total.waited is 'The total seconds from the time they could run until their last claim.';
comment on column jobmachine.total.ran is 'The total seconds from their last claim until their end.';
comment on column jobmachine.total.status is 'The status with which they ended.';
comment on column jobmachine.total.queue is 'Their queue.';
comment on column jobmachine.total.kind is 'Their kind.';

-- Columns by alignment.
create table jobmachine.spread (
  amount bigint not null,
  bucket smallint not null,
  what text not null,
  queue text not null,
  kind text not null,
  primary key (queue, kind, what, bucket),
  constraint spread_is_of_two_times check (what in ('waited', 'ran')),
  constraint spread_counts_up check (amount >= 0 and bucket >= 0)
);

comment on table jobmachine.spread is
  'The jobs of the totals by how long they waited and how long they ran. Jobs that no worker ever claimed are left out.';
comment on column jobmachine.spread.amount is 'The number of jobs.';
comment on column jobmachine.spread.bucket is 'The number of bounds that their time is greater than: see bounds.';
comment on column jobmachine.spread.what is 'waited: the time until their last claim; ran: the time from then until their end.';
comment on column jobmachine.spread.queue is 'Their queue.';
comment on column jobmachine.spread.kind is 'Their kind.';
