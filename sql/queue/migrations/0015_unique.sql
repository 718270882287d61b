-- It got one argument more.
drop function if exists jobmachine.add_schedule(
  text, text, text, jsonb, text, text, integer, text, text, text, text, text);

-- Columns by alignment.
create table jobmachine.unique_key (
  job bigint not null,
  taken_at timestamptz not null default clock_timestamp(),
  kept_until timestamptz not null,
  looked_at timestamptz not null default clock_timestamp(),
  kind text not null,
  key text not null,
  primary key (kind, key),
  constraint unique_key_is_short check (length(key) <= 200)
);

create index unique_key_by_look on jobmachine.unique_key (looked_at);

comment on table jobmachine.unique_key is
  'The keys of unique jobs. A key says nothing about its job: whether it is free is asked of the job, so that no job pays for it when it begins or ends. Keys of jobs that have ended go with a later beat.';
comment on column jobmachine.unique_key.job is 'The job that took the key last.';
comment on column jobmachine.unique_key.taken_at is 'The time when that job took it.';
comment on column jobmachine.unique_key.kept_until is 'The time until which the key is kept though its job has ended.';
comment on column jobmachine.unique_key.looked_at is 'The time when somebody last looked whether it can go.';
comment on column jobmachine.unique_key.kind is 'The kind of the job.';
comment on column jobmachine.unique_key.key is 'The key: what whoever offloaded the job chose, or a hash of its arguments.';

create table jobmachine.sharer (
  job bigint not null,
  shared_at timestamptz not null default now(),
  "user" text not null,
  primary key (job, "user"),
  constraint sharer_user_is_short check (octet_length("user") <= 1000)
);

create index sharer_by_time on jobmachine.sharer (shared_at);

comment on table jobmachine.sharer is
  'The users who were given the ticket of somebody else''s unique job, and may see it.';
comment on column jobmachine.sharer.job is 'The id of the job.';
comment on column jobmachine.sharer.shared_at is 'The time when the user was given the ticket.';
comment on column jobmachine.sharer."user" is 'The name of the user.';
