create or replace function jobmachine.settle_groups()
returns boolean
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
declare
  live bigint[];
  amount integer;
  one bigint;
  is_settled boolean := true;
begin
  -- Nearly always there is nothing to count. An older snapshot does not see who joins a group.
  if not exists (select from jobmachine.group_tally t)
    or current_setting('transaction_isolation') in ('repeatable read', 'serializable')
  then
    return true;
  end if;
  with recursive taken as (
    delete from jobmachine.group_tally t
    where t.id in (select e.id from jobmachine.group_tally e order by e.id limit 10000)
    returning t.*
  ), counted as materialized (
    select
      t.group_id, sum(t.finished) as finished, sum(t.failed) as failed, sum(t.cancelled) as cancelled,
      -- One that has ended grows when one of its jobs is retried.
      (
        select g.nested + (select count(*) from jobmachine.member m where m.group_id = g.id) - g.jobs
        from jobmachine.job_group g
        where g.id = t.group_id and g.ended_at is not null
      ) as grown
    from taken t
    group by t.group_id
  ), failed as materialized (  -- fence: the tallies are read once, and not for each group
    select t.group_id, array_agg(failure.id) as failures
    from taken t
    cross join unnest(t.failures) as failure(id)
    group by t.group_id
  ), around(source, id) as (
    select c.group_id, c.group_id
    from counted c
    union all
    -- The jobs of a group that has ended are among those of the group around it.
    select a.source, g.outer_group
    from around a
    join jobmachine.job_group g on g.id = a.id
    where g.ended_at is not null
      and g.outer_group is not null
  ), all_failed as materialized (  -- fence, as above
    select a.id, array_agg(failure.id) as failures
    from around a
    join failed f on f.group_id = a.source
    cross join unnest(f.failures) as failure(id)
    group by a.id
  ), added as (
    select
      a.id, sum(c.finished) as finished, sum(c.failed) as failed, sum(c.cancelled) as cancelled,
      coalesce(sum(c.grown), 0) as jobs, coalesce(sum(c.grown) filter (where a.source <> a.id), 0) as nested
    from around a
    join counted c on c.group_id = a.source
    group by a.id
  ), changed as materialized (  -- fence: the counts are added once
    select
      a.id,
      jobmachine.add_counts(
        a.id, a.jobs, a.nested, a.finished, a.failed, a.cancelled, coalesce(f.failures, '{}')) as is_live
    from added a
    left join all_failed f on f.id = a.id
  )
  select array_agg(changed.id order by changed.id) filter (where changed.is_live), (select count(*) from taken)
  into live, amount
  from changed;

  foreach one in array coalesce(live, '{}') loop
    -- Each group stands alone.
    begin
      is_settled := jobmachine.settle_group(one) and is_settled;
    exception when others then
      raise warning 'the end of group % is put off: %', one, sqlerrm using errcode = sqlstate;
      insert into jobmachine.group_tally (group_id)
      values (one);
      is_settled := false;
    end;
  end loop;
  return is_settled and amount < 10000;
end
$$;

comment on function jobmachine.settle_groups is
  'Adds the ends of jobs to the counts of their groups, and of those around them if theirs have ended, and
sees to the groups that have ended by that. Returns true if that is certain of all. Used by settle, which lets
one session at a time do so.';
