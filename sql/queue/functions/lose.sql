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
  reasons jsonb[];
begin
  -- Goes on by waves, not by calling itself: a chain of jobs may be longer than the server's stack is deep.
  loop
    -- Most jobs have no dependents.
    exit when not exists (
      select from jobmachine.dependency d where d.needs = any (gone) and d.lost_at is null);

    -- Locks the rows before the jobs, always in this order: several jobs that one waits for may end at once.
    -- The end of a job waits for no lock on its dependents: one with a locked row is left for later.
    with waiting as (
      select d.job, count(*) as amount
      from jobmachine.dependency d
      where d.job in (
        select w.job from jobmachine.dependency w where w.needs = any (gone) and w.lost_at is null)
      group by d.job
    ), taken as (
      select d.job, d.needs, d.lost_at
      from jobmachine.dependency d
      where d.job in (select waiting.job from waiting)
      order by d.job, d.needs
      for update skip locked
    ), one as (
      select t.job, min(t.needs) filter (where t.needs = any (gone) and t.lost_at is null) as needs
      from taken t
      group by t.job
      having count(*) = (select w.amount from waiting w where w.job = t.job)
        and bool_or(t.needs = any (gone) and t.lost_at is null)
    )
    select
      array_agg(one.job order by one.job),
      array_agg(
        jsonb_build_object(
          'type', 'dependency',
          'message', format('job %s, for which it waited, ended as %s', one.needs, fate))
        order by one.job)
    into lost, reasons
    from one;
    perform jobmachine.leave_to_settle(gone, lost);
    exit when lost is null;

    update jobmachine.dependency d
    set
      lost_at = now(),
      is_settled = true
    where d.job = any (lost);
    -- The caller rings for the first job.
    perform pg_notify('jobmachine.' || j.queue || '.' || j.id, '')
    from jobmachine.job j
    where j.id = any (lost);
    perform jobmachine.end_each(lost, 'error', reasons);
    gone := lost;
    fate := 'error';
  end loop;
end
$$;

comment on function jobmachine.lose is
  'Ends the dependents of these jobs, which ended otherwise than finished and are in the history, and their
dependents in turn: they end as error, so that their callers hear. They come back with the job that they need.
Those that somebody has locked are left to settle. Used by end_job and settle.';
