create or replace function jobmachine.choose_of_keys(
  queue text,
  priority smallint,
  rule jobmachine.queue_limit,
  keys text[],
  amount integer,
  running bigint[]
)
returns bigint[]
language plpgsql
set enable_seqscan = off
set enable_bitmapscan = off
set enable_sort = off
as $$
declare
  chosen bigint[];
begin
  select coalesce(array_agg(candidate.id), '{}')
  into chosen
  from (
    select candidate.id
    from unnest(choose_of_keys.keys) as turn(key)
    left join jobmachine.key_rooms(choose_of_keys.rule, choose_of_keys.running) as rest on rest.key = turn.key
    cross join lateral (
      select j.id
      from jobmachine.job j
      where j.queue = choose_of_keys.queue
        and j.priority = choose_of_keys.priority
        and j.limit_key = turn.key
        and j.worker is null
        and j.position is not null
        and j.id <> all (choose_of_keys.running)
        and not (select jobmachine.is_paused(choose_of_keys.queue))
      order by j.position
      limit least(
        -- The keys share the room.
        ceil(choose_of_keys.amount::numeric / cardinality(choose_of_keys.keys)),
        case
          when turn.key <> ''
            then coalesce(rest.room, least((rule).key_running, ((rule).key_rate).burst))
        end)
      for update skip locked
    ) as candidate
    limit choose_of_keys.amount
  ) as candidate;

  if (rule).key_rate is not null then
    insert into jobmachine.key_use as u (queue, key, full_at)
    select (rule).queue, j.limit_key, jobmachine.full_after((rule).key_rate, now(), count(*))
    from jobmachine.job j
    where j.id = any (chosen)
      and j.limit_key <> ''
    group by j.limit_key
    on conflict on constraint key_use_pkey do update
    set full_at = jobmachine.full_after((rule).key_rate, u.full_at, 0) + (excluded.full_at - now());
  end if;
  return chosen;
end
$$;

comment on function jobmachine.choose_of_keys is
  'Locks and returns up to amount jobs of these keys, which share the room, each as far as its limits allow.
running: the jobs that run, or are chosen already. Used by choose_by_key.';
