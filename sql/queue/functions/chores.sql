create or replace view jobmachine.chores as
select
  c.name,
  c.part,
  extract(epoch from c.every)::float8 as every,
  extract(epoch from c.time_limit)::float8 as time_limit,
  c.next_at,
  c.started_at,
  extract(epoch from c.took)::float8 as took,
  c.error,
  w.id as worker
from jobmachine.chore c
left join jobmachine.worker w on w.id = c.worker;

comment on view jobmachine.chores is 'The housekeeping: the chores of the parts, and Djet''s own.';
comment on column jobmachine.chores.name is 'The name.';
comment on column jobmachine.chores.part is 'The part of the program that declares it; null for Djet''s own.';
comment on column jobmachine.chores.every is 'The seconds from the beginning of a run to that of the next.';
comment on column jobmachine.chores.time_limit is 'The seconds that a run may take; null for Djet''s own.';
comment on column jobmachine.chores.next_at is
  'The time at which it is due next. Djet''s own go with the next beat of any worker.';
comment on column jobmachine.chores.started_at is 'The time when its last run began.';
comment on column jobmachine.chores.took is 'The seconds that its last run took.';
comment on column jobmachine.chores.error is 'The error of its last run; null if it went well.';
comment on column jobmachine.chores.worker is 'The worker that runs it; null if none does.';
