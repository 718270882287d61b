create or replace function jobmachine.key_rooms(
  rule jobmachine.queue_limit,
  running bigint[]
)
returns table (
  key text,
  room integer
)
language sql
volatile
as $$
  select
    coalesce(r.key, u.key),
    least((rule).key_running - coalesce(r.amount, 0), jobmachine.tokens((rule).key_rate, u.full_at))::integer
  from (
    select j.limit_key as key, count(*) as amount
    from jobmachine.job j
    where j.id = any (key_rooms.running)
      and j.limit_key <> ''
    group by j.limit_key
  ) as r
  full join (
    select use.key, use.full_at
    from jobmachine.key_use use
    where use.queue = (rule).queue
  ) as u on u.key = r.key
$$;

comment on function jobmachine.key_rooms is
  'Returns how many more jobs of each key may begin now, given those that run under a limit. A key that is
missing has all of its room.';
