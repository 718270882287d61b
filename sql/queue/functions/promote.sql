create or replace function jobmachine.promote(
  queues text[]
)
returns double precision
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  next_due timestamptz;
  next_token timestamptz;
  is_settled boolean := true;
  has_fired boolean;
  has_more boolean;
  -- The number of looks of this session, one after the other, that found something uncertain.
  doubts constant integer := coalesce(nullif(current_setting('jobmachine.doubts', true), ''), '0')::integer;
begin
  begin
    is_settled := jobmachine.settle();
  exception when others then
    raise warning 'settling the jobs that wait for others is put off to the next beat: %', sqlerrm using errcode = sqlstate;
  end;
  if is_settled and doubts > 0 or not is_settled and doubts < 4 then
    perform set_config('jobmachine.doubts', case when is_settled then '0' else (doubts + 1)::text end, false);
  end if;
  has_more := jobmachine.expire(promote.queues);
  has_fired := jobmachine.fire(promote.queues);
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
  if found or has_fired or has_more then
    return 0;
  end if;

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
  next_due := least(
    next_due,
    (
      select min(s.next_at)
      from jobmachine.schedule s
      where s.queue = any (promote.queues)
        and s.paused_at is null
        and s.retired_at is null
    ),
    (select min(e.expires_at) from jobmachine.expiry e where e.queue = any (promote.queues)));
  if exists (select from jobmachine.queue_limit) then
    next_token := jobmachine.next_token(promote.queues);
  end if;
  -- What is due and still there is locked by somebody.
  if next_due <= now() then
    next_due := clock_timestamp() + interval '1 second';
  end if;
  if not is_settled then
    -- Somebody is likely to keep a transaction open, whose commit rings.
    next_due := least(next_due, clock_timestamp() + interval '200 milliseconds' * 2 ^ doubts);
  end if;
  return extract(epoch from least(next_due, next_token) - clock_timestamp());
end
$$;

comment on function jobmachine.promote is
  'Cancels jobs that expire, gives due jobs their position in the line, fires due schedules, and returns in
how many seconds the next of these is due, or a rate lets waiting jobs begin: 0 if some have just joined, null
if there is none. It also frees, or ends, jobs whose needs ended unseen; while that is uncertain of one, it
returns at most 0.2 seconds, and twice as much each time that the same session asks again, up to 3.2. A failure
there is a warning, and keeps no other job waiting.';
