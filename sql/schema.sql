--
-- PostgreSQL database dump
--

--
-- Name: business; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA business;

--
-- Name: jobmachine; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA jobmachine;

--
-- Name: status; Type: TYPE; Schema: jobmachine; Owner: -
--

CREATE TYPE jobmachine.status AS ENUM (
    'entered',
    'scheduled',
    'waiting',
    'processing',
    'finished',
    'error',
    'cancelled'
);

--
-- Name: beat(integer, interval); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.beat(worker integer, retention interval DEFAULT '14 days'::interval) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
declare
  lines text[];
begin
  update jobmachine.worker w
  set seen_at = now()
  where w.id = beat.worker
  returning w.queues into lines;

  perform jobmachine.rescue(w.id)
  from jobmachine.worker w
  where w.id <> beat.worker
    and not jobmachine.is_alive(w.id);

  perform jobmachine.keep_days(beat.retention);
  return exists (
    select
    from unnest(lines) as line(queue)
    where exists (
        select from jobmachine.job j where j.queue = line.queue and j.position is not null and j.worker is null)
      or exists (
        select from jobmachine.job j
        where j.queue = line.queue and j.position is null and j.waiting_for = 0 and j.run_at <= now())
  );
end
$$;

--
-- Name: FUNCTION beat(worker integer, retention interval); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.beat(worker integer, retention interval) IS 'A worker''s chores, once a minute: it says that it is there, rescues the jobs of workers that died unwatched, and keeps
the days of the history. Returns whether there is work in its queues, which it should have been rung for.';

--
-- Name: cancel(bigint); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.cancel(id bigint) RETURNS jobmachine.status
    LANGUAGE plpgsql
    AS $$
declare
  found_job jobmachine.job;
begin
  select j.*
  into found_job
  from jobmachine.job j
  where j.id = cancel.id
  for update;
  if not found then
    return (select h.status from jobmachine.history h where h.id = cancel.id order by h.finished_at desc limit 1);
  end if;

  if found_job.worker is null then
    perform jobmachine.keep_days();
    perform jobmachine.end_job(found_job.id, 'cancelled', null);
    perform pg_notify('jobmachine.' || found_job.queue || '.' || found_job.id, '');
    return 'cancelled';
  end if;

  update jobmachine.job j
  set cancel_requested = true
  where j.id = found_job.id;
  perform pg_notify('jobmachine:worker.' || found_job.worker, '');
  return 'processing';
end
$$;

--
-- Name: FUNCTION cancel(id bigint); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.cancel(id bigint) IS 'Cancels a job that does not run yet; asks the worker of one that runs to stop it. Returns its status: cancelled,
processing if its worker has been asked, or how it had ended before. Null if there is no such job.';

--
-- Name: cancelled_of(integer, bigint[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.cancelled_of(worker integer, ids bigint[]) RETURNS SETOF bigint
    LANGUAGE sql STABLE
    AS $$
  select j.id
  from jobmachine.job j
  where j.id = any (cancelled_of.ids)
    and j.worker = cancelled_of.worker
    and j.cancel_requested
$$;

--
-- Name: FUNCTION cancelled_of(worker integer, ids bigint[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.cancelled_of(worker integer, ids bigint[]) IS 'Which of these jobs, that a worker runs, somebody wants cancelled.';

--
-- Name: claim(text, integer, integer, bigint[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.claim(queue text, worker integer, amount integer, floors bigint[] DEFAULT '{}'::bigint[]) RETURNS TABLE(id bigint, "position" bigint, attempt integer, attempt_limit integer, priority smallint, kind text, arguments text, environment text)
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    AS $$
begin
  return query
  with next as materialized (  -- fence: the planner must not run the limit twice
    select candidate.id
    from generate_series(0, 9) as level(priority)
    cross join lateral (
      select j.id
      from jobmachine.job j
      where j.queue = claim.queue
        and j.priority = level.priority
        and j.worker is null
        and j.position > coalesce(claim.floors[level.priority + 1], -1)
      order by j.position
      limit claim.amount
      for update skip locked
    ) as candidate
    limit claim.amount
  )
  update jobmachine.job j
  set
    worker = claim.worker,
    attempt = j.attempt + 1,
    claimed_at = now()
  where j.id = any (array(select next.id from next))
  returning
    j.id, j.position, j.attempt, j.attempt_limit, j.priority, j.kind, j.arguments::text, j.environment::text;
end
$$;

--
-- Name: FUNCTION claim(queue text, worker integer, amount integer, floors bigint[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.claim(queue text, worker integer, amount integer, floors bigint[]) IS 'Gives up to amount jobs of a queue to a worker, those of the lowest priority number first, in the order of their
positions. floors[p + 1] is the position in priority p below which the worker has seen every job taken: index entries of
jobs long gone are not walked again. Without floors it is a full look, which also finds jobs whose transactions committed
late.';

--
-- Name: drop_days(date); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.drop_days(before date) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  part text;
begin
  for part in
    select c.relname
    from pg_inherits i
    join pg_class c on c.oid = i.inhrelid
    where i.inhparent in ('jobmachine.history'::regclass, 'jobmachine.attempt'::regclass)
      and to_date(right(c.relname, 8), 'YYYYMMDD') < drop_days.before
  loop
    execute format('drop table jobmachine.%I', part);
  end loop;

  -- A file lives as long as the days in which it could be a job's; one that a live job may still read stays.
  delete from jobmachine.file f
  where f.id in (
    select old.id
    from jobmachine.file old
    where old.created_at < drop_days.before
      and old.created_at < coalesce((select min(j.offloaded_at) from jobmachine.job j), 'infinity')
    order by old.id
    limit 1000
  );
end
$$;

--
-- Name: FUNCTION drop_days(before date); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.drop_days(before date) IS 'Drops the days of the history before this one, and the files of that time.';

--
-- Name: end_job(bigint, jobmachine.status, jsonb); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.end_job(job bigint, status jobmachine.status, error jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  waiting bigint;
begin
  with gone as (
    delete from jobmachine.job j
    where j.id = end_job.job
    returning j.*
  )
  insert into jobmachine.history (
    id, run_at, offloaded_at, claimed_at, worker, attempt, attempt_limit, priority, status, queue, kind, arguments,
    environment, error)
  select
    gone.id, gone.run_at, gone.offloaded_at, gone.claimed_at, gone.worker, gone.attempt, gone.attempt_limit,
    gone.priority, end_job.status, gone.queue, gone.kind, gone.arguments, gone.environment, end_job.error
  from gone;

  delete from jobmachine.dependency d
  where d.job = end_job.job;

  -- Who waited for it will never run: it ends now, with the reason, rather than wait for ever.
  for waiting in
    delete from jobmachine.dependency d
    where d.needs = end_job.job
    returning d.job
  loop
    perform jobmachine.end_job(waiting, 'error', jsonb_build_object(
      'type', 'dependency',
      'message', format('job %s, for which it waited, ended as %s', end_job.job, end_job.status)));
    perform pg_notify('jobmachine.' || h.ticket, '')
    from jobmachine.jobs h
    where h.id = waiting;
  end loop;
end
$$;

--
-- Name: FUNCTION end_job(job bigint, status jobmachine.status, error jsonb); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.end_job(job bigint, status jobmachine.status, error jsonb) IS 'Ends a live job without an answer, and with it those that wait for it. A part of fail, cancel and rescue.';

--
-- Name: fail(integer, bigint, integer, jsonb, interval); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.fail(worker integer, id bigint, attempt integer, error jsonb, delay interval DEFAULT NULL::interval) RETURNS jobmachine.status
    LANGUAGE plpgsql
    AS $$
declare
  failed jobmachine.job;
begin
  select j.*
  into failed
  from jobmachine.job j
  where j.id = fail.id
    and j.worker = fail.worker
    and j.attempt = fail.attempt
  for update;
  if not found then
    return null;
  end if;

  insert into jobmachine.attempt (job, started_at, worker, attempt, error)
  values (failed.id, failed.claimed_at, failed.worker, failed.attempt, fail.error);

  if failed.cancel_requested then
    perform jobmachine.end_job(failed.id, 'cancelled', null);
    return 'cancelled';
  elsif fail.delay is null or failed.attempt >= failed.attempt_limit then
    perform jobmachine.end_job(failed.id, 'error', fail.error);
    return 'error';
  end if;

  update jobmachine.job j
  set
    worker = null,
    claimed_at = null,
    position = null,
    run_at = clock_timestamp() + fail.delay,
    progress = null,
    error = fail.error
  where j.id = failed.id;
  return 'scheduled';
end
$$;

--
-- Name: FUNCTION fail(worker integer, id bigint, attempt integer, error jsonb, delay interval); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.fail(worker integer, id bigint, attempt integer, error jsonb, delay interval) IS 'Notes a failed attempt. The job is tried again after delay, unless delay is null or its attempts are used up: then it
ends as error. Returns its status, or null if the fence refused the report.';

--
-- Name: is_alive(integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.is_alive(worker integer) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  select exists (
    select
    from pg_locks l
    where l.locktype = 'advisory'
      and l.database = (select d.oid from pg_database d where d.datname = current_database())
      and l.classid = 'jobmachine.worker'::regclass
      and l.objid = is_alive.worker::oid
      and l.objsubid = 2
      and l.mode = 'ExclusiveLock'
      and l.granted
  )
$$;

--
-- Name: FUNCTION is_alive(worker integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.is_alive(worker integer) IS 'Whether a worker''s session still holds its lock.';

--
-- Name: keep_days(interval); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.keep_days(retention interval DEFAULT NULL::interval) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  today date := (now() at time zone 'UTC')::date;
  day date;
  parent text;
  part text;
begin
  -- One at a time; whoever comes second has nothing to do.
  if not pg_try_advisory_xact_lock('jobmachine.history'::regclass::oid::bigint) then
    return;
  end if;
  perform set_config('lock_timeout', '500ms', true);

  foreach parent in array array['history', 'attempt'] loop
    for ahead in 0..7 loop
      day := today + ahead;
      part := parent || to_char(day, '_YYYYMMDD');
      continue when to_regclass('jobmachine.' || part) is not null;
      execute format(
        'create table jobmachine.%I partition of jobmachine.%I for values from (%L) to (%L)',
        part, parent, day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
    end loop;
  end loop;

  if keep_days.retention is not null then
    perform jobmachine.drop_days((now() - keep_days.retention)::date);
  end if;
exception when lock_not_available then
  -- Somebody reads the history: the next beat will do.
  return;
end
$$;

--
-- Name: FUNCTION keep_days(retention interval); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.keep_days(retention interval) IS 'Sees to it that there are partitions for today and the seven days to come, and that days older than the retention are
gone; without one, none goes.';

--
-- Name: let_go(bigint[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.let_go(ended bigint[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  freed_queue text;
begin
  -- Nearly always there is nobody.
  if not exists (select from jobmachine.dependency d where d.needs = any (let_go.ended)) then
    return;
  end if;

  for freed_queue in
    with freed as (
      delete from jobmachine.dependency d
      where d.needs = any (let_go.ended)
      returning d.job
    ), counted as (
      select freed.job, count(*)::integer as amount
      from freed
      group by freed.job
    ), moved as (
      update jobmachine.job j
      set
        waiting_for = j.waiting_for - counted.amount,
        position = case
          when j.waiting_for = counted.amount and j.run_at <= now() then nextval('jobmachine.job_id_seq')
        end
      from counted
      where j.id = counted.job
      returning j.queue, j.waiting_for
    )
    select distinct moved.queue
    from moved
    where moved.waiting_for = 0
  loop
    perform pg_notify('jobmachine.' || freed_queue, '');
  end loop;
end
$$;

--
-- Name: FUNCTION let_go(ended bigint[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.let_go(ended bigint[]) IS 'Lets the jobs go on that waited for these, which have finished. A part of reply. It rings within the transaction, since
only the server knows whom to wake.';

--
-- Name: offload(text, jsonb, text, integer, timestamp with time zone, bigint[], integer, jsonb, boolean); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.offload(kind text, arguments jsonb DEFAULT '{}'::jsonb, queue text DEFAULT 'default'::text, priority integer DEFAULT 4, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, after bigint[] DEFAULT NULL::bigint[], attempt_limit integer DEFAULT 5, environment jsonb DEFAULT '{}'::jsonb, ring boolean DEFAULT true) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
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
    perform pg_notify('jobmachine.' || offload.queue, '');
  end if;
  return new_id;
end
$$;

--
-- Name: FUNCTION offload(kind text, arguments jsonb, queue text, priority integer, run_at timestamp with time zone, after bigint[], attempt_limit integer, environment jsonb, ring boolean); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.offload(kind text, arguments jsonb, queue text, priority integer, run_at timestamp with time zone, after bigint[], attempt_limit integer, environment jsonb, ring boolean) IS 'Puts a job on a queue and returns its id; with the queue''s name, that is its ticket: queue.id. It exists when the
caller''s transaction commits. Workers are rung by the same commit unless ring is false, which leaves that to the caller.
run_at: not before this time. after: not before these jobs have finished. priority: 0 goes first, 9 last.';

--
-- Name: offload_many(text, jsonb[], text, integer, timestamp with time zone, bigint[], integer, jsonb, boolean); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.offload_many(kind text, arguments jsonb[], queue text DEFAULT 'default'::text, priority integer DEFAULT 4, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, after bigint[] DEFAULT NULL::bigint[], attempt_limit integer DEFAULT 5, environment jsonb DEFAULT '{}'::jsonb, ring boolean DEFAULT true) RETURNS SETOF bigint
    LANGUAGE plpgsql
    AS $$
declare
  is_due boolean := coalesce(offload_many.run_at <= now(), true);
begin
  if offload_many.after is not null then
    return query
    select jobmachine.offload(
      offload_many.kind, each.arguments, offload_many.queue, offload_many.priority, offload_many.run_at,
      offload_many.after, offload_many.attempt_limit, offload_many.environment, false)
    from unnest(offload_many.arguments) as each(arguments);
  else
    return query
    with drawn as materialized (
      select nextval('jobmachine.job_id_seq') as id, each.arguments
      from unnest(offload_many.arguments) as each(arguments)
    ), offloaded as (
      insert into jobmachine.job (
        id, position, run_at, attempt_limit, priority, queue, kind, arguments, environment)
      select
        drawn.id,
        case when is_due then drawn.id end,
        coalesce(offload_many.run_at, now()),
        offload_many.attempt_limit,
        offload_many.priority,
        offload_many.queue,
        offload_many.kind,
        drawn.arguments,
        offload_many.environment
      from drawn
    )
    select drawn.id
    from drawn;
  end if;
  if offload_many.ring then
    perform pg_notify('jobmachine.' || offload_many.queue, '');
  end if;
end
$$;

--
-- Name: FUNCTION offload_many(kind text, arguments jsonb[], queue text, priority integer, run_at timestamp with time zone, after bigint[], attempt_limit integer, environment jsonb, ring boolean); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.offload_many(kind text, arguments jsonb[], queue text, priority integer, run_at timestamp with time zone, after bigint[], attempt_limit integer, environment jsonb, ring boolean) IS 'Puts many jobs of one kind on a queue in one statement, and returns their ids in the order of the arguments. The rest is
as in offload.';

--
-- Name: progress(integer, bigint, integer, jsonb); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.progress(worker integer, id bigint, attempt integer, progress jsonb) RETURNS boolean
    LANGUAGE sql
    AS $$
  update jobmachine.job j
  set progress = progress.progress
  where j.id = progress.id
    and j.worker = progress.worker
    and j.attempt = progress.attempt
  returning true
$$;

--
-- Name: FUNCTION progress(worker integer, id bigint, attempt integer, progress jsonb); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.progress(worker integer, id bigint, attempt integer, progress jsonb) IS 'Notes how far a job is: an object with done, of and note. Null if the fence refused it.';

--
-- Name: promote(text[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.promote(queues text[]) RETURNS double precision
    LANGUAGE plpgsql
    AS $$
declare
  next_due timestamptz;
begin
  with due as (
    select j.id
    from jobmachine.job j
    where j.queue = any (promote.queues)
      and j.position is null
      and j.waiting_for = 0
      and j.run_at <= now()
    order by j.run_at, j.id
    limit 10000
    for update skip locked
  )
  update jobmachine.job j
  set position = nextval('jobmachine.job_id_seq')
  from due
  where j.id = due.id;

  select min(first.run_at)
  into next_due
  from unnest(promote.queues) as line(queue)
  cross join lateral (
    select j.run_at
    from jobmachine.job j
    where j.queue = line.queue
      and j.position is null
      and j.waiting_for = 0
    order by j.run_at
    limit 1
  ) as first;
  return extract(epoch from next_due - clock_timestamp());
end
$$;

--
-- Name: FUNCTION promote(queues text[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.promote(queues text[]) IS 'Lets the jobs whose time has come join the line, and returns in how many seconds the next one is due: null if there is
none.';

--
-- Name: register(text, integer, text[], integer, integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.register(host text, pid integer, queues text[], slots integer, worker integer DEFAULT NULL::integer) RETURNS integer
    LANGUAGE plpgsql
    AS $$
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

--
-- Name: FUNCTION register(host text, pid integer, queues text[], slots integer, worker integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.register(host text, pid integer, queues text[], slots integer, worker integer) IS 'Enters a worker, and marks this session as its life: when the session ends, its jobs are rescued. Returns its number. A
worker that lost its session registers again under its number.';

--
-- Name: release(integer, bigint[], integer[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.release(worker integer, ids bigint[], attempts integer[]) RETURNS SETOF bigint
    LANGUAGE sql
    AS $$
  update jobmachine.job j
  set
    worker = null,
    claimed_at = null,
    attempt = j.attempt - 1,
    progress = null,
    position = nextval('jobmachine.job_id_seq')
  from unnest(release.ids, release.attempts) as one(id, attempt)
  where j.id = one.id
    and j.attempt = one.attempt
    and j.worker = release.worker
  returning j.id
$$;

--
-- Name: FUNCTION release(worker integer, ids bigint[], attempts integer[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.release(worker integer, ids bigint[], attempts integer[]) IS 'Hands jobs back to the line unfinished, as a worker does that stops. The attempt does not count.';

--
-- Name: reply(integer, bigint[], integer[], jsonb[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.reply(worker integer, ids bigint[], attempts integer[], replies jsonb[]) RETURNS SETOF bigint
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_seqscan TO 'off'
    AS $$
declare
  accepted bigint[];
begin
  with done as (
    delete from jobmachine.job j
    using unnest(reply.ids, reply.attempts, reply.replies) as one(id, attempt, reply)
    where j.id = one.id
      and j.attempt = one.attempt
      and j.worker = reply.worker
    returning j.*, one.reply
  ), ended as (
    insert into jobmachine.history (
      id, run_at, offloaded_at, claimed_at, worker, attempt, attempt_limit, priority, status, queue, kind, arguments,
      environment, reply)
    select
      done.id, done.run_at, done.offloaded_at, done.claimed_at, done.worker, done.attempt, done.attempt_limit,
      done.priority, 'finished', done.queue, done.kind, done.arguments, done.environment, done.reply
    from done
  )
  select array_agg(done.id)
  into accepted
  from done;
  perform jobmachine.let_go(accepted);
  return query select unnest(accepted);
end
$$;

--
-- Name: FUNCTION reply(worker integer, ids bigint[], attempts integer[], replies jsonb[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.reply(worker integer, ids bigint[], attempts integer[], replies jsonb[]) IS 'Ends jobs with their answers, and returns the ids of those that were still this worker''s in these attempts. An id that
is missing was refused: the job has been rescued, cancelled or ended since, and what was done for it must be undone.';

--
-- Name: reply_or_raise(integer, bigint, integer, jsonb); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.reply_or_raise(worker integer, id bigint, attempt integer, reply jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  perform jobmachine.reply(
    reply_or_raise.worker, array[reply_or_raise.id], array[reply_or_raise.attempt], array[reply_or_raise.reply]);
  if not found then
    raise exception 'job % is no longer worker %''s in attempt %',
      reply_or_raise.id, reply_or_raise.worker, reply_or_raise.attempt
    using errcode = 'DJF01', hint = 'Another worker has it, or it has been cancelled: this attempt is undone.';
  end if;
end
$$;

--
-- Name: FUNCTION reply_or_raise(worker integer, id bigint, attempt integer, reply jsonb); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.reply_or_raise(worker integer, id bigint, attempt integer, reply jsonb) IS 'Ends one job with its answer in the transaction that did its work. If the fence refuses it, it raises DJF01, so that the
transaction cannot commit.';

--
-- Name: rescue(integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.rescue(worker integer) RETURNS integer
    LANGUAGE plpgsql
    AS $$
declare
  held jobmachine.job;
  death jsonb;
  amount integer := 0;
begin
  death := jsonb_build_object('type', 'rescue', 'message', format('worker %s died while it ran the job', rescue.worker));
  for held in
    select j.*
    from jobmachine.job j
    where j.worker = rescue.worker
    order by j.id
    for update
  loop
    amount := amount + 1;
    insert into jobmachine.attempt (job, started_at, worker, attempt, error)
    values (held.id, held.claimed_at, held.worker, held.attempt, death);
    if held.cancel_requested then
      perform jobmachine.end_job(held.id, 'cancelled', null);
      perform pg_notify('jobmachine.' || held.queue || '.' || held.id, '');
    elsif held.attempt >= greatest(held.attempt_limit, 5) then
      -- Whatever it does kills its workers: it is parked rather than given to the next one.
      perform jobmachine.end_job(held.id, 'error', death);
      perform pg_notify('jobmachine.' || held.queue || '.' || held.id, '');
    else
      update jobmachine.job j
      set
        worker = null,
        claimed_at = null,
        progress = null,
        error = death,
        position = nextval('jobmachine.job_id_seq')
      where j.id = held.id;
      perform pg_notify('jobmachine.' || held.queue, '');
    end if;
  end loop;
  delete from jobmachine.worker w
  where w.id = rescue.worker;
  return amount;
end
$$;

--
-- Name: FUNCTION rescue(worker integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.rescue(worker integer) IS 'Brings the jobs of a dead worker back to the line, and strikes the worker off. Returns how many jobs it held. A job whose
workers died in five attempts, or in as many as it may have if that is more, ends as error instead.';

--
-- Name: retry(bigint); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.retry(id bigint) RETURNS jobmachine.status
    LANGUAGE plpgsql
    AS $$
declare
  line text;
begin
  with back as (
    delete from jobmachine.history h
    where h.id = retry.id
      and h.status in ('error', 'cancelled')
    returning h.*
  )
  insert into jobmachine.job (
    id, position, run_at, offloaded_at, attempt, attempt_limit, priority, queue, kind, arguments, environment, error)
  select
    back.id, nextval('jobmachine.job_id_seq'), now(), back.offloaded_at, back.attempt, back.attempt + back.attempt_limit,
    back.priority, back.queue, back.kind, back.arguments, back.environment, back.error
  from back
  returning queue into line;

  if line is null then
    update jobmachine.job j
    set
      position = nextval('jobmachine.job_id_seq'),
      run_at = now()
    where j.id = retry.id
      and j.position is null
      and j.waiting_for = 0
    returning j.queue into line;
  end if;

  if line is not null then
    perform pg_notify('jobmachine.' || line, '');
    perform pg_notify('jobmachine.' || line || '.' || retry.id, '');
  end if;
  return (select j.status from jobmachine.jobs j where j.id = retry.id limit 1);
end
$$;

--
-- Name: FUNCTION retry(id bigint); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.retry(id bigint) IS 'Brings a job that failed or was cancelled back to the line, with as many attempts again; lets one that is scheduled run
now. Returns its status, which is entered if it was brought back. Null if there is no such job.';

--
-- Name: history; Type: TABLE; Schema: jobmachine; Owner: -
--

CREATE TABLE jobmachine.history (
    id bigint NOT NULL,
    run_at timestamp with time zone NOT NULL,
    offloaded_at timestamp with time zone NOT NULL,
    claimed_at timestamp with time zone,
    finished_at timestamp with time zone DEFAULT now() NOT NULL,
    worker integer,
    attempt integer NOT NULL,
    attempt_limit integer NOT NULL,
    priority smallint NOT NULL,
    status jobmachine.status NOT NULL,
    queue text NOT NULL,
    kind text NOT NULL,
    arguments jsonb NOT NULL,
    environment jsonb NOT NULL,
    reply jsonb,
    error jsonb,
    CONSTRAINT history_error_says_why CHECK (((status <> 'error'::jobmachine.status) OR (error IS NOT NULL))),
    CONSTRAINT history_has_ended CHECK ((status = ANY (ARRAY['finished'::jobmachine.status, 'error'::jobmachine.status, 'cancelled'::jobmachine.status])))
)
PARTITION BY RANGE (finished_at);

--
-- Name: TABLE history; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.history IS 'What has ended, a partition for each day; old days are dropped whole.';

--
-- Name: COLUMN history.id; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.id IS 'The number of its ticket.';

--
-- Name: COLUMN history.run_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.run_at IS 'Not before this time it ran.';

--
-- Name: COLUMN history.offloaded_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.offloaded_at IS 'When it was offloaded.';

--
-- Name: COLUMN history.claimed_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.claimed_at IS 'When its last attempt began.';

--
-- Name: COLUMN history.finished_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.finished_at IS 'When it ended.';

--
-- Name: COLUMN history.worker; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.worker IS 'Who ran its last attempt.';

--
-- Name: COLUMN history.attempt; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.attempt IS 'How often it was claimed.';

--
-- Name: COLUMN history.attempt_limit; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.attempt_limit IS 'How many attempts it had.';

--
-- Name: COLUMN history.priority; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.priority IS '0 goes first, 9 last.';

--
-- Name: COLUMN history.status; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.status IS 'How it ended: finished, error or cancelled.';

--
-- Name: COLUMN history.queue; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.queue IS 'The line it stood in.';

--
-- Name: COLUMN history.kind; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.kind IS 'Which handler it needed.';

--
-- Name: COLUMN history.arguments; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.arguments IS 'What the handler got.';

--
-- Name: COLUMN history.environment; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.environment IS 'On whose behalf it ran.';

--
-- Name: COLUMN history.reply; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.reply IS 'The answer.';

--
-- Name: COLUMN history.error; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.history.error IS 'Why it failed: type, message, and the error itself if it can be encoded.';

--
-- Name: job; Type: TABLE; Schema: jobmachine; Owner: -
--

CREATE TABLE jobmachine.job (
    id bigint NOT NULL,
    "position" bigint,
    run_at timestamp with time zone DEFAULT now() NOT NULL,
    offloaded_at timestamp with time zone DEFAULT now() NOT NULL,
    claimed_at timestamp with time zone,
    worker integer,
    attempt integer DEFAULT 0 NOT NULL,
    attempt_limit integer DEFAULT 5 NOT NULL,
    waiting_for integer DEFAULT 0 NOT NULL,
    priority smallint DEFAULT 4 NOT NULL,
    cancel_requested boolean DEFAULT false NOT NULL,
    queue text DEFAULT 'default'::text NOT NULL,
    kind text NOT NULL,
    arguments jsonb DEFAULT '{}'::jsonb NOT NULL,
    environment jsonb DEFAULT '{}'::jsonb NOT NULL,
    progress jsonb,
    error jsonb,
    CONSTRAINT job_attempt_counts_up CHECK (((attempt >= 0) AND (attempt_limit >= 1))),
    CONSTRAINT job_has_a_worker_when_claimed CHECK (((worker IS NULL) = (claimed_at IS NULL))),
    CONSTRAINT job_is_in_line_when_claimed CHECK (((worker IS NULL) OR ("position" IS NOT NULL))),
    CONSTRAINT job_kind_is_a_name CHECK (((kind ~ '^[a-z][a-z0-9_.-]*$'::text) AND (length(kind) <= 120))),
    CONSTRAINT job_priority_is_one_of_ten CHECK (((priority >= 0) AND (priority <= 9))),
    CONSTRAINT job_queue_is_a_name CHECK (((queue ~ '^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)*$'::text) AND (length(queue) <= 30))),
    CONSTRAINT job_waits_for_some CHECK ((waiting_for >= 0)),
    CONSTRAINT job_waits_out_of_line CHECK (((waiting_for = 0) OR ("position" IS NULL)))
)
WITH (fillfactor='80', autovacuum_vacuum_scale_factor='0.01', autovacuum_vacuum_threshold='1000');

--
-- Name: TABLE job; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.job IS 'What may still run. A job leaves this table when it ends.';

--
-- Name: COLUMN job.id; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.id IS 'The number of its ticket: queue.id.';

--
-- Name: COLUMN job."position"; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job."position" IS 'Its place in the line, from the ids'' sequence: a new one each time it joins. Null while it is scheduled or waits for others.';

--
-- Name: COLUMN job.run_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.run_at IS 'Not before this time.';

--
-- Name: COLUMN job.offloaded_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.offloaded_at IS 'When it was offloaded.';

--
-- Name: COLUMN job.claimed_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.claimed_at IS 'When its worker claimed it.';

--
-- Name: COLUMN job.worker; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.worker IS 'Who runs it. With attempt, the fence: whoever else reports on it is refused.';

--
-- Name: COLUMN job.attempt; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.attempt IS 'How often it has been claimed.';

--
-- Name: COLUMN job.attempt_limit; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.attempt_limit IS 'A failure of this attempt or a later one is final.';

--
-- Name: COLUMN job.waiting_for; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.waiting_for IS 'How many jobs it still waits for; see dependency.';

--
-- Name: COLUMN job.priority; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.priority IS '0 goes first, 9 last.';

--
-- Name: COLUMN job.cancel_requested; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.cancel_requested IS 'Whether its worker has been asked to stop it.';

--
-- Name: COLUMN job.queue; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.queue IS 'The line it stands in.';

--
-- Name: COLUMN job.kind; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.kind IS 'Which handler it needs: for a model function, the function''s name.';

--
-- Name: COLUMN job.arguments; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.arguments IS 'What the handler gets: for a model function, the function itself.';

--
-- Name: COLUMN job.environment; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.environment IS 'On whose behalf it runs: user, locale, trace.';

--
-- Name: COLUMN job.progress; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.progress IS 'How far it is: done, of, note.';

--
-- Name: COLUMN job.error; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.job.error IS 'Why the last attempt failed.';

--
-- Name: jobs; Type: VIEW; Schema: jobmachine; Owner: -
--

CREATE VIEW jobmachine.jobs AS
 SELECT job.id,
    ((job.queue || '.'::text) || job.id) AS ticket,
    job.queue,
    job.kind,
        CASE
            WHEN (job.worker IS NOT NULL) THEN 'processing'::jobmachine.status
            WHEN (job.waiting_for > 0) THEN 'waiting'::jobmachine.status
            WHEN (job."position" IS NULL) THEN 'scheduled'::jobmachine.status
            ELSE 'entered'::jobmachine.status
        END AS status,
    job.priority,
    job.attempt,
    job.attempt_limit,
    job.waiting_for,
    job.worker,
    job.offloaded_at,
    job.run_at,
    job.claimed_at,
    NULL::timestamp with time zone AS finished_at,
    job.cancel_requested,
    job.arguments,
    job.environment,
    job.progress,
    NULL::jsonb AS reply,
    job.error
   FROM jobmachine.job
UNION ALL
 SELECT history.id,
    ((history.queue || '.'::text) || history.id) AS ticket,
    history.queue,
    history.kind,
    history.status,
    history.priority,
    history.attempt,
    history.attempt_limit,
    0 AS waiting_for,
    history.worker,
    history.offloaded_at,
    history.run_at,
    history.claimed_at,
    history.finished_at,
    false AS cancel_requested,
    history.arguments,
    history.environment,
    NULL::jsonb AS progress,
    history.reply,
    history.error
   FROM jobmachine.history;

--
-- Name: VIEW jobs; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON VIEW jobmachine.jobs IS 'All jobs, live and ended, with their status.';

--
-- Name: status(bigint); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.status(id bigint) RETURNS SETOF jobmachine.jobs
    LANGUAGE sql STABLE
    AS $$
  select j.*
  from jobmachine.jobs j
  where j.id = status.id
$$;

--
-- Name: FUNCTION status(id bigint); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.status(id bigint) IS 'All there is to know of one job, live or ended. No row if there is no such job, or no more.';

--
-- Name: unregister(integer); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.unregister(worker integer) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  perform jobmachine.rescue(unregister.worker);
  perform pg_advisory_unlock('jobmachine.worker'::regclass::oid::integer, unregister.worker);
end
$$;

--
-- Name: FUNCTION unregister(worker integer); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.unregister(worker integer) IS 'Strikes a worker off that stops by itself, in the session in which it registered.';

--
-- Name: wait_for(bigint, bigint[]); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.wait_for(job bigint, needs bigint[]) RETURNS integer
    LANGUAGE plpgsql
    AS $$
declare
  live bigint[];
  lost bigint;
begin
  -- Locked, so that none of them ends between this look and the commit without seeing who waits for it.
  select coalesce(array_agg(needed.id), '{}')
  into live
  from (
    select j.id
    from jobmachine.job j
    where j.id = any (wait_for.needs)
    order by j.id
    for key share
  ) as needed;

  select need.id
  into lost
  from unnest(wait_for.needs) as need(id)
  where not need.id = any (live)
    and not exists (select from jobmachine.history h where h.id = need.id and h.status = 'finished')
  limit 1;

  if found then
    raise exception 'a job cannot wait for job %, which %', lost, coalesce(
      (select 'has ended as ' || h.status from jobmachine.history h where h.id = lost order by h.finished_at desc limit 1),
      'does not exist')
    using errcode = 'DJ409', hint = 'Retry that job first, or offload this one without it.';
  end if;

  insert into jobmachine.dependency (needs, job)
  select distinct need.id, wait_for.job
  from unnest(live) as need(id);
  return cardinality(live);
end
$$;

--
-- Name: FUNCTION wait_for(job bigint, needs bigint[]); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.wait_for(job bigint, needs bigint[]) IS 'Notes which live jobs a new job waits for, and returns how many. A part of offload.';

--
-- Name: watch(integer, interval); Type: FUNCTION; Schema: jobmachine; Owner: -
--

CREATE FUNCTION jobmachine.watch(worker integer, patience interval DEFAULT '00:00:30'::interval) RETURNS integer
    LANGUAGE plpgsql
    AS $$
declare
  neighbour integer;
begin
  select w.id
  into neighbour
  from jobmachine.worker w
  where w.id <> watch.worker
  order by w.id > watch.worker desc, w.id
  limit 1;
  if not found then
    return null;
  end if;

  -- The neighbour's session holds this lock for as long as it lives. Waiting for it costs nothing and ends at once when
  -- the session is gone. The patience keeps the snapshot of this statement young.
  perform set_config('lock_timeout', (extract(epoch from watch.patience) * 1000)::integer::text, true);
  begin
    perform pg_advisory_xact_lock_shared('jobmachine.worker'::regclass::oid::integer, neighbour);
  exception when lock_not_available then
    return 0;
  end;
  return jobmachine.rescue(neighbour);
end
$$;

--
-- Name: FUNCTION watch(worker integer, patience interval); Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON FUNCTION jobmachine.watch(worker integer, patience interval) IS 'Waits until the next worker dies (the one with the next higher number, or else the first), and rescues its jobs: so each
worker is watched by another, and a death is known at once, without polling. Returns how many jobs were rescued, 0 if
nobody died within the patience, null if there is nobody to watch.';

--
-- Name: migration; Type: TABLE; Schema: business; Owner: -
--

CREATE TABLE business.migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: attempt; Type: TABLE; Schema: jobmachine; Owner: -
--

CREATE TABLE jobmachine.attempt (
    job bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone DEFAULT now() NOT NULL,
    worker integer NOT NULL,
    attempt integer NOT NULL,
    error jsonb NOT NULL
)
PARTITION BY RANGE (ended_at);

--
-- Name: TABLE attempt; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.attempt IS 'Each failed attempt, a partition for each day.';

--
-- Name: COLUMN attempt.job; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.attempt.job IS 'The job''s id.';

--
-- Name: COLUMN attempt.started_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.attempt.started_at IS 'When it was claimed.';

--
-- Name: COLUMN attempt.ended_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.attempt.ended_at IS 'When it failed.';

--
-- Name: COLUMN attempt.worker; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.attempt.worker IS 'Who tried.';

--
-- Name: COLUMN attempt.attempt; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.attempt.attempt IS 'Which attempt it was, from 1.';

--
-- Name: COLUMN attempt.error; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.attempt.error IS 'What went wrong: type, message, and the error itself if it can be encoded.';

--
-- Name: chunk; Type: TABLE; Schema: jobmachine; Owner: -
--

CREATE TABLE jobmachine.chunk (
    file bigint NOT NULL,
    number integer NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT chunk_is_not_empty CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= 1048576)))
);
ALTER TABLE ONLY jobmachine.chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

--
-- Name: TABLE chunk; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.chunk IS 'The bytes of files.';

--
-- Name: COLUMN chunk.file; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.chunk.file IS 'Whose bytes they are.';

--
-- Name: COLUMN chunk.number; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.chunk.number IS 'Which part, from 0.';

--
-- Name: COLUMN chunk.bytes; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.chunk.bytes IS 'At most 1 MiB of them.';

--
-- Name: dependency; Type: TABLE; Schema: jobmachine; Owner: -
--

CREATE TABLE jobmachine.dependency (
    needs bigint NOT NULL,
    job bigint NOT NULL
);

--
-- Name: TABLE dependency; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.dependency IS 'Which jobs wait for which. A row goes when the job that is needed ends.';

--
-- Name: COLUMN dependency.needs; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.dependency.needs IS 'The job that must finish first.';

--
-- Name: COLUMN dependency.job; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.dependency.job IS 'The job that waits.';

--
-- Name: file; Type: TABLE; Schema: jobmachine; Owner: -
--

CREATE TABLE jobmachine.file (
    id bigint NOT NULL,
    size bigint DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    name text NOT NULL,
    mime_type text NOT NULL,
    CONSTRAINT file_has_a_name CHECK (((length(name) >= 1) AND (length(name) <= 255))),
    CONSTRAINT file_mime_type_is_one CHECK ((mime_type ~ '^[a-z0-9.+-]+/[a-z0-9.+-]+(; ?[a-z-]+=[A-Za-z0-9_-]+)*$'::text)),
    CONSTRAINT file_size_counts_up CHECK ((size >= 0))
);

--
-- Name: TABLE file; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.file IS 'Files that jobs read and write.';

--
-- Name: COLUMN file.id; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.file.id IS 'Its number.';

--
-- Name: COLUMN file.size; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.file.size IS 'Its length in bytes.';

--
-- Name: COLUMN file.created_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.file.created_at IS 'When it was stored.';

--
-- Name: COLUMN file.name; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.file.name IS 'The name to save it under. It comes from people: it is not a path.';

--
-- Name: COLUMN file.mime_type; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.file.mime_type IS 'What it contains.';

--
-- Name: file_id_seq; Type: SEQUENCE; Schema: jobmachine; Owner: -
--

ALTER TABLE jobmachine.file ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME jobmachine.file_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: job_id_seq; Type: SEQUENCE; Schema: jobmachine; Owner: -
--

ALTER TABLE jobmachine.job ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME jobmachine.job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: migration; Type: TABLE; Schema: jobmachine; Owner: -
--

CREATE TABLE jobmachine.migration (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: worker; Type: TABLE; Schema: jobmachine; Owner: -
--

CREATE TABLE jobmachine.worker (
    id integer NOT NULL,
    pid integer NOT NULL,
    slots integer NOT NULL,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL,
    host text NOT NULL,
    queues text[] NOT NULL,
    CONSTRAINT worker_has_queues CHECK ((cardinality(queues) > 0)),
    CONSTRAINT worker_has_slots CHECK ((slots > 0))
);

--
-- Name: TABLE worker; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON TABLE jobmachine.worker IS 'The workers. One is alive as long as its session holds the advisory lock (worker''s oid, id).';

--
-- Name: COLUMN worker.id; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.id IS 'Its number, never used again.';

--
-- Name: COLUMN worker.pid; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.pid IS 'Its process on its host.';

--
-- Name: COLUMN worker.slots; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.slots IS 'How many jobs it runs at once.';

--
-- Name: COLUMN worker.started_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.started_at IS 'When it registered.';

--
-- Name: COLUMN worker.seen_at; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.seen_at IS 'Its last beat.';

--
-- Name: COLUMN worker.host; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.host IS 'The machine it runs on.';

--
-- Name: COLUMN worker.queues; Type: COMMENT; Schema: jobmachine; Owner: -
--

COMMENT ON COLUMN jobmachine.worker.queues IS 'The queues it claims from.';

--
-- Name: worker_id_seq; Type: SEQUENCE; Schema: jobmachine; Owner: -
--

ALTER TABLE jobmachine.worker ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME jobmachine.worker_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: migration migration_pkey; Type: CONSTRAINT; Schema: business; Owner: -
--

ALTER TABLE ONLY business.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);

--
-- Name: chunk chunk_pkey; Type: CONSTRAINT; Schema: jobmachine; Owner: -
--

ALTER TABLE ONLY jobmachine.chunk
    ADD CONSTRAINT chunk_pkey PRIMARY KEY (file, number);

--
-- Name: dependency dependency_pkey; Type: CONSTRAINT; Schema: jobmachine; Owner: -
--

ALTER TABLE ONLY jobmachine.dependency
    ADD CONSTRAINT dependency_pkey PRIMARY KEY (needs, job);

--
-- Name: file file_pkey; Type: CONSTRAINT; Schema: jobmachine; Owner: -
--

ALTER TABLE ONLY jobmachine.file
    ADD CONSTRAINT file_pkey PRIMARY KEY (id);

--
-- Name: job job_pkey; Type: CONSTRAINT; Schema: jobmachine; Owner: -
--

ALTER TABLE ONLY jobmachine.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (id);

--
-- Name: migration migration_pkey; Type: CONSTRAINT; Schema: jobmachine; Owner: -
--

ALTER TABLE ONLY jobmachine.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);

--
-- Name: worker worker_pkey; Type: CONSTRAINT; Schema: jobmachine; Owner: -
--

ALTER TABLE ONLY jobmachine.worker
    ADD CONSTRAINT worker_pkey PRIMARY KEY (id);

--
-- Name: attempt_job; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX attempt_job ON ONLY jobmachine.attempt USING btree (job);

--
-- Name: dependency_job; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX dependency_job ON jobmachine.dependency USING btree (job);

--
-- Name: history_id; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX history_id ON ONLY jobmachine.history USING btree (id);

--
-- Name: job_due; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX job_due ON jobmachine.job USING btree (queue, run_at) WHERE (("position" IS NULL) AND (waiting_for = 0));

--
-- Name: job_line; Type: INDEX; Schema: jobmachine; Owner: -
--

CREATE INDEX job_line ON jobmachine.job USING btree (queue, priority, "position");

--
-- Name: chunk chunk_file_fkey; Type: FK CONSTRAINT; Schema: jobmachine; Owner: -
--

ALTER TABLE ONLY jobmachine.chunk
    ADD CONSTRAINT chunk_file_fkey FOREIGN KEY (file) REFERENCES jobmachine.file(id) ON DELETE CASCADE;

--
-- PostgreSQL database dump complete
--

