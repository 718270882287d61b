create or replace function jobmachine.lose(
  ended bigint[],
  status jobmachine.status
)
returns void
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
declare
  gone bigint[] := lose.ended;
  fate jobmachine.status := lose.status;
  lost bigint[];
  all_gone bigint[] := lose.ended;
  reasons jsonb[];
  -- A transaction ends so many and no more: it keeps their locks, and its job's worker waits for it.
  most integer := 10000;
begin
  -- Most jobs have no dependents.
  if not exists (select from jobmachine.dependency d where d.needs = any (gone)) then
    return;
  end if;

  -- Goes on by waves, not by calling itself: a chain of jobs may be longer than the server's stack is deep.
  loop
    exit when not exists (
      select from jobmachine.dependency d where d.needs = any (gone) and d.lost_at is null and not d.on_end);

    -- Locks the rows before the jobs: several jobs that one waits for may end at once. The end of a job waits
    -- for no lock on its dependents: one with a locked row is left for later.
    with waiting as (
      select d.job
      from jobmachine.dependency d
      where d.needs = any (gone)
        and d.lost_at is null
        and not d.on_end
      limit most
      for update skip locked
    ), taken as (
      select d.job, d.needs, d.lost_at, d.on_end
      from jobmachine.dependency d
      where d.job = any (array(select waiting.job from waiting))
      for update skip locked
    ), one as (
      select
        t.job, min(t.needs) filter (
          where t.needs in (select unnest(gone)) and t.lost_at is null and not t.on_end) as needs
      from taken t
      group by t.job
      having count(*) = (select count(*) from jobmachine.dependency d where d.job = t.job)
    ), reason as (
      select one.needs, array_agg(one.job) as jobs
      from one
      where one.needs is not null
      group by one.needs
    )
    select
      array_agg(one.job order by one.job),
      array_agg(
        jsonb_build_object(
          'type', 'dependency',
          'message', format('this job waited for %s, which ended as %s', needed.ticket, fate))
        order by one.job)
    into lost, reasons
    from reason
    cross join lateral (
      select coalesce(max(h.queue) || '.', 'job ') || reason.needs as ticket
      from jobmachine.history h
      where h.id = reason.needs
    ) needed
    cross join lateral unnest(reason.jobs) as one(job);
    update jobmachine.dependency d
    set
      lost_at = now(),
      is_settled = true
    where d.job = any (lost);
    exit when lost is null;

    -- The caller rings for the first job.
    perform pg_notify('jobmachine.' || j.queue || '.' || j.id, '')
    from jobmachine.job j
    where j.id = any (lost);
    perform jobmachine.end_each(lost, 'error', reasons);
    gone := lost;
    all_gone := all_gone || lost;
    fate := 'error';
    most := most - cardinality(lost);
  end loop;
  -- Comes last, in one piece: jobs are locked in one order. It leaves to settle what is left of all of them.
  perform jobmachine.release_dependents(all_gone, have_finished => false);
end
$$;

comment on function jobmachine.lose is
  'Ends the dependents of these jobs, which ended otherwise than finished and are in the history, and their
dependents in turn: they end as error, so that their callers hear. They come back with the job that they need.
Those that wait for any end are freed. Those that somebody has locked are left to settle, and all beyond
10,000. Used by end_job and settle_ends.';
