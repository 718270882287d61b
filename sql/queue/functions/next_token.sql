create or replace function jobmachine.next_token(
  queues text[]
)
returns timestamptz
language sql
volatile
as $$
  select min(
    case
      -- A bucket that has tokens is drawn on at once, and looked at again once there may be more.
      when jobmachine.tokens(bucket.rate, bucket.full_at) >= 1
        then clock_timestamp() + wanted.amount * one.token
      else bucket.full_at - ((bucket.rate).burst - wanted.amount) * one.token
    end)
  from unnest(next_token.queues) as line(queue)
  cross join lateral jobmachine.limits_of(line.queue) l
  cross join lateral (
    (
      select l.rate, u.full_at
      from jobmachine.queue_use u
      where u.queue = l.queue
        and l.rate is not null
      order by u.number desc
      limit 1
    )
    union all
    select l.key_rate, min(k.full_at)
    from jobmachine.key_use k
    where k.queue = l.queue
      and jobmachine.tokens(l.key_rate, k.full_at) < 1
    having l.key_rate is not null
  ) as bucket(rate, full_at)
  cross join lateral (
    select make_interval(secs => (bucket.rate).seconds::double precision / (bucket.rate).amount)
  ) as one(token)
  cross join lateral (
    -- Half a burst at a time: a worker is not woken for each token of a thousand.
    select ceil((bucket.rate).burst / 2.0)
  ) as wanted(amount)
  where exists (
    select
    from jobmachine.job j
    where j.queue = line.queue
      and j.worker is null
      and j.position is not null)
    -- Whatever else keeps them rings when it is over.
    and (jobmachine.tokens(bucket.rate, bucket.full_at) < 1 or jobmachine.can_begin(line.queue))
$$;

comment on function jobmachine.next_token is
  'Returns the time at which the rates of these queues let the next waiting jobs begin; null if none waits for
a rate. Used by promote_with.';
