create or replace function jobmachine.promote_with(
  queues text[],
  inout doubts integer,
  out next_in double precision
)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  next_due timestamptz;
  next_token timestamptz;
  is_settled boolean := true;
  is_settling boolean := false;
  has_fired boolean;
  has_more boolean;
  known constant integer := least(greatest(coalesce(promote_with.doubts, 0), 0), 4);
  -- Somebody is likely to keep a transaction open, whose commit rings.
  patience constant interval := interval '200 milliseconds' * 2 ^ known;
begin
  begin
    select settled.is_certain, settled.has_more
    into is_settled, is_settling
    from jobmachine.settle() as settled;
  exception when others then
    raise warning 'settling the jobs that wait for others is put off to the next beat: %', sqlerrm using errcode = sqlstate;
  end;
  doubts := case when is_settled then 0 when is_settling then known else least(known + 1, 4) end;
  has_more := jobmachine.expire(promote_with.queues);
  has_fired := jobmachine.fire(promote_with.queues);
  with due as (
    select j.id
    from jobmachine.job j
    where j.queue = any (promote_with.queues)
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
  if found or has_fired or has_more or is_settling then
    next_in := 0;
    return;
  end if;

  select min(first.run_at)
  into next_due
  from unnest(promote_with.queues) as line(queue)
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
      where s.queue = any (promote_with.queues)
        and s.paused_at is null
        and s.retired_at is null
    ),
    (select min(e.expires_at) from jobmachine.expiry e where e.queue = any (promote_with.queues)));
  if exists (select from jobmachine.queue_limit) then
    next_token := jobmachine.next_token(promote_with.queues);
  end if;
  -- What is due and still there is locked by somebody.
  if next_due <= now() then
    next_due := clock_timestamp() + interval '1 second';
  end if;
  if not is_settled then
    next_due := least(next_due, clock_timestamp() + patience);
  end if;
  next_in := extract(epoch from least(next_due, next_token) - clock_timestamp());
end
$$;

comment on function jobmachine.promote_with is
  'Does what promote does, for one who looks again and again. next_in: what promote returns. doubts: how many
of the caller''s looks in succession have found something uncertain: 0 at first, then what the last look
returned. The more, the longer is next_in while it stays uncertain: at most 0.2 seconds, and twice as much
each time, up to 3.2.';
