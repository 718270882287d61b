-- A worker's life is told by its session and by durations: not by the time of day, which jumps, and not by a lock whose key
-- anybody can guess.

-- Never changed: the table's constraint is made of it.
create function jobmachine.are_queues(
  names text[]
)
returns boolean
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
  select cardinality(are_queues.names) between 1 and 100 and bool_and(
    case
      when octet_length(line.name) <= 30 then line.name ~ '^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*$'
      else false
    end is true)
  from unnest(are_queues.names) as line(name)
$$;

comment on function jobmachine.are_queues is
  'Whether all of these are names of queues, at least one and at most a hundred: then channels can be named after them.';

-- What was let in before keeps its row, with what can be rung.
update jobmachine.worker w
set
  queues = coalesce(
    nullif(array(
      select line.queue from unnest(w.queues) as line(queue) where jobmachine.are_queues(array[line.queue]) limit 100), '{}'),
    '{default}'),
  host = coalesce(nullif(left(regexp_replace(w.host, '[[:cntrl:]]', '', 'g'), 255), ''), 'unknown'),
  lease = least(w.lease, interval '1 day')
where not jobmachine.are_queues(w.queues)
  or length(w.host) not between 1 and 255
  or w.host ~ '[[:cntrl:]]'
  or w.lease > interval '1 day';

create sequence jobmachine.worker_beat_seq;

alter table jobmachine.worker
  add column beat bigint not null default nextval('jobmachine.worker_beat_seq'),
  add column returned_beat bigint,
  add column watched_beat bigint,
  add column silence interval not null default '0',
  add column session integer,
  add column login oid,
  add column key_class integer,
  add column key_number integer,
  add column missed bigint[] not null default '{}',
  add constraint worker_queues_are_names check (jobmachine.are_queues(queues)),
  add constraint worker_host_is_a_name check (length(host) between 1 and 255 and host !~ '[[:cntrl:]]'),
  add constraint worker_lease_is_a_day_at_most check (lease <= interval '1 day');

alter sequence jobmachine.worker_beat_seq owned by jobmachine.worker.beat;

comment on table jobmachine.worker is
  'The workers. One is alive as long as its session, of its login, holds the advisory lock (key_class, key_number).';
comment on column jobmachine.worker.seen_at is 'Its last beat, for people to read: nothing is decided by it.';
comment on column jobmachine.worker.beat is
  'The number of its last sign of life: a registration or a beat. All workers draw from one sequence, so that a number is larger the later it was drawn, whatever the clocks say.';
comment on column jobmachine.worker.returned_beat is
  'The number drawn when it registered again after it had lost its session. Null if it never has.';
comment on column jobmachine.worker.watched_beat is 'The last sign of life of the worker that it watches.';
comment on column jobmachine.worker.silence is
  'How long it has watched since then, and seen no other: the sum of its waits, each measured by itself.';
comment on column jobmachine.worker.session is 'The server process of its session.';
comment on column jobmachine.worker.login is 'Who signed in for its session: nobody else''s lock counts.';
comment on column jobmachine.worker.key_class is 'The first half of the key of its lock, which is drawn anew for each session.';
comment on column jobmachine.worker.key_number is 'The second half.';
comment on column jobmachine.worker.missed is
  'The last signs of life of the workers whose sessions were gone at its last beat. Those whose sessions still are gone at the next one are struck off.';

-- Who works at this moment has the lock of before, and goes on.
update jobmachine.worker w
set
  session = l.pid,
  login = a.usesysid,
  key_class = l.classid::bigint::bit(32)::integer,
  key_number = l.objid::bigint::bit(32)::integer
from pg_locks l
join pg_stat_activity a on a.pid = l.pid
where l.locktype = 'advisory'
  and l.database = (select d.oid from pg_database d where d.datname = current_database())
  and l.classid = 'jobmachine.worker'::regclass
  and l.objid = w.id::oid
  and l.objsubid = 2
  and l.mode = 'ExclusiveLock'
  and l.granted;

create table jobmachine.lock (
  name text primary key
);

comment on table jobmachine.lock is
  'What one transaction at a time may do: it locks the row. An advisory lock could be taken by anyone who may connect.';
comment on column jobmachine.lock.name is 'What it is: history (making and dropping days), tally (counting), rights (granting), settle (looking after jobs that wait for others).';

insert into jobmachine.lock (name)
values ('history'), ('tally'), ('rights'), ('settle');

-- It has one parameter more: with both there, a call with the old one would be ambiguous.
drop function if exists jobmachine.rescue(integer);

-- Whoever watches begins anew.
select pg_notify('jobmachine:workers', '');
