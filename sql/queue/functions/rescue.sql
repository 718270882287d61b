create or replace function jobmachine.rescue(
  worker integer
)
returns integer
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  held jobmachine.job;
  death jsonb;
  amount integer := 0;
  lines text[];
begin
  -- First of all: no claim of this worker can begin any more, and those under way are waited for.
  delete from jobmachine.worker w
  where w.id = rescue.worker
  returning w.queues into lines;
  -- It may have been rung for what others have left to it.
  perform pg_notify('jobmachine.' || line.queue, '')
  from unnest(lines) as line(queue);
  perform pg_notify('jobmachine:workers', '');

  death := jsonb_build_object('type', 'rescue', 'message', format('worker %s died while it ran the job', rescue.worker));
  for held in
    select j.*
    from jobmachine.job j
    where j.worker = rescue.worker
    order by j.id
    for update
  loop
    amount := amount + 1;
    insert into jobmachine.attempt (job, started_at, worker, attempt, error)
    values (held.id, held.claimed_at, held.worker, held.attempt, death);
    if held.cancel_requested then
      perform jobmachine.end_job(held.id, 'cancelled', null);
      perform pg_notify('jobmachine.' || held.queue || '.' || held.id, '');
    elsif held.attempt >= greatest(held.attempt_limit, 5)
      and not exists (select from jobmachine.step s where s.job = held.id and s.attempt > held.attempt - 5)
    then
      -- Whatever it does kills its workers: it is parked rather than given to the next one. Not one that gets on by steps.
      perform jobmachine.end_job(held.id, 'error', death);
      perform pg_notify('jobmachine.' || held.queue || '.' || held.id, '');
    else
      update jobmachine.job j
      set
        worker = null,
        claimed_at = null,
        progress = null,
        error = death,
        position = nextval('jobmachine.job_id_seq')
      where j.id = held.id;
      perform pg_notify('jobmachine.' || held.queue, '');
    end if;
  end loop;
  return amount;
end
$$;

comment on function jobmachine.rescue is
  'Brings the jobs of a dead worker back to the line, and strikes the worker off. Returns how many jobs it held. A job whose
workers died in five attempts, or in as many as it may have if that is more, ends as error instead, unless it has done a step
in the last five.';
