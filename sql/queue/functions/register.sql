create or replace function jobmachine.register(
  host text,
  pid integer,
  queues text[],
  slots integer,
  worker integer default null,
  lease interval default '3 minutes'
)
returns integer
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  id integer := register.worker;
  roots text[] := array(
    select left(line.queue, -2) from unnest(register.queues) as line(queue) where line.queue like '%.*');
  names text[] := array(
    select line.queue
    from unnest(register.queues || roots) with ordinality as line(queue, place)
    where line.queue not like '%.*'
    group by line.queue
    order by min(line.place));
begin
  perform jobmachine.check_worker(register.host, register.queues, register.slots, register.lease, register.pid);
  while id is null loop
    -- A worker that brought its number along may have taken this one.
    insert into jobmachine.worker (host, pid, queues, branches, slots, lease)
    values (register.host, register.pid, names, roots, register.slots, register.lease)
    on conflict on constraint worker_pkey do nothing
    returning worker.id into id;
  end loop;
  if register.worker is not null then
    insert into jobmachine.worker (id, host, pid, queues, branches, slots, lease)
    overriding system value
    values (id, register.host, register.pid, names, roots, register.slots, register.lease)
    on conflict on constraint worker_pkey do update set
      seen_at = now(),
      connected_at = now(),
      returned_beat = nextval('jobmachine.worker_beat_seq'),
      beat = nextval('jobmachine.worker_beat_seq'),
      missed = '{}',
      watched_beat = null;
  end if;

  -- Keepalives let the server, too, find out that a worker's network is gone, and end its session. It ends no
  -- session for being idle, as a worker's is between two beats.
  perform set_config(setting.name, setting.value, false)
  from (
    values
      ('tcp_keepalives_idle', '15'),
      ('tcp_keepalives_interval', '5'),
      ('tcp_keepalives_count', '3'),
      ('tcp_user_timeout', '30000'),
      ('idle_session_timeout', '0')
  ) as setting(name, value);
  perform jobmachine.mark_session(id);
  perform jobmachine.keep_days();
  perform pg_notify('jobmachine:workers', '');
  return id;
end
$$;

comment on function jobmachine.register is
  'Enters a worker, and marks this session as its life: when the session ends, its jobs are rescued. Returns
its number. A queue gl.* stands for gl and all queues below it: see find_queues. A worker that lost its
session registers again under its number. lease: how long it may be silent, without a beat, before it is taken
for dead. Raises DJ400 for values that no worker can have.';
