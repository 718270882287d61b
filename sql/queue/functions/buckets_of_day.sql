create or replace function jobmachine.buckets_of_day(
  part text,
  filter jsonb
)
returns text
language sql
immutable
as $$
  select format(
    $sql$
      with recursive bucket as (
        (
          select jobmachine.bucket(j.queue, j.kind, j.status) as number, j.queue, j.kind, j.status
          from jobmachine.%1$I j
          where %2$s
          order by 1
          limit 1
        )
        union all
        select next.*
        from bucket
        cross join lateral (
          select jobmachine.bucket(j.queue, j.kind, j.status) as number, j.queue, j.kind, j.status
          from jobmachine.%1$I j
          where %2$s
            and jobmachine.bucket(j.queue, j.kind, j.status) > bucket.number
          order by 1
          limit 1
        ) as next
      ), suiting as (
        select j.number
        from bucket j
        where %3$s
          and %6$s
      ), pair as (
        select suiting.number, %4$s as worker
        from suiting
        union all
        select pair.number, next.worker
        from pair
        cross join lateral (
          select coalesce(j.worker, 0) as worker
          from jobmachine.%1$I j
          where jobmachine.bucket(j.queue, j.kind, j.status) = pair.number
            and coalesce(j.worker, 0) > pair.worker
          order by 1
          limit 1
        ) as next
        where %5$s
      )
      select
        coalesce(array_agg(pair.number), '{}') as buckets,
        coalesce(array_agg(pair.worker), '{}') as workers
      from pair
      where pair.worker >= 0
    $sql$,
    coalesce(buckets_of_day.part, 'history'),
    case
      when buckets_of_day.filter ->> 'user' is null then 'true'
      else format(
        'j.environment ? ''user'' and hashtext(j.environment ->> ''user'') = hashtext(%L)',
        buckets_of_day.filter ->> 'user')
    end,
    -- A bucket tells these three of its jobs.
    jobmachine.conditions(
      jsonb_build_object(
        'queue', buckets_of_day.filter -> 'queue', 'kind', buckets_of_day.filter -> 'kind',
        'status', buckets_of_day.filter -> 'status'),
      false),
    case
      when buckets_of_day.filter ->> 'user' is not null then '0'
      else coalesce((jobmachine.filter_of(buckets_of_day.filter) ->> 'worker')::integer::text, '-1')
    end,
    case when buckets_of_day.filter ?| '{user,worker}' then 'false' else 'true' end,
    case
      -- A search for a user and a worker looks through all of the user's jobs of a bucket, unless the worker
      -- did none of it.
      when buckets_of_day.filter ?& '{user,worker}' then format(
        'exists (select from jobmachine.%I w where jobmachine.bucket(w.queue, w.kind, w.status) = j.number'
        ' and coalesce(w.worker, 0) = %s)',
        coalesce(buckets_of_day.part, 'history'), (jobmachine.filter_of(buckets_of_day.filter) ->> 'worker')::integer)
      else 'true'
    end)
$$;

comment on function jobmachine.buckets_of_day is
  'Returns the statement that finds the buckets of jobs (see bucket) that ended on one day, and their workers,
as far as a filter matches them. It skips from one to the next, so that it does not matter how many jobs there
are of each. For a user''s jobs it finds the buckets alone. Used by ended_keys.';
