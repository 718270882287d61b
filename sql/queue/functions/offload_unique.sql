create or replace function jobmachine.offload_unique(
  kind text,
  arguments jsonb default '{}',
  key text default null,
  "while" text default 'live',
  within interval default null,
  otherwise text default 'keep',
  queue text default 'default',
  priority integer default 4,
  run_at timestamptz default null,
  after bigint[] default null,
  attempt_limit integer default null,
  environment jsonb default '{}',
  ring boolean default true,
  after_end bigint[] default null
)
returns table (id bigint, ticket text, is_new boolean)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  rule constant jsonb := jsonb_strip_nulls(jsonb_build_object(
    'key', offload_unique.key,
    'while', case when offload_unique.within is null then offload_unique."while" else 'within' end,
    'seconds', extract(epoch from offload_unique.within),
    'otherwise', offload_unique.otherwise));
  last_id constant bigint := (select s.last_value - 1 + s.is_called::integer from jobmachine.job_id_seq s);
begin
  offload_unique.id := jobmachine.offload(
    offload_unique.kind, offload_unique.arguments, offload_unique.queue, offload_unique.priority,
    offload_unique.run_at, offload_unique.after, offload_unique.attempt_limit,
    offload_unique.environment || jsonb_build_object('unique', rule), offload_unique.ring,
    offload_unique.after_end);
  offload_unique.ticket := jobmachine.ticket_of(offload_unique.id);
  -- A job that another session has offloaded meanwhile is from another transaction, and so from another time.
  offload_unique.is_new := offload_unique.id > last_id
    and exists (select from jobmachine.job j where j.id = offload_unique.id and j.offloaded_at = now());
  return next;
exception when lock_not_available then
  raise exception 'another session is taking the key of this job'
  using errcode = 'DJ503', hint = 'Try again; if it persists, look for a transaction that was left open.';
end
$$;

comment on function jobmachine.offload_unique is
  'Puts a job on a queue unless one with its key is there already, and returns the id and the ticket of the
job that has the key. is_new: false if that job was there already. key: null for the arguments; it belongs to
the kind. while: live until the job has ended, or waiting until it begins. within, which wins over while: for
this time from when the key was taken, unless its job fails or is cancelled. otherwise: keep answers the job
that is there; replace gives it these arguments and times if it has not begun, and offloads another one if it
has (its queue and what it waits for stay); refuse raises unique_violation, with its ticket as the detail.
Raises DJ503 if an open transaction has been taking the key for 2 seconds. All else is as in offload.';
