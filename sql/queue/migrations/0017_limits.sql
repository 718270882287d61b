create type jobmachine.rate as (
  amount integer,
  seconds integer,
  burst integer
);

comment on type jobmachine.rate is
  'How many jobs may begin in how many seconds, evenly spaced but for bursts: a bucket of burst tokens, which fills at this rate.';

create table jobmachine.queue_limit (
  set_at timestamptz not null default now(),
  running integer check (running >= 1),
  key_running integer check (key_running >= 1),
  queue text primary key check (jobmachine.are_queues(array[queue])),
  key text check (key ~ '^[A-Za-z_][A-Za-z0-9_.]{0,99}$'),
  set_by text check (length(set_by) <= 200),
  rate jobmachine.rate,
  key_rate jobmachine.rate,
  constraint queue_limit_has_a_key check (key is not null or key_running is null and key_rate is null)
);

comment on table jobmachine.queue_limit is
  'The limits of queues, each of which holds for all queues below its own together. Only claims and offloads read it.';
comment on column jobmachine.queue_limit.set_at is 'The time when somebody set the limits.';
comment on column jobmachine.queue_limit.running is 'The most jobs that run at once; null for any number.';
comment on column jobmachine.queue_limit.key_running is 'The most jobs of one key that run at once; null for any number.';
comment on column jobmachine.queue_limit.queue is 'The queue.';
comment on column jobmachine.queue_limit.key is
  'The argument whose value is the key of a job, such as customer or order.customer, unless the job''s function names another. Keys take turns. Null for a queue without keys.';
comment on column jobmachine.queue_limit.set_by is 'The user who set the limits.';
comment on column jobmachine.queue_limit.rate is 'The rate at which jobs may begin; null for any.';
comment on column jobmachine.queue_limit.key_rate is 'The rate at which jobs of one key may begin; null for any.';

-- A table of its own, since each claim changes it, and each offload reads the limits.
create table jobmachine.queue_use (
  full_at timestamptz not null default 'epoch',
  queue text primary key references jobmachine.queue_limit on delete cascade,
  last_key text collate "C" not null default '',
  jobs bigint[] not null default '{}'
);

comment on table jobmachine.queue_use is
  'The use of each limit. A claim locks it, and decides alone. Nobody gives anything back: whether a job of the jobs still runs is asked of the job.';
comment on column jobmachine.queue_use.full_at is 'The time at which the bucket of the rate is full again.';
comment on column jobmachine.queue_use.queue is 'The queue of the limit.';
comment on column jobmachine.queue_use.last_key is 'The key that had its turn last.';
comment on column jobmachine.queue_use.jobs is 'The jobs that were claimed under the limit, and those of them that have ended since the last claim.';

create table jobmachine.key_use (
  full_at timestamptz not null,
  queue text references jobmachine.queue_limit on delete cascade,
  key text collate "C",
  primary key (queue, key)
);

comment on table jobmachine.key_use is
  'The buckets of the rates of keys, except full ones, which go with a later beat.';
comment on column jobmachine.key_use.full_at is 'The time at which the bucket is full again.';
comment on column jobmachine.key_use.queue is 'The queue of the limit.';
comment on column jobmachine.key_use.key is 'The key.';

alter table jobmachine.job
  add column limit_key text collate "C";

create index job_by_key on jobmachine.job (queue, priority, limit_key, position)
where limit_key is not null;

comment on column jobmachine.job.limit_key is
  'Its key in a queue with keys, empty if it has none; null in other queues.';

-- note_ends has taken its place.
drop function if exists jobmachine.note_blind_end;

-- Never changed: constraints are made of it.
create function jobmachine.are_names(
  names text[]
)
returns boolean
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
  select cardinality(are_names.names) <= 1000 and coalesce(
    bool_and((octet_length(line.name) <= 30 and line.name ~ '^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*$') is true), true)
  from unnest(are_names.names) as line(name)
$$;

comment on function jobmachine.are_names is
  'Returns true if all of these are names of queues, a thousand at most.';

alter table jobmachine.worker
  add column branches text[] not null default '{}' check (jobmachine.are_names(branches)),
  drop constraint worker_queues_are_names,
  add constraint worker_queues_are_names check (queues <> '{}' and jobmachine.are_names(queues));

comment on column jobmachine.worker.queues is 'The queues that it claims from, with those that it has found in its branches.';
comment on column jobmachine.worker.branches is
  'The roots of the branches that it claims from: a worker of gl.* claims from gl and from all queues below it.';

-- It returns more columns.
drop function if exists jobmachine.queues;
