create type jobmachine.cron as (
  seconds integer[],
  minutes integer[],
  hours integer[],
  days integer[],
  months integer[],
  weekdays integer[],
  has_last_day boolean,
  has_any_day boolean,
  has_any_weekday boolean
);

comment on type jobmachine.cron is
  'The times that a rule admits: sorted lists of the admitted numbers of each field. Weekdays count from Sunday, which is 0.';
comment on column jobmachine.cron.seconds is 'The admitted seconds.';
comment on column jobmachine.cron.minutes is 'The admitted minutes.';
comment on column jobmachine.cron.hours is 'The admitted hours.';
comment on column jobmachine.cron.days is 'The admitted days of the month.';
comment on column jobmachine.cron.months is 'The admitted months.';
comment on column jobmachine.cron.weekdays is 'The admitted weekdays.';
comment on column jobmachine.cron.has_last_day is 'True if the last day of each month is admitted.';
comment on column jobmachine.cron.has_any_day is 'True if days are not restricted.';
comment on column jobmachine.cron.has_any_weekday is 'True if weekdays are not restricted.';

-- Columns by alignment.
create table jobmachine.schedule (
  next_at timestamptz,
  last_at timestamptz,
  last_job bigint,
  skipped_at timestamptz,
  created_at timestamptz not null default now(),
  changed_at timestamptz,
  paused_at timestamptz,
  retired_at timestamptz,
  priority smallint not null,
  name text primary key,
  rule text not null,
  zone text not null,
  kind text not null,
  queue text not null,
  missed text not null,
  overlap text not null,
  part text,
  changed_by text,
  paused_by text,
  paused_why text,
  arguments jsonb not null,
  environment jsonb not null,
  declared jsonb,
  constraint schedule_name_is_a_name check (length(name) <= 60 and name ~ '^[a-z][a-z0-9_.-]*$'),
  constraint schedule_missed_is_known check (missed in ('last', 'all', 'none')),
  constraint schedule_overlap_is_known check (overlap in ('skip', 'allow')),
  constraint schedule_comes_up check (next_at is not null or paused_at is not null or retired_at is not null),
  constraint schedule_persons_are_short check (length(changed_by) <= 200 and length(paused_by) <= 200),
  constraint schedule_reason_is_short check (octet_length(paused_why) <= 8192)
);

create index schedule_by_due_time on jobmachine.schedule (queue, next_at) where paused_at is null and retired_at is null;

comment on table jobmachine.schedule is
  'Jobs that come again and again. Whichever worker of its queue looks first fires a due schedule, in the statement that inserts the job.';
comment on column jobmachine.schedule.next_at is 'The next due time; null while it is paused or retired and has none.';
comment on column jobmachine.schedule.last_at is 'The due time of its last job.';
comment on column jobmachine.schedule.last_job is 'Its last job.';
comment on column jobmachine.schedule.skipped_at is 'The last due time that made no job, since the job before was live or nobody was there in time.';
comment on column jobmachine.schedule.changed_at is 'The time when a person last changed it by hand. It then keeps what the person chose.';
comment on column jobmachine.schedule.changed_by is 'The person who changed it.';
comment on column jobmachine.schedule.paused_at is 'The time since when it makes no jobs.';
comment on column jobmachine.schedule.paused_by is 'The person who paused it; null if it paused itself.';
comment on column jobmachine.schedule.paused_why is 'The reason for the pause.';
comment on column jobmachine.schedule.retired_at is 'The time when its part no longer declared it.';
comment on column jobmachine.schedule.rule is 'Five or six fields of cron, a macro such as @daily, or @every with an interval.';
comment on column jobmachine.schedule.zone is 'The time zone of the rule.';
comment on column jobmachine.schedule.kind is 'The kind of its jobs.';
comment on column jobmachine.schedule.queue is 'The queue that its jobs join.';
comment on column jobmachine.schedule.missed is 'What becomes of due times at which no worker was there: last makes one job for the last of them, all makes one for each, none makes none.';
comment on column jobmachine.schedule.overlap is 'What becomes of a due time while the job before is live: skip makes no job, allow makes one.';
comment on column jobmachine.schedule.part is 'The part of the program that declares it; null if it was made by hand.';
comment on column jobmachine.schedule.environment is 'The environment of its jobs: the user on whose behalf they run, and their locale.';
comment on column jobmachine.schedule.declared is 'The declaration of its part.';
comment on column jobmachine.schedule.created_at is 'The time when it was added or first declared.';
comment on column jobmachine.schedule.priority is 'The priority of its jobs.';
comment on column jobmachine.schedule.name is 'The name, by which people and parts know it.';
comment on column jobmachine.schedule.arguments is 'The arguments of its jobs.';

-- Functions that measure as well have replaced them. Only functions of the queue called them.
drop function if exists jobmachine.refuse_arguments();
drop function if exists jobmachine.refuse_reply(text);

-- A registered worker's beat alone forgets the steps of failed jobs, under another name.
drop function if exists jobmachine.drop_steps(timestamptz);

-- What it leaves to settle is read off the rows.
drop function if exists jobmachine.leave_to_settle(bigint[], bigint[]);
-- bring_back notes all of its jobs at once.
drop function if exists jobmachine.note_retried(text, text, jobmachine.status, timestamptz);

create table jobmachine.cancellation (
  job bigint primary key,
  requested_at timestamptz not null default now()
);

comment on table jobmachine.cancellation is
  'Running jobs that somebody wants cancelled. A request is a row of its own: who makes it locks nothing that the job''s worker needs. A row goes when its job ends as cancelled, or with a later beat. Nearly always empty.';
comment on column jobmachine.cancellation.job is 'The id of the job.';
comment on column jobmachine.cancellation.requested_at is 'The time when the transaction began that asked first.';

insert into jobmachine.cancellation (job)
select j.id
from jobmachine.job j
where j.cancel_requested;

comment on column jobmachine.job.cancel_requested is 'Not used since 0014: see cancellation.';
