create or replace function jobmachine.can_begin(
  queue text
)
returns boolean
language plpgsql
as $$
declare
  full_keys text[];
begin
  if jobmachine.is_paused(can_begin.queue)
    or exists (
      select
      from jobmachine.limits_of(can_begin.queue) l
      join jobmachine.queue_use u on u.queue = l.queue
      where jobmachine.tokens(l.rate, u.full_at) < 1
        or (select count(*) from jobmachine.job j where j.id = any (u.jobs) and j.worker is not null) >= l.running)
  then
    return false;
  elsif not exists (select from jobmachine.limits_of(can_begin.queue) l where l.key is not null) then
    return true;
  end if;

  full_keys := array(
    select one.key
    from jobmachine.limits_of(can_begin.queue) l
    join jobmachine.queue_use u on u.queue = l.queue
    cross join lateral jobmachine.key_rooms(
      l, array(select j.id from jobmachine.job j where j.id = any (u.jobs) and j.worker is not null)) as one
    where l.key is not null
      and one.room < 1);
  return exists (
    select
    from generate_series(0, 9) as level(priority)
    where jobmachine.keys_in_line(can_begin.queue, level.priority::smallint, '', 1, full_keys) <> '{}');
end
$$;

comment on function jobmachine.can_begin is
  'Returns true if no pause and no limit keeps the jobs that wait in a queue from beginning now. Used by next_token.';
