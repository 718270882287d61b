create or replace function jobmachine.sort_keys_until(
  queue text,
  deadline timestamptz
)
returns boolean
language plpgsql
as $$
declare
  unsorted cursor for
    select j.id
    from jobmachine.job j
    where (j.queue = sort_keys_until.queue or starts_with(j.queue, sort_keys_until.queue || '.'))
      and j.limit_key is null
      -- Those without a key would be looked at again and again.
      and exists (
        select from jobmachine.queue_limit l where l.key is not null and starts_with(j.queue || '.', l.queue || '.'));
  place bigint;
  piece bigint[];
  is_over boolean := false;
  has_sorted boolean := false;
begin
  if not exists (
    select
    from jobmachine.queue_limit l
    where l.key is not null
      and (
        starts_with(sort_keys_until.queue || '.', l.queue || '.')
        or starts_with(l.queue, sort_keys_until.queue || '.')))
  then
    return true;
  end if;
  open unsorted;
  while not is_over loop
    piece := '{}';
    loop
      fetch unsorted into place;
      exit when not found;
      piece := piece || place;
      exit when cardinality(piece) = 1000;
    end loop;
    -- Nobody can claim a job that this locks: jobs that have their key are left alone.
    with sorted as materialized (  -- fence: the key of a job is computed once
      select one.id, jobmachine.key_in(one.queue, one.arguments, one.environment) as key
      from jobmachine.job one
      where one.id = any (piece)
        and one.limit_key is null
      for update skip locked
    )
    update jobmachine.job j
    set limit_key = sorted.key
    from sorted
    where j.id = sorted.id
      and sorted.key is not null;
    has_sorted := has_sorted or found;
    is_over := cardinality(piece) < 1000 or coalesce(clock_timestamp() > sort_keys_until.deadline, false);
  end loop;
  close unsorted;
  -- Claims have passed them by, since they were locked.
  perform jobmachine.ring_branch(sort_keys_until.queue)
  where has_sorted;
  return cardinality(piece) < 1000;
end
$$;

comment on function jobmachine.sort_keys_until is
  'Gives their keys to jobs of a queue, and of those below it, that have none, a thousand at a time. Returns
true when all have one, and false if the time is over before; null is no time. Used by sort_keys and
do_chores.';
