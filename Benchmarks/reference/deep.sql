-- Makes a system deep, as after days of work. Each function is called in a transaction of its own.
create schema bench_deep;

-- Writes the jobs that ended on one day, as workers would: most of them finished, in 8 queues and of 40
-- kinds.
create function bench_deep.end_jobs(days_ago integer, amount integer)
returns void
language plpgsql
as $$
declare
  day constant timestamptz := date_trunc('day', now(), 'UTC') - make_interval(days => days_ago);
  -- The measured worker would still have to tally later ends.
  until constant timestamptz := least(day + interval '1 day', (select m.until from jobmachine.tally_mark m));
begin
  -- Partitions of today and the next days exist already.
  if days_ago > 0 then
    execute format(
      'create table jobmachine.%I partition of jobmachine.history for values from (%L) to (%L)',
      'history_' || to_char(day at time zone 'UTC', 'YYYYMMDD'), day, day + interval '1 day');
  end if;

  insert into jobmachine.history (
    id, run_at, offloaded_at, claimed_at, finished_at, worker, attempt, attempt_limit, priority, status, queue, kind,
    arguments, environment, reply, error)
  select
    nextval('jobmachine.job_id_seq'),
    ended.at - make_interval(secs => n % 1400 / 1000.0),
    ended.at - make_interval(secs => n % 1400 / 1000.0),
    case when ended.fate <> 'cancelled' then ended.at - make_interval(secs => n % 400 / 1000.0) end,
    ended.at,
    case when ended.fate <> 'cancelled' then 1 + n % 16 end,
    case ended.fate when 'finished' then 1 when 'error' then 5 else 0 end,
    5,
    4,
    ended.fate,
    'other.' || chr(97 + ended.sort % 8),
    'bench.kind-' || ended.sort,
    jsonb_build_object('number', n, 'pad', repeat('x', 70)),
    case when n % 3 = 0 then jsonb_build_object('user', 'user-' || n % 500, 'locale', 'en') else '{}' end,
    case when ended.fate = 'finished' then to_jsonb(n) end,
    case when ended.fate = 'error' then '{"type": "BenchError", "message": "it did not work out"}'::jsonb end
  from generate_series(0, amount - 1) as n
  cross join lateral (
    select
      day + (until - day) * (n / amount::double precision) as at,
      (hashint4(n) & 1073741823) % 40 as sort,
      (case (hashint4(-n) & 1073741823) % 100 when 0 then 'cancelled' when 1 then 'error' when 2 then 'error'
        else 'finished' end)::jobmachine.status as fate
  ) as ended;
end
$$;

-- Offloads jobs to 8 queues of others.
create function bench_deep.offload_to_others(amount integer)
returns bigint
language sql
as $$
  select count(*)
  from generate_series(0, amount - 1, 10000) as start
  cross join lateral jobmachine.offload_many(
    'bench.silence', array(
      select jsonb_build_object('number', n, 'pad', repeat('x', 70))
      from generate_series(start, least(start + 9999, amount - 1)) as n),
    'other.' || chr(97 + start / 10000 % 8), ring => false)
$$;

-- Offloads jobs to the bench's own queue for a time after the measurement.
create function bench_deep.schedule(amount integer)
returns bigint
language sql
as $$
  select count(*)
  from generate_series(0, amount - 1, 1000) as start
  cross join lateral jobmachine.offload_many(
    'bench.silence', array(
      select jsonb_build_object('number', n, 'pad', repeat('x', 70))
      from generate_series(start, least(start + 999, amount - 1)) as n),
    'bench', run_at => now() + interval '30 days' + make_interval(secs => start), ring => false)
$$;
