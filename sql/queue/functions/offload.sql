create or replace function jobmachine.offload(
  kind text,
  arguments jsonb default '{}',
  queue text default 'default',
  priority integer default 4,
  run_at timestamptz default null,
  after bigint[] default null,
  attempt_limit integer default null,
  environment jsonb default '{}',
  ring boolean default true,
  after_end bigint[] default null
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
  -- Repeats check_job, whose call alone would cost more than all of this.
  if (
    length(offload.queue) <= 30 and offload.queue ~ '^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*$'
    and length(offload.kind) <= 120 and offload.kind ~ '^[a-z][a-z0-9_.-]*$'
    and offload.priority between 0 and 9
    and (offload.run_at is null or isfinite(offload.run_at))
    and (offload.attempt_limit is null or offload.attempt_limit >= 1)) is not true
  then
    perform jobmachine.check_job(
      offload.queue, offload.kind, offload.priority, offload.run_at, offload.attempt_limit);
  end if;
  if offload.arguments is null or offload.environment is null then
    perform jobmachine.refuse_null();
  end if;
  if octet_length(offload.arguments::text) > 65536 then
    perform jobmachine.check_arguments(offload.arguments);
  end if;
  if offload.after is not null or offload.after_end is not null then
    needed := jobmachine.wait_for(new_id, offload.after, offload.after_end);
  end if;
  insert into jobmachine.job (
    id, position, run_at, attempt_limit, limit_is_given, waiting_for, priority, queue, kind, arguments, environment,
    limit_key)
  values (
    new_id,
    case when needed = 0 and coalesce(offload.run_at <= now(), true) then new_id end,
    coalesce(offload.run_at, now()),
    coalesce(offload.attempt_limit, 5),
    offload.attempt_limit is not null,
    needed,
    offload.priority,
    offload.queue,
    offload.kind,
    offload.arguments,
    offload.environment,
    case
      when exists (select from jobmachine.queue_limit l where l.key is not null)
        then jobmachine.key_in(offload.queue, offload.arguments, offload.environment)
    end);
  if not found then
    -- A unique job whose key another one has.
    delete from jobmachine.dependency d
    where d.job = new_id;
    select u.job
    into new_id
    from jobmachine.unique_key u
    where u.kind = offload.kind
      and u.key = jobmachine.key_of(jobmachine.rule_of(offload.environment), offload.arguments);
    if not found then
      -- That job has ended meanwhile, and its key is gone.
      return jobmachine.offload(
        offload.kind, offload.arguments, offload.queue, offload.priority, offload.run_at, offload.after,
        offload.attempt_limit, offload.environment, offload.ring, offload.after_end);
    end if;
  end if;
  if offload.ring then
    -- A job that waits for others is for later, too: somebody must settle that they still live.
    perform jobmachine.ring(
      offload.queue,
      case
        when offload.run_at is null and needed = 0 and not offload.environment ? 'expires' then ''
        else 'later'
      end);
  end if;
  return new_id;
end
$$;

comment on function jobmachine.offload is
  'Puts a job on a queue and returns its id; queue.id is its ticket. It exists when the caller''s transaction
commits. The same commit rings the workers, unless ring is false, which leaves that to the caller. run_at: not
before this time. after: not before these jobs have finished; it fails if one of them does. after_end: not
before these have ended, however they do. Both together have 10,000 at most. priority: 0 goes first, 9 last.
attempt_limit: how many attempts the job has; null is as many as its handler allows. environment: an object of
user and tenant, on whose behalf it runs, locale, trace, timeout (seconds of an attempt), expires (the time by
which it must have begun), tags (texts), note, unique (see offload_unique) and group (see make_group). Raises
DJ400 for arguments that are too long as text and other keys in environment, DJ409 for a job in after that
will not finish and one in after_end or a group that does not exist, and check_violation for values that no
job can have.';
