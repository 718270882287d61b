create or replace function jobmachine.keys_in_line(
  queue text,
  priority smallint,
  rule jobmachine.queue_limit,
  turn text,
  amount integer,
  running_keys text[]
)
returns text[]
language plpgsql
stable
set enable_seqscan = off
set enable_bitmapscan = off
set enable_sort = off
as $$
begin
  return array(
    -- From each key to the next one behind it; behind the last one, the first one follows. On its way it
    -- walks the entries of jobs that ended since the oldest snapshot. A floor for each key would spare it
    -- that, and would have to be kept in a table, and doubted: jobs may commit late.
    with recursive line as (
      select null::bigint as id, keys_in_line.turn collate "C" as key, false as is_again
      union all
      select next.id, next.key, next.is_again
      from line
      cross join lateral (
        select following.id, following.limit_key as key, line.is_again
        from (
          select j.id, j.limit_key
          from jobmachine.job j
          where j.queue = keys_in_line.queue
            and j.priority = keys_in_line.priority
            and j.limit_key > line.key
            and j.worker is null
            and j.position is not null
          order by j.limit_key
          limit 1
        ) as following
        where not line.is_again
          or following.limit_key <= keys_in_line.turn
        union all
        select first.id, first.limit_key, true
        from (
          select j.id, j.limit_key
          from jobmachine.job j
          where not line.is_again
            and j.queue = keys_in_line.queue
            and j.priority = keys_in_line.priority
            and j.limit_key is not null
            and j.worker is null
            and j.position is not null
          order by j.limit_key
          limit 1
        ) as first
        where first.limit_key <= keys_in_line.turn
        limit 1
      ) as next
    )
    select line.key
    from line
    where line.id is not null
      -- A set to look in: there may be thousands of them, and of these.
      and line.key not in (
        select one.key
        from unnest(keys_in_line.running_keys) as one(key)
        where one.key <> ''
        group by one.key
        having count(*) >= (rule).key_running)
      and (
        line.key = ''
        or (rule).key_rate is null
        or jobmachine.tokens(
          (rule).key_rate,
          (select u.full_at from jobmachine.key_use u where u.queue = (rule).queue and u.key = line.key)) > 0)
    limit keys_in_line.amount);
end
$$;

comment on function jobmachine.keys_in_line is
  'Returns up to amount keys of jobs that wait in a queue at a priority and may begin: those after the key that had its
turn last, then those from the first one on. It skips from one key to the next: a key with a hundred thousand jobs
costs as little as one with a single job. running_keys: the key of each job that runs, or is chosen already. Used by
choose_by_key and can_begin.';
