-- Columns by alignment.
create table jobmachine.chore (
  next_at timestamptz,
  started_at timestamptz,
  free_at timestamptz,
  run bigint not null default 0,
  worker integer,
  every interval not null,
  time_limit interval,
  took interval,
  name text primary key,
  part text,
  error text,
  constraint chore_name_is_a_name check (length(name) <= 60 and name ~ '^[a-z][a-z0-9_.-]*$'),
  constraint chore_has_a_time_or_is_djets check (next_at is not null or part is null),
  constraint chore_error_is_short check (octet_length(error) <= 8192)
);

comment on table jobmachine.chore is
  'The housekeeping. That of a part is run by one worker at a time: whichever claims it first when it is due. Djet''s own goes with each beat of each worker.';
comment on column jobmachine.chore.next_at is 'The time at which it is due next; null for Djet''s own.';
comment on column jobmachine.chore.started_at is 'The time when its last run began.';
comment on column jobmachine.chore.free_at is 'The time at which another worker may run it, though the one that claimed it has not reported its end.';
comment on column jobmachine.chore.run is 'The number of its last run: a late report of an earlier one is refused.';
comment on column jobmachine.chore.worker is 'The worker that runs it; null if none does.';
comment on column jobmachine.chore.every is 'The time from the beginning of a run to that of the next.';
comment on column jobmachine.chore.time_limit is 'The longest time of a run; null for Djet''s own.';
comment on column jobmachine.chore.took is 'The time that its last run took, from its beginning to its end.';
comment on column jobmachine.chore.name is 'The name.';
comment on column jobmachine.chore.part is 'The part of the program that declares it; null for Djet''s own.';
comment on column jobmachine.chore.error is 'The error of its last run; null if it went well.';
