create or replace function jobmachine.drop_steps(
  job bigint
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
-- Planned once: the history has many partitions.
set plan_cache_mode = 'force_generic_plan'
as $$
begin
  if not exists (select from jobmachine.step s where s.job = drop_steps.job)
    and not exists (select from jobmachine.sent_signal s where s.job = drop_steps.job)
    and not exists (select from jobmachine.awaited_signal w where w.job = drop_steps.job)
  then
    return;
  end if;
  -- A live job goes on from its steps, and a failed one may be retried.
  if exists (select from jobmachine.history h where h.id = drop_steps.job and h.status = 'finished') then
    delete from jobmachine.step s
    where s.job = drop_steps.job;
    delete from jobmachine.sent_signal s
    where s.job = drop_steps.job;
    delete from jobmachine.awaited_signal w
    where w.job = drop_steps.job;
  end if;
end
$$;

comment on function jobmachine.drop_steps is
  'Forgets the steps and signals of a job that has finished, in the transaction of its reply: it is never done
again. Those of any other job stay, whoever asks.';
