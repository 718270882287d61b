create or replace function jobmachine.renew_keys(
  queue text
)
returns void
language plpgsql
as $$
declare
  are_running boolean;
begin
  -- Those that run come last: their ends wait until the commit.
  foreach are_running in array '{false,true}'::boolean[] loop
    with sorted as materialized (  -- fence: the key of a job is computed once
      select one.id, jobmachine.key_in(one.queue, one.arguments, one.environment) as key
      from jobmachine.job one
      where (one.queue = renew_keys.queue or starts_with(one.queue, renew_keys.queue || '.'))
        and (one.worker is not null) = are_running
      for update skip locked
    )
    update jobmachine.job j
    set limit_key = sorted.key
    from sorted
    where j.id = sorted.id
      and j.limit_key is distinct from sorted.key;
  end loop;
end
$$;

comment on function jobmachine.renew_keys is
  'Gives all jobs of a queue, and of those below it, the keys of the present limits, in place of others. Used
by set_limit.';
