create or replace function jobmachine.revive(
  needed bigint[]
)
returns void
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
declare
  back bigint[] := revive.needed;
  lost bigint[];
begin
  loop
    -- Most jobs have no dependents.
    exit when not exists (
      select from jobmachine.dependency d where d.needs = any (back) and d.lost_at is not null);

    -- Locks the rows before the jobs, as lose does.
    perform
    from jobmachine.dependency d
    where d.job in (
      select l.job from jobmachine.dependency l where l.needs = any (back) and l.lost_at is not null)
    order by d.job, d.needs
    for update;

    -- Leaves out a job that also needs another one, which has not come back.
    lost := array(
      select d.job
      from jobmachine.dependency d
      where d.job in (select l.job from jobmachine.dependency l where l.needs = any (back))
        and d.lost_at is not null
      group by d.job
      having bool_and(exists (select from jobmachine.job j where j.id = d.needs))
    );
    back := array(select jobmachine.bring_back(lost, true));
    exit when cardinality(back) = 0;
  end loop;
end
$$;

comment on function jobmachine.revive is
  'Brings back the jobs that ended because these did, which are live again, and those that ended because of
them in turn: they wait again. Used by retry and take_over.';
