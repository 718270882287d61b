-- Groups that have ended are looked for, too: their jobs may be retried.
drop index jobmachine.job_group_within;

create index job_group_within on jobmachine.job_group (outer_group, ended_at)
where outer_group is not null;

-- It returns a column more.
drop function if exists jobmachine.group_status(bigint, text[]);

comment on column jobmachine.job_group.ended_at is
  'The time when it was noticed that all had ended; null before. It grows no more, unless one of its jobs is retried and lives.';
comment on column jobmachine.job_group.jobs is
  'The number of its jobs when they were counted last, with those of ended groups within it. What changes it later changes it for the groups around it.';
