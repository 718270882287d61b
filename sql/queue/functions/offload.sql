create or replace function jobmachine.offload(
  kind text,
  arguments jsonb default '{}',
  queue text default 'default',
  priority integer default 4,
  run_at timestamptz default null,
  after bigint[] default null,
  attempt_limit integer default 5,
  environment jsonb default '{}',
  ring boolean default true
)
returns bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  new_id bigint := nextval('jobmachine.job_id_seq');
  needed integer := 0;
begin
  if offload.after is not null then
    needed := jobmachine.wait_for(new_id, offload.after);
  end if;
  insert into jobmachine.job (
    id, position, run_at, attempt_limit, waiting_for, priority, queue, kind, arguments, environment)
  values (
    new_id,
    case when needed = 0 and coalesce(offload.run_at <= now(), true) then new_id end,
    coalesce(offload.run_at, now()),
    offload.attempt_limit,
    needed,
    offload.priority,
    offload.queue,
    offload.kind,
    offload.arguments,
    offload.environment);
  if offload.ring then
    perform pg_notify('jobmachine.' || offload.queue, case when offload.run_at is null then '' else 'later' end);
  end if;
  return new_id;
end
$$;

comment on function jobmachine.offload is
  'Puts a job on a queue and returns its id; with the queue''s name, that is its ticket: queue.id. It exists when the
caller''s transaction commits. Workers are rung by the same commit unless ring is false, which leaves that to the caller.
run_at: not before this time. after: not before these jobs have finished. priority: 0 goes first, 9 last.';
