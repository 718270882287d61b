create or replace function jobmachine.choose_of_keys(
  queue text,
  priority smallint,
  rule jobmachine.queue_limit,
  keys text[],
  amount integer,
  running_keys text[],
  chosen bigint[]
)
returns table (
  jobs bigint[],
  job_keys text[]
)
language plpgsql
set enable_seqscan = off
set enable_bitmapscan = off
set enable_nestloop = off
set enable_mergejoin = off
set enable_sort = off
as $$
begin
  select coalesce(array_agg(candidate.id), '{}'), coalesce(array_agg(candidate.key), '{}')
  into choose_of_keys.jobs, choose_of_keys.job_keys
  from (
    select candidate.id, turn.key
    from (
      select
        line.key,
        case
          when line.key <> '' then least(
            (rule).key_running - coalesce(running.amount, 0),
            jobmachine.tokens(
              (rule).key_rate,
              (select u.full_at from jobmachine.key_use u where u.queue = (rule).queue and u.key = line.key)))
        end as room
      from unnest(choose_of_keys.keys) with ordinality as line(key, place)
      left join (
        select one.key, count(*) as amount
        from unnest(choose_of_keys.running_keys) as one(key)
        group by one.key
      ) as running on running.key = line.key
      order by line.place
    ) as turn
    cross join lateral (
      select j.id
      from jobmachine.job j
      where j.queue = choose_of_keys.queue
        and j.priority = choose_of_keys.priority
        -- Not as an equation, which would leave the order to the index of the whole line: that is walked from
        -- its beginning for each key, as long as the statistics know of no keys.
        and j.limit_key >= turn.key
        and j.limit_key <= turn.key
        and j.worker is null
        and j.position is not null
        and j.id not in (select unnest(choose_of_keys.chosen))
        and not (select jobmachine.is_paused(choose_of_keys.queue))
      order by j.limit_key, j.position
      -- The keys share the room.
      limit least(ceil(choose_of_keys.amount::numeric / cardinality(choose_of_keys.keys)), turn.room)
      for no key update skip locked
    ) as candidate
    limit choose_of_keys.amount
  ) as candidate;

  if (rule).key_rate is not null then
    insert into jobmachine.key_use as u (queue, key, full_at)
    select (rule).queue, one.key, jobmachine.full_after((rule).key_rate, now(), count(*))
    from unnest(choose_of_keys.job_keys) as one(key)
    where one.key <> ''
    group by one.key
    on conflict on constraint key_use_pkey do update
    set full_at = jobmachine.full_after((rule).key_rate, u.full_at, 0) + (excluded.full_at - now());
  end if;
  return next;
end
$$;

comment on function jobmachine.choose_of_keys is
  'Locks and returns up to amount jobs of these keys, which share the room, each as far as its limits allow,
and the key of each. running_keys: the keys of the jobs that run, or are chosen already; chosen: the latter.
Used by choose_by_key.';
