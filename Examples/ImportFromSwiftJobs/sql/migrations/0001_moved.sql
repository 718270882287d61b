comment on schema swift_jobs_import is 'The move of jobs from swift-jobs-postgres.';

create table swift_jobs_import.moved (
  id uuid not null,
  job bigint,
  fault text,
  moved_at timestamptz not null default now(),
  constraint moved_pkey primary key (id),
  constraint moved_is_either_a_job_or_a_fault check ((job is null) <> (fault is null))
);

comment on table swift_jobs_import.moved is
  'The marker of each job that was looked at: it is moved once, even if swift_jobs is loaded anew.';
comment on column swift_jobs_import.moved.id is 'The job''s id in swift_jobs.jobs.';
comment on column swift_jobs_import.moved.job is 'The number of the job that it became; null if it could not be moved.';
comment on column swift_jobs_import.moved.fault is 'The reason why it could not be moved; delete the row to try again.';
comment on column swift_jobs_import.moved.moved_at is 'The time of the move.';
