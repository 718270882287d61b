create or replace function jobmachine.tally_minute(
  since timestamptz
)
returns void
language plpgsql
set plan_cache_mode = force_generic_plan
as $$
declare
  bounds constant double precision[] := jobmachine.bounds();
begin
  with ended as (
    select
      h.queue,
      h.kind,
      h.status,
      h.attempt,
      -- extract would be a numeric, which is slow to turn into a number of the machine.
      date_part('epoch', h.claimed_at - greatest(h.run_at, h.offloaded_at)) as waited,
      date_part('epoch', h.finished_at - h.claimed_at) as ran
    from jobmachine.history h
    where h.finished_at >= tally_minute.since
      and h.finished_at < tally_minute.since + interval '1 minute'
  ),
  -- A bound belongs to the bucket below it. Times are whole microseconds.
  sorted as materialized (
    select
      ended.queue,
      ended.kind,
      ended.status,
      width_bucket(ended.waited - 0.0000005, bounds) as waited_bucket,
      width_bucket(ended.ran - 0.0000005, bounds) as ran_bucket,
      count(*) as amount,
      sum(ended.attempt) as attempts,
      coalesce(sum(ended.waited), 0) as waited,
      coalesce(sum(ended.ran), 0) as ran
    from ended
    group by 1, 2, 3, 4, 5
  ),
  counted as materialized (
    select
      sorted.queue,
      sorted.kind,
      sorted.status,
      sum(sorted.amount)::bigint as amount,
      sum(sorted.attempts)::bigint as attempts,
      sum(sorted.waited) as waited,
      sum(sorted.ran) as ran
    from sorted
    group by 1, 2, 3
  ),
  totalled as (
    insert into jobmachine.total as t (queue, kind, status, amount, attempts, waited, ran)
    select
      counted.queue, counted.kind, counted.status, counted.amount, counted.attempts, counted.waited, counted.ran
    from counted
    on conflict on constraint total_pkey do update
    set
      amount = t.amount + excluded.amount,
      attempts = t.attempts + excluded.attempts,
      waited = t.waited + excluded.waited,
      ran = t.ran + excluded.ran
  ),
  spread as (
    insert into jobmachine.spread as s (queue, kind, what, bucket, amount)
    select sorted.queue, sorted.kind, each.what, each.bucket, sum(sorted.amount)
    from sorted
    cross join lateral (
      values ('waited', sorted.waited_bucket), ('ran', sorted.ran_bucket)
    ) as each(what, bucket)
    where each.bucket is not null
    group by 1, 2, 3, 4
    on conflict on constraint spread_pkey do update
    set amount = s.amount + excluded.amount
  )
  insert into jobmachine.tally as t (span, since, queue, kind, status, amount, waited, ran)
  select
    span.name, date_trunc(span.name, tally_minute.since, 'UTC'), counted.queue, counted.kind, counted.status,
    counted.amount, counted.waited, counted.ran
  from counted
  cross join unnest('{minute,hour,day}'::text[]) as span(name)
  on conflict on constraint tally_pkey do update
  set
    amount = t.amount + excluded.amount,
    waited = t.waited + excluded.waited,
    ran = t.ran + excluded.ran;
end
$$;

comment on function jobmachine.tally_minute is
  'Adds the jobs that ended in one minute to the tally, to the totals, and to the spread of their times. Used
by roll_up.';
