alter table jobmachine.dependency
  add column on_end boolean not null default false;

comment on table jobmachine.dependency is
  'Which jobs wait for which. A row goes when the job that is needed has finished, or ended at all if on_end; otherwise it stays, so that those that ended because of it come back with it.';
comment on column jobmachine.dependency.needs is 'The job that must finish first, or end.';
comment on column jobmachine.dependency.on_end is
  'True if any end of the job that is needed will do, false if it must have finished.';

-- They have a parameter more: with both there, a call with the old ones would be ambiguous.
drop function if exists jobmachine.offload(text, jsonb, text, integer, timestamptz, bigint[], integer, jsonb, boolean);
drop function if exists jobmachine.offload_many(
  text, jsonb[], text, integer, timestamptz, bigint[], integer, jsonb, boolean);
drop function if exists jobmachine.offload_unique(
  text, jsonb, text, text, interval, text, text, integer, timestamptz, bigint[], integer, jsonb, boolean);
drop function if exists jobmachine.wait_for(bigint, bigint[]);
drop function if exists jobmachine.release_dependents(bigint[]);

-- Columns by alignment.
create table jobmachine.job_group (
  id bigint generated always as identity primary key,
  outer_group bigint,
  then_job bigint,
  made_at timestamptz not null default now(),
  ended_at timestamptz,
  jobs integer not null default 0,
  nested integer not null default 0,
  finished integer not null default 0,
  failed integer not null default 0,
  cancelled integer not null default 0,
  name text not null,
  failures bigint[] not null default '{}',
  constraint job_group_name_is_short check (length(name) between 1 and 200)
) with (fillfactor = 50);

create index job_group_within on jobmachine.job_group (outer_group)
where ended_at is null;

create index job_group_then on jobmachine.job_group (then_job);

create index job_group_by_name on jobmachine.job_group (name, id);

-- Old groups are found by their end, once a minute by each worker.
create index job_group_by_end on jobmachine.job_group (ended_at);

comment on table jobmachine.job_group is
  'Groups of jobs, of which somebody wants to know when all have ended. Its counts are those that settle has added up from group_tally: no job locks a row of this table when it ends.';
comment on column jobmachine.job_group.id is 'The number of the group, which the environment of its jobs tells.';
comment on column jobmachine.job_group.outer_group is 'The group whose job made this one, and which waits for it.';
comment on column jobmachine.job_group.then_job is
  'The job that waits until all have ended; null if there is none.';
comment on column jobmachine.job_group.made_at is 'The time when it was made.';
comment on column jobmachine.job_group.ended_at is
  'The time when it was noticed that all had ended; null before. It does not grow any more.';
comment on column jobmachine.job_group.jobs is
  'The number of its jobs when they were counted last, with those of ended groups within it.';
comment on column jobmachine.job_group.nested is 'The number of jobs of ended groups within it.';
comment on column jobmachine.job_group.finished is 'The number of them that have finished.';
comment on column jobmachine.job_group.failed is 'The number of them that ended as error.';
comment on column jobmachine.job_group.cancelled is 'The number of them that were cancelled.';
comment on column jobmachine.job_group.name is 'The name for people. Several groups may have the same.';
comment on column jobmachine.job_group.failures is 'Jobs that ended as error, 100 at most. Some may have come back since.';

-- No foreign keys, as for dependency.
create table jobmachine.member (
  group_id bigint not null,
  job bigint not null,
  primary key (group_id, job)
);

comment on table jobmachine.member is 'The jobs of groups, live and ended. They go with their group.';
comment on column jobmachine.member.group_id is 'The number of the group.';
comment on column jobmachine.member.job is 'The id of the job.';

create table jobmachine.group_tally (
  id bigint generated always as identity primary key,
  group_id bigint not null,
  finished integer not null default 0,
  failed integer not null default 0,
  cancelled integer not null default 0,
  failures bigint[] not null default '{}'
) with (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000);

comment on table jobmachine.group_tally is
  'Ends of jobs of groups that are not in the counts of job_group yet. Each transaction that ends some adds a row, so that none waits for another one; settle takes them. A row of noughts asks to look at the group.';
comment on column jobmachine.group_tally.id is 'The number of the row.';
comment on column jobmachine.group_tally.group_id is 'The number of the group.';
comment on column jobmachine.group_tally.finished is 'The number of its jobs that finished.';
comment on column jobmachine.group_tally.failed is 'The number that ended as error; negative for those that came back.';
comment on column jobmachine.group_tally.cancelled is 'The number that were cancelled; negative for those that came back.';
comment on column jobmachine.group_tally.failures is 'The jobs that ended as error, 100 at most.';

comment on column jobmachine.job.environment is
  'The user on whose behalf it runs, their locale and trace; what its offload said of it: timeout, expires, tags, note, unique and group; the schedule that made it; the outcome of the group after which it runs. If it was retried or snoozed: attempts, how many it had at first.';
