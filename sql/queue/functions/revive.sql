create or replace function jobmachine.revive(
  needed bigint[]
)
returns void
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_incremental_sort = off
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
    where d.job = any (array(select l.job from jobmachine.dependency l where l.needs = any (wave)))
    order by d.job, d.needs
    for update;

    -- Leaves out a job that also needs another one, which does not come back, and one that was cancelled.
    wave := array(
      with waiting as materialized (  -- fence: the planner must not walk the index of all that are lost
        select d.job, d.needs, d.lost_at
        from jobmachine.dependency d
        where d.job = any (array(select l.job from jobmachine.dependency l where l.needs = any (wave)))
      )
      select w.job
      from waiting w
      where w.lost_at is not null
      group by w.job
      having bool_and(coalesce(
        (select true from jobmachine.job j where j.id = w.needs),
        -- One that comes back has its rows marked below.
        (select true from jobmachine.dependency d where d.job = w.needs and d.lost_at is null limit 1),
        false))
    );
    wave := array(
      select h.id
      from jobmachine.history h
      where h.id = any (wave)
        and h.status = 'error'
        and h.error ->> 'type' = 'dependency'
        and case
          when h.environment ? 'unique'
            then jobmachine.return_key(h.id, h.kind, h.arguments, jobmachine.rule_of(h.environment))
          else true
        end
    );
    update jobmachine.dependency d
    set
      lost_at = null,
      is_settled = false
    where d.job = any (wave);
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
