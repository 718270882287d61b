-- What running jobs log, for the people who wait for them; a partition a day, like the history.

create table jobmachine.log (
  id bigint generated always as identity,
  job bigint not null,
  at timestamptz not null,
  attempt integer not null,
  level text not null,
  message text not null,
  constraint log_level_is_one check (level in ('trace', 'debug', 'info', 'notice', 'warning', 'error', 'critical')),
  constraint log_message_is_short check (length(message) <= 4000)
) partition by range (at);

create index log_job on jobmachine.log (job, id);

comment on table jobmachine.log is 'What jobs log while they run, a partition for each day. It survives the rollback of the job''s own transaction.';
comment on column jobmachine.log.id is 'Grows from line to line of a job: who has seen one reads on from there.';
comment on column jobmachine.log.job is 'The job''s id.';
comment on column jobmachine.log.at is 'When it was logged.';
comment on column jobmachine.log.attempt is 'In which attempt, from 1.';
comment on column jobmachine.log.level is 'How grave it is: trace, debug, info, notice, warning, error or critical.';
comment on column jobmachine.log.message is 'What was logged, with what was logged along with it.';

-- People look at their own jobs. Those of nobody cost nothing here.
create index job_owner on jobmachine.job ((environment ->> 'user'), id)
where environment ->> 'user' is not null;

create index history_owner on jobmachine.history ((environment ->> 'user'), id)
where environment ->> 'user' is not null;
