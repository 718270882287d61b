create or replace function jobmachine.revive(
  needed bigint[]
)
returns void
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
declare
  wave bigint[] := revive.needed;
  back bigint[] := '{}';
begin
  -- Finds all of them by waves before any comes back: bringing back costs much more for each call than for
  -- each job.
  loop
    -- Most jobs have no dependents.
    exit when not exists (
      select from jobmachine.dependency d where d.needs = any (wave) and d.lost_at is not null);

    -- Locks the rows before the jobs, as lose does.
    perform
    from jobmachine.dependency d
    where d.job in (
      select l.job from jobmachine.dependency l where l.needs = any (wave) and l.lost_at is not null)
    order by d.job, d.needs
    for update;

    -- Leaves out a job that also needs another one, which does not come back, and one that was cancelled.
    wave := array(
      select d.job
      from jobmachine.dependency d
      left join jobmachine.job j on j.id = d.needs
      where d.job in (select l.job from jobmachine.dependency l where l.needs = any (wave))
        and d.lost_at is not null
      group by d.job
      having bool_and(j.id is not null or d.needs = any (back))
    );
    wave := array(
      select h.id
      from jobmachine.history h
      where h.id = any (wave)
        and h.status = 'error'
        and h.error ->> 'type' = 'dependency'
    );
    back := back || wave;
  end loop;
  if cardinality(back) > 0 then
    perform jobmachine.bring_back(back, true);
  end if;
end
$$;

comment on function jobmachine.revive is
  'Brings back the jobs that ended because these did, which are live again, and those that ended because of
them in turn: they wait again. Used by retry and take_over.';
