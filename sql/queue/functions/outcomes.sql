create or replace function jobmachine.outcomes(
  ids bigint[]
)
returns table (
  id bigint,
  queue text,
  status jobmachine.status,
  reply text,
  error text
)
language plpgsql
stable
security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
-- Plans look up by id, even on a day that has no statistics yet.
set enable_seqscan = off
as $$
declare
  missing integer := cardinality(outcomes.ids);
  amount integer;
  recently timestamptz := now() - interval '1 hour';
  -- Skips the days to come as well, with an hour to spare: not every server's clock is right.
  soon timestamptz := now() + interval '1 hour';
begin
  return query
  select
    j.id, j.queue,
    jobmachine.status_of(j.worker, j.waiting_for, j.position),
    null::text, j.error::text
  from jobmachine.job j
  where j.id = any (outcomes.ids);
  get diagnostics amount = row_count;
  missing := missing - amount;
  if missing <= 0 then
    return;
  end if;

  -- A waiter looks when its job has just ended: to begin with all the days costs more than the rest together.
  return query
  select h.id, h.queue, h.status, h.reply::text, h.error::text
  from jobmachine.history h
  where h.id = any (outcomes.ids) and h.finished_at > recently and h.finished_at <= soon;
  get diagnostics amount = row_count;
  missing := missing - amount;
  if missing <= 0 then
    return;
  end if;

  return query
  select h.id, h.queue, h.status, h.reply::text, h.error::text
  from jobmachine.history h
  where h.id = any (outcomes.ids) and (h.finished_at <= recently or h.finished_at > soon);
end
$$;

comment on function jobmachine.outcomes is
  'Returns the status of jobs, and the reply and error of those that have ended, for whoever waits for them.';
