create or replace function jobmachine.sort_keys(
  queue text
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if not exists (
    select
    from jobmachine.queue_limit l
    where l.key is not null
      and (starts_with(sort_keys.queue || '.', l.queue || '.') or starts_with(l.queue, sort_keys.queue || '.')))
  then
    return;
  end if;
  -- Nobody can claim a job that this locks: jobs that have their key are left alone.
  with sorted as materialized (  -- fence: the key of a job is computed once
    select one.id, jobmachine.key_in(one.queue, one.arguments, one.environment) as key
    from jobmachine.job one
    where (one.queue = sort_keys.queue or starts_with(one.queue, sort_keys.queue || '.'))
      and one.limit_key is null
    for update skip locked
  )
  update jobmachine.job j
  set limit_key = sorted.key
  from sorted
  where j.id = sorted.id
    and sorted.key is not null;
end
$$;

comment on function jobmachine.sort_keys is
  'Gives their keys to jobs of a queue, and of those below it, that have none, since they came by a COPY, or while
the limit was set. Used by do_chores, and by those who copy jobs into the table.';
