-- The history's indexes are made of the function. They keep it under its new name.
alter function jobmachine.sort_of(text, text, jobmachine.status) rename to bucket;

comment on function jobmachine.bucket is
  'Returns the bucket of an ended job: jobs of one queue, kind and status share it. Indexes are made of it: it must never change.';

-- They have other names now. Only functions of the queue called them.
drop function if exists jobmachine.sorts_of_day(text, jsonb);
drop function if exists jobmachine.look_by_sort(text, jsonb);
drop function if exists jobmachine.let_go(bigint[]);

-- What was let in before keeps its row: as one list, with as many slots as a worker may have.
update jobmachine.worker w
set
  queues = array(select unnest(w.queues)),
  slots = least(w.slots, 10000)
where array_ndims(w.queues) <> 1
  or array_lower(w.queues, 1) <> 1
  or w.slots > 10000;

alter table jobmachine.worker
  add constraint worker_queues_are_a_list check (array_ndims(queues) = 1 and array_lower(queues, 1) = 1),
  add constraint worker_slots_are_ten_thousand_at_most check (slots <= 10000);

-- Columns by alignment.
create table jobmachine.clock (
  seen timestamptz not null,
  trusted timestamptz not null,
  upcoming timestamptz not null,
  notes integer not null default 0,
  is_only boolean primary key default true,
  constraint clock_is_only check (is_only)
);

comment on table jobmachine.clock is 'What the server''s clock has shown: one row. What is old is dropped by a time that it showed some while ago, so that a jump of the clock drops nothing at once.';
comment on column jobmachine.clock.seen is 'What it showed when it was last noted.';
comment on column jobmachine.clock.trusted is 'The time by which what is old is dropped.';
comment on column jobmachine.clock.upcoming is 'The time that is trusted after sixty more notes.';
comment on column jobmachine.clock.notes is 'How many there have been since.';
comment on column jobmachine.clock.is_only is 'True: there is no other row.';

-- They have a parameter more, or return another type.
drop function if exists jobmachine.cancel(bigint);
drop function if exists jobmachine.check_worker(text, text[], integer, interval);
drop function if exists jobmachine.queues();
