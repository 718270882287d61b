create or replace function jobmachine.can_begin(
  queue text
)
returns boolean
language plpgsql
set jit = off
as $$
declare
  rule jobmachine.queue_limit;
  running_keys text[];
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
  end if;
  -- A branch has one key.
  select l.*
  into rule
  from jobmachine.limits_of(can_begin.queue) l
  where l.key is not null;
  if not found then
    return true;
  end if;

  running_keys := array(
    select j.limit_key
    from jobmachine.queue_use u
    join jobmachine.job j on j.id = any (u.jobs)
    where u.queue = rule.queue
      and j.worker is not null
      and j.limit_key is not null);
  return exists (
    select
    from generate_series(0, 9) as level(priority)
    cross join lateral jobmachine.keys_in_line(
      can_begin.queue, level.priority::smallint, rule, '', '', 1, running_keys) as line
    where line.keys <> '{}');
end
$$;

comment on function jobmachine.can_begin is
  'Returns true if no pause and no limit keeps the jobs that wait in a queue from beginning now. Used by '
  'next_token.';
