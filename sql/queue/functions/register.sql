create or replace function jobmachine.register(
  host text,
  pid integer,
  queues text[],
  slots integer,
  worker integer default null
)
returns integer
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  id integer := register.worker;
begin
  if id is null then
    insert into jobmachine.worker (host, pid, queues, slots)
    values (register.host, register.pid, register.queues, register.slots)
    returning worker.id into id;
  else
    insert into jobmachine.worker (id, host, pid, queues, slots)
    overriding system value
    values (id, register.host, register.pid, register.queues, register.slots)
    on conflict on constraint worker_pkey do update set seen_at = now();
  end if;
  perform pg_advisory_lock('jobmachine.worker'::regclass::oid::integer, id);
  perform jobmachine.keep_days();
  perform pg_notify('jobmachine:workers', '');
  return id;
end
$$;

comment on function jobmachine.register is
  'Enters a worker, and marks this session as its life: when the session ends, its jobs are rescued. Returns its number. A
worker that lost its session registers again under its number.';
