create or replace function jobmachine.keys_in_line(
  queue text,
  priority smallint,
  rule jobmachine.queue_limit,
  behind text,
  until text,
  amount integer,
  running_keys text[],
  out keys text[],
  out place text
)
language plpgsql
stable
set enable_seqscan = off
set enable_bitmapscan = off
set enable_sort = off
as $$
declare
  -- Other claims wait for the limit meanwhile: so many cost them some 10 milliseconds.
  most constant integer := 500;
begin
  -- From each key to the next one behind it; behind the last one, the first one follows. On its way it
  -- walks the entries of jobs that ended since the oldest snapshot. A floor for each key would spare it
  -- that, and would have to be kept in a table, and doubted: jobs may commit late.
  with recursive line as (
    select
      keys_in_line.behind collate "C" as key,
      keys_in_line.behind collate "C" < keys_in_line.until as is_again,
      false as fits, 0 as found, 0 as passed
    union all
    select
      next.key, next.is_again, may.begin, line.found + may.begin::integer, line.passed + (not may.begin)::integer
    from line
    cross join lateral (
      select following.limit_key as key, line.is_again
      from (
        select j.limit_key
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
        or following.limit_key <= keys_in_line.until
      union all
      select first.limit_key, true
      from (
        select j.limit_key
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
      where first.limit_key <= keys_in_line.until
      limit 1
    ) as next
    cross join lateral (
      select
        -- A set to look in: there may be thousands of them, and of these.
        next.key not in (
          select one.key
          from unnest(keys_in_line.running_keys) as one(key)
          where one.key <> ''
          group by one.key
          having count(*) >= (rule).key_running)
        and (
          next.key = ''
          or (rule).key_rate is null
          or jobmachine.tokens(
            (rule).key_rate,
            (select u.full_at from jobmachine.key_use u where u.queue = (rule).queue and u.key = next.key)) > 0)
    ) as may(begin)
    where line.found < keys_in_line.amount
      and line.passed < most
  )
  select
    coalesce(array_agg(line.key order by line.found) filter (where line.fits), '{}'),
    max(line.key) filter (where line.passed = most and not line.fits)
  into keys_in_line.keys, keys_in_line.place
  from line;
end
$$;

comment on function jobmachine.keys_in_line is
  'Returns up to amount keys of jobs that wait in a queue at a priority and may begin: those behind a key,
then those from the first one on, up to another one. It skips from one key to the next: a key with a hundred
thousand jobs costs as little as one with a single job. place: where it stopped since too many keys on its way
may not begin; else null. running_keys: the key of each job that runs. Used by choose_by_key and can_begin.';
