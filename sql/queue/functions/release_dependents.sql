create or replace function jobmachine.release_dependents(
  ended bigint[],
  have_finished boolean default true
)
returns void
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_bitmapscan = off
set enable_nestloop = off
set enable_hashjoin = on
set enable_mergejoin = off
set jit = off
as $$
declare
  freed bigint[];
  amounts integer[];
  freed_queue text;
begin
  -- Most jobs have no dependents.
  if not exists (select from jobmachine.dependency d where d.needs = any (release_dependents.ended)) then
    return;
  end if;

  -- The end of a job waits for no lock on its dependents.
  with free as (
    select d.ctid as place
    from jobmachine.dependency d
    where d.needs = any (release_dependents.ended)
      and (d.on_end or release_dependents.have_finished)
    -- A transaction frees so many and no more.
    limit 10000
    for update skip locked
  ), gone as (
    delete from jobmachine.dependency d
    where d.ctid = any (array(select free.place from free))
    returning d.job
  ), counted as (
    select gone.job, count(*)::integer as amount
    from gone
    group by gone.job
  )
  select array_agg(counted.job order by counted.job), array_agg(counted.amount order by counted.job)
  into freed, amounts
  from counted;
  perform jobmachine.leave_to_settle(release_dependents.ended);

  -- A statement of its own has a newer snapshot: a dependent may have come back only now. It takes the jobs
  -- in the order of their ids, since another end may free the same ones.
  for freed_queue in
    with moved as (
      update jobmachine.job j
      set
        -- A job that is in line already stays there, though a row says that it waits.
        waiting_for = greatest(j.waiting_for - counted.amount, 0),
        position = coalesce(j.position, case
          when j.waiting_for <= counted.amount and j.run_at <= now() then nextval('jobmachine.job_id_seq')
        end)
      from unnest(freed, amounts) as counted(job, amount)
      where j.id = any (freed)
        and j.id = counted.job
      returning j.queue, j.waiting_for
    )
    select distinct moved.queue
    from moved
    where moved.waiting_for = 0
  loop
    perform jobmachine.ring(freed_queue, 'later');
  end loop;
end
$$;

comment on function jobmachine.release_dependents is
  'Frees the dependents of these jobs, which have finished; if they ended otherwise, only those that wait for
any end. It rings within the transaction, since only the server knows whom to wake. Dependents that somebody
has locked are left to settle, and all beyond 10,000. Used by reply, reply_or_raise, settle_ends and lose.';
