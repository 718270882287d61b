-- Watching the queue: paused queues, tallies of what has ended, and the indexes by which the history is looked through.

create table jobmachine.queue (
  name text primary key,
  paused_at timestamptz,
  paused_by text,
  constraint queue_has_a_name check (name ~ '^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*$' and length(name) <= 30),
  constraint queue_is_paused_by_somebody_only_when_paused check (paused_by is null or paused_at is not null)
);

comment on table jobmachine.queue is 'The queues of which there is something to say. One without a row is not paused.';
comment on column jobmachine.queue.name is 'Its name.';
comment on column jobmachine.queue.paused_at is 'Since when no worker gets a job from it. Null if workers do.';
comment on column jobmachine.queue.paused_by is 'Who paused it.';

-- Columns by alignment.
create table jobmachine.tally (
  since timestamptz not null,
  amount bigint not null,
  retried bigint not null default 0,
  waited double precision not null,
  ran double precision not null,
  status jobmachine.status not null,
  span text not null,
  queue text not null,
  kind text not null,
  primary key (span, since, queue, kind, status),
  constraint tally_span_is_one_of_three check (span in ('minute', 'hour', 'day')),
  constraint tally_is_of_ended_jobs check (status in ('finished', 'error', 'cancelled')),
  constraint tally_counts_up check (amount >= 0 and retried between 0 and amount)
);

comment on table jobmachine.tally is 'How many jobs ended in each minute, hour and day, so that nobody need count the history.';
comment on column jobmachine.tally.since is 'When the minute, hour or day began, in UTC.';
comment on column jobmachine.tally.amount is 'How many jobs ended.';
comment on column jobmachine.tally.retried is 'How many of them have been brought back to the line since, and are no longer in the history.';
comment on column jobmachine.tally.waited is 'The seconds, together, from when they could run until they were claimed.';
comment on column jobmachine.tally.ran is 'The seconds, together, from when they were claimed until they ended.';
comment on column jobmachine.tally.status is 'How they ended.';
comment on column jobmachine.tally.span is 'minute (kept for two days), hour or day (kept as long as the history).';
comment on column jobmachine.tally.queue is 'The line they stood in.';
comment on column jobmachine.tally.kind is 'Which handler they needed.';

create table jobmachine.tally_mark (
  until timestamptz not null,
  is_only boolean primary key default true,
  constraint tally_mark_is_only check (is_only)
);

comment on table jobmachine.tally_mark is 'Up to when the history has been counted: one row.';
comment on column jobmachine.tally_mark.until is 'Whatever ended before this time is in the tally.';
comment on column jobmachine.tally_mark.is_only is 'True: there is no other row.';

insert into jobmachine.tally_mark (until)
select date_trunc('minute', coalesce(min(h.finished_at), now()), 'UTC')
from jobmachine.history h;

-- Of four bytes, since each job that ends writes it into an index: there a queue's and a kind's names would cost several
-- times as much. hashtext stays what it is: hash indexes, which survive an upgrade of the server, are made of it.
create function jobmachine.sort_of(
  queue text,
  kind text,
  status jobmachine.status
)
returns integer
language sql
immutable
as $$
  select (hashtext(queue || ' ' || kind) & 536870911) * 4
    + case status when 'finished'::jobmachine.status then 0 when 'error'::jobmachine.status then 1 else 2 end
$$;

comment on function jobmachine.sort_of is
  'Jobs of one queue, kind and end are of one sort. An index is made of it: it must never change.';

-- Written in order, so it costs a job that ends about a microsecond.
create index history_finished on jobmachine.history (finished_at);

-- There are few sorts and few workers in a day, so that any choice among them is found by skipping from one to the next.
create index history_sort on jobmachine.history (
  jobmachine.sort_of(queue, kind, status), (coalesce(worker, 0)), finished_at);

-- The same for each user, and only of jobs that users offloaded.
create index history_user on jobmachine.history (
  (hashtext(environment ->> 'user')), jobmachine.sort_of(queue, kind, status), finished_at)
where environment ? 'user';
