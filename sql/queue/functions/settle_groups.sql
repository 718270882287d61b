create or replace function jobmachine.settle_groups()
returns boolean
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
declare
  touched bigint[];
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
  with taken as (
    delete from jobmachine.group_tally t
    where t.id in (select e.id from jobmachine.group_tally e order by e.id limit 10000)
    returning t.*
  ), counted as (
    select
      t.group_id, sum(t.finished) as finished, sum(t.failed) as failed, sum(t.cancelled) as cancelled,
      array(
        select failure.id from taken f cross join unnest(f.failures) as failure(id) where f.group_id = t.group_id
      ) as failures
    from taken t
    group by t.group_id
  ), changed as (
    update jobmachine.job_group g
    set
      finished = g.finished + c.finished,
      failed = g.failed + c.failed,
      cancelled = g.cancelled + c.cancelled,
      failures = (g.failures || c.failures)[1:100]
    from counted c
    where g.id = c.group_id
    returning g.id
  )
  select array_agg(changed.id order by changed.id), (select count(*) from taken)
  into touched, amount
  from changed;

  foreach one in array coalesce(touched, '{}') loop
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
  'Adds the ends of jobs to the counts of their groups, and sees to the groups that have ended by that. Returns true if
that is certain of all. Used by settle, which lets one session at a time do so.';
